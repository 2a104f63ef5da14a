"""Takes the waiting messages of one conversation, in order: safety first, then STOP, then the assistant."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Protocol
from uuid import uuid4

from bot.clock import Clock
from bot.core.after_danger import is_kept_beside
from bot.core.commands import GO_ON_AFTER_DANGER
from bot.core.messages import COMES_BACK, Incoming, Outgoing
from bot.core.replies import AssistantUnreachable, Reply
from bot.core.stopping import StoppingPhrases, is_start, is_stop
from bot.services.render import Wording as RenderWording
from bot.services.render import render

logger = logging.getLogger(__name__)
LEASE = timedelta(seconds=15)  # longer than the assistant may take; a process that dies holds up nobody longer


class Assistant(Protocol):
    async def answer(self, message: Incoming) -> tuple[Reply, ...]: ...


class Wording(RenderWording, Protocol):
    version: str


@dataclass(frozen=True)
class Step:
    """What one look at a conversation led to.

    Attributes:
        message: the one to ask the assistant about; nothing when none waits, or somebody else is at it.
        said_on: the channel on which something was just said, if anything was.
        nothing_waits: whether every message has its answer.
    """

    message: Incoming | None
    said_on: str | None
    nothing_waits: bool


@dataclass
class HandleInbox:
    """The turn, as the gateway and the worker take it.

    Args:
        work: opens a unit of work with ``messages``, ``preparations`` and ``flags``.
        raise_flag: the safety check, see :class:`bot.services.raise_flag.RaiseFlag`.
        hear_remark: what is said about a flag afterwards, see :class:`bot.services.hear_remark.HearRemark`.
        send: sends what is due in a conversation, for channels that do not fetch it themselves.
    """

    work: Callable[[], AbstractContextManager[Any]]
    assistant: Assistant
    raise_flag: Callable[..., Any]
    hear_remark: Callable[..., bool]
    stopping: StoppingPhrases
    wording: Wording
    clock: Clock
    send: Callable[[str], Awaitable[Any]]
    _holder: str = field(default_factory=lambda: uuid4().hex)

    async def __call__(self, conversation_id: str) -> bool:
        """Answer what waits in a conversation. Returns whether nothing waits any more.

        One process at a time does this for a conversation, under a lease; another one that asks meanwhile returns at
        once, because the holder takes what came in since as well.
        """
        holder = f"{self._holder[:8]}{uuid4().hex}"
        step = await asyncio.to_thread(self._begin, conversation_id, holder)
        while step.message is not None:
            await self._sent(step, conversation_id)
            replies = await self._ask(step.message)
            step = await asyncio.to_thread(self._finish, step.message, replies, holder)
        await self._sent(step, conversation_id)
        return step.nothing_waits

    async def _ask(self, message: Incoming) -> tuple[Reply, ...] | None:
        try:
            return await self.assistant.answer(message)
        except AssistantUnreachable as error:
            logger.warning("assistant unreachable for message %s: %s", message.id, error)
            return None

    def _begin(self, conversation_id: str, holder: str) -> Step:
        with self.work() as unit:
            return self._next(unit, conversation_id, holder)

    def _finish(self, message: Incoming, replies: tuple[Reply, ...] | None, holder: str) -> Step:
        """Queue the replies, mark the message answered and look for the next one, in one unit of work."""
        with self.work() as unit:
            if replies is None or not self._queue_replies(unit, message, replies):
                self._give_up_for_now(unit, message, holder)
                return Step(None, message.channel, False)
            unit.messages.mark_handled(message.id, self.clock.now())
            return replace(self._next(unit, message.conversation_id, holder), said_on=message.channel)

    def _next(self, unit: Any, conversation_id: str, holder: str) -> Step:
        """Answer what needs no assistant, whoever holds the lease and whatever waits before it; then the oldest."""
        waiting, said_on = [], None
        for message in unit.messages.waiting(conversation_id):
            if self._without_assistant(unit, message):
                said_on = message.channel
            else:
                waiting.append(message)
        if not waiting:
            unit.messages.let_go(conversation_id, holder)
            return Step(None, said_on, True)
        if not unit.messages.hold(conversation_id, holder, self.clock.now(), LEASE):
            return Step(None, said_on, False)  # somebody else has it, or has taken over because we were too slow
        return Step(waiting[0], said_on, False)

    def _without_assistant(self, unit: Any, message: Incoming) -> bool:
        """Safety and STOP, which no state and no outage may hold up. True when the message has its answer."""
        now = self.clock.now()
        visit, raised = unit.messages.visit(message.conversation_id), None
        if message.kind == "text":
            raised = self.raise_flag(
                unit, inbox_id=message.id, conversation_id=message.conversation_id,
                appointment_id=visit.appointment_id, text=message.text,
                question=next(iter(unit.messages.last_said(message.conversation_id)), None),
                after_safety=unit.messages.kind_said_last(message.conversation_id) == "safety")
            for place, say in enumerate(raised.says, start=1):
                ways_on = raised.interrupts and place == len(raised.says)
                self._queue(unit, message, "safety", f"safety{place}", say.key, say.words,
                            ask=unit.preparations.of(message.conversation_id).asking if ways_on else None)
            if raised.interrupts:
                unit.messages.mark_handled(message.id, now)
                return True
        if (raised is None or raised.flag is None) and self.hear_remark(unit, message, visit):
            unit.messages.mark_handled(message.id, now)
            return True
        if self._wants_stop(message):
            unit.messages.stop_messages(visit.patient_id, message.received_at)
            self._queue(unit, message, "notice", "stopped", "utter_stopped", {})
            unit.messages.mark_handled(message.id, now)
            return True
        stopped = visit.messages_stopped_at
        if stopped and message.received_at > stopped and self._wants_start(message):  # an older START never undoes it
            unit.messages.stop_messages(visit.patient_id, None)
            self._queue(unit, message, "notice", "started", "utter_started", {})
        return False

    def _wants_stop(self, message: Incoming) -> bool:
        if message.kind == "command":
            return message.value == "stop"
        return message.kind == "text" and is_stop(message.text, self.stopping)

    def _wants_start(self, message: Incoming) -> bool:
        if message.kind in {"command", "begin"}:
            return message.value == "start" or (message.kind == "begin" and message.value != COMES_BACK)
        return message.kind == "text" and is_start(message.text, self.stopping)

    def _queue_replies(self, unit: Any, message: Incoming, replies: tuple[Reply, ...]) -> bool:
        """False when no turn was recorded: the assistant also answers, with nothing, when its actions are down."""
        turn = unit.preparations.turn(message.id)
        if turn is None:
            logger.warning("no turn was taken for message %s", message.id)
            return False
        if not replies:  # decided, but the assistant lost its words on the way: say them from here
            lately = unit.messages.last_said(message.conversation_id)
            replies = tuple(render(say, self.wording, lately[0] if lately else None) for say in turn.says)
        kind = "check_in" if message.kind == "check_in" else "safety" if is_kept_beside(turn) else "reply"
        unit.messages.add_outgoing_all(message.conversation_id, [
            Outgoing(
                once=f"{message.id}:{place}", kind=kind, key=reply.key, wording=self.wording.version, text=reply.text,
                question=reply.question, buttons=reply.buttons, scale=reply.scale, step=reply.step)
            for place, reply in enumerate(replies)
        ], self.clock.now())
        return True

    def _give_up_for_now(self, unit: Any, message: Incoming, holder: str) -> None:
        """Tell the person once, honestly, that the answer will come later; the message stays waiting."""
        told = any(waiting.delay_told for waiting in unit.messages.waiting(message.conversation_id))
        if not told and message.kind != "check_in":
            self._queue(unit, message, "notice", "delayed", "utter_delayed", {})
            unit.messages.mark_delay_told(message.id)
        unit.messages.let_go(message.conversation_id, holder)

    def _queue(
        self, unit: Any, message: Incoming, kind: str, once: str, key: str, words: dict[str, str],
        ask: str | None = None,
    ) -> None:
        """Say ``key``. With ``ask``, the question that waited, it comes with two ways back to it."""
        ways = GO_ON_AFTER_DANGER if ask else ()
        go_on = tuple({"title": self.wording.say(way.key), "value": way.value} for way in ways)
        lately = unit.messages.last_said(message.conversation_id)
        text = self.wording.say(key, avoid=lately[0] if lately else None, **words)
        unit.messages.add_outgoing(message.conversation_id, Outgoing(
            once=f"{message.id}:{once}", kind=kind, key=key, wording=self.wording.version, text=text, question=ask,
            buttons=go_on), self.clock.now())

    async def _sent(self, step: Step, conversation_id: str) -> None:
        """Let channels that do not fetch by themselves have what was just said."""
        if step.said_on not in {None, "web"}:
            await self.send(conversation_id)
