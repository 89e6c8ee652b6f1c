"""The .csv: read back by Python to the letter, and opened by LibreOffice as a French office does."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.exports.views import FIELDS, HOSTILE, STATES, hostile_view, items_of, kept, real_view

COLUMNS = {"justification": "Justification", "note": "Note", "who": "Qui", "when": "Quand", "changed": "Texte auquel il a été répondu"}
STARTS_A_FORMULA = re.compile(r"^\s*[=+\-@|%＝＋－＠]")


def rows_of(path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))


def typed(cell: str) -> str:
    """A cell as the reader typed it: without the apostrophe that keeps it from being a formula."""
    return cell[1:] if re.match(r"^'+[=+\-@\t|%＝＋－＠]", cell) else cell


@pytest.fixture(scope="module")
def hostile(write):
    return write(hostile_view())


def test_one_line_an_item_with_its_list_its_version_and_the_day_of_the_law(write):
    view = real_view()
    rows = rows_of(write(view) / "dossier.csv")

    assert len(rows) == sum(len(section["items"]) for one in view["lists"] for section in one["sections"]) > 100
    first, one = rows[0], view["lists"][0]
    assert [first[name] for name in ("Dossier", "Liste", "Version de la liste", "État du droit au", "État")] == [
        "Accueil de la médiathèque", one["title"], one["revision"], "23 août 2026", "À faire"]
    assert first["Adresse"] == f"{one['address']}#{first['Identifiant']}"
    assert [row["Élément"] for row in rows] == [item["text"] for item in items_of(view)]


def test_excel_is_told_the_encoding_and_lines_end_as_it_expects(hostile):
    source = (hostile / "dossier.csv").read_bytes()
    assert source.startswith(b"\xef\xbb\xbf") and source.endswith(b"\r\n")
    assert b"\r" not in source.replace(b"\r\n", b"")


def test_each_hostile_text_is_read_back_as_typed(hostile):
    rows = rows_of(hostile / "dossier.csv")
    for rank, text in enumerate(HOSTILE):
        assert rows[rank]["État"] == list(STATES.values())[rank % 3]
        for field in FIELDS:
            assert typed(rows[rank][COLUMNS[field]]) == kept(text), (rank, field)


def test_no_cell_starts_a_formula(hostile):
    rows = rows_of(hostile / "dossier.csv")
    assert [cell for row in rows for cell in row.values() if STARTS_A_FORMULA.match(cell)] == []


def test_a_blank_copy_holds_no_answer(write):
    view = hostile_view() | {"blank": True, "dossier": None}
    for row in rows_of(write(view) / "dossier.csv"):
        assert not any(row[name] for name in ("Dossier", "État", *COLUMNS.values()))


def test_libreoffice_opens_it_in_columns_and_runs_nothing(hostile, convert):
    """59 is « ; », 34 the quote, 76 UTF-8: what the import window of a French LibreOffice offers. The .fods tells text from formula."""
    sheet = convert(hostile / "dossier.csv", "fods", "--infilter=CSV:59,34,76,1").read_text(encoding="utf-8")

    assert "table:formula" not in sheet
    assert "http://mal.example" in sheet and 'xlink:href="http://mal.example' not in sheet
    back = convert(hostile / "dossier.csv", "csv:Text - txt - csv (StarCalc):59,34,76,1", "--infilter=CSV:59,34,76,1")
    rows = rows_of(back)
    assert len(rows) == len(rows_of(hostile / "dossier.csv"))
    assert typed(rows[len(HOSTILE) - 1]["Note"]) == kept(HOSTILE[-1])
