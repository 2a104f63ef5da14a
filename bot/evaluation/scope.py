"""Whether what has nothing to do with a visit stays off the sheet, and what has to do with it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.core.guesses import OFF_TOPIC, believed
from bot.evaluation.figures import share
from bot.evaluation.rows import Row, first_of, needs

STORED = ("concern", "question", "goal", "medicine")
Parse = Callable[[Sequence[str]], Sequence[dict[str, Any]]]


def measure(rows: list[Row], parse: Parse) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The figures, and the rows that would be stored and should not, or the reverse.

    Every row is beside the point (``oos``, small talk, a command) unless its ``scope`` says ``in``. It is parsed as an
    answer to the open question what somebody would like to talk about, where everything that is not recognised is kept.
    Asked again is what the conversation takes for something else at once; what is in doubt, it offers to keep.
    """
    needs(rows, ("text",))
    parsed = parse([first_of(row, ("text",)) for row in rows])
    kept = [stored_as(one) for one in parsed]
    outside = [(row, what) for row, what in zip(rows, kept, strict=True) if row.get("scope") != "in"]
    inside = [(row, what) for row, what in zip(rows, kept, strict=True) if row.get("scope") == "in"]
    groups = sorted({_group(row) for row, _ in outside})
    figures: dict[str, Any] = {
        "rows": len(rows),
        "not_stored": share(sum(what is None for _, what in outside), len(outside)),
        "not_stored_by_group": {
            group: share(
                sum(what is None for row, what in outside if _group(row) == group),
                sum(_group(row) == group for row, _ in outside),
            )
            for group in groups
        },
        "stored_as": {what: sum(found == what for _, found in outside) for what in STORED},
    }
    again = {id(row) for row, one in zip(rows, parsed, strict=True) if asked_again(one)}
    figures["asked_again"] = share(sum(id(row) in again for row, _ in outside), len(outside))
    if inside:
        figures["kept_of_what_belongs"] = share(sum(what is not None for _, what in inside), len(inside))
        figures["asked_again_of_what_belongs"] = share(sum(id(row) in again for row, _ in inside), len(inside))
    misses = [{"text": first_of(row, ("text",)), "group": _group(row), "stored_as": what} for row, what in outside if what]
    misses += [
        {"text": first_of(row, ("text",)), "group": _group(row), "stored_as": None} for row, what in inside if what is None
    ]
    return figures, misses


def _group(row: Row) -> str:
    return first_of(row, ("part", "domain", "intent", "group"))


def asked_again(parsed: dict[str, Any]) -> bool:
    """Whether a parsed answer is plainly about something else, so that the conversation asks again."""
    intent = parsed.get("intent") or {}
    taken_for = believed(intent.get("name"), float(intent.get("confidence") or 0.0), str(parsed.get("text") or ""))
    return taken_for in OFF_TOPIC and not parsed["concerns"]


def stored_as(parsed: dict[str, Any]) -> str | None:
    """What a parsed answer would be stored as; None when it would not be."""
    if parsed["is_question"]:
        return "question"
    if parsed["concerns"]:
        return "concern"
    present = [one for one in parsed["entities"] if not (one.get("negated") or one.get("past") or one.get("other_person"))]
    return "medicine" if any(one["entity"] == "medicine" for one in present) else None
