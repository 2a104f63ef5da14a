"""The questions as data: what kind each is, which step it belongs to, what may be typed for a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.answers import State, key_of

KINDS = frozenset({"words", "scale", "choice", "ranking", "when"})


@dataclass(frozen=True)
class Question:
    """One question. ``step`` is 0 for some asides; ``skip`` says whether it may be skipped."""

    key: str
    kind: str
    step: int = 0
    choices: tuple[str, ...] = ()
    repeats: bool = False
    aside: bool = False
    skip: bool = True


@dataclass(frozen=True)
class QuestionBook:
    """All questions, and the phrases that stand for a choice or for "nothing else"."""

    questions: Mapping[str, Question]
    typed: Mapping[str, frozenset[str]]
    nothing_else: frozenset[str]
    means_no: frozenset[str]
    means_not_sure: frozenset[str]
    consent_version: str
    steps: int

    def of(self, ref: str) -> Question:
        """The question that ``ref`` belongs to. Raises KeyError for one that is not in the book."""
        return self.questions[key_of(ref)]

    def state_of(self, choice: str) -> State:
        """Whether a choice is an answer with a value, a plain no, or not being sure: three different answers."""
        if choice in self.means_not_sure:
            return State.NOT_SURE
        return State.NO if choice in self.means_no else State.ANSWERED
