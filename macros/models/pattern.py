"""What a rereading rule looks for: a small part of regular expressions, the same for Python and for the browser, and never slow.

A pattern is matched within one sentence, on a text put flat (lower case, no accent, straight apostrophe, single spaces), and on
whole words: « mémoires? techniques? », « # … ateliers », « innov\\w* ».
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Mapping

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

GAP = r"(?:\b|(?!\w)).{1,60}?\b"
"""« … » between two spaces: some words of the same sentence."""

_UNITS = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|mille"
NUMBER = rf"(?:\d{{1,7}}(?: \d{{3}}){{0,2}}|(?:{_UNITS})(?:-(?:et-)?(?:une?|{_UNITS})){{0,2}})"
"""« # »: a number, in figures or in letters."""

LONGEST_WORD = 30
LONGEST_GAP = 80
MOST_WAYS = 8000
"""Of the ways in which the gaps of one pattern can stretch: beyond, a hostile text would make a browser wait."""

_TOKEN = re.compile(r"(?P<gap> … )|(?P<quantifier>[*+?]|\{\d*,?\d*\})|(?P<class>\[[^\]]*\])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<escape>\\.)|(?P<char>.)", re.S)
_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "œ": "oe", "æ": "ae"}


def _wrong(what: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("rereading", "motif", {"what": what, "remedy": remedy})


def flat(text: str) -> str:
    """`text` as patterns read it. rereading.mjs does the same, and keeps where each sign comes from."""
    lowered = "".join(_ALIKE.get(sign, sign) for sign in text.lower())
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return re.sub(r"[\s|]+", " ", re.sub(r"[*`_]", "", bare)).strip()


def compile_pattern(typed: str) -> str:
    """The regular expression behind a pattern as typed. Raises PydanticCustomError, with the remedy, for what is not of the language."""
    return compiled(typed).pattern


@lru_cache(maxsize=None)
def compiled(typed: str) -> re.Pattern[str]:
    """The same, ready to search. Kept: there are thousands of them, and each is asked for several times."""
    source = _flat_source(typed)
    starts_line, ends_line = source.startswith("^"), source.endswith("$")
    body = _translate(source[starts_line: len(source) - ends_line])
    expression = ("^" if starts_line else r"\b") + f"(?:{body})" + ("$" if ends_line else r"(?!\w)")
    try:
        found = re.compile(expression, re.A | re.M)
    except re.error as error:
        raise _wrong(f"« {typed} » ne se lit pas", "Vérifiez les crochets et les bornes : [a-z], {0,40}.") from error
    if found.match("") if starts_line else found.match("x\n", 1):  # nothing of the language takes the end of a line
        raise _wrong(f"« {typed} » se contente de rien", "Gardez au moins un mot qui ne soit pas facultatif.")
    return found


def expand(typed: str, words: Mapping[str, str]) -> str:
    """`typed` with each « <name> » replaced by the list of that name. Raises PydanticCustomError for a list that nobody wrote."""
    def listed(found: re.Match[str]) -> str:
        if found[1] not in words:
            raise _wrong(f"« {typed} » : aucune liste « {found[1]} »", f"Écrivez-la sous « mots » : {found[1]}: \"un|deux\".")
        return f"({words[found[1]]})"
    return re.sub(r"<([a-z0-9-]+)>", listed, typed)


def _flat_source(typed: str) -> str:
    if "…" in typed.replace(" … ", ""):
        raise _wrong(f"« {typed} » : trois points collés à un mot", "Entourez « … » d'une espace de chaque côté.")
    parts = [_bare(part) for part in typed.split("…")]
    return "…".join(parts)


def _bare(typed: str) -> str:
    lowered = "".join(_ALIKE.get(sign, sign) for sign in re.sub(r"(?<!\\)[A-ZÀ-ÖØ-Þ]", lambda found: found[0].lower(), typed))
    return re.sub(r"[ \u00a0\u202f]+", " ", "".join(sign for sign in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(sign)))


def _translate(source: str) -> str:
    out: list[str] = []
    depth, ways, before = 0, 1, "start"
    for token in _TOKEN.finditer(source):
        kind, found = token.lastgroup, token[0]
        if kind == "quantifier":
            text, times = _quantifier(found, before, out[-1] if out else "", source)
            ways *= times
            out[-1:] = [text]
            before = "quantified"
            continue
        if kind == "gap":
            out.append(GAP)
            ways *= 60
        elif kind == "class":
            out.append(_character_class(found, source))
        elif kind == "open":
            depth += 1
            if source.startswith("?", token.end()):
                raise _wrong(f"« {source} » : parenthèse spéciale", "Écrivez (un|deux) : ni regard avant ou arrière, ni nom.")
            out.append("(?:")
        elif kind == "close":
            depth -= 1
            _close_group(out, source)
        elif kind == "escape":
            out.append(_escape(found, source))
        else:
            out.append(_character(found, source))
        before = {"class": "dot" if found.startswith("[^") else "class", "close": "group", "escape": "class" if found in (r"\w", r"\d") else "char"}.get(kind, "dot" if found == "." else kind)
    if depth or not out:
        raise _wrong(f"« {source} » : parenthèse ouverte sans être fermée" if depth else "motif vide", "Fermez-la, ou retirez le motif.")
    if ways > MOST_WAYS:
        raise _wrong(f"« {source} » : trop d'écarts", "Deux écarts (« … ») au plus dans un motif : coupez-le en deux.")
    return "".join(out)


def _close_group(out: list[str], source: str) -> None:
    """The group becomes one piece, so that a quantifier takes it whole."""
    start = next((rank for rank in range(len(out) - 1, -1, -1) if out[rank] == "(?:"), None)
    if start is None:
        raise _wrong(f"« {source} » : parenthèse fermée sans être ouverte", "Ouvrez-la, ou écrivez \\).")
    out[start:] = ["".join(out[start:]) + ")"]


def _quantifier(found: str, before: str, piece: str, source: str) -> tuple[str, int]:
    """The piece with its quantifier, bounded, and in how many ways it stretches."""
    if before in ("start", "open", "quantified", "gap"):
        raise _wrong(f"« {source} » : « {found} » ne suit rien qui se répète", "Placez-le après une lettre, une classe ou une parenthèse fermée.")
    if before == "group":
        if found != "?":
            raise _wrong(f"« {source} » : une parenthèse répétée", "Seul « ? » suit une parenthèse : une répétition de répétitions peut bloquer un navigateur.")
        return f"{piece}?", 2
    if found == "?":
        return f"{piece}?", 1
    bounds = {"*": (0, LONGEST_WORD), "+": (1, LONGEST_WORD)}.get(found) or _bounds(found, source)
    if before == "dot" and found in "*+":
        raise _wrong(f"« {source} » : écart sans borne", "Écrivez « … » entre deux espaces, ou bornez : « .{0,40} ».")
    least, most = bounds
    return f"{piece}{{{least},{most}}}", most - least + 1 if before == "dot" else 1


def _bounds(found: str, source: str) -> tuple[int, int]:
    read = re.fullmatch(r"\{(\d+)(,(\d+))?\}", found)
    least, most = (int(read[1]), int(read[3] or read[1])) if read else (1, 0)
    if least > most or most > LONGEST_GAP:
        raise _wrong(f"« {source} » : « {found} » n'est pas une borne", f"Écrivez le plus petit, une virgule, le plus grand ({LONGEST_GAP} au plus) : « {{0,40}} ».")
    return least, most


def _character_class(found: str, source: str) -> str:
    """A class written the other way round never takes the end of a sentence."""
    inside = found[1:-1].removeprefix("^")
    if not inside or re.search(r"\\[^wd\-\]\\]", inside) or "[" in inside or inside.endswith("\\"):
        raise _wrong(f"« {source} » : « {found} » n'est pas admis", "Nommez les signes, sans crochet ni mot spécial : [aeiou], [0-9], [^0-9].")
    return f"[^\\n{inside}]" if found.startswith("[^") else found


def _escape(found: str, source: str) -> str:
    if found in (r"\w", r"\d", r"\b") or re.fullmatch(r"\\[.()\[\]{}?*+|/\\^$-]", found):
        return found
    if found == r"\#":
        return "#"
    raise _wrong(f"« {source} » : « {found} » n'est pas admis", "Les seuls mots spéciaux sont \\w (lettre), \\d (chiffre) et \\b (bord de mot) ; une espace se tape.")


def _character(found: str, source: str) -> str:
    if found == "#":
        return NUMBER
    if found in "^$]{}":
        raise _wrong(f"« {source} » : « {found} » mal placé", f"« ^ » ouvre le motif, « $ » le ferme ; le signe lui-même s'écrit \\{found}.")
    return found


def _check(typed: str) -> str:
    compile_pattern(typed)
    return typed


PatternField = Annotated[str, AfterValidator(_check)]
