"""`make bench`: how long a build takes, as ratios within one run (seconds vary from a machine to another).

Three builds, interleaved, median of the rounds:
  - the site;
  - the same Markdown without our macros nor hooks (calls stay as text);
  - the site with ten times its checklists.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from yaml_env_tag import add_env_tag

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = int(os.environ.get("ROUNDS", "3"))
COPIES = 10


def copy_project(target: Path) -> Path:
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def without_macros(project: Path) -> Path:
    """Keep the Markdown, remove what runs our code while rendering it."""
    loader = add_env_tag(type("Loader", (yaml.SafeLoader,), {}))
    config = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), Loader=loader)
    config["plugins"] = [plugin for plugin in config["plugins"] if "macros" not in plugin]
    config["markdown_extensions"] = [one for one in config["markdown_extensions"] if not str(one).startswith("macros.")]
    del config["hooks"]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return project


def with_more_checklists(project: Path) -> Path:
    """Copy each list and its page under new names, until there are COPIES times as many."""
    for source in list((project / "docs/_donnees/checklists").glob("*.md")):
        page = project / "docs/checklists" / source.name
        for rank in range(2, COPIES + 1):
            name = f"{source.stem}-{rank}"
            source.with_name(f"{name}.md").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
            text = page.read_text(encoding="utf-8").replace(f'checklist("{source.stem}")', f'checklist("{name}")')
            page.with_name(f"{name}.md").write_text(text, encoding="utf-8")
    config = project / "mkdocs.yml"
    config.write_text(re.sub(r"\nnav:.*", "\n", config.read_text(encoding="utf-8"), flags=re.S), encoding="utf-8")
    return project


def build_seconds(project: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, text=True,
                          env=os.environ | {"CI": "true", "NO_MKDOCS_2_WARNING": "1"})
    if done.returncode:
        raise SystemExit(done.stderr)
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        projects = {
            "le site": copy_project(Path(folder, "site")),
            "sans nos macros": without_macros(copy_project(Path(folder, "plain"))),
            f"{COPIES} fois les checklists": with_more_checklists(copy_project(Path(folder, "more"))),
        }
        seconds: dict[str, list[float]] = {name: [] for name in projects}
        for _ in range(ROUNDS):
            for name, project in projects.items():
                seconds[name].append(build_seconds(project))
        pages = {name: len(list((project / "site").rglob("index.html"))) for name, project in projects.items()}
    reference = statistics.median(seconds["le site"])
    print(f"Construction, médiane de {ROUNDS} passages alternés (le site = 1) :")
    for name, values in seconds.items():
        spread = f"{min(values):.1f} à {max(values):.1f} s"
        print(f"  {name:<26} {statistics.median(values) / reference:5.2f}   ({pages[name]} pages, {spread})")


if __name__ == "__main__":
    main()
