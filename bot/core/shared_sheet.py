"""The sheet, made from a preparation at the moment the person shares it."""

from __future__ import annotations

from datetime import datetime

from bot.core.answers import Answer, State
from bot.core.preparation import Item, Preparation, ranked, stage_of_change, wants_change
from bot.core.questions import QuestionBook
from bot.core.sheet import Change, RankedItem, Said, Sheet


def build_sheet(p: Preparation, book: QuestionBook, wording_version: str, now: datetime) -> Sheet:
    """What the clinician will see: every answer in the person's words, except what they kept private."""
    first = ranked(p, book.most_priorities)
    helped = any(answer.given_by == "helper" for answer in p.answers.values())
    return Sheet(
        hope=_said(p.answer("hope")),
        priorities=tuple(
            RankedItem(rank, said, _said(p.answer(f"importance:{item.number}")))
            for rank, item in enumerate(first, start=1) if (said := _said(item.answer))),
        other_items=_list(p, "matters", [item for item in p.items() if item not in first]),
        questions=_list(p, "question", list(p.items("question"))),
        change=_change(p),
        kept_private=sum(answer.private for answer in p.answers.values()),
        answered_by="helper" if helped else "patient",
        wording_version=wording_version,
        confirmed_at=now,
    )


def _list(p: Preparation, key: str, items: list[Item]) -> tuple[Said, ...]:
    """The items' words; where the person named none, how they left the question: skipped, not sure, unclear or no."""
    if not p.items(key):
        left = _said(p.answer(f"{key}:1"))
        return (left,) if left else ()
    return tuple(said for item in items if (said := _said(item.answer)))


def _said(answer: Answer | None) -> Said | None:
    if answer is None or answer.private or answer.state is State.REMOVED:
        return None
    value = answer.value if isinstance(answer.value, int) else None
    return Said(answer.state.value, answer.words, value, answer.given_by)


def _change(p: Preparation) -> Change | None:
    wanted = p.answer("change_wanted")
    if wanted is None:
        return None
    if not wants_change(p):
        topic = p.answer("change_topic") if wanted.answered else wanted
        said = _said(topic)
        return Change(said, None, None, None, None, None) if said else None
    topic = _said(p.answer("change_topic"))
    if topic is None:  # kept private: then nothing about the change is shared
        return None
    check_in = p.value("check_in")
    return Change(
        topic=topic,
        stage=_stage(p),
        importance=_said(p.answer("change_importance")),
        confidence=_said(p.answer("change_confidence")),
        first_step=_said(p.answer("first_step")),
        check_in_on=datetime.fromisoformat(str(check_in)) if check_in else None,
    )


def _stage(p: Preparation) -> Said | None:
    """The stage the two taps lead to, with the person's own words for the last of them."""
    asked_on = p.value("doing_it") == "not_yet"
    tap = p.answer("thinking_of_it") if asked_on else p.answer("doing_it")
    if tap is None:
        return None
    stage = stage_of_change(p)
    if stage is None:
        return Said(tap.state.value, tap.words, None, tap.given_by) if not tap.answered else None
    return Said("answered", tap.words, stage, tap.given_by)
