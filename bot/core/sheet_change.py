"""The change the person is considering, as it stands on the sheet."""

from __future__ import annotations

from datetime import datetime

from bot.core.preparation import stage_of_change, wants_change
from bot.core.sheet import Change, Said
from bot.core.sheet_private import Shareable

# The sheet's own name for each of these answers, and the question it answers.
_SLOTS = {
    "importance": "change_importance", "confidence": "change_confidence", "hope": "change_hope",
    **{key: key for key in (
        "first_step", "importance_from", "importance_higher", "confidence_from", "confidence_higher", "timescale", "how_often",
        "in_the_way", "way_round", "smaller_step", "tell_someone", "good_change", "hard_change", "good_same",
        "hard_same", "check_in")},
}


def change_on_sheet(open_: Shareable) -> Change | None:
    """The change with all that was said about it; None when it was not asked, or when its topic was kept private."""
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
    )


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
