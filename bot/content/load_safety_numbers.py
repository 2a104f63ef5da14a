"""Loads the numbers that mean danger, and the ordinary ones: ``safety/<country>/numbers.yml``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.content.errors import ContentError
from bot.core.safety_numbers import Limit, Measure, Numbers, Unit
from bot.core.safety_patterns import Patterns
from bot.core.safety_phrases import Grammar
from bot.core.safety_rules import KINDS

FILE = "numbers.yml"
TOP = {"author", "date", "no_measure", "between_two", "in_words", "measures", "limits"}
_MEASURE, _MEASURE_NEEDS = {"id", "words", "units", "ordinary", "pair", "whole"}, {"id", "words", "units"}
_UNIT, _UNIT_NEEDS = {"says", "likely", "more", "times"}, {"says", "likely"}
_LIMIT_NEEDS = {"id", "kind", "measure", "source"}
_LIMIT = {*_LIMIT_NEEDS, "at_least", "at_most", "or_second_at_least", "beside", "unless"}

Lines = Callable[[Path, str, object], tuple[str, ...]]
Keys = Callable[[Path, object, set[str], set[str], str], None]


def patterns_in(data: dict[str, Any]) -> list[str]:
    """Every pattern the file uses, for the spelling to know its words."""
    written = [one.get("words", "") for one in data["measures"]]
    written += [one.get(key, "") for one in data["limits"] for key in ("beside", "unless")]
    return [line.strip() for some in written for line in str(some).splitlines() if line.strip()]


def numbers_of(path: Path, data: dict[str, Any], grammar: Grammar, lines: Lines, keys: Keys) -> Numbers:
    """What ``data``, read from ``path``, holds; ``lines`` and ``keys`` read and check as for the rules.

    Raises: ContentError for an unknown or missing key, a limit without a value or a source, or one of an unknown measure.
    """
    measures, limits = [], []
    for entry in data["measures"]:
        where = f"measure {entry.get('id', '?')}"
        keys(path, entry, _MEASURE, _MEASURE_NEEDS, where)
        for unit in entry["units"]:
            keys(path, unit, _UNIT, _UNIT_NEEDS, where)
        measures.append(Measure(
            entry["id"], tuple(_unit(unit) for unit in entry["units"]), _range(entry.get("ordinary")),
            bool(entry.get("pair")), bool(entry.get("whole"))))
    for entry in data["limits"]:
        where = f"limit {entry.get('id', '?')}"
        keys(path, entry, _LIMIT, _LIMIT_NEEDS, where)
        if entry["kind"] not in KINDS or entry["measure"] not in {one.id for one in measures}:
            raise ContentError(f"{path.name}: {where}: kind must be one of {', '.join(KINDS)}, measure one of the file")
        if "at_least" not in entry and "at_most" not in entry:
            raise ContentError(f"{path.name}: {where} needs at_least or at_most")
        limits.append(Limit(
            entry["id"], entry["kind"], entry["measure"], entry["source"], _number(entry, "at_least"),
            _number(entry, "at_most"), _number(entry, "or_second_at_least"), "beside" in entry))

    def searched(entries: list[dict[str, Any]], key: str) -> Patterns:
        return Patterns.of([lines(path, f"{key} of {one['id']}", one.get(key, "")) for one in entries], grammar)

    return Numbers(
        measures=tuple(measures), limits=tuple(limits), words=searched(data["measures"], "words"),
        beside=searched(data["limits"], "beside"), unless=searched(data["limits"], "unless"),
        no_measure=frozenset(str(data["no_measure"]).split()), between_two=tuple(str(data["between_two"]).split()),
        in_words={word.strip(): int(number) for word, _, number in (
            line.partition("=") for line in lines(path, "in_words", data["in_words"]))},
        author=data["author"], date=str(data["date"]))


def _unit(entry: dict[str, Any]) -> Unit:
    low_high = _range(entry["likely"])
    assert low_high is not None
    return Unit(frozenset(str(entry["says"]).split()), low_high, float(entry.get("more", 0)), float(entry.get("times", 1)))


def _range(pair: list[float] | None) -> tuple[float, float] | None:
    return None if pair is None else (float(pair[0]), float(pair[1]))


def _number(entry: dict[str, Any], key: str) -> float | None:
    return float(entry[key]) if key in entry else None
