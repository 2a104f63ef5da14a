"""What is tapped where no turn of the visit answers; see "Which turn is said where" in ``docs/real-input.md``."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import Any

from bot.content.load_questions import load_questions
from bot.core.answers import key_of
from bot.core.questions import QuestionBook

SPLIT = ("apart", "whole")
_ALWAYS = {
    "consent": "agree", "start_again": "no", "parked_question": "yes", "parked_matters": "yes", "parked_late": "no",
}


@lru_cache(maxsize=1)
def _book() -> QuestionBook:
    return load_questions()


def on_the_way(ref: str) -> bool:
    """Whether a question belongs to the way forward, and so counts as one that was met; asides do not."""
    question = _book().questions.get(key_of(ref))
    return question is not None and not question.aside


def tap_for(asked: dict[str, Any], choose: random.Random, split: str, has_step: bool) -> str | None:
    """The value to tap in answer to ``asked``, a message with a question; None to leave the question out.

    Args:
        choose: decides numbers and choices.
        split: what is answered when several things in one message are offered apart; one of ``SPLIT``.
        has_step: whether a first step is still to be said. Somebody who is not thinking of it is not asked for one.
    """
    key = key_of(asked["question"])
    if asked["scale"]:
        return str(choose.randint(0, 10))
    if key in _ALWAYS or key == "split":
        return _ALWAYS.get(key, split)
    taps = [button["value"] for button in asked["buttons"] if not button["value"].startswith("/")]
    question = _book().questions.get(key)
    if question is None or not taps:
        return None
    if key == "priority":
        return taps[0]
    if question.kind in {"choice", "when"}:
        return choose.choice([value for value in taps if value != "not_now" or not has_step])
    return next((value for value in taps if value in _book().means_no), None)
