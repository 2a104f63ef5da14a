"""One turn of the conversation: a preparation and one inbound message in, the changed preparation and what is said out.

Pure: the same preparation, message and time always lead to the same turn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.core import commands
from bot.core.answers import Answer, State, key_of, number_of
from bot.core.asking import ask, options_for
from bot.core.hearing import Heard, NotUnderstood, Understood, read_answer, verbatim
from bot.core.preparation import Phase, Preparation
from bot.core.questions import QuestionBook
from bot.core.read_back import picks
from bot.core.route import next_question
from bot.core.saying import Say, Turn
from bot.core.when import as_people_write

# Answered in kind: no answer to anything, and no misunderstanding either.
SMALL_TALK = {"thanks": "utter_small_talk_thanks", "greet": "utter_small_talk_greet"}
MOST_MISSES = 2  # asked again in other words at most twice; then there is a way on


@dataclass(frozen=True)
class Setting:
    """What a turn has to know besides the preparation.

    Args:
        facts: words about the visit for the wording: ``name``, ``clinic``, ``clinician``, ``day``, ``phone``.
        zone: the person's own.
    """

    book: QuestionBook
    now: datetime
    zone: tzinfo
    facts: dict[str, str]


def take_turn(p: Preparation, heard: Heard, setting: Setting) -> tuple[Preparation, Turn]:
    """Decide what ``heard`` changes and what is said. Nothing that was not understood changes an answer."""
    if heard.kind == "check_in":
        return _begin_check_in(p, heard, setting)
    if p.asking is None or heard.kind == "begin":
        return _begin(p, setting)
    if heard.question and heard.question != p.asking and not _belongs_here(heard, p):
        return _late(p, heard, setting)
    if command := heard.command:
        return commands.obey(command, p, heard, setting, say_again=asked, move_on=move_on)
    if heard.kind == "tap" and (heard.value or "").startswith("/"):
        return commands.keep_or_remove(heard.value or "", p, heard, setting, move_on=move_on)
    if heard.kind == "text" and heard.intent in SMALL_TALK:
        return asked(p, setting, (Say(SMALL_TALK[heard.intent], setting.facts),))
    question = setting.book.of(p.asking)
    reading = read_answer(heard, question, p, setting.book, options_for(p.asking, p), setting.now, setting.zone)
    if isinstance(reading, NotUnderstood):
        return _not_understood(p, heard, reading, setting)
    return _understood(p, heard, reading, setting)


def _belongs_here(heard: Heard, p: Preparation) -> bool:
    """A typed addition to what matters, or another question, is welcome although the list moved on meanwhile."""
    return heard.kind == "text" and p.asking is not None and _about(heard.question) == _about(p.asking)


def _about(ref: str | None) -> str | None:
    """What a list question is about, whichever number it has; the whole reference for the others."""
    return key_of(ref) if ref and key_of(ref) in {"matters", "question"} else ref


def asked(p: Preparation, setting: Setting, before: tuple[Say, ...] = ()) -> tuple[Preparation, Turn]:
    """Ask what is being asked, after saying ``before``."""
    assert p.asking is not None
    return p, Turn(before + ask(p.asking, p, setting.book, setting.facts), p.asking)


def move_on(p: Preparation, setting: Setting, before: tuple[Say, ...] = ()) -> tuple[Preparation, Turn]:
    """Go to the next question on the way; after an aside, back to where the person was."""
    came_from = p.asking
    if p.resume:
        target, trail = p.resume, p.trail
    else:
        target = next_question(p, setting.book)
        on_the_way = came_from and came_from != target and not setting.book.of(came_from).aside
        trail = (*(ref for ref in p.trail if ref != came_from), came_from) if on_the_way else p.trail
    return asked(replace(p, asking=target, trail=trail, resume=None, misses=0), setting, before)


def _begin(p: Preparation, setting: Setting) -> tuple[Preparation, Turn]:
    if p.asking is not None:
        return asked(p, setting, (Say("utter_welcome_back", setting.facts),))
    return asked(replace(p, asking="consent"), setting, (Say("utter_welcome", setting.facts),))


def _begin_check_in(p: Preparation, heard: Heard, setting: Setting) -> tuple[Preparation, Turn]:
    resume = p.resume if p.asking and setting.book.of(p.asking).aside and p.resume else p.asking
    p = replace(p, asking=f"check_in_result:{heard.value}", resume=resume, misses=0)
    return asked(p, setting)


def _late(p: Preparation, heard: Heard, setting: Setting) -> tuple[Preparation, Turn]:
    """An answer to an older question, by an old button or another window: kind words, and nothing changes."""
    key = "utter_old_button" if heard.kind in {"tap", "command"} else "utter_late_words"
    return asked(p, setting, (Say(key),))


def _not_understood(p: Preparation, heard: Heard, why: NotUnderstood, setting: Setting) -> tuple[Preparation, Turn]:
    if p.asking == "afterwards":
        return asked(p, setting, (Say("utter_again_afterwards"),))
    misses = p.misses + 1
    if misses > MOST_MISSES and setting.book.of(p.asking or "").skip:
        answer = Answer(p.asking or "", State.UNCLEAR, verbatim(heard), None, heard.inbox_id, setting.now)
        if setting.book.of(answer.question).aside:
            return move_on(replace(p, misses=0), setting, (Say("utter_leave_it"),))
        return move_on(p.keep(answer), setting, (Say("utter_leave_it"),))
    words = {"low": str(why.low), "high": str(why.high)} if why.why == "range" else {}
    p = replace(p, misses=misses)
    if misses > MOST_MISSES:  # this one cannot be left out; say who can help instead of asking the same again
        return asked(p, setting, (Say("utter_no_hurry", setting.facts),))
    if why.why == "go_on":
        return p, Turn((Say("utter_again_go_on", question=p.asking),), p.asking)
    return asked(p, setting, (Say(f"utter_again_{why.why}", words),))


def _understood(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    ref = p.asking or ""
    handler = _SPECIAL.get(key_of(ref))
    if handler:
        return handler(p, heard, got, setting)
    answer = Answer(ref, got.state, verbatim(heard), got.value, heard.inbox_id, setting.now)
    p = p.keep(answer)
    for extra, (_, value) in enumerate(got.also, start=number_of(ref) + 1):
        if extra <= setting.book.most_priorities:
            p = p.keep(replace(answer, question=f"priority:{extra}", value=value))
    return move_on(p, setting, _acknowledge(answer, setting))


def _acknowledge(answer: Answer, setting: Setting) -> tuple[Say, ...]:
    """A short word that the answer arrived; none after a plain no, where it would only be in the way."""
    kind = setting.book.of(answer.question).kind
    if answer.state is State.NOT_SURE:
        return (Say("utter_ack_not_sure"),)
    if not answer.answered:
        return ()
    if kind == "scale":
        return (Say("utter_ack_number", {"score": str(answer.value)}),)
    if kind == "when":
        day = as_people_write(datetime.fromisoformat(str(answer.value)), setting.zone)
        return (Say("utter_ack_check_in", {"day": day}),)
    if key_of(answer.question) == "thinking_of_it" and answer.value == "not_now":
        return (Say("utter_open_door"),)
    return (Say("utter_ack_words"),) if kind == "words" else ()


def _consent(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    answer = Answer("consent", got.state, verbatim(heard), got.value, heard.inbox_id, setting.now)
    if got.state is State.NO:
        p = replace(p.keep(answer), phase=Phase.DECLINED)
        said = Say("utter_declined", setting.facts, question="consent", choices=commands.WAY_BACK)
        return p, Turn((said,), "consent")
    if got.state is not State.ANSWERED:
        return asked(p, setting, (Say("utter_again_choice"),))
    return move_on(replace(p.keep(answer), phase=Phase.OPEN), setting, (Say("utter_agreed"),))


def _read_back(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    if got.value == "share":
        p = replace(p, phase=Phase.CONFIRMED, asking="afterwards", version=p.version + 1, misses=0)
        return asked(p, setting, (Say("utter_shared", setting.facts),))
    if got.value == "change":
        return asked(replace(p, asking="choose_change", misses=0), setting)
    return asked(p, setting, (Say("utter_again_choice"),))


def _choose_change(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    ref = next((pick.ref for pick in picks(p) if pick.item.number == got.value), "read_back")
    return asked(replace(p, phase=Phase.OPEN, asking=ref, misses=0), setting)


def _afterwards(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    return asked(replace(p, phase=Phase.OPEN, asking="read_back", misses=0), setting)


def _start_again(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    if got.value == "yes":
        kept = {ref: answer for ref, answer in p.answers.items() if ref == "consent"}
        phase = Phase.OPEN if p.value("consent") == "agree" else p.phase
        p = replace(p, answers=kept, trail=(), resume=None, phase=phase)
        return move_on(p, setting, (Say("utter_started_again"),))
    return move_on(p, setting, (Say("utter_as_it_was"),))


def _check_in_result(p: Preparation, heard: Heard, got: Understood, setting: Setting) -> tuple[Preparation, Turn]:
    answer = Answer(p.asking or "", got.state, verbatim(heard), got.value, heard.inbox_id, setting.now)
    said = Say(f"utter_check_in_{got.value}" if got.value else "utter_ack_not_sure", setting.facts)
    return move_on(p.keep(answer), setting, (said,))


_SPECIAL = {
    "consent": _consent, "read_back": _read_back, "choose_change": _choose_change, "afterwards": _afterwards,
    "start_again": _start_again, "check_in_result": _check_in_result,
}
