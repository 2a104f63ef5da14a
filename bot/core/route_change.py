"""Which questions about the one change apply. What is asked depends on the stage of change, and on the person."""

from __future__ import annotations

from bot.core.preparation import Preparation, basic_need_unmet, stage_of_change, wants_change

LOW_CONFIDENCE = 7  # under it a smaller first step is offered; a convention of self-management practice

_BOTH_SIDES = frozenset({"good_change", "hard_change", "good_same", "hard_same"})
_PLAN = frozenset({"change_hope", "tell_someone", "timescale", "how_often", "in_the_way", "way_round"})
_SCALES = frozenset({"change_importance", "change_confidence"})
_PLANNING = frozenset({"preparation", "action", "maintenance"})


def change_applies(p: Preparation, key: str) -> bool | None:
    """Whether ``key`` applies; None when it is no question about a change.

    A change is never offered where a basic need is unmet. Somebody who is not thinking of it is asked nothing more.
    The good things and the downsides are for contemplation, the plan's slots for preparation and later.
    """
    if key == "change_topic":
        return not basic_need_unmet(p)
    if key in {"doing_it", "thinking_of_it"}:
        return wants_change(p) and (key == "doing_it" or p.value("doing_it") in {"not_yet", "used_to"})
    rule = _RULES.get(key)
    if rule is None:
        return None
    stage = stage_of_change(p)
    return wants_change(p) and stage not in {None, "precontemplation"} and rule(p, str(stage))


def _has_step(p: Preparation, stage: str) -> bool:
    step = p.answer("first_step")
    return bool(step and step.answered)


def _low(p: Preparation, stage: str) -> bool:
    confidence = p.value("change_confidence")
    return _has_step(p, stage) and isinstance(confidence, int) and confidence < LOW_CONFIDENCE


def _score(ref: str, least: int, most: int):  # type: ignore[no-untyped-def]
    def known(p: Preparation, stage: str) -> bool:
        value = p.value(ref)
        return isinstance(value, int) and least <= value <= most

    return known


def _planning(p: Preparation, stage: str) -> bool:
    return stage in _PLANNING


def _slot(p: Preparation, stage: str) -> bool:
    """The plan's other slots need a first step to be about; what could get in the way is asked of everybody planning."""
    return stage in _PLANNING and (_has_step(p, stage) or p.answer("first_step") is None)


def _way_round(p: Preparation, stage: str) -> bool:
    barrier = p.answer("in_the_way")
    return _slot(p, stage) and bool(barrier and barrier.answered)


_RULES = {
    **{key: (lambda p, stage: stage == "contemplation") for key in _BOTH_SIDES},
    **{key: _slot for key in _PLAN - {"change_hope", "way_round", "in_the_way"}},
    **{key: (lambda p, stage: True) for key in _SCALES | {"first_step"}},
    "change_hope": _planning,
    "in_the_way": _planning,
    "way_round": _way_round,
    # A score of 0 comes from nowhere one could name, and 10 can go no higher.
    "importance_from": _score("change_importance", 1, 10),
    "importance_higher": _score("change_importance", 0, 9),
    "confidence_from": _score("change_confidence", 1, 10),
    "confidence_higher": _score("change_confidence", 0, 9),
    "smaller_step": _low,
    "check_in": _has_step,
}
