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
HELPER_ROLES = ("carer", "family", "advocate", "staff")
CONFIRMERS = ("patient", "together", "helper")


class SheetError(ValueError):
    """A sheet that cannot be: an unknown or missing key, or a value outside its range."""


@dataclass(frozen=True)
class Said:
    """One answer. ``skipped``, ``not_sure``, ``no`` and ``unclear`` are four answers and never become each other.

    Attributes:
        state: one of ``STATES``.
        words: what was typed or the title of what was tapped, verbatim; None when nothing was said.
        value: what it was understood as: 0 to 10 on a scale, a stage, a choice's name, or None.
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
class Beside:
    """A helper's words beside the patient's own, never merged with them.

    Attributes:
        about: the question's key (``hope``, ``first_step`` …); for lists the place on this sheet: ``priority:1``,
            ``other_item:1``, ``question:2``, ``pressure:1``.
    """

    about: str
    said: Said

    def __post_init__(self) -> None:
        if self.said.by != "helper":
            raise SheetError("what stands beside an answer is a helper's")


@dataclass(frozen=True)
class Change:
    """The change the person is considering. What was not asked is None; ``check_in_on`` is aware.

    Attributes:
        hope: what they hope to get from it.
        used_to: what they said when they did it before and stopped.
        good_change, hard_change, good_same, hard_same: good things and downsides of changing, of staying the same.
        check_in: their own words on when to be asked; ``check_in_on`` is the day that was understood.
        timescale_read, how_often_read: the days or the length of time that those words name, counted from when they were
            written, as in :func:`bot.core.times.as_iso`; None where they name none for certain.
    """

    topic: Said
    stage: Said | None
    importance: Said | None
    confidence: Said | None
    first_step: Said | None
    check_in_on: datetime | None
    hope: Said | None = None
    used_to: Said | None = None
    importance_from: Said | None = None
    confidence_from: Said | None = None
    confidence_higher: Said | None = None
    importance_higher: Said | None = None
    timescale: Said | None = None
    how_often: Said | None = None
    in_the_way: Said | None = None
    way_round: Said | None = None
    smaller_step: Said | None = None
    tell_someone: Said | None = None
    good_change: Said | None = None
    hard_change: Said | None = None
    good_same: Said | None = None
    hard_same: Said | None = None
    check_in: Said | None = None
    timescale_read: str | None = None
    how_often_read: str | None = None

    def __post_init__(self) -> None:
        if self.stage is not None and self.stage.value is not None:
            _one_of("stage", self.stage.value, STAGES)
        _on_the_scale("importance", self.importance)
        _on_the_scale("confidence", self.confidence)
        _aware("check_in_on", self.check_in_on)


@dataclass(frozen=True)
class Sheet:
    """Everything the person let the clinician see. None stands for "not asked" and for "kept private" alike.

    Attributes:
        hope: what they hope will happen.
        priorities: their first ones, in their order.
        other_items: everything else they named, in the order they named it.
        questions: for the clinician.
        change: None when they did not come to it; a ``topic`` that says ``no`` when they wanted none.
        kept_private: how many answers they kept to themselves. Only ever a count.
        answered_by: ``helper`` when somebody helped with any answer; each answer says for itself as well.
        wording_version: which wording they answered.
        confirmed_at: when they said "share it"; aware.
        why_coming: why they think they were asked to come; ``not_sure`` when they do not know.
        card: whether they kept the three-question card.
        pressures: basic needs that are hard to meet (``food`` ``warmth`` ``home`` ``money`` as value), or their own.
        role, how_much: who should decide, and how much they want to know.
        longer: whether they wish for a longer appointment.
        find_out, found_out: what they wanted to find out or bring, and what came of it.
        left_for_later: keys of the questions nobody asked.
        helper_role: who the helper is, one of ``HELPER_ROLES``, or None.
        with_help: whether somebody helped at all.
        confirmed_by: who read it and let it be shared, one of ``CONFIRMERS``.
        person_agrees: what the helper said when asked whether the patient agrees.
        follows: when the earlier preparation that this one follows was shared; aware.
        carried: whether it started from what was said then.
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
    why_coming: Said | None = None
    card: Said | None = None
    helps: Said | None = None
    support: Said | None = None
    daily_life: Said | None = None
    worries: Said | None = None
    pressures: tuple[Said, ...] = ()
    days: Said | None = None
    role: Said | None = None
    how_much: Said | None = None
    access: Said | None = None
    coming: Said | None = None
    longer: Said | None = None
    find_out: Said | None = None
    found_out: Said | None = None
    left_for_later: tuple[str, ...] = ()
    helper_role: str | None = None
    with_help: bool = False
    confirmed_by: str = "patient"
    person_agrees: Said | None = None
    beside: tuple[Beside, ...] = ()
    follows: datetime | None = None
    carried: bool = False

    def __post_init__(self) -> None:
        _one_of("answered_by", self.answered_by, GIVERS)
        _one_of("helper_role", self.helper_role, (*HELPER_ROLES, None))
        _one_of("confirmed_by", self.confirmed_by, CONFIRMERS)
        _aware("confirmed_at", self.confirmed_at)
        _aware("follows", self.follows)
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


def _one_of(name: str, value: object, known: tuple[object, ...]) -> None:
    if value not in known:
        raise SheetError(f"{name} is {value!r}, not one of {', '.join(map(str, known))}")


def _on_the_scale(name: str, said: Said | None) -> None:
    """Scales go from 0 to 10, as the end points in the question say."""
    if said is not None and said.value is not None and said.value not in range(11):
        raise SheetError(f"{name} is {said.value!r}, not a whole number from 0 to 10")


def _aware(name: str, at: datetime | None) -> None:
    if at is not None and (not isinstance(at, datetime) or at.tzinfo is None):
        raise SheetError(f"{name} must be a time with a zone")
