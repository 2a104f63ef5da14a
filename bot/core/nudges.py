"""Whom one nudge to a chosen group reaches, and whom it leaves out for which reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.reminders import CHECK_IN_UNANSWERED, NOT_FINISHED, NOT_OPENED, Pending, PersonState, SendRules, may_send

NO_WAY = "no_way"
OTHER_APPOINTMENT = "other_appointment"

# The reviewed wordings for each group. Nobody who never opened their link can be written to by us.
WORDINGS: dict[str, tuple[str, ...]] = {
    NOT_OPENED: (),
    NOT_FINISHED: ("utter_nudge_carry_on", "utter_nudge_still_open"),
    CHECK_IN_UNANSWERED: ("utter_nudge_how_is_it_going", "utter_nudge_check_in_open"),
}


@dataclass(frozen=True)
class Candidate:
    """Somebody a nudge might go to. ``conversation_id`` and ``channel`` are nothing until they opened their link.

    ``can_come_back``: a link of theirs still opens, so that a message on the web page can be seen.
    """

    patient_id: str
    conversation_id: str | None
    channel: str | None
    can_come_back: bool
    person: PersonState


@dataclass(frozen=True)
class SentNudge:
    """One nudge that was sent: to which group, in which wording, how many it reached and left out by reason."""

    id: str
    group: str
    key: str
    reached: int
    left_out: dict[str, int]
    created_at: datetime


@dataclass(frozen=True)
class Reached:
    """Somebody a nudge goes to, and the moment before which it does not (their quiet hours, a talk in progress)."""

    one: Candidate
    not_before: datetime


@dataclass(frozen=True)
class Selection:
    """Who is reached, and how many are not by reason: those of ``may_send``, ``no_way``, ``other_appointment``."""

    reach: tuple[Reached, ...]
    left_out: dict[str, int]

    def by_channel(self) -> dict[str, int]:
        """How many are reached over each channel."""
        return dict(Counter(reached.one.channel or "" for reached in self.reach))

    def later(self, now: datetime) -> int:
        """For how many it waits."""
        return sum(reached.not_before > now for reached in self.reach)


def choose(candidates: Iterable[Candidate], group: str, rules: SendRules, now: datetime) -> Selection:
    """Split the ``candidates`` of one of ``bot.core.reminders.GROUPS`` into the reached and the left out.

    Somebody with two appointments in the group is reached once, about the sooner one.
    """
    reach: list[Reached] = []
    left_out: Counter[str] = Counter()
    patients: set[str] = set()
    message = Pending("nudge", now, group)
    for one in sorted(candidates, key=lambda one: one.person.appointment_at):
        decision = may_send(message, one.person, rules, now)
        reason = decision.reason or _no_way(one) or (OTHER_APPOINTMENT if one.patient_id in patients else None)
        if reason:
            left_out[reason] += 1
        else:
            patients.add(one.patient_id)
            reach.append(Reached(one, decision.at or now))
    return Selection(tuple(reach), dict(left_out))


def _no_way(one: Candidate) -> str | None:
    lost = one.conversation_id is None or (one.channel == "web" and not one.can_come_back)
    return NO_WAY if lost else None
