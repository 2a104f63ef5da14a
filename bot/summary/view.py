"""The one model every format of the sheet is made from. Its field names are the keys of the JSON format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Moment:
    """``at`` is ISO 8601 in UTC; ``text`` the same in the appointment's zone."""

    at: str
    text: str


@dataclass(frozen=True)
class Line:
    """One answer.

    Attributes:
        state: ``answered`` ``skipped`` ``not_sure`` ``no`` ``unclear`` or ``not_asked``.
        words: theirs, verbatim, or None.
        value: 0 to 10, a stage of change, or None.
        by: ``patient``, ``helper``, or None when it was not asked.
        note: what we say about it ("They skipped this", "8 of 10"); empty when their words say it all.
        scale: whether it answers a question from 0 to 10.
    """

    state: str
    words: str | None
    value: int | str | None
    by: str | None
    note: str
    scale: bool = False

    @property
    def quoted(self) -> str | None:
        """Their words, unless the note already says the same number."""
        return None if self.words is None or self.words.strip() == str(self.value) else self.words


@dataclass(frozen=True)
class Priority:
    """``rank`` 1 stands first."""

    rank: int
    item: Line
    importance: Line


@dataclass(frozen=True)
class CheckIn:
    """A check-in as it stands now; ``text`` says its answer or that there is none.

    ``same_step`` is whether it asks about the first step on this sheet. Another one is not shown: it may not be shared.
    """

    same_step: bool
    due: Moment
    state: str
    answer: str | None
    text: str
    words: str | None
    answered: Moment | None


@dataclass(frozen=True)
class Change:
    """The change they are considering, and what became of it."""

    topic: Line
    stage: Line
    importance: Line
    confidence: Line
    first_step: Line
    check_in_on: Moment | None
    check_ins: tuple[CheckIn, ...]

    @property
    def named(self) -> bool:
        """Whether there is a change to speak of."""
        return self.topic.state == "answered"


@dataclass(frozen=True)
class Acknowledged:
    """Who has seen a flag."""

    by: str
    at: Moment
    note: str | None


@dataclass(frozen=True)
class Flag:
    """A safety flag; ``acknowledged`` is None until somebody has."""

    id: str
    kind: str
    text: str
    words: str
    raised: Moment
    acknowledged: Acknowledged | None


@dataclass(frozen=True)
class Appointment:
    """Whose appointment it is, with whom and when."""

    id: str
    reference: str
    clinic: str
    patient: str
    patient_reference: str
    clinician: str
    type: str
    starts: Moment
    timezone: str


@dataclass(frozen=True)
class Shared:
    """What the person shared. ``earlier`` are the times of the versions before this one."""

    hope: Line
    priorities: tuple[Priority, ...]
    other_items: tuple[Line, ...]
    questions: tuple[Line, ...]
    change: Change | None
    kept_private: int
    kept_private_text: str
    answered_by: str
    answered_by_text: str
    wording_version: str
    confirmed: Moment
    earlier: tuple[Moment, ...]


@dataclass(frozen=True)
class SheetView:
    """A whole sheet. ``shared`` is None until they share it; ``state`` and ``state_text`` then say where it stands."""

    appointment: Appointment
    state: str
    state_text: str
    notice: str
    flags: tuple[Flag, ...]
    shared: Shared | None
