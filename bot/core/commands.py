"""Skip, back, help, why, say again, start again: the same in every state of the conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.answers import Answer, State, key_of
from bot.core.hearing import Heard
from bot.core.preparation import Phase, Preparation
from bot.core.saying import Choice, Say, Turn

if TYPE_CHECKING:
    from bot.core.conversation import Setting

Next = Callable[..., tuple[Preparation, Turn]]
WAY_BACK = (Choice("agree", "utter_choice_agree_after_all"),)


def obey(
    command: str, p: Preparation, heard: Heard, setting: Setting, say_again: Next, move_on: Next,
) -> tuple[Preparation, Turn]:
    """Carry out ``command``. ``say_again`` asks the present question, ``move_on`` the next one."""
    assert p.asking is not None
    if command in {"skip", "not_sure"}:
        return _skip(command, p, heard, setting, say_again, move_on)
    if command == "back":
        return _back(p, setting, say_again)
    if command == "start_again":
        return _start_again(p, setting, say_again)
    key = key_of(p.asking)
    first = {
        "help": (Say("utter_help", setting.facts), Say(f"utter_help_{key}", setting.facts)),
        "why": (Say(f"utter_why_{key}", setting.facts),),
        "start": (Say("utter_welcome_back", setting.facts),),
    }.get(command, ())
    return say_again(p, setting, first)


def _skip(
    command: str, p: Preparation, heard: Heard, setting: Setting, say_again: Next, move_on: Next,
) -> tuple[Preparation, Turn]:
    question = setting.book.of(p.asking or "")
    if not question.skip:
        return say_again(p, setting, (Say(f"utter_cannot_skip_{question.key}", setting.facts),))
    state = State.SKIPPED if command == "skip" else State.NOT_SURE
    said = Say("utter_ack_skipped" if command == "skip" else "utter_ack_not_sure")
    earlier = p.answer(p.asking or "")
    if question.key == "choose_change" or (earlier and earlier.answered and command == "skip"):
        return move_on(p, setting, (Say("utter_kept"),))  # going past something said earlier leaves it as it was
    words = heard.text or None if heard.kind == "text" else None
    return move_on(p.keep(Answer(p.asking or "", state, words, None, heard.inbox_id, setting.now)), setting, (said,))


def _back(p: Preparation, setting: Setting, say_again: Next) -> tuple[Preparation, Turn]:
    if p.asking == "afterwards":
        return say_again(replace(p, phase=Phase.OPEN, asking="read_back", misses=0), setting)
    if setting.book.of(p.asking or "").aside:
        return say_again(replace(p, asking=p.resume or "read_back", resume=None, misses=0), setting)
    before = [ref for ref in p.trail if ref != p.asking]
    if not before:
        return say_again(p, setting, (Say("utter_no_way_back"),))
    return say_again(replace(p, asking=before[-1], trail=tuple(before[:-1]), misses=0), setting)


def _start_again(p: Preparation, setting: Setting, say_again: Next) -> tuple[Preparation, Turn]:
    if p.asking == "start_again":
        return say_again(p, setting)
    resume = p.resume if p.resume else p.asking
    return say_again(replace(p, asking="start_again", resume=resume, misses=0), setting)


def keep_or_remove(
    value: str, p: Preparation, heard: Heard, setting: Setting, move_on: Next,
) -> tuple[Preparation, Turn]:
    """The two quick replies under something said earlier: leave it as it is, or take it out."""
    answer = p.answer(p.asking or "")
    if value == "/remove" and answer is not None and setting.book.of(answer.question).repeats:
        return move_on(p.keep(replace(answer, state=State.REMOVED, inbox_id=heard.inbox_id, at=setting.now)),
                       setting, (Say("utter_removed"),))
    return move_on(p, setting, (Say("utter_kept"),))
