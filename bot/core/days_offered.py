"""Asking for a day once more: one is proposed, two are set side by side, or the words are handed back for a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.answers import Answer
from bot.core.asking import ask
from bot.core.hearing import Heard, NotUnderstood, verbatim
from bot.core.moving import Result, Setting, asked
from bot.core.phrases import shortened
from bot.core.preparation import DAY, Parked, Preparation
from bot.core.saying import Choice, Say, Turn
from bot.core.short_answers import begins_with_yes
from bot.core.when import day_as_written

_KEPT = frozenset({"propose", "which", "event"})  # what they said is part of the answer, whichever day it becomes
REFUSE = "no_check_in"


def ask_again(p: Preparation, heard: Heard, why: NotUnderstood, setting: Setting) -> Result:
    """The question for a day in other words; their own words are kept beside it until a day is found."""
    p = _keep_words(p, heard, why)
    key, words = _wording(why)
    if why.why not in _KEPT:
        return asked(p, setting, (Say(key, words),))
    question = ask(p.asking or "", p, setting.book, setting.asking)[-1]
    return p, Turn((replace(question, key=key, words=words, choices=_choices(why.days, question)),), p.asking)


def _wording(why: NotUnderstood) -> tuple[str, dict[str, str]]:
    days = [day_as_written(day) for day in why.days]
    if why.why == "propose":
        return "utter_again_propose", {"day": days[0]}
    if why.why == "which":
        return ("utter_again_which", {"first": days[0], "second": days[1]}) if len(days) == 2 else ("utter_again_several", {})
    if why.why in {"event", "lost"}:
        return f"utter_again_{why.why}", {"words": shortened(why.words, 140)}
    return f"utter_again_{why.why}", {}


def _choices(days: tuple[date, ...], question: Say) -> tuple[Choice, ...]:
    """The days, and the way of wanting none; where none is offered, what the question offers by itself."""
    if not days:
        return question.choices
    offered = tuple(Choice(day.isoformat(), "utter_choice_day", {"day": day_as_written(day)}) for day in days)
    return offered + tuple(one for one in question.choices if one.value == REFUSE)


def _keep_words(p: Preparation, heard: Heard, why: NotUnderstood) -> Preparation:
    said = verbatim(heard) if heard.kind == "text" and why.why in _KEPT else None
    before = p.parked if p.day_waits else None
    words = "\n".join(filter(None, (before.words if before else None, said)))
    if not words:
        return p
    days = tuple(day.isoformat() for day in why.days)
    return replace(p, parked=Parked(words, heard.inbox_id if said or before is None else before.inbox_id,
                                    f"{DAY}{p.asking}", days))


def with_words_kept(answer: Answer, p: Preparation, heard: Heard) -> Answer:
    """An answer to a question for a day, with what was said about the day before it was found.

    "Mid January", then a yes: the words are "mid January". "After my holiday", then "the 12th": both, one below the other.
    """
    if not p.day_waits or p.parked is None:
        return answer
    typed_yes = heard.kind == "text" and begins_with_yes(heard.text) and not any(one.isdigit() for one in heard.text)
    if answer.answered and (heard.value in p.parked.parts or typed_yes):
        return replace(answer, words=p.parked.words, inbox_id=p.parked.inbox_id)
    return replace(answer, words="\n".join(filter(None, (p.parked.words, answer.words))))
