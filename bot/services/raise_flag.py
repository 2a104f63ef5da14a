"""Check a message for danger, keep a flag, and say what to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.flags import ANSWERED_WHEN_IT_RECURS, Flag
from bot.core.helplines import Helplines
from bot.core.safety import Finding, check
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import SafetyRules
from bot.services.tell_contact import tell_next


class Flags(Protocol):
    def of_message(self, inbox_id: str) -> Flag | None: ...

    def add(
        self, *, conversation_id: str, appointment_id: str, inbox_id: str, kind: str, rule: str, words: str,
        now: datetime,
    ) -> Flag: ...

    def raised_before(self, flag: Flag) -> int: ...

    def newest(self, conversation_id: str) -> Flag | None: ...

    def only_waits(self, flag_id: str) -> None: ...


class UnitWithFlags(Protocol):
    flags: Flags
    alerts: Any


@dataclass(frozen=True)
class Say:
    """One sentence to say: its key in the wording, and the words for its placeholders."""

    key: str
    words: dict[str, str]


@dataclass(frozen=True)
class Raised:
    """What the check led to.

    ``interrupts``: say ``says`` and nothing else; the message is not an answer to anything. Otherwise ``says`` (which
    may be empty) comes before the ordinary reply, and the message is taken as usual. ``new``: this call kept the flag.
    """

    flag: Flag | None
    interrupts: bool
    says: tuple[Say, ...]
    new: bool = False


NOTHING = Raised(None, False, ())


class RaiseFlag:
    """Called inside the turn, on every inbound text, before anything else."""

    def __init__(
        self, rules: SafetyRules, helplines: Helplines, clock: Clock, resemblance: Resemblance | None = None,
    ) -> None:
        self._rules = rules
        self._resemblance = resemblance
        self._helplines = helplines
        self._clock = clock

    def __call__(
        self, unit: UnitWithFlags, *, inbox_id: str, conversation_id: str, appointment_id: str, text: str,
        question: str | None = None, after_safety: bool = False,
    ) -> Raised:
        """Check ``text``; keep a flag when it matters. The same message again gives the same answer and no second flag.

        A new flag goes to the clinic's first safety contact in the same unit of work. A low mood heard for the first
        time does not (docs/adr/0026): it stands on the page.

        Args:
            text: the words as stored, of an inbound message of kind ``text``.
            question: the words of the question being answered, when known.
            after_safety: a safety text was the last thing said; what that asks is the question, in place of its words.
        """
        flag = unit.flags.of_message(inbox_id)
        new = False
        if flag is None:
            last = unit.flags.newest(conversation_id) if after_safety else None
            if last is not None:
                question = self._rules.answers.after_safety[last.kind]
            found = _weightiest(check(text, self._rules, question, self._resemblance))
            if found is None:
                return NOTHING
            flag = unit.flags.add(
                conversation_id=conversation_id, appointment_id=appointment_id, inbox_id=inbox_id,
                kind=found.kind, rule=found.rule, words=found.words, now=self._clock.now(),
            )
            new = True
        before = unit.flags.raised_before(flag)
        gently = flag.kind in ANSWERED_WHEN_IT_RECURS
        first = gently and not before
        if new and first:
            unit.flags.only_waits(flag.id)
        elif new:
            tell_next(unit, flag.id, flag.raised_at)
        key = f"utter_safety_{flag.kind}_heard" if first else f"utter_safety_{flag.kind}"
        said_before = before > (1 if gently else 0)
        opening = (Say("utter_heard_again", {}),) if said_before else ()
        return Raised(flag, not first, (*opening, Say(key, dict(self._helplines.numbers))), new)


def _weightiest(findings: tuple[Finding, ...]) -> Finding | None:
    """The first alert, else the first thing present that is answered when it recurs."""
    for finding in findings:
        if finding.alert:
            return finding
    for finding in findings:
        if finding.present and finding.kind in ANSWERED_WHEN_IT_RECURS:
            return finding
    return None
