"""After a safety text somebody says that they did not mean it. It is kept beside the flag, which stays as it is."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.flags import Flag
from bot.core.messages import Incoming, Outgoing, Visit
from bot.core.remarks import FINE, SOON, WHOLE, RemarkPhrases, read_remark
from bot.core.saying import Say
from bot.services.render import Wording as RenderWording
from bot.services.render import render

log = logging.getLogger(__name__)


class Wording(RenderWording, Protocol):
    version: str


class Turns(Protocol):
    def again(self, unit: Any, message: Incoming) -> tuple[Say, ...]: ...


@dataclass(frozen=True)
class HearRemark:
    """Called for every inbound message that raised no flag, before STOP and the assistant, which it does not need.

    Args:
        turns: knows how to ask the waiting question again, see :class:`bot.services.take_turn.TakeTurn`.
    """

    phrases: RemarkPhrases
    wording: Wording
    turns: Turns
    clock: Clock

    def __call__(self, unit: Any, message: Incoming, visit: Visit) -> bool:
        """Keep the remark, if it is one, and queue a short kind answer. Returns: whether the message has its answer.

        A message that says something else as well is answered as any other, after this.
        """
        flag, whole = self._about(unit, message)
        if flag is None and not whole:
            return False
        if flag is not None and not unit.flags.remarked(message.id):
            how = "tapped" if message.kind == "tap" else "typed"
            unit.flags.add_remark(flag.id, message.id, how, message.text, message.received_at)
            log.info("flag %s: remark %s kept", flag.id, message.id)
        self._answer(unit, message, visit, whole)
        return whole

    def _about(self, unit: Any, message: Incoming) -> tuple[Flag | None, bool]:
        """The flag the message is about, and whether that is all it is about."""
        if message.kind == "tap":
            tapped = message.value == FINE
            return (unit.flags.newest(message.conversation_id) if tapped else None), tapped
        if message.kind != "text":
            return None, False
        flag = unit.flags.newest(message.conversation_id, since=message.received_at - SOON)
        if flag is None or flag.inbox_id == message.id:
            return None, False
        straight_after = unit.messages.kind_said_last(message.conversation_id) == "safety"
        reading = read_remark(message.text, self.phrases, straight_after)
        return (flag if reading else None), reading == WHOLE

    def _answer(self, unit: Any, message: Incoming, visit: Visit, whole: bool) -> None:
        again = self.turns.again(unit, message) if whole else ()
        noted = Say("utter_fine_noted" if again else "utter_fine_noted_on", {"clinic": visit.clinic})
        lately = unit.messages.last_said(message.conversation_id)
        avoid = lately[0] if lately else None
        replies = [render(say, self.wording, avoid) for say in (noted, *again)]
        unit.messages.add_outgoing_all(message.conversation_id, [
            Outgoing(
                once=f"{message.id}:fine{place}", kind="notice", key=reply.key, wording=self.wording.version,
                text=reply.text, question=reply.question, buttons=reply.buttons, scale=reply.scale, step=reply.step)
            for place, reply in enumerate(replies)
        ], self.clock.now())
