"""The conversation tester: plays a person, and fails with the whole conversation when something else was said."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

from bot.bootstrap import House
from bot.core.messages import Incoming
from bot.core.preparation import Preparation
from bot.core.read_back import modules_to_add
from bot.core.replies import Reply
from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.services.render import render
from bot.store import tables

PHRASES = CommandPhrases(load_phrases())


class PhrasesOnly:
    """Stands in for Rasa: knows the reviewed phrases, takes the turn, says it. Everything else is the real thing."""

    def __init__(self, house: House, lately: dict[str, str] | None = None) -> None:
        self.house = house
        self.lately = lately or {}

    async def answer(self, message: Incoming) -> tuple[Reply, ...]:
        intent = PHRASES.whole(message.text) or "inform" if message.kind == "text" else message.kind
        turn = self.house.take_turn(message.id, intent)
        replies = tuple(render(say, self.house.wording, self.lately.get(say.key)) for say in turn.says)
        self.lately |= {reply.key: reply.text for reply in replies}
        return replies


@dataclass
class Talk:
    """One person in one conversation.

    Attributes:
        said: what Paratoi said since the person's last message, as (key, text, question) each.
        transcript: everything, for a failure's message.
    """

    house: House
    conversation_id: str
    said: list[tuple[str, str, str | None]] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)
    _seq: int = 0

    def opens_the_link(self) -> Talk:
        self.house.receive_web.begin(self.conversation_id)
        return self._go("(opens the link)")

    def user_says(self, text: str, question: str | None = None) -> Talk:
        """``question`` is what the person was looking at; what is asked now, unless said otherwise."""
        return self._send("text", text, question or self.asking, None)

    def user_taps(self, value: str, question: str | None = None) -> Talk:
        return self._send("tap", self._title_of(value), question or self.asking, value)

    def _title_of(self, value: str) -> str:
        """What the button with this value reads under the newest question; the value where there is none."""
        rows = sorted(self.rows(tables.Outbox, conversation_id=self.conversation_id), key=lambda row: -row.seq)
        newest = next((row for row in rows if row.question), None)
        return next((b["title"] for b in (newest.buttons if newest else ()) if b["value"] == value), value)

    def user_orders(self, command: str) -> Talk:
        return self._send("command", "", self.asking, command)

    def plays(self, *turns: str) -> Talk:
        """Several turns: ``>value`` taps, ``/command`` orders, ``+module`` adds at the read-back, the rest is typed."""
        for turn in turns:
            if turn.startswith("+"):
                self.adds(turn[1:])
            elif turn.startswith(">"):
                self.user_taps(turn[1:])
            elif turn.startswith("/"):
                self.user_orders(turn[1:])
            else:
                self.user_says(turn)
        return self

    def adds(self, module: str) -> Talk:
        """Chooses a module of ``bot/content/paths.yml`` at the read-back."""
        self.user_taps("add_more")
        found = modules_to_add(self.stored, self.house.path_book.modules)
        return self.user_taps(next(str(one.item.number) for one in found if one.ref == module))

    def leaves_out_until(self, ref: str) -> Talk:
        """Skips whatever is asked until ``ref`` is."""
        for _ in range(40):
            if self.asking == ref:
                return self
            self.user_orders("skip")
        raise AssertionError(f"{ref} was never asked\n{self}")

    def bot_said(self, *keys: str) -> Talk:
        """These sentences, among those said since the person's last message, in this order."""
        heard = [key for key, _, _ in self.said]
        found = [key for key in heard if key in keys]
        assert found == list(keys), f"wanted {list(keys)}, heard {heard}\n{self}"
        return self

    def bot_did_not_say(self, *keys: str) -> Talk:
        heard = [key for key, _, _ in self.said]
        assert not set(heard) & set(keys), f"did not want {keys}, heard {heard}\n{self}"
        return self

    def asks(self, ref: str | None) -> Talk:
        assert self.asking == ref, f"wanted {ref} to be asked, but it is {self.asking}\n{self}"
        return self

    @property
    def stored(self) -> Preparation:
        with self.house.units.reading() as unit:
            return unit.preparations.of(self.conversation_id)

    @property
    def asking(self) -> str | None:
        return self.stored.asking

    def answer(self, ref: str) -> tuple[str, str | None, object] | None:
        """(state, words, value) of an answer as stored."""
        kept = self.stored.answer(ref)
        return (kept.state.value, kept.words, kept.value) if kept else None

    def rows(self, table: type, **where: object) -> list:
        with self.house.units.reading() as unit:
            return unit.session.query(table).filter_by(**where).all()

    def _send(self, kind: str, text: str, question: str | None, value: str | None) -> Talk:
        self.house.receive_web(self.conversation_id, uuid4().hex, kind, text, question, value)
        return self._go(f"{text or value}")

    def _go(self, shown: str) -> Talk:
        asyncio.run(self.house.handle_inbox(self.conversation_id))
        with self.house.units.reading() as unit:
            rows = (unit.session.query(tables.Outbox).filter_by(conversation_id=self.conversation_id)
                    .filter(tables.Outbox.seq > self._seq).order_by(tables.Outbox.seq).all())
        self.said = [(row.key, row.text, row.question) for row in rows]
        self._seq = rows[-1].seq if rows else self._seq
        self.transcript += [f"me:      {shown}", *(f"paratoi: [{key}] {text}" for key, text, _ in self.said)]
        return self

    def __str__(self) -> str:
        return "\n".join(self.transcript)


