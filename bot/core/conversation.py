"""One turn of the conversation: a preparation and one inbound message in, the changed preparation and what is said out.

Pure: the same preparation, message and time always lead to the same turn. What a message can be is tried in a fixed
order: an event, something for an older question, a command, a change to an earlier answer, talk beside the point, and
last the answer to what was asked. Nothing that was not understood changes an answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import commands, editing, opening
from bot.core.after_danger import is_kept_beside, still_waiting
from bot.core.answering import after_not_understood, understood
from bot.core.answers import key_of
from bot.core.beside_the_point import beside_the_point, late
from bot.core.hearing import Heard, NotUnderstood, read_answer
from bot.core.mending import mended
from bot.core.moving import Result, Setting, asked, step_aside
from bot.core.phrases import shortened
from bot.core.preparation import Preparation
from bot.core.quick_replies import options_for
from bot.core.ranking import ranked
from bot.core.saying import Say
from bot.core.whose_turn import whose_turn

__all__ = ["Setting", "take_turn"]
LONG_AWAY = timedelta(hours=3)
HANDLERS = {**opening.HANDLERS, **editing.HANDLERS, **commands.HANDLERS}


def take_turn(p: Preparation, heard: Heard, setting: Setting) -> Result:
    """Decide what ``heard`` changes and what is said."""
    if heard.kind == "check_in":
        return _begin_check_in(p, heard, setting)
    if p.asking is None or heard.kind == "begin":
        return _begin(p, setting)
    after, turn = _message(p, heard, setting)
    tells_it_all = key_of(after.asking or "") in {"read_back", "afterwards"}
    before = () if tells_it_all or is_kept_beside(turn) else _recap(p, setting)
    return after, replace(turn, says=(*turn.says[:-1], *before, *turn.says[-1:])) if before else turn


def _message(p: Preparation, heard: Heard, setting: Setting) -> Result:
    if (opened := opening.try_again(p, setting)) is not None:
        return opened
    if (waiting := still_waiting(p, heard, setting)) is not None:
        return waiting
    if heard.question and heard.question != p.asking and not _belongs_here(heard, p):
        return late(p, heard, setting)
    if heard.kind == "text" and p.asking != "helper_role" and (writer := whose_turn(heard.text, setting.facts.get("name", ""))):
        return commands.hand_over(writer, p, setting)
    if command := heard.command:
        return commands.obey(command, p, heard, setting)
    if heard.kind == "tap" and (heard.value or "").startswith("/"):
        return commands.tapped(heard.value or "", p, heard, setting)
    for attempt in (mended, beside_the_point):
        if heard.kind == "text" and (done := attempt(p, heard, setting)) is not None:
            return done
    return _answer(p, heard, setting)


def _answer(p: Preparation, heard: Heard, setting: Setting) -> Result:
    question = setting.book.of(p.asking or "")
    options = options_for(p.asking or "", p, setting.path, setting.paths.modules)
    reading = read_answer(heard, question, p, setting.book, options, setting.now, setting.zone, setting.times,
                          setting.topics, setting.visit_day)
    if isinstance(reading, NotUnderstood):
        return after_not_understood(p, heard, reading, setting)
    handler = HANDLERS.get(question.key)
    return handler(p, heard, reading, setting) if handler else understood(p, heard, reading, setting)


def _belongs_here(heard: Heard, p: Preparation) -> bool:
    """A typed addition to a list is welcome although the list moved on meanwhile."""
    return heard.kind == "text" and p.asking is not None and _about(heard.question) == _about(p.asking)


def _about(ref: str | None) -> str | None:
    """What a list question is about, whichever number it has; the whole reference for the others."""
    return key_of(ref) if ref and key_of(ref) in {"matters", "question", "pressures"} else ref


def _begin(p: Preparation, setting: Setting) -> Result:
    if p.asking is None:
        return opening.begin(p, setting)
    if (opened := opening.try_again(p, setting)) is not None:
        return opened
    return asked(p, setting, (Say("utter_welcome_back", setting.facts), *_recap(p, setting)))


def _recap(p: Preparation, setting: Setting) -> tuple[Say, ...]:
    """One line about where they were, for somebody who comes back after hours or weeks."""
    if setting.away is None or setting.away < LONG_AWAY or p.value("consent") is None or p.asking == "afterwards":
        return ()
    items = ranked(p, setting.path.most_priorities) or p.items()
    if not items:
        return (Say("utter_recap_empty", setting.facts),)
    return (Say("utter_recap", {"count": str(len(p.items())), "first": shortened(items[0].words, 90)}),)


def _begin_check_in(p: Preparation, heard: Heard, setting: Setting) -> Result:
    return step_aside(p, f"check_in_result:{heard.value}", setting)
