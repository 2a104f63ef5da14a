"""The one road out: every reply, safety answer, check-in and nudge leaves the house through here."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import uuid4

from bot.clock import Clock
from bot.core.delivery import OVERALL_PER_SECOND, Delivery, Receipt, after, too_old
from bot.core.reminders import Pending, PersonState, SendRules, may_send

logger = logging.getLogger(__name__)

# Conversations served at the same time by one process; a chat that answers slowly holds up nobody else.
AT_ONCE = 10


class Sender(Protocol):
    """A channel, as this use case knows it."""

    name: str
    can: Any

    async def send(self, message: Delivery) -> Receipt: ...


class _Senders(Protocol):
    names: tuple[str, ...]

    def named(self, name: str) -> Sender: ...


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...
    def reading(self) -> AbstractContextManager[Any]: ...


@dataclass
class SendDue:
    """Sends what is due: claim (lock, mark, commit), send, mark.

    A message of a conversation never overtakes an earlier one of the same channel. Replies, safety answers and
    notices always go; what comes unasked is checked once more against the person as they are at this moment.

    The race: between the provider's yes and our mark stands one commit. A process killed there leaves a claimed row
    that another process sends again once ``LEASE`` is over: the Bot API has no key by which to ask "did this arrive?".
    We err on that side: nothing is lost, and one death can double one message per conversation. A doubled question
    does no harm, since the buttons of both copies name the same row and the second answer is an answer to an older
    question. A row of the web page cannot be doubled: there sending is being there.
    """

    units: _Units
    senders: _Senders
    rules: SendRules
    clock: Clock

    def __post_init__(self) -> None:
        self._name = uuid4().hex
        self._paused: dict[str, datetime] = {}

    async def __call__(self, conversation_id: str | None = None) -> int:
        """Send what may go now, in one conversation or in all. Returns: how many messages went."""
        if conversation_id is not None:
            return await self._serve(conversation_id)
        gate = asyncio.Semaphore(AT_ONCE)

        async def serve(waiting: str) -> int:
            async with gate:
                return await self._serve(waiting)

        waiting = await asyncio.to_thread(self._waiting)
        return sum(await asyncio.gather(*(serve(one) for one in waiting)))

    async def _serve(self, conversation_id: str) -> int:
        sent = 0
        for channel in self.senders.names:
            # Shielded: once claimed, a message is sent and marked even when the task that waits for it is cancelled.
            while (gone := await asyncio.shield(self._send_next(conversation_id, channel))) is not None:
                sent += gone
        return sent

    def _waiting(self) -> list[str]:
        now = self.clock.now()
        with self.units.reading() as unit:
            return unit.deliveries.waiting(self._open_channels(now), now)

    def _open_channels(self, now: datetime) -> list[str]:
        return [name for name in self.senders.names if self._paused.get(name, now) <= now]

    def _claim(self, conversation_id: str, channel: str) -> Delivery | None:
        """The next message, marked as ours and committed; nothing when there is none that may go now."""
        while True:
            now = self.clock.now()
            if channel not in self._open_channels(now):
                return None
            with self.units.work() as unit:
                message = unit.deliveries.next_row(conversation_id, channel, now)
                if message is None:
                    return None
                if self._may_go(unit, message, now):
                    room = self._has_room(unit, message, now)
                    return unit.deliveries.claim(message, self._name, now) if room else None

    def _has_room(self, unit: Any, message: Delivery, now: datetime) -> bool:
        """Telegram's limits, counted over the rows so that all processes share them."""
        if not self.senders.named(message.channel).can.reaches_out:
            return True
        if unit.deliveries.just_sent(message.channel, now) >= OVERALL_PER_SECOND:
            return False
        return not (message.unasked and unit.deliveries.just_sent(message.channel, now, message.conversation_id))

    def _may_go(self, unit: Any, message: Delivery, now: datetime) -> bool:
        if not message.unasked:
            return True
        if unit.deliveries.begun(message):
            return True  # the first half of what is said at once went out; its other half belongs to it
        person: PersonState | None = unit.nudges.person(message.conversation_id, now)
        if person is None or too_old(message, now):
            return self._drop(unit, message, "no_longer_known" if person is None else "too_old")
        group = unit.nudges.group(message.nudge_id) if message.nudge_id else None
        decision = may_send(Pending(message.kind, message.created_at, group), person, self.rules, now)
        if decision.verdict == "never":
            return self._drop(unit, message, decision.reason or "never")
        if decision.verdict == "later" and decision.at is not None:
            unit.deliveries.put_off(message, decision.at)
            logger.info("message put off id=%s until=%s", message.id, decision.at.isoformat())
            return False
        return True

    def _drop(self, unit: Any, message: Delivery, reason: str) -> bool:
        unit.deliveries.drop(message, reason)
        logger.info("message dropped id=%s reason=%s", message.id, reason)
        return False

    async def _send_next(self, conversation_id: str, channel: str) -> bool | None:
        """Whether the next message arrived; nothing when there is none that may go now."""
        message = await asyncio.to_thread(self._claim, conversation_id, channel)
        if message is None:
            return None
        receipt = await self.senders.named(channel).send(message)
        await asyncio.to_thread(self._settle, message, receipt)
        return receipt.outcome in ("sent", "on_page")

    def _settle(self, message: Delivery, receipt: Receipt) -> None:
        now = self.clock.now()
        verdict = after(receipt, message.tries, now)
        with self.units.work() as unit:
            unit.deliveries.settle(message, verdict, self._name, receipt.external_id, now)
            if verdict.opts_out:
                unit.bindings.block(message.channel, message.conversation_id, now)
            if verdict.pause and receipt.outcome == "slow_down":
                unit.deliveries.hold_channel(message.channel, verdict.pause)
        if verdict.pause:
            self._paused[message.channel] = verdict.pause
        level = logging.INFO if verdict.state == "sent" else logging.WARNING
        said = (verdict.state, message.id, verdict.outcome, message.tries)
        logger.log(level, "message %s id=%s outcome=%s tries=%d", *said)
