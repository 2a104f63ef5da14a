"""The change the person is considering, as it stands on the sheet."""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.core.preparation import stage_of_change, wants_change
from bot.core.sheet import Change, Said
from bot.core.sheet_private import Shareable
from bot.core.times import TimeReader, as_iso

# The sheet's own name for each of these answers, and the question it answers.
_SLOTS = {
    "importance": "change_importance", "confidence": "change_confidence", "hope": "change_hope",
    **{key: key for key in (
        "first_step", "importance_from", "importance_higher", "confidence_from", "confidence_higher", "timescale", "how_often",
        "in_the_way", "way_round", "smaller_step", "tell_someone", "good_change", "hard_change", "good_same",
        "hard_same", "check_in")},
}


def change_on_sheet(open_: Shareable, times: TimeReader, zone: tzinfo) -> Change | None:
    """The change with all that was said about it; None when it was not asked, or when its topic was kept private.

    Args:
        times, zone: read "from tomorrow" as the day it was when it was written, beside the words.
    """
    topic = open_.said("change_topic")
    if topic is None:
        return None
    if not wants_change(open_.p):
        return Change(topic, None, None, None, None, None)
    check_in = open_.value("check_in")
    used_to = open_.said("doing_it") if open_.value("doing_it") == "used_to" else None
    return Change(
        topic=topic, stage=_stage(open_), used_to=used_to,
        check_in_on=datetime.fromisoformat(str(check_in)) if check_in else None,
        **{name: open_.said(key) for name, key in _SLOTS.items()},
        timescale_read=_read(open_, "timescale", "future", times, zone),
        how_often_read=_read(open_, "how_often", "duration", times, zone),
    )


def _read(open_: Shareable, ref: str, asked: str, times: TimeReader, zone: tzinfo) -> str | None:
    answer = open_.answer(ref)
    if answer is None or not answer.answered:
        return None
    return as_iso(times.answer(answer.words or "", asked, answer.at, zone))


def _stage(open_: Shareable) -> Said | None:
    """The stage the two taps lead to, with the person's own words for the last of them."""
    asked_on = open_.value("doing_it") in {"not_yet", "used_to"}
    tap = open_.said("thinking_of_it" if asked_on else "doing_it")
    if tap is None:
        return None
    stage = stage_of_change(open_.p)
    if stage is None:
        return None if tap.state == "answered" else Said(tap.state, tap.words, None, tap.by)
    return Said("answered", tap.words, stage, tap.by)
