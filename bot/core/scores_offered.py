"""Asking a score back that may be meant: a yes keeps it with the words it was read from, any number takes its place."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answers import Answer
from bot.core.hearing import Heard, NotUnderstood, verbatim
from bot.core.moving import Result, Setting, asked
from bot.core.preparation import SCORE, Parked, Preparation
from bot.core.saying import Say
from bot.core.scales import read_scale


def ask_back(p: Preparation, heard: Heard, why: NotUnderstood, setting: Setting) -> Result:
    """ "Did you mean 7?": nothing is stored before they say so.

    Args:
        why: ``unsure``, with the score in ``low``.
    """
    score = str(why.low)
    p = replace(p, parked=Parked(verbatim(heard) or "", heard.inbox_id, f"{SCORE}{p.asking}", (score,)))
    return asked(p, setting, (Say("utter_again_unsure", {"score": score}),))


def with_words_read(answer: Answer, p: Preparation, heard: Heard) -> Answer:
    """A score that was confirmed, with the words it was read from in the place of the yes."""
    if p.score_waits is None or p.parked is None or heard.kind != "text" or not answer.answered:
        return answer
    if answer.value != p.score_waits or read_scale(heard.text).kind == "exact":
        return answer
    return replace(answer, words=p.parked.words, inbox_id=p.parked.inbox_id)
