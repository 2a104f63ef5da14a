"""A demo clinic for tests of the clinician's side: rows as the rest of the house leaves them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from fastapi.testclient import TestClient

from bot.bootstrap import House
from bot.core.sheet import Beside, Change, RankedItem, Said, Sheet
from bot.store.tables import (
    Appointment,
    CheckIn,
    Clinic,
    Conversation,
    Flag,
    Inbox,
    Invitation,
    Patient,
    Preparation,
    SharedSheet,
    new_id,
)

PASSWORD = "a long enough password"
ZONE = "Europe/London"


def said(words: str | None, value: int | str | None = None, state: str = "answered", by: str = "patient") -> Said:
    return Said(state, words, value, by)


def a_sheet(at: datetime, **other: object) -> Sheet:
    """A typical sheet, confirmed ``at``; ``other`` fields take the place of its own."""
    change = Change(
        said("Walking more, a bit each day"), said("In the next month", "preparation"),
        said("8", 8), said("five or so", 5),
        said("Walk to the post box after breakfast on Tuesdays and Fridays"), at + timedelta(days=14),
    )
    sheet = Sheet(
        hope=said("I'd like to know if I can go back to the allotment this spring"),
        priorities=(
            RankedItem(1, said("My knee gives way on the stairs and I'm frightened of falling"), said("9", 9)),
            RankedItem(2, said("The new tablets make me feel sick every morning"), said("8", 8)),
            RankedItem(3, said("I'm not sleeping, maybe four hours a night"), said("quite a lot", state="unclear")),
        ),
        other_items=(said("My feet are always cold"), said("The letter about the blood test")),
        questions=(said("Can I stop the tablets for a week to see?"), said("Is it safe for me to drive?", by="helper")),
        change=change, kept_private=1, answered_by="patient", wording_version="3f2a9c1b7d10", confirmed_at=at,
    )
    return replace(sheet, **other)


def a_full_sheet(at: datetime, **other: object) -> Sheet:
    """A sheet of somebody who answered nearly everything, with a helper beside them for a part of it."""
    change = replace(
        a_sheet(at).change,
        hope=said("To get to the allotment on my own again"),
        used_to=said("I used to, but I stopped", "used_to"),
        importance_from=said("My grandson asks me every Saturday"),
        confidence_from=said("I did it last summer"), confidence_higher=said("A stick that is not too heavy"),
        importance_higher=said("If the dog got old"),
        timescale=said("By Easter"), how_often=said("Twice a week"), in_the_way=said("Rain, and the steps by the shop"),
        way_round=said("Go round by the church"), smaller_step=said("To the gate and back"),
        tell_someone=said("My neighbour Demo Ann"), check_in=said("In two weeks"),
    )
    return replace(a_sheet(
        at, change=change, answered_by="helper",
        why_coming=said("The yearly check, I think, and the blood test"),
        card=said("Yes, keep it", "yes"),
        helps=said("Warm baths, and the exercises from the leaflet"), support=said("My daughter, twice a week"),
        daily_life=said("I have stopped going upstairs after dark"), worries=said("That I will need a new knee"),
        pressures=(said("Keeping warm", "warmth"), said("The bus fare on Thursdays")),
        days=said("Never on Thursdays, that is market day"),
        role=said("We decide together", "together"), how_much=said("Just the main points", "main_points"),
        access=said("Large print, and please speak to my left side"), coming=said("My daughter Demo Beth"),
        longer=said("Yes", "yes"), find_out=said("The name of the old tablets"),
        found_out=said("They were called Demozol, 5 mg"),
        left_for_later=("good_change", "hard_change"), helper_role="family", with_help=True, confirmed_by="together",
        person_agrees=said("Yes, and they are here", "yes_here", by="helper"),
        beside=(Beside("priority:1", said("She fell twice in April", by="helper")),),
        follows=at - timedelta(days=300), carried=True,
    ), **other)


class ClinicPeople:
    """Adds a clinic, its staff and its appointments to a house's database."""

    def __init__(self, house: House, slug: str = "demo") -> None:
        self.house = house
        self.slug = slug
        with house.units.work() as unit:
            clinic = Clinic(name=f"Demo Clinic {slug}", slug=slug, timezone=ZONE, phone="01632 960 001")
            unit.session.add(clinic)
            unit.session.flush()
            self.clinic_id = clinic.id

    def staff(self, username: str = "dr.demo", role: str = "clinician", name: str = "Dr Demo Hughes") -> str:
        return self.house.staff_login.add_staff(self.clinic_id, username, name, role, PASSWORD)

    def appointment(
        self, name: str = "Demo Rosa Price", starts_in: timedelta = timedelta(hours=2), zone: str = ZONE,
        invited: bool = True, opened: bool = False, phase: str | None = None, reference: str | None = None,
    ) -> str:
        """An appointment and as much of its preparation as is said. Returns its id."""
        now = self.house.clock.now()
        with self.house.units.work() as unit:
            patient = Patient(
                clinic_id=self.clinic_id, reference=f"P-{new_id()[:6]}", name=name, timezone=zone, created_at=now
            )
            unit.session.add(patient)
            unit.session.flush()
            row = Appointment(
                reference=reference or f"A-{new_id()[:6]}", clinic_id=self.clinic_id, patient_id=patient.id,
                starts_at=now + starts_in, timezone=zone, clinician="Dr Demo Hughes",
            )
            unit.session.add(row)
            unit.session.flush()
            if invited:
                unit.session.add(Invitation(
                    code=new_id()[:22], appointment_id=row.id, created_at=now, expires_at=now + timedelta(days=60),
                    opened_at=now if opened or phase else None,
                ))
            if phase:
                self._preparation(unit.session, row.id, patient.id, phase, now)
            return row.id

    def _preparation(self, session, appointment_id: str, patient_id: str, phase: str, now: datetime) -> None:
        talk = Conversation(
            id=f"c{appointment_id[1:]}", appointment_id=appointment_id, patient_id=patient_id, created_at=now
        )
        session.add(talk)
        session.flush()
        session.add(Preparation(
            id=f"p{appointment_id[1:]}", conversation_id=talk.id, appointment_id=appointment_id, phase=phase,
            started_at=now, changed_at=now,
        ))

    def share(self, appointment_id: str, sheet: Sheet, version: int = 1) -> None:
        with self.house.units.work() as unit:
            unit.session.add(SharedSheet(
                preparation_id=f"p{appointment_id[1:]}", version=version, content=sheet.to_dict(),
                confirmed_at=sheet.confirmed_at,
            ))

    def flag(self, appointment_id: str, words: str = "I can't go on like this", kind: str = "self_harm") -> str:
        now, talk = self.house.clock.now(), f"c{appointment_id[1:]}"
        with self.house.units.work() as unit:
            message = Inbox(
                conversation_id=talk, seq=int(now.timestamp() * 1000) % 2_000_000_000, channel="web",
                external_id=new_id(), kind="text", text=words, received_at=now,
            )
            unit.session.add(message)
            unit.session.flush()
            row = Flag(
                conversation_id=talk, appointment_id=appointment_id, inbox_id=message.id, kind=kind, rule="a_rule",
                words=words, raised_at=now,
            )
            unit.session.add(row)
            unit.session.flush()
            return row.id

    def check_in(self, appointment_id: str, **columns: object) -> None:
        with self.house.units.work() as unit:
            unit.session.add(CheckIn(preparation_id=f"p{appointment_id[1:]}", timezone=ZONE, **columns))


def browser(house: House) -> TestClient:
    """Somebody's browser, not logged in, that does not follow redirections by itself."""
    from bot.gateway.app import create_app

    return TestClient(create_app(house), base_url="http://localhost:8080", follow_redirects=False)


def hidden(page: str, name: str = "csrf") -> str:
    """The value of the first hidden field ``name`` on a page."""
    return page.split(f'name="{name}" value="', 1)[1].split('"', 1)[0]


def log_in(client: TestClient, username: str = "dr.demo", password: str = PASSWORD, next: str = ""):  # type: ignore[no-untyped-def]
    """Fill in the login form and send it."""
    form = client.get("/staff/login", params={"next": next})
    return client.post("/staff/login", data={
        "csrf": hidden(form.text), "next": hidden(form.text, "next"), "username": username, "password": password,
    })
