"""Macros of « Commander l'innovation ». The engine looks for `define_env` here."""

from macros.registration import define_env

__all__ = ["define_env"]
