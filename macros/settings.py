"""Where the project's files are, and the one date that every legal value is shown at."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from yaml_env_tag import add_env_tag

from macros.problems import Problem, ProblemsFound

LAW_DATE_KEY = "droit_au"


@dataclass(frozen=True)
class Settings:
    """`root` holds mkdocs.yml; `docs` and `data` are absolute; `law_date` is the day of the law shown."""

    root: Path
    docs: Path
    law_date: date

    @property
    def data(self) -> Path:
        return self.docs / "_donnees"


def load_settings(root: Path) -> Settings:
    """Read mkdocs.yml (environment included).

    Raises ProblemsFound when the date of the law is missing or is not a date.
    """
    config_file = root / "mkdocs.yml"
    loader = add_env_tag(type("MkdocsLoader", (yaml.SafeLoader,), {}))
    config = yaml.load(config_file.read_text(encoding="utf-8"), Loader=loader)
    raw = (config.get("extra") or {}).get(LAW_DATE_KEY, "")
    return Settings(
        root=root,
        docs=(root / config.get("docs_dir", "docs")).resolve(),
        law_date=parse_law_date(str(raw)),
    )


def parse_law_date(raw: str) -> date:
    """The date written AAAA-MM-JJ in `extra.droit_au` or in DATE_DU_DROIT."""
    try:
        return date.fromisoformat(raw)
    except ValueError:
        origin = "DATE_DU_DROIT" if os.environ.get("DATE_DU_DROIT") else f"extra.{LAW_DATE_KEY}"
        raise ProblemsFound([
            Problem("mkdocs.yml", 0, origin, f"« {raw} » n'est pas une date",
                    "Écrivez l'année, le mois et le jour : 2026-08-23.")
        ]) from None
