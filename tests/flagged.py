"""Somebody who writes something that may mean danger, and what became of it."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from sqlalchemy import select

from bot.bootstrap import House
from bot.core.flags import FlagEntry
from bot.store.tables import Alert, AlertTry, Conversation, Flag
from tests.channels.talk import new_token

DANGER = "I want to kill myself"


class Unreachable:
    """An assistant that never answers."""

    async def answer(self, message: object) -> tuple:
        from bot.core.replies import AssistantUnreachable

        raise AssistantUnreachable("away")


class Flagged:
    """A person of a clinic with two contacts: the first one of ``make_clinic`` and ``second``."""

    def __init__(self, house: House, slug: str = "harbour", second: str = "second@clinic.invalid") -> None:
        self.house = house
        house.assistant = Unreachable()
        self.conversation_id = str(house.open_invitation(new_token(house, slug)).conversation_id)
        with house.units.reading() as unit:
            self.appointment_id = unit.session.get(Conversation, self.conversation_id).appointment_id
            self.clinic_id = unit.sheets.find(self.appointment_id, None)[0].clinic_id
        if second:
            house.alerting.contacts.add(self.clinic_id, name="Demo Second", email=second)

    def writes(self, text: str = DANGER) -> Flagged:
        """The message arrives and is looked at, as the gateway does it."""
        self.house.receive_web(self.conversation_id, uuid4().hex, "text", text, None, None)
        asyncio.run(self.house.handle_inbox(self.conversation_id))
        return self

    def works(self) -> int:
        """The worker's round for alerts."""
        return asyncio.run(self.house.alerting.tick())

    @property
    def flag(self) -> FlagEntry:
        with self.house.units.reading() as unit:
            found = unit.session.execute(select(Flag.id).order_by(Flag.raised_at.desc())).scalars().first()
            return unit.flag_list.one(self.clinic_id, found)

    def alerts(self) -> list[Alert]:
        with self.house.units.reading() as unit:
            return list(unit.session.execute(select(Alert).order_by(Alert.made_at, Alert.number)).scalars())

    def tries(self) -> list[str]:
        with self.house.units.reading() as unit:
            return list(unit.session.execute(select(AlertTry.outcome).order_by(AlertTry.at, AlertTry.number)).scalars())
