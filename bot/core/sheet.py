"""The sheet: what the person confirmed, in their own words, and how it is written down and read back.

To add a field: append it to its class **with a default** and, if it has a rule, check it in ``__post_init__``. Sheets
stored before it read as that default; a key that no field knows, or a missing key without a default, is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.strict import StrictError, from_plain, to_plain

STATES = ("answered", "skipped", "not_sure", "no", "unclear")
GIVERS = ("patient", "helper")
STAGES = ("precontemplation", "contemplation", "preparation", "action", "maintenance")


class SheetError(ValueError):
    """A sheet that cannot be: an unknown or missing key, or a value outside its range."""


@dataclass(frozen=True)
class Said:
    """One answer. ``skipped``, ``not_sure``, ``no`` and ``unclear`` are four answers and never become each other.

    Attributes:
        state: one of ``STATES``.
        words: what was typed or the title of what was tapped, verbatim; None when nothing was said.
        value: what it was understood as: 0 to 10 on a scale, a stage, or None.
        by: ``patient`` or ``helper``.
    """

    state: str
    words: str | None
    value: int | str | None
    by: str

    def __post_init__(self) -> None:
        _one_of("state", self.state, STATES)
        _one_of("by", self.by, GIVERS)
        if self.state == "answered" and self.words is None and self.value is None:
            raise SheetError("an answer needs words or a value")


@dataclass(frozen=True)
class RankedItem:
    """A priority. ``rank`` 1 stands first; ``importance`` is None when it was never asked."""

    rank: int
    item: Said
    importance: Said | None

    def __post_init__(self) -> None:
        if self.rank < 1:
            raise SheetError(f"a rank starts at 1, not {self.rank}")
        _on_the_scale("importance", self.importance)


@dataclass(frozen=True)
class Change:
    """The change the person is considering. What was not asked is None; ``check_in_on`` is aware."""

    topic: Said
    stage: Said | None
    importance: Said | None
    confidence: Said | None
    first_step: Said | None
    check_in_on: datetime | None

    def __post_init__(self) -> None:
        if self.stage is not None and self.stage.value is not None:
            _one_of("stage", self.stage.value, STAGES)
        _on_the_scale("importance", self.importance)
        _on_the_scale("confidence", self.confidence)
        _aware("check_in_on", self.check_in_on)


@dataclass(frozen=True)
class Sheet:
    """Everything the person let the clinician see.

    Attributes:
        hope: what they hope will happen; None when it was not asked.
        priorities: their first ones, in their order.
        other_items: everything else they named, in the order they named it.
        questions: for the clinician.
        change: None when they did not come to it; a ``topic`` that says ``no`` when they wanted none.
        kept_private: how many answers they kept to themselves. Only ever a count.
        answered_by: ``patient`` or ``helper``; each answer says for itself as well.
        wording_version: which wording they answered.
        confirmed_at: when they said "share it"; aware.
    """

    hope: Said | None
    priorities: tuple[RankedItem, ...]
    other_items: tuple[Said, ...]
    questions: tuple[Said, ...]
    change: Change | None
    kept_private: int
    answered_by: str
    wording_version: str
    confirmed_at: datetime

    def __post_init__(self) -> None:
        _one_of("answered_by", self.answered_by, GIVERS)
        _aware("confirmed_at", self.confirmed_at)
        if self.kept_private < 0:
            raise SheetError("kept_private is a count")
        ranks = [item.rank for item in self.priorities]
        if ranks != sorted(set(ranks)):
            raise SheetError(f"ranks must rise, not {ranks}")

    def to_dict(self) -> dict[str, Any]:
        """The sheet as JSON can hold it; times as ISO 8601 with their offset."""
        return to_plain(self)

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Sheet:
        """Read back what :meth:`to_dict` wrote.

        Raises: SheetError naming the place, for an unknown or missing key, a wrong type or a value out of range.
        """
        try:
            return from_plain(cls, plain)
        except StrictError as error:
            raise SheetError(str(error)) from error


def _one_of(name: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise SheetError(f"{name} is {value!r}, not one of {', '.join(known)}")


def _on_the_scale(name: str, said: Said | None) -> None:
    """Scales go from 0 to 10, as the end points in the question say."""
    if said is not None and said.value is not None and said.value not in range(11):
        raise SheetError(f"{name} is {said.value!r}, not a whole number from 0 to 10")


def _aware(name: str, at: datetime | None) -> None:
    if at is not None and (not isinstance(at, datetime) or at.tzinfo is None):
        raise SheetError(f"{name} must be a time with a zone")
