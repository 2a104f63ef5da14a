"""One nudge from the programme team to a chosen group: first a look at whom it reaches, then the sending."""

from __future__ import annotations

import logging
import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.invited import NobodyToTell
from bot.core.messages import Outgoing
from bot.core.nudges import WORDINGS, Reached, Selection, SentNudge, choose
from bot.core.reminders import SendRules

log = logging.getLogger(__name__)


class Words(Protocol):
    version: str

    def say(self, key: str, **words: str) -> str: ...


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...
    def reading(self) -> AbstractContextManager[Any]: ...


class NotANudge(ValueError):
    """The group, the wording or the id of the form is not one we know; the form did not come from our page."""


@dataclass(frozen=True)
class NudgePreview:
    """Whom a nudge to ``group`` would reach at ``at``, and how each wording reads."""

    group: str
    at: datetime
    selection: Selection
    wordings: tuple[tuple[str, str], ...]


class SendNudge:
    """Chooses and queues; the worker asks once more for each person before it really goes."""

    def __init__(self, units: _Units, wording: Words, rules: SendRules, clock: Clock) -> None:
        self._units, self._wording, self._rules, self._clock = units, wording, rules, clock

    def preview(self, clinic_id: str, clinic_name: str, group: str) -> NudgePreview:
        """Whom it would reach now. Nothing is sent. Raises: NotANudge for an unknown group."""
        if group not in WORDINGS:
            raise NotANudge(group)
        now = self._clock.now()
        with self._units.reading() as unit:
            selection = choose(unit.nudges.candidates(clinic_id, group, now), group, self._rules, now)
        texts = tuple((key, self._wording.say(key, clinic=clinic_name)) for key in WORDINGS[group])
        return NudgePreview(group, now, selection, texts)

    def __call__(
        self, nudge_id: str, clinic_id: str, clinic_name: str, group: str, key: str, staff_id: str | None = None
    ) -> SentNudge:
        """Queue the nudge for everybody it reaches now; the same ``nudge_id`` again changes nothing.

        Args:
            nudge_id: 32 hexadecimal characters that came with the form.

        Raises: NotANudge; NobodyToTell while the clinic has no safety contact: a nudge asks people to write.
        """
        if group not in WORDINGS or key not in WORDINGS[group] or not re.fullmatch("[0-9a-f]{32}", nudge_id):
            raise NotANudge(group)
        now = self._clock.now()
        with self._units.work() as unit:
            if not unit.contacts.any(clinic_id):
                raise NobodyToTell
            if unit.nudges.begin(nudge_id, clinic_id, staff_id, group, key, now):
                chosen = choose(unit.nudges.candidates(clinic_id, group, now), group, self._rules, now)
                text = self._wording.say(key, clinic=clinic_name)
                unit.nudges.queue([self._message(nudge_id, reached, key, text) for reached in chosen.reach], now)
                unit.nudges.finish(nudge_id, len(chosen.reach), chosen.left_out)
                log.info("nudge %s: %d reached, left out %s", nudge_id, len(chosen.reach), chosen.left_out)
            sent = unit.nudges.one(clinic_id, nudge_id)
        if sent is None:
            raise NotANudge(nudge_id)
        return sent

    def recent(self, clinic_id: str) -> list[SentNudge]:
        """The clinic's newest nudges."""
        with self._units.reading() as unit:
            return unit.nudges.recent(clinic_id)

    def one(self, clinic_id: str, nudge_id: str) -> SentNudge | None:
        """One nudge of this clinic, or nothing."""
        with self._units.reading() as unit:
            return unit.nudges.one(clinic_id, nudge_id)

    def _message(self, nudge_id: str, reached: Reached, key: str, text: str) -> tuple[str, Outgoing]:
        return reached.one.conversation_id, Outgoing(
            once=f"nudge:{nudge_id}:{reached.one.conversation_id}", kind="nudge", key=key,
            wording=self._wording.version, text=text, channel=reached.one.channel, not_before=reached.not_before,
            nudge_id=nudge_id,
        )
