"""`python -m tests.relecture`: precision and recall of the rules on the tuning texts. --fautes lists each error, --regles a,b looks at those rules alone,
--appuis says what each pattern brings,
--phrases tries the bank of sentences."""

from __future__ import annotations

import argparse

from macros.catalogue import load_project
from tests.conftest import ROOT
from tests.relecture.bank import report_banks, try_banks
from tests.relecture.measure import TUNING, annotated_texts, measure, report
from tests.relecture.support import supports

parser = argparse.ArgumentParser()
parser.add_argument("--fautes", action="store_true")
parser.add_argument("--regles", default="")
parser.add_argument("--appuis", action="store_true")
parser.add_argument("--phrases", action="store_true")
asked = parser.parse_args()
catalogue, _ = load_project(ROOT)
chosen = {name for name in asked.regles.split(",") if name}
rules = {name: rule for name, rule in catalogue.rereading_rules.items() if not chosen or name in chosen}
print(f"Textes de réglage, {len(rules)} règles.")
print(report(measure(rules, annotated_texts(TUNING)), asked.fautes))
if asked.appuis:
    print(*supports(rules, annotated_texts(TUNING)), sep="\n")
if asked.phrases:
    print(report_banks(try_banks(rules), asked.fautes))
