"""The page of figures, from the figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.goals import GOALS, shown

Figures = dict[str, dict[str, Any]]

HEAD, FOOT = ((Path(__file__).resolve().parent / name).read_text(encoding="utf-8") for name in ("head.md", "foot.md"))


def page(figures: Figures) -> str:
    """The whole page, in Markdown."""
    parts = [HEAD, "\n".join(_goals(figures)), *(_details(name, found) for name, found in figures.items()), FOOT]
    return "\n".join(parts)


def _goals(figures: Figures) -> Iterator[str]:
    yield "## Against the goals\n"
    yield "| what | rows | goal | found | met |"
    yield "|---|---|---|---|---|"
    for goal in GOALS:
        if goal.rows in figures:
            found = figures[goal.rows]
            met = "yes" if goal.is_met(found) else "**no**"
            yield f"| {goal.what} | {goal.rows} | {goal.wanted} | {goal.found(found)} | {met} |"
    yield ""


def _details(name: str, found: dict[str, Any]) -> str:
    """Every figure of one measurement, as a list."""
    lines = [f"## {name[0].upper()}{name[1:]}", "", "| figure | value |", "|---|---|"]
    skipped = {"what", "data", "half", "confusion"}
    for key, value in _flat({key: value for key, value in found.items() if key not in skipped}):
        lines.append(f"| {key} | {value} |")
    if "confusion" in found:
        lines += ["", *_confusion(found["confusion"])]
    return "\n".join([*lines, ""])


def _flat(found: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in found.items():
        name = f"{before}{key.replace('_', ' ')}"
        if isinstance(value, dict) and {"n", "hits", "share"} <= set(value):
            yield name, shown(value)
            rest = {one: other for one, other in value.items() if one not in ("n", "hits", "share", "interval")}
            yield from _flat(rest, f"{name}: ")
        elif isinstance(value, dict):
            yield from _flat(value, f"{name}: ")
        else:
            yield name, str(value)


def _confusion(table: dict[str, dict[str, int]]) -> list[str]:
    found = sorted({label for row in table.values() for label in row})
    if len(found) > 12:
        return ["The confusion between labels is in the JSON (`--json`)."]
    lines = ["| labelled \\ found | " + " | ".join(found) + " |", "|---" * (len(found) + 1) + "|"]
    return lines + [
        f"| {label} | " + " | ".join(str(row.get(one, 0)) for one in found) + " |" for label, row in table.items()
    ]
