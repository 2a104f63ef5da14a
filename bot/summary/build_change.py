"""The change on the sheet, and its check-ins as they stand now."""

from __future__ import annotations

from dataclasses import replace

from bot.core import sheet as core
from bot.core.sheet_record import CheckInLine
from bot.summary import view, words
from bot.summary.lines import Lines
from bot.summary.moments import moment, span_read

_PLAN = ("first_step", "smaller_step", "timescale", "how_often", "in_the_way", "way_round", "tell_someone")


def build_change(lines: Lines, check_ins: tuple[CheckInLine, ...], zone: str) -> view.Change | None:
    """The view of the sheet's change; None when there is none."""
    change = lines.sheet.change
    topic = lines.line(change.topic, "change_topic") if change else None
    if change is None or topic is None:
        return None
    kept = change.smaller_step is not None and change.smaller_step.state == "no"  # the step stays: that says it all
    keys = [key for key in _PLAN if not (kept and key == "smaller_step")]
    plan = (_with_days(lines.fact(key, getattr(change, key)), change) for key in keys)
    return view.Change(
        topic=topic, hope=lines.line(change.hope, "change_hope"), stage=lines.stage(change.stage),
        used_to=lines.used_to(change.used_to),
        importance=lines.scale(change.importance, "change_importance"),
        importance_from=lines.line(change.importance_from, "importance_from"),
        confidence=lines.scale(change.confidence, "change_confidence"),
        confidence_from=lines.line(change.confidence_from, "confidence_from"),
        confidence_higher=lines.line(change.confidence_higher, "confidence_higher"),
        importance_higher=lines.line(change.importance_higher, "importance_higher"),
        balance=_balance(lines, change), plan=tuple(fact for fact in plan if fact),
        check_in=lines.line(change.check_in, "check_in"),
        check_in_on=moment(change.check_in_on, zone, day_only=True) if change.check_in_on else None,
        check_ins=tuple(_check_in(one, change) for one in check_ins if _shown(one, change)),
    )


def left_without_a_word(change: view.Change | None) -> list[view.Fact]:
    """The parts of the change that hold nothing but a skip, a "not sure" or a no."""
    if change is None:
        return []
    named = {"change_topic": change.topic, "change_hope": change.hope, "stage": change.stage,
             "importance": change.importance, "importance_from": change.importance_from,
             "confidence": change.confidence, "confidence_from": change.confidence_from,
             "confidence_higher": change.confidence_higher,
             "importance_higher": change.importance_higher, "check_in": change.check_in}
    facts = [view.Fact(key, words.LABELS[key], line) for key, line in named.items() if line]
    if not shown_rows(change):
        facts += [view.Fact(key, words.LABELS[key], line)
                  for end, row in zip(("change", "same"), change.balance, strict=True)
                  for key, line in ((f"good_{end}", row.good), (f"hard_{end}", row.hard)) if line]
    return [*facts, *change.plan]


def shown_rows(change: view.Change) -> tuple[view.Balance, ...]:
    """The rows of good things and downsides; none when nobody said anything in them."""
    cells = [line for row in change.balance for line in (row.good, row.hard) if line]
    return tuple(row for row in change.balance if row.good or row.hard) if any(one.speaks for one in cells) else ()


def _balance(lines: Lines, change: core.Change) -> tuple[view.Balance, ...]:
    cells = ((change.good_change, change.hard_change, "change"), (change.good_same, change.hard_same, "same"))
    return tuple(
        view.Balance(label, lines.line(good, f"good_{end}"), lines.line(hard, f"hard_{end}"))
        for label, (good, hard, end) in zip(words.BALANCE_ROWS, cells, strict=True))


def _shown(row: CheckInLine, change: core.Change) -> bool:
    """Rows are live, the sheet is what was shared: nothing of a step or a check-in that is not shared comes in.

    One that is only planned may belong to a change not shared yet.
    """
    if change.first_step is None or (change.check_in is None and change.check_in_on is None):
        return False
    return row.state != "planned" or row.due_at == change.check_in_on


def _with_days(fact: view.Fact | None, change: core.Change) -> view.Fact | None:
    """The days that the words named when they were written, in the label beside them; the words stay as they are."""
    named = getattr(change, f"{fact.key}_read", None) if fact else None
    return replace(fact, label=f"{fact.label} ({span_read(named)})") if fact and named else fact


def _check_in(row: CheckInLine, change: core.Change) -> view.CheckIn:
    steps = {one.words for one in (change.first_step, change.smaller_step) if one}
    same = row.first_step in steps
    text = words.CHECK_IN_STATES.get(row.state, row.state)
    if row.answer:
        text = words.CHECK_IN_ANSWERS.get(row.answer, row.answer.replace("_", " "))
    return view.CheckIn(
        same_step=same, due=moment(row.due_at, row.timezone, day_only=True), state=row.state,
        answer=row.answer, text=text, words=row.words if same else None,
        answered=moment(row.answered_at, row.timezone) if row.answered_at else None,
    )
