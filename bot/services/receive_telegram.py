"""One update from Telegram becomes a row, before anything else sees it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.arrivals import COMMANDS, Arrival
from bot.core.bound import Bound
from bot.core.delivery import Delivery
from bot.core.invitation import InvitationState
from bot.core.messages import Outgoing
from bot.core.words import kind_of_text, tidy
from bot.services.open_invitation import CannotOpen, ExpiredLink, RevokedLink, UnknownLink

CHANNEL = "telegram"
# The question a tap names when its button belongs to nothing we asked in this conversation.
ELSEWHERE = "elsewhere"
# Two taps on one button within this time are one tap of a nervous thumb.
DOUBLE_TAP = timedelta(seconds=5)

_NOT_OPEN = {
    UnknownLink: "utter_telegram_unknown_link", ExpiredLink: "utter_telegram_expired_link",
    RevokedLink: "utter_telegram_revoked_link",
}
_NO_WORDS = {
    "wordless": "utter_telegram_only_words", "edited": "utter_telegram_edited",
    "unknown_command": "utter_telegram_unknown_command",
}


class Sentences(Protocol):
    version: str

    def say(self, key: str, avoid: str | None = None, **words: str) -> str: ...


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...


@dataclass(frozen=True)
class Received:
    """What to do now that the update is kept.

    Attributes:
        conversation_id: something waits to be answered, or sent, in this conversation.
        answer: said straight to the chat, because it has no conversation.
        chosen: the tapped message's text with the choice below it; it takes the message's place.
        leave: this is a group; go.
    """

    conversation_id: str | None = None
    answer: str | None = None
    chosen: str | None = None
    leave: bool = False


@dataclass(frozen=True)
class ReceiveTelegram:
    """Keeps what arrived. The same update twice is kept once. When this returns, the update may be confirmed."""

    units: _Units
    open_invitation: Callable[[str], InvitationState]
    danger: Callable[[str], str | None]
    raise_flag: Callable[..., Any]
    wording: Sentences
    clock: Clock

    def __call__(self, arrival: Arrival) -> Received:
        """Keep one update. Whatever the store raises passes through, and then nothing of it was kept."""
        if arrival.kind == "ignored":
            return Received()
        if arrival.kind == "group":
            return Received(answer=self.wording.say("utter_telegram_private_only"), leave=True)
        if arrival.kind == "start" and arrival.text:
            return self._open(arrival)
        with self.units.work() as unit:
            bound: Bound | None = unit.bindings.find(CHANNEL, arrival.address)
            if arrival.kind == "blocked":
                if bound is not None:
                    unit.bindings.block(CHANNEL, bound.conversation_id, self.clock.now())
                return Received()
            if bound is None or bound.revoked:
                return Received(answer=self._in_danger(unit, bound, arrival) or self._no_conversation(bound))
            return self._hear(unit, bound, arrival)

    def _in_danger(self, unit: Any, bound: Bound | None, arrival: Arrival) -> str | None:
        """The words for danger in a chat whose link is closed, or that has none. Where the conversation is known, the
        clinic is told: the message is kept for its flag, as one that has its answer, so it answers no question.
        """
        text = tidy(arrival.text)
        answer = self.danger(text)
        if answer is None or bound is None:
            return answer
        now = self.clock.now()
        message = unit.messages.add_incoming(
            bound.conversation_id, CHANNEL, arrival.edit or arrival.external_id, "text", text, None, None, now)
        if message is not None:
            unit.messages.mark_handled(message.id, now)
            visit = unit.messages.visit(bound.conversation_id)
            self.raise_flag(
                unit, inbox_id=message.id, conversation_id=bound.conversation_id, appointment_id=visit.appointment_id,
                text=text)
        return answer

    def _no_conversation(self, bound: Bound | None) -> str:
        if bound is None:
            return self.wording.say("utter_telegram_needs_link")
        return self._clinic_says("utter_telegram_revoked_link", bound)

    def _hear(self, unit: Any, bound: Bound, arrival: Arrival) -> Received:
        unit.bindings.heard_from(CHANNEL, arrival.address)
        unit.messages.use_channel(bound.conversation_id, CHANNEL)
        if arrival.kind == "tap":
            return self._tap(unit, bound, arrival)
        if arrival.kind == "edited" and self.danger(tidy(arrival.text)):
            self._keep(unit, bound, arrival, "text", tidy(arrival.text))  # it interrupts, so it answers no question
        elif arrival.kind in _NO_WORDS:
            self._notice(unit, bound.conversation_id, arrival, _NO_WORDS[arrival.kind])
        elif arrival.kind == "text" and kind_of_text(arrival.text) == "empty":
            self._notice(unit, bound.conversation_id, arrival, "utter_telegram_only_words")
        elif arrival.kind == "text":
            self._keep(unit, bound, arrival, "text", tidy(arrival.text))
            if arrival.words_missing:
                self._notice(unit, bound.conversation_id, arrival, "utter_telegram_only_words")
        elif arrival.kind == "command":
            self._keep(unit, bound, arrival, "command", arrival.text, COMMANDS[arrival.text])
        else:
            # A bare /start is Telegram's own button: to come back after STOP, or to find one's place again.
            self._keep(unit, bound, arrival, "command", "start", "start" if bound.stopped else "repeat")
        return Received(bound.conversation_id)

    def _keep(self, unit: Any, bound: Bound, arrival: Arrival, kind: str, text: str, value: str | None = None) -> None:
        looking_at = unit.bindings.asked_last(CHANNEL, bound.conversation_id)
        question = None if arrival.kind == "start" else looking_at
        unit.messages.add_incoming(
            bound.conversation_id, CHANNEL, arrival.edit or arrival.external_id, kind, text, question, value,
            self.clock.now()
        )

    def _tap(self, unit: Any, bound: Bound, arrival: Arrival) -> Received:
        row = unit.bindings.row(arrival.tap.row) if arrival.tap and arrival.tap.row else None
        if row is not None and row.conversation_id != bound.conversation_id:
            row = None
        question, title, value = _meaning(row, arrival.tap.place if arrival.tap else 0)
        now = self.clock.now()
        if unit.bindings.tapped_since(bound.conversation_id, question, value, now - DOUBLE_TAP):
            return Received(bound.conversation_id)
        current = question == unit.bindings.asked_last(CHANNEL, bound.conversation_id)
        unit.messages.add_incoming(
            bound.conversation_id, CHANNEL, arrival.external_id, "tap", title, question, value, now
        )
        chosen = self.wording.say("utter_telegram_chosen", text=row.text, title=title) if row and current else None
        return Received(bound.conversation_id, chosen=chosen)

    def _open(self, arrival: Arrival) -> Received:
        try:
            invitation = self.open_invitation(arrival.text)
        except CannotOpen as error:
            return self._not_open(arrival, error)
        conversation_id = str(invitation.conversation_id)
        now = self.clock.now()
        with self.units.work() as unit:
            before: Bound | None = unit.bindings.find(CHANNEL, arrival.address)
            unit.bindings.bind(CHANNEL, arrival.address, conversation_id, now)
            if before is not None and before.conversation_id != conversation_id:
                self._notice(unit, conversation_id, arrival, "utter_telegram_moved", clinic=invitation.clinic_name)
            unit.messages.add_incoming(
                conversation_id, CHANNEL, arrival.external_id, "begin", "", None, None, now
            )
        return Received(conversation_id)

    def _not_open(self, arrival: Arrival, error: CannotOpen) -> Received:
        clinic = Bound("", False, error.clinic_name, error.clinic_phone)
        return Received(answer=self._clinic_says(_NOT_OPEN[type(error)], clinic))

    def _clinic_says(self, key: str, bound: Bound) -> str:
        said = self.wording.say(key, clinic=bound.clinic_name)
        if not bound.clinic_phone:
            return said
        return f"{said} {self.wording.say('utter_telegram_phone', phone=bound.clinic_phone)}"

    def _notice(self, unit: Any, conversation_id: str, arrival: Arrival, key: str, **words: str) -> None:
        message = Outgoing(
            once=f"telegram:{arrival.address}:{arrival.edit or arrival.external_id}", kind="notice", key=key,
            wording=self.wording.version, text=self.wording.say(key, **words), channel=CHANNEL,
        )
        unit.messages.add_outgoing(conversation_id, message, self.clock.now())


def _meaning(row: Delivery | None, place: int) -> tuple[str | None, str, str | None]:
    """The question, title and value of the tapped button."""
    choices = row.choices() if row else []
    if row is None or place >= len(choices):
        return ELSEWHERE, "", None
    title, value = choices[place]
    return row.question, title, value
