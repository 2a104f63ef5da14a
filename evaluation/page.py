"""The page of figures, from the figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
    for what, name, goal, value, met in _GOALS:
        if name in figures:
            found = figures[name]
            yield f"| {what} | {name} | {goal} | {value(found)} | {'yes' if met(found) else '**no**'} |"
    yield ""


def _share(found: dict[str, Any]) -> str:
    if not found["n"]:
        return "no rows"
    low, high = found["interval"]
    return f"{found['hits']} of {found['n']} ({found['share']:.3f}; {low:.3f} to {high:.3f})"


def _kind(found: dict[str, Any], name: str, kind: str) -> dict[str, Any]:
    return found[f"{name}_by_kind"][kind]


def _look_alikes(found: dict[str, Any]) -> dict[str, Any]:
    return _kind(found, "false_alarms", "self_harm")


_GOALS = (
    (
        "exact answers read",
        "scales, public answers",
        "all",
        lambda f: _share(f["exact"]),
        lambda f: f["exact"]["share"] == 1,
    ),
    (
        "wrong values stored",
        "scales, public answers",
        "0",
        lambda f: _share(f["wrong_values_stored"]),
        lambda f: not f["wrong_values_stored"]["hits"],
    ),
    (
        "exact answers read",
        "scales, own rows held back",
        "all",
        lambda f: _share(f["exact"]),
        lambda f: f["exact"]["share"] == 1,
    ),
    (
        "wrong values stored",
        "scales, own rows held back",
        "0",
        lambda f: _share(f["wrong_values_stored"]),
        lambda f: not f["wrong_values_stored"]["hits"],
    ),
    (
        "self-harm heard",
        "safety, distress held back",
        "≥ 0.95",
        lambda f: _share(_kind(f, "recall", "self_harm")),
        lambda f: _kind(f, "recall", "self_harm")["share"] >= 0.95,
    ),
    (
        "false alarms on look-alikes of self-harm",
        "safety, distress held back",
        "≤ 0.10",
        lambda f: _share(_look_alikes(f)),
        lambda f: _look_alikes(f)["share"] <= 0.1,
    ),
    (
        "self-harm heard",
        "safety, public look-alikes",
        "≥ 0.95",
        lambda f: _share(f["recall"]),
        lambda f: f["recall"]["share"] >= 0.95,
    ),
    (
        "false alarms on look-alikes of self-harm",
        "safety, public look-alikes",
        "≤ 0.10",
        lambda f: _share(f["false_alarms"]),
        lambda f: f["false_alarms"]["share"] <= 0.1,
    ),
    (
        "self-harm alarms in 1,000 ordinary turns",
        "safety, ordinary patient turns",
        "≤ 1",
        lambda f: f"{1000 * f['ordinary']['self_harm']['share']:.2f}",
        lambda f: f["ordinary"]["self_harm"]["share"] <= 0.001,
    ),
    (
        "emergencies heard",
        "safety, emergencies held back",
        "≥ 0.95",
        lambda f: _share(f["recall"]),
        lambda f: f["recall"]["share"] >= 0.95,
    ),
    (
        "false alarms on harmless health sentences",
        "safety, emergencies held back",
        "≤ 0.03",
        lambda f: _share(f["false_alarms"]),
        lambda f: f["false_alarms"]["share"] <= 0.03,
    ),
    (
        "a message of 10,000 characters, ms",
        "safety, ordinary patient turns",
        "≤ 50",
        lambda f: f"{f['milliseconds']['of_10000_characters']:.1f}",
        lambda f: f["milliseconds"]["of_10000_characters"] <= 50,
    ),
    (
        "beside the point, not stored",
        "scope, public questions",
        "≥ 0.97",
        lambda f: _share(f["not_stored"]),
        lambda f: f["not_stored"]["share"] >= 0.97,
    ),
    (
        "change talk, macro-F1",
        "change talk, public chats",
        "≥ 0.55",
        lambda f: f"{f['macro_f1']:.3f}",
        lambda f: f["macro_f1"] >= 0.55,
    ),
    (
        "complaints found of those said",
        "agenda, public visits",
        "≥ 0.9",
        lambda f: _share(f["recall"]),
        lambda f: f["recall"]["share"] >= 0.9,
    ),
    (
        "concerns per patient turn",
        "agenda, public visits",
        "≤ 0.35",
        lambda f: f"{f['concerns_per_turn']:.3f}",
        lambda f: f["concerns_per_turn"] <= 0.35,
    ),
    (
        "concerns that are none",
        "agenda, labelled turns held back",
        "≤ 0.10",
        lambda f: _share(f["all"]["concerns_that_are_none"]),
        lambda f: f["all"]["concerns_that_are_none"]["share"] <= 0.1,
    ),
)


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
            yield name, _share(value)
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
