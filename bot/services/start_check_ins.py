"""A check-in the person chose falls due: it becomes something the conversation hears."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.bound import DueCheckIn
from bot.core.reminders import Pending, SendRules, may_send

logger = logging.getLogger(__name__)

# The gateway answers at once and looks again every second; what waits longer than this has no gateway to do so.
LEFT_BEHIND = timedelta(seconds=15)


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...
    def reading(self) -> AbstractContextManager[Any]: ...


HandleInbox = Callable[[str], Awaitable[Any]]


@dataclass(frozen=True)
class StartCheckIns:
    """Asks check-ins whose time has come, each once.

    One unit of work marks the check-in and keeps the message that sets it off, so a process that dies leaves either
    a planned check-in or one that the inbox still holds. The message's id is the check-in's, so it is there once.
    It starts only when its question may go out at once: in quiet hours, over the cap, or while the person is talking
    it stays planned, and somebody who answers then is not taken to answer a question they have not seen.
    """

    units: _Units
    rules: SendRules
    handle_inbox: HandleInbox
    clock: Clock

    async def __call__(self) -> int:
        """Start what is due. Returns: how many were started."""
        started: list[str] = []
        looked_at: list[str] = []
        while check_in := self._next(looked_at, started):
            looked_at.append(check_in.id)
        for conversation_id in started:
            await self.handle_inbox(conversation_id)
        return len(started)

    def _next(self, looked_at: list[str], started: list[str]) -> DueCheckIn | None:
        now = self.clock.now()
        with self.units.work() as unit:
            check_in: DueCheckIn | None = unit.check_ins_due.due(now, looked_at)
            if check_in is None:
                return None
            person = unit.nudges.person(check_in.conversation_id, now)
            decision = may_send(Pending("check_in", check_in.due_at), person, self.rules, now) if person else None
            if decision is None or decision.verdict == "never":
                unit.check_ins_due.mark_stopped(check_in.id)
                logger.info("check-in stopped id=%s reason=%s", check_in.id, decision and decision.reason)
            elif decision.verdict == "now":
                unit.check_ins_due.mark_asked(check_in.id, now)
                unit.messages.add_incoming(
                    check_in.conversation_id, check_in.channel, f"check-in:{check_in.id}", "check_in", "", None,
                    check_in.id, now,
                )
                started.append(check_in.conversation_id)
                logger.info("check-in started id=%s", check_in.id)
            return check_in


@dataclass(frozen=True)
class SweepInbox:
    """Answers what came in and was left: by a process that died, or while Rasa could not be reached."""

    units: _Units
    handle_inbox: HandleInbox
    clock: Clock

    async def __call__(self) -> int:
        """Have every conversation with something left behind handled. Returns: how many there were."""
        with self.units.reading() as unit:
            left = unit.check_ins_due.left_unhandled(self.clock.now() - LEFT_BEHIND)
        for conversation_id in left:
            await self.handle_inbox(conversation_id)
        return len(left)
