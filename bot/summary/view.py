"""The one model every format of the sheet is made from. Its field names are the keys of the JSON format."""

from __future__ import annotations

from dataclasses import dataclass

from bot.summary.moments import Moment
from bot.summary.more_to_say import ENDINGS, says_more_than, says_more_than_the_ending
from bot.summary.view_flags import Flag

_ALSO = {"done": "did"}  # another form of the word that stands there already


@dataclass(frozen=True)
class Line:
    """One answer.

    Attributes:
        state: ``answered`` ``skipped`` ``not_sure`` ``no`` ``unclear``; ``absent`` where only a helper said something.
        words: theirs, verbatim, or None.
        value: 0 to 10, a stage of change, a choice's name, or None.
        by: ``patient``, ``helper``, or None when it is absent.
        note: what we say about it ("They skipped this", "8 of 10"); empty when their words say it all.
        scale: whether it answers a question from 0 to 10.
        helper: how a helper's words are labelled; empty when they are the patient's own, and when every answer is a
            helper's: that is said once for the whole sheet.
        beside: what a helper put beside it, verbatim.
        adds: how that is labelled; empty when there is none.
    """

    state: str
    words: str | None
    value: int | str | None
    by: str | None
    note: str
    scale: bool = False
    helper: str = ""
    beside: tuple[str, ...] = ()
    adds: str = ""

    @property
    def shown(self) -> str | None:
        """Their words where they add something to our note, for reading; ``words`` keeps them in any case."""
        if self.words is None:
            return None
        if self.state in ENDINGS:
            return self.words if says_more_than_the_ending(self.words) else None
        told = self.state == "answered" and self.value is not None and self.note
        return None if told and not says_more_than(self.words, f"{self.note} {self.value}") else self.words

    @property
    def speaks(self) -> bool:
        """Whether there is something to read here; if not, one quiet line for all such is enough."""
        return self.state == "answered" or self.shown is not None or bool(self.beside)


@dataclass(frozen=True)
class Fact:
    """One short answer with its label. ``key`` is the question's."""

    key: str
    label: str
    line: Line


@dataclass(frozen=True)
class Priority:
    """``rank`` 1 stands first."""

    rank: int
    item: Line
    importance: Line | None


@dataclass(frozen=True)
class CheckIn:
    """A check-in as it stands now; ``text`` says its answer or that there is none.

    ``same_step`` is whether it asks about the first step on this sheet. Another step, and what was said about it, are
    not shown: they may not be shared.
    """

    same_step: bool
    due: Moment
    state: str
    answer: str | None
    text: str
    words: str | None
    answered: Moment | None

    @property
    def shown(self) -> str | None:
        """Their words where they add something to ``text``."""
        if self.words is None:
            return None
        if self.answer in ENDINGS:
            return self.words if says_more_than_the_ending(self.words) else None
        return self.words if says_more_than(self.words, f"{self.text} {_ALSO.get(self.answer or '', '')}") else None


@dataclass(frozen=True)
class Balance:
    """One row of the good things and the downsides, of changing or of staying the same."""

    label: str
    good: Line | None
    hard: Line | None


@dataclass(frozen=True)
class Change:
    """The change they are considering, and what became of it. ``plan`` holds the rest of what was asked, in order."""

    topic: Line
    hope: Line | None
    stage: Line | None
    used_to: Line | None
    importance: Line | None
    importance_from: Line | None
    confidence: Line | None
    confidence_from: Line | None
    confidence_higher: Line | None
    importance_higher: Line | None
    balance: tuple[Balance, ...]
    plan: tuple[Fact, ...]
    check_in: Line | None
    check_in_on: Moment | None
    check_ins: tuple[CheckIn, ...]

    @property
    def speaks(self) -> bool:
        """Whether there is a change to read about, or words on why there is none."""
        return self.topic.speaks or any(fact.line.speaks for fact in self.plan)


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
    """What the person shared, in the order it is read. None and empty: not asked, or kept private.

    Attributes:
        life: what helps, who supports them, daily life, worries, days that never work.
        wishes: role in decisions, how much to know. practical: access, who comes, a longer visit, to find out.
        quiet: lines for questions that were left without a word, one for each way of leaving them.
        left_for_later: the keys; ``left_for_later_text`` the line.
        all_by_text: whose words all of these are, when every answer is a helper's; else empty.
        earlier: the times of the versions before this one.
        history: "Shared …", or "Changed …, after first sharing …"; and what it follows.
    """

    why_coming: Line | None
    hope: Line | None
    priorities: tuple[Priority, ...]
    other_items: tuple[Line, ...]
    questions: tuple[Line, ...]
    card: Line | None
    pressures: tuple[Line, ...]
    life: tuple[Fact, ...]
    change: Change | None
    wishes: tuple[Fact, ...]
    practical: tuple[Fact, ...]
    unplaced: tuple[Fact, ...]
    quiet: tuple[str, ...]
    left_for_later: tuple[str, ...]
    left_for_later_text: str
    kept_private: int
    kept_private_text: str
    answered_by: str
    answered_by_text: str
    helper_role: str | None
    confirmed_by: str
    agrees_text: str
    all_by_text: str
    wording_version: str
    confirmed: Moment
    earlier: tuple[Moment, ...]
    follows: Moment | None
    history: tuple[str, ...]

    @property
    def questions_told(self) -> tuple[Line, ...]:
        """The questions to read; that there are none is worth reading, too."""
        return tuple(one for one in self.questions if one.speaks or one.state == "no")


@dataclass(frozen=True)
class SheetView:
    """A whole sheet. ``shared`` is None until they share it; ``state`` and ``state_text`` then say where it stands."""

    appointment: Appointment
    state: str
    state_text: str
    notice: str
    flags: tuple[Flag, ...]
    shared: Shared | None
