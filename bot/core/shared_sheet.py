"""The sheet, made from a preparation at the moment the person shares it."""

from __future__ import annotations

from datetime import datetime, timezone, tzinfo

from bot.core.answers import State, key_of
from bot.core.preparation import Preparation
from bot.core.ranking import ranked
from bot.core.sheet import CONFIRMERS, HELPER_ROLES, Beside, RankedItem, Said, Sheet
from bot.core.sheet_change import change_on_sheet
from bot.core.sheet_private import CHANGE_KEYS, Shareable
from bot.core.times import ReadsNothing, TimeReader

_NO_TIMES = ReadsNothing()
_PLAIN = (
    "why_coming", "hope", "card", "helps", "support", "daily_life", "worries", "days", "role", "how_much", "access",
    "coming", "longer", "find_out", "found_out", "person_agrees",
)


def build_sheet(
    p: Preparation, most_priorities: int, wording_version: str, now: datetime, times: TimeReader = _NO_TIMES,
    zone: tzinfo = timezone.utc,
) -> Sheet:
    """What the clinician will see: every answer in the person's words, except what they kept private.

    Args:
        p: as it stands when the person says "share it".
        most_priorities: how many places there are in their order, on the path they took.
        wording_version: which wording they answered.
        now: when they said it; aware.
        times, zone: for the days that the plan's words name, in the person's own zone.
    """
    open_ = Shareable(p)
    seen = open_.numbers("matters")
    first = [item.number for item in ranked(p, most_priorities) if item.number in seen]
    others = [number for number in seen if number not in first]
    role, confirmed_by = open_.value("helper_role"), open_.value("confirmed_by")
    by = str(confirmed_by).removesuffix("_confirms")
    return Sheet(
        **{key: open_.said(key) for key in _PLAIN},
        priorities=tuple(
            RankedItem(rank, said, open_.said(f"importance:{number}"))
            for rank, number in enumerate(first, start=1) if (said := open_.said(f"matters:{number}"))),
        other_items=_list(open_, "matters", others),
        questions=_list(open_, "question", open_.numbers("question")),
        pressures=_list(open_, "pressures", open_.numbers("pressures")),
        change=change_on_sheet(open_, times, zone), kept_private=open_.count, left_for_later=open_.left(),
        answered_by="helper" if p.helped else "patient",
        helper_role=str(role) if role in HELPER_ROLES else None,
        with_help=p.helped or open_.value("consent") == "agree_helping",
        confirmed_by=by if by in CONFIRMERS else "patient",
        beside=_beside(open_, first, others), follows=p.follows, carried=_carried(open_),
        wording_version=wording_version, confirmed_at=now,
    )


def _list(open_: Shareable, key: str, numbers: list[int] | tuple[int, ...]) -> tuple[Said, ...]:
    """The items' words; where the person named none, how they left the question: skipped, not sure, unclear or no."""
    if not open_.p.items(key):
        ends = (ref for ref in open_.p.answers if key_of(ref) == key)
        return next(((said,) for ref in ends if (said := open_.said(ref))), ())
    return tuple(said for number in numbers if (said := open_.said(f"{key}:{number}")))


def _beside(open_: Shareable, first: list[int], others: list[int]) -> tuple[Beside, ...]:
    """What a helper put beside an answer, as long as that answer may be seen and still stands."""
    places = {f"matters:{number}": f"priority:{rank}" for rank, number in enumerate(first, start=1)}
    places |= {f"importance:{number}": f"priority:{rank}" for rank, number in enumerate(first, start=1)}
    places |= {f"matters:{number}": f"other_item:{place}" for place, number in enumerate(others, start=1)}
    for key, name in (("question", "question"), ("pressures", "pressure")):
        places |= {f"{key}:{number}": f"{name}:{n}" for n, number in enumerate(open_.numbers(key), start=1)}
    found = []
    for ref in open_.p.answers:
        about, said = ref.partition(":")[2], open_.said(ref)
        if key_of(ref) == "beside" and said and said.state == "answered" and _may_stand(open_, about):
            place = places.get(about, about if ":" not in about else None)
            found += [Beside(place, Said(said.state, said.words, None, "helper"))] if place else []
    return tuple(found)


def _may_stand(open_: Shareable, about: str) -> bool:
    answer = open_.p.answer(about)
    if about in open_.hidden or (answer is not None and answer.state is State.REMOVED):
        return False
    return about not in CHANGE_KEYS or open_.answer("change_topic") is not None


def _carried(open_: Shareable) -> bool:
    """Whether it started from what was said last time."""
    kept = open_.value("still_right") in {"all_still", "some_gone"}
    return open_.p.follows is not None and (kept or open_.p.episode > 1)
