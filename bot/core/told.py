"""What a message tells of, in pieces of it: read the same way where something is asked and where only a line is read."""

from __future__ import annotations

import re

from bot.core.concerns import concerns_in
from bot.core.findings.apart import parts_told
from bot.core.findings.asks import is_question
from bot.core.findings.concerns import find_concerns
from bot.core.findings.vocabulary import HealthWords
from bot.core.scales import read_scale
from bot.core.words import tidy

_SENTENCES = re.compile(r"[.!?…]\s|\n")
_FEW = 4  # words; a score with so few is no concern
_BESIDE = frozenset({"request", "question", "topic"})  # beside the point these may be for a joke, or the weather


def told_apart(text: str, vocabulary: HealthWords | None) -> tuple[str, ...]:
    """The things of one message, all of it: where it is plainly a list, else where each sentence tells of another trouble.

    Args:
        vocabulary: words that name troubles; without it only what is plainly a list is told apart.
    """
    listed = concerns_in(text)
    if vocabulary is None or listed and _SENTENCES.search(text.strip()):
        return listed
    told = parts_told(text, vocabulary)
    return told if len(told) > len(listed) else listed


def troubles_in(
    text: str, vocabulary: HealthWords | None, question: str | None = None, beside: bool = False,
) -> tuple[str, ...]:
    """The troubles that ``text`` names, each a piece of it.

    Args:
        question: what was asked before, when known.
        beside: whether the message looks beside the point: then a wish, a question or a topic may be too; a trouble is one
            all the same.
    """
    if vocabulary is None:
        return ()
    return tuple(
        one.words for one in find_concerns(text, vocabulary, question) if not (beside and one.group in _BESIDE)
    )


def concerns_told(
    text: str, vocabulary: HealthWords, question: str | None, asked_openly: bool, beside: bool,
) -> tuple[str, ...]:
    """What could stand on the agenda: the troubles ``text`` names, else the things of an open answer, apart or whole.

    Args:
        asked_openly: whether it was asked what matters. A question or a mere score is no concern even then.
    """
    found = troubles_in(text, vocabulary, question, beside)
    only_a_score = read_scale(text).kind in {"exact", "range"} and len(text.split()) <= _FEW
    if found or only_a_score or beside or not asked_openly or is_question(text):
        return found
    whole = tidy(text)
    return told_apart(whole, vocabulary) or ((whole,) if whole else ())
