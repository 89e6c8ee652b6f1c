"""`make relire`: spelling, grammar and typography of the built site, then how easily each page reads."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.proofreading.grammar import COMMAND, is_available, left_over, remarks
from tests.proofreading.pages import site_paragraphs
from tests.proofreading.readability import LONG, readings


def main(site: Path) -> int:
    """Print both reports on `site`; 0 when Grammalecte has nothing left to say."""
    paragraphs = site_paragraphs(site)
    code = 0
    if is_available():
        left = left_over(remarks(paragraphs))
        print("\n".join(map(str, left)) or "Grammalecte n'a rien à redire.")
        print(f"{len(left)} remarques sur {len(paragraphs)} paragraphes.")
        code = 1 if left else 0
    else:
        print(f"{COMMAND} manque : l'orthographe et la grammaire ne sont pas relues (Debian : apt install grammalecte-cli).")
    print(f"\nLisibilité (formule de Kandel et Moles : plus le nombre est grand, plus c'est facile), mots par phrase, phrases de plus de {LONG} mots :")
    for one in readings(paragraphs):
        print(f"  {one.score:5.0f} · {one.words_per_sentence:4.1f} mots · {one.long_share:4.0%} · {one.words:5d} mots · {one.page}")
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
