"""Check a message for danger, keep a flag, and say what to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.flags import ANSWERED_WHEN_IT_RECURS, AlsoFound, Flag
from bot.core.helplines import Helplines
from bot.core.safety import Finding, check
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import SafetyRules
from bot.services.tell_contact import tell_next


class Flags(Protocol):
    def of_message(self, inbox_id: str) -> Flag | None: ...

    def add(
        self, *, conversation_id: str, appointment_id: str, inbox_id: str, kind: str, rule: str, words: str,
        now: datetime, also: tuple[AlsoFound, ...],
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
AT_ONCE = frozenset({"emergency", "overdose"})  # nothing is said before the number to call
NAMES_A_LISTENER = frozenset({"overdose", "self_harm", "harm_by_others"})  # whose texts say who listens, at any place


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

        One message is one flag, of its first kind in the order of ``KINDS``, which keeps what else was found. The first
        kind's text is said, and for each further kind a line with what that needs.

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
            first, *others = flagged(check(text, self._rules, question, self._resemblance)) or (None,)
            if first is None:
                return NOTHING
            flag = unit.flags.add(
                conversation_id=conversation_id, appointment_id=appointment_id, inbox_id=inbox_id,
                kind=first.kind, rule=first.rule, words=first.words, now=self._clock.now(),
                also=tuple(AlsoFound(other.kind, other.words) for other in others),
            )
            new = True
        before = unit.flags.raised_before(flag)
        gently = flag.kind in ANSWERED_WHEN_IT_RECURS
        heard_only = gently and not before
        if new and heard_only:
            unit.flags.only_waits(flag.id)
        elif new:
            tell_next(unit, flag.id, flag.raised_at)
        keys = (f"utter_safety_{flag.kind}_heard",) if heard_only else texts_for(flag.kinds)
        said_before = before > (1 if gently else 0) and flag.kind not in AT_ONCE
        opening = (Say("utter_heard_again", {}),) if said_before else ()
        numbers = self._helplines.numbers
        return Raised(flag, after_safety or not heard_only, (*opening, *(Say(key, dict(numbers)) for key in keys)), new)


def flagged(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The first finding of each kind that makes a flag: alerts, then what is present and answered when it recurs."""
    made = [one for one in findings if one.alert]
    made += [one for one in findings if not one.alert and one.present and one.kind in ANSWERED_WHEN_IT_RECURS]
    return tuple({one.kind: one for one in reversed(made)}[kind] for kind in dict.fromkeys(one.kind for one in made))


def texts_for(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the texts that answer these kinds of danger: the first one's, and a line for each that stands beside it.

    Args:
        kinds: in the order in which they are answered; at least one. A low mood needs no line of its own beside a danger
            whose text already says whom to talk to.
    """
    first, *beside = dict.fromkeys(kinds)
    if not NAMES_A_LISTENER.isdisjoint(kinds):
        beside = [kind for kind in beside if kind not in ANSWERED_WHEN_IT_RECURS]
    return (f"utter_safety_{first}", *(f"utter_safety_{kind}_too" for kind in beside))
