"""What a short answer admits to, when the question asked about danger: “sometimes”, “second one”, “no, I can't”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from bot.core.safety_patterns import Patterns
from bot.core.safety_text import Reading

_LONGEST = 16  # words; what is longer speaks for itself, and is read by the rules
_SHORTEST = 3  # words
_QUESTION = re.compile(r"[^.?!]*\?")
_NEGATIONS = frozenset({"not", "never", "no", "none", "nothing", "without"})


class Answer(str, Enum):
    """How a short answer takes the question."""

    admits = "admits"
    denies = "denies"
    unsure = "unsure"
    other = "other"


@dataclass(frozen=True)
class DangerQuestion:
    """A question that asks about danger: patterns of its words, and which answer means danger of ``kind``."""

    id: str
    kind: str
    danger: Answer
    any: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """How people agree (some words only ``admitting_alone``, in the shortest answers), deny, leave it open, and say that it
    is ``over`` or ``now``; and the questions where that means danger. Reviewed content.

    ``mirror`` turns a question into the answer's words ("your life": "my life").
    """

    admitting: Patterns
    admitting_alone: Patterns
    denying: Patterns
    unsure: Patterns
    over: Patterns
    now: Patterns
    asking: Patterns
    questions: tuple[DangerQuestion, ...]
    mirror: dict[str, str]


def read_answer(reading: Reading, answers: Answers) -> Answer:
    """How a short answer takes a question; longer ones, and what is none of these, are ``other``. Never raises."""
    if not 0 < len(reading.words) <= _LONGEST:
        return Answer.other
    if next(answers.unsure.search(reading), None) is not None:
        return Answer.unsure
    if any(match.spans[0][0] <= 1 for match in answers.denying.search(reading)):
        return Answer.denies
    ways = (answers.admitting, answers.admitting_alone) if len(reading.words) <= _SHORTEST else (answers.admitting,)
    admitted = [match.spans[0][0] for patterns in ways for match in patterns.search(reading)]
    if admitted and _NEGATIONS.isdisjoint(reading.words[: min(admitted)]):
        return Answer.admits
    return Answer.other


def is_over(reading: Reading, answers: Answers) -> bool:
    """Whether a short answer says that it is past, and nothing in it says that it is now."""
    return next(answers.over.search(reading), None) is not None and next(answers.now.search(reading), None) is None


def last_question(asked: str) -> str:
    """The last question in what was said before an answer; something short may lack its mark; else nothing."""
    found = _QUESTION.findall(asked)
    return found[-1] if found else asked if len(asked.split()) <= _LONGEST else ""