def begin_talk(
    house: House, name: str = "Demo Person", days: int = 7, kind: str = "follow_up", needs: str = "",
    topics: tuple[str, ...] = (), again_for: Talk | None = None,
) -> Talk:
    """A conversation about an appointment in ``days`` days, before the link was opened.

    Args:
        kind, needs: the appointment's type and what the team noted about it.
        topics: what the clinic offers to tick.
        again_for: an earlier conversation of the same person; this is about their next appointment.
    """
    house.assistant = PhrasesOnly(house)  # the cached property is filled before anybody asks for it
    now = house.clock.now()
    number = uuid4().hex[:8]
    with house.units.work() as unit:
        session = unit.session
        patient = _patient_of(again_for, session) if again_for else _new_patient(session, number, name, topics, now)
        appointment = tables.Appointment(
            id=tables.new_id(), reference=number, clinic_id=patient.clinic_id, patient_id=patient.id, type=kind,
            needs=needs, starts_at=now + timedelta(days=days), timezone="Europe/London", clinician="Dr Demo")
        session.add(appointment)
        session.flush()
        unit.invitations.add(code=house.links.new_code(), appointment_id=appointment.id, now=now,
                             expires_at=now + timedelta(days=60))
        talk = tables.Conversation(id=tables.new_id(), appointment_id=appointment.id, patient_id=patient.id,
                                   created_at=now)
        session.add(talk)
        return Talk(house, talk.id)


def _new_patient(session, number: str, name: str, topics: tuple[str, ...], now) -> tables.Patient:  # type: ignore[no-untyped-def]
    clinic = tables.Clinic(
        id=tables.new_id(), name="Demo Clinic", slug=f"demo-{number}", timezone="Europe/London", phone="01632 960 000",
        hours="Monday to Friday, 8 to 6", topics=list(topics))
    contact = tables.SafetyContact(
        id=tables.new_id(), clinic_id=clinic.id, name="Demo Duty", email="duty@clinic.invalid", place=1, added_at=now)
    patient = tables.Patient(
        id=tables.new_id(), clinic_id=clinic.id, reference=number, name=name, timezone="Europe/London", created_at=now)
    for row in (clinic, contact, patient):
        session.add(row)
        session.flush()
    return patient


def _patient_of(earlier: Talk, session) -> tables.Patient:  # type: ignore[no-untyped-def]
    talk = session.get(tables.Conversation, earlier.conversation_id)
    return session.get(tables.Patient, talk.patient_id)
