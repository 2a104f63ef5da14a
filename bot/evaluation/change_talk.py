"""Change talk against labels, and people's share of change talk against their own rulers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from scipy.stats import spearmanr

from bot.core.findings.change_talk import ChangeTalk
from bot.evaluation.figures import confusion, f1_by_label, macro_f1, share
from bot.evaluation.rows import Row, first_of, needs

_LABEL = ("label", "label_automisc")
_QUESTION = ("question", "prev_counsellor", "context")
_RULERS = ("Importance", "Confidence", "Readiness")
FEWEST = 10  # people; with fewer a correlation says nothing

Read = Callable[[str, "str | None"], ChangeTalk]


def measure(rows: list[Row], read: Read, rulers: list[Row] | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The figures, and the rows that were taken for the other side.

    Args:
        rulers: the people's own 0 to 10 answers, by ``participant``.
    """
    needs(rows, ("text",), _LABEL)
    found = [read(first_of(row, ("text",)), first_of(row, _QUESTION) or None) for row in rows]
    gold = [first_of(row, _LABEL) for row in rows]
    labels = [one.label for one in found]
    sure = [(right, one) for right, one in zip(gold, found, strict=True) if one.leans]
    flipped = [{right, one.leans} == {"change", "sustain"} for right, one in sure]
    figures: dict[str, Any] = {
        "rows": len(rows),
        "macro_f1": macro_f1(gold, labels),
        "f1": f1_by_label(gold, labels),
        "confusion": confusion(gold, labels),
        "committed_to_change_or_sustain": share(len(sure), len(rows)),
        "change_and_sustain_swapped": share(sum(flipped), len(sure)),
    }
    if any("participant" in row for row in rows):
        figures["readiness_per_person"] = _per_person(rows, found, gold, rulers)
    misses = [
        {
            "text": first_of(row, ("text",)),
            "question": first_of(row, _QUESTION),
            "should_be": right,
            "read_as": one.label,
            "confidence": one.confidence,
        }
        for row, right, one in zip(rows, gold, found, strict=True)
        if right != one.label
    ]
    return figures, misses


def _per_person(rows: list[Row], found: list[ChangeTalk], gold: list[str], rulers: list[Row] | None) -> dict[str, Any]:
    """Spearman's rank correlation between the share of change talk, of what leans either way, and the rulers."""
    ours, theirs = _shares(rows, [one.label for one in found]), _shares(rows, gold)
    if rulers is None:
        return {"people": len(ours)}
    by_person = {str(row["participant"]): row for row in rulers}
    names = [f"{when}Ruler{what}" for when in ("Pre", "Post", "WeekLater") for what in _RULERS]
    return {
        "people": len(ours),
        "spearman": {
            name: {"ours": _spearman(ours, by_person, name), "labels": _spearman(theirs, by_person, name)} for name in names
        },
    }


def _shares(rows: list[Row], labels: list[str]) -> dict[str, float]:
    said: dict[str, list[str]] = defaultdict(list)
    for row, label in zip(rows, labels, strict=True):
        said[str(row.get("participant", ""))].append(label)
    return {
        person: some.count("change") / leaning
        for person, some in said.items()
        if (leaning := some.count("change") + some.count("sustain"))
    }


def _spearman(shares: dict[str, float], by_person: dict[str, Row], name: str) -> float | None:
    pairs = [
        (value, float(by_person[person][name]))
        for person, value in shares.items()
        if person in by_person and by_person[person].get(name) not in (None, "")
    ]
    if len(pairs) < FEWEST:
        return None
    return round(float(spearmanr([one for one, _ in pairs], [other for _, other in pairs]).statistic), 3)
