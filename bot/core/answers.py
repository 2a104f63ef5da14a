"""Answers: what a person said to one question, and the ways of not saying it, which are never folded together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

Value = str | int | None


class State(str, Enum):
    """How a question was answered. ``no`` is an answer; ``skipped`` and ``not_sure`` are two others."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    NOT_SURE = "not_sure"
    NO = "no"
    UNCLEAR = "unclear"
    REMOVED = "removed"


@dataclass(frozen=True)
class Answer:
    """One answer.

    Args:
        question: the question's reference, e.g. ``importance:2``.
        words: verbatim as typed or as the tapped button read; None when nothing was said.
        value: what was understood: a whole number for a scale, a choice's name, an item's number, an ISO time.
        given_by: ``patient`` or ``helper``.
    """

    question: str
    state: State
    words: str | None
    value: Value
    inbox_id: str
    at: datetime
    given_by: str = "patient"
    private: bool = False

    @property
    def answered(self) -> bool:
        return self.state is State.ANSWERED


def key_of(ref: str) -> str:
    """The question a reference belongs to: ``importance`` of ``importance:2``."""
    return ref.partition(":")[0]


def number_of(ref: str) -> int:
    """The number in a reference: 2 of ``importance:2``; 1 where there is none."""
    tail = ref.partition(":")[2]
    return int(tail) if tail.isdecimal() else 1
