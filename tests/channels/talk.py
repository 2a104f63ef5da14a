"""A conversation that records what it hears and says what it is told, and the people who have it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.bootstrap import House
from bot.core.messages import Incoming, Outgoing
from bot.store.tables import Conversation, Inbox, Outbox, Patient, new_id
from tests.programme_people import invite, make_clinic

Answer = Callable[[Incoming], list[Outgoing]]


class Talk:
    """Takes all waiting messages of a conversation, as the real one does, and answers with ``answer``."""

    def __init__(self, house: House, answer: Answer | None = None) -> None:
        self._house, self.answer, self.heard = house, answer or (lambda _heard: []), []

    async def __call__(self, conversation_id: str) -> None:
        with self._house.units.work() as unit:
            for incoming in unit.messages.waiting(conversation_id):
                self.heard.append(incoming)
                for message in self.answer(incoming):
                    unit.messages.add_outgoing(conversation_id, message, self._house.clock.now())
                unit.messages.mark_handled(incoming.id, self._house.clock.now())


def message(text: str = "Hello.", **given: object) -> Outgoing:
    """One message about to be queued."""
    values = {"once": new_id(), "kind": "reply", "key": "utter_demo", "wording": "1", "text": text}
    return Outgoing(**{**values, "channel": "telegram", **given})


def queue(house: House, conversation_id: str, text: str = "Hello.", **given: object) -> str:
    """Put one message into the outbox. Returns the row's id."""
    with house.units.work() as unit:
        return unit.messages.add_outgoing(conversation_id, message(text, **given), house.clock.now())


def new_token(house: House, slug: str = "harbour", **given: object) -> str:
    """A demo person's link, as it stands behind ``/start``."""
    return house.links.token(invite(house, make_clinic(house, slug), **given).code)


def bound_chat(house: House, address: str = "4711", slug: str = "harbour", **given: object) -> str:
    """A demo person whose chat is bound. Returns the conversation's id."""
    conversation_id = house.open_invitation(new_token(house, slug, **given)).conversation_id
    with house.units.work() as unit:
        unit.bindings.bind("telegram", address, conversation_id, house.clock.now())
    return conversation_id


def inbox(house: House) -> list[Inbox]:
    with house.units.reading() as unit:
        return list(unit.session.execute(select(Inbox).order_by(Inbox.received_at, Inbox.seq)).scalars())


def outbox(house: House) -> list[Outbox]:
    with house.units.reading() as unit:
        return list(unit.session.execute(select(Outbox).order_by(Outbox.created_at, Outbox.seq)).scalars())


def row(house: House, row_id: str) -> Outbox:
    with house.units.reading() as unit:
        return unit.session.get(Outbox, row_id)


def stopped_at(house: House, conversation_id: str) -> datetime | None:
    """When the person asked for no more unasked messages."""
    with house.units.reading() as unit:
        patient_id = unit.session.get(Conversation, conversation_id).patient_id
        return unit.session.get(Patient, patient_id).messages_stopped_at


def at_noon(house: House) -> None:
    """Move the clock to the next noon (UTC), when nobody in Europe is left in peace."""
    now = house.clock.now()
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    house.clock.forward((noon if noon > now else noon + timedelta(days=1)) - now)
