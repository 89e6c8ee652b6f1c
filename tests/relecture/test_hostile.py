"""No text stops the reader: whatever fifty pages, or a megabyte, are made of, they are read to the last sentence.

How long it takes is measured by `make bench`, not here: a busy machine is slow, not wrong. A pattern whose cost would run away is
refused when the data are read (tests/unit/models/test_pattern.py).
"""

from __future__ import annotations

import pytest

from macros.models.rereading import rule_data
from tests.relecture.hostile import FIFTY_PAGES, MEGABYTE, hostile_texts
from tests.relecture.measure import reread, run_engine

LAST = "\n\nLe titulaire animera quatre ateliers."


def test_fifty_pages_of_anything_are_read_to_their_end(rules):
    texts = {name: text + LAST for name, text in hostile_texts(FIFTY_PAGES).items()}
    unread = [name for name, found in zip(texts, reread(rules.values(), texts.values()))
              if not any(one["rule"] == "nombre-d-ateliers" and one["start"] > FIFTY_PAGES for one in found["remarks"])]
    assert unread == []


@pytest.mark.parametrize("name", ["une lettre par ligne", "du HTML", "de droite à gauche", "des signes au-delà"])
def test_megabyte_is_read_to_its_end(rules, name):
    (found,) = run_engine([rule_data(rules["nombre-d-ateliers"])], [hostile_texts(MEGABYTE)[name] + LAST])
    assert len(found["remarks"]) == 1
