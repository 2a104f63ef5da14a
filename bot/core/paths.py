"""Which way a preparation takes: the paths, and the rules that choose one for an appointment. Data, checked on load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MUST = 1000  # heavier than every weight: asked wherever it applies
NOT_NOW = "not_now"


@dataclass(frozen=True)
class Stop:
    """One question on a path.

    Args:
        weight: ``MUST``, or how soon it is left for later when there is no room for everything (lighter goes first).
        room: how many questions are expected from here on because of it, itself among them; with less it is left.
        wish: how many more of them are kept free if there is room, so that lighter questions before them wait.
    """

    key: str
    weight: int
    room: int = 1
    wish: int = 0


@dataclass(frozen=True)
class Path:
    """One way through a preparation.

    Args:
        way: the questions in the order they are asked.
        asks: how often a list is asked at most, by its key.
        most_questions: on the way to the read-back, for somebody who answers everything.
        opening: ``why_coming`` or ``hope`` where only one of the two is asked; None for both.
    """

    name: str
    way: tuple[Stop, ...]
    asks: Mapping[str, int]
    most_priorities: int
    most_questions: int
    opening: str | None = None


@dataclass(frozen=True)
class FitRule:
    """Which path fits which appointment, and the review behind it.

    Args:
        when: what the appointment must be: ``type`` and ``needs``, each one value; empty fits everybody.
        path: None when no question fits now.
        with_helper: fits only while a helper answers.
        says: the sentence that tells the person about it; None when there is nothing to tell.
    """

    id: str
    when: Mapping[str, str]
    path: Path | None
    with_helper: bool
    says: str | None
    why: str
    source: str
    reviewed: str


@dataclass(frozen=True)
class PathBook:
    """All paths and rules, and the modules that can be added from the read-back (name → its questions)."""

    paths: Mapping[str, Path]
    rules: tuple[FitRule, ...]
    modules: Mapping[str, tuple[str, ...]]

    def rule_for(self, kind: str, needs: str) -> FitRule:
        """The first rule that fits an appointment of type ``kind`` about which the team noted ``needs``."""
        about = {"type": kind, "needs": needs}
        return next(rule for rule in self.rules if all(about[name] == value for name, value in rule.when.items()))
