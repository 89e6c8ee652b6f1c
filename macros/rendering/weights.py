"""The weights of the criteria: the tool that ranks offers. It computes in the browser only; its example is a table of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.rendering.templates import render_block

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def criteria_weights(context: RenderContext) -> str:
    """Macro `poids_des_criteres()`: offers, marks and weights to fill in, and what the price's weight does to the ranking."""
    return render_block("weights.html")
