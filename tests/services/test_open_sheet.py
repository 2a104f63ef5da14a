"""Opening a sheet: what is handed over, to whom, and that it is recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from clinic_people import ZONE, ClinicPeople, a_sheet, said
from sqlalchemy import select

from bot.core.staff import LoggedIn
from bot.services.open_sheet import NoSuchAppointment, SeveralAppointments
from bot.store.tables import SheetView


@pytest.fixture
def people(house) -> ClinicPeople:
    return ClinicPeople(house)


def clinician(people: ClinicPeople) -> LoggedIn:
    staff_id = people.staff(username=f"dr.{people.slug}")
    return LoggedIn(staff_id, "Dr Demo Hughes", "clinician", people.clinic_id, "Demo Clinic", ZONE, "csrf")


def views(house) -> list[SheetView]:
    with house.units.reading() as unit:
        return unit.session.execute(select(SheetView).order_by(SheetView.at)).scalars().all()


def test_the_newest_shared_sheet_is_handed_over(house, people):
    now = house.clock.now()
    appointment = people.appointment(phase="confirmed")
    people.share(appointment, a_sheet(now, hope=said("the first")))
    people.share(appointment, a_sheet(now + timedelta(hours=1), hope=said("the second")), version=2)
    record = house.open_sheet(appointment, staff=None, format="text")
    assert record.sheet.hope.words == "the second"
    assert record.state == "changed" and len(record.appointment.shared) == 2


def test_every_opening_is_recorded_with_who_when_and_format(house, people):
    appointment = people.appointment(phase="confirmed", reference="A-1")
    people.share(appointment, a_sheet(house.clock.now()))
    staff = clinician(people)
    house.open_sheet(appointment, staff=staff, format="html")
    house.open_sheet("A-1", staff=None, format="json")
    first, second = views(house)
    assert (first.by, first.staff_id, first.format) == ("Dr Demo Hughes", staff.id, "html")
    assert (second.by, second.staff_id, second.format) == ("command line", None, "json")
    assert {first.appointment_id, second.appointment_id} == {appointment}
    assert house.clock.now() - first.at < timedelta(minutes=1)


def test_another_clinics_appointment_is_as_unknown_as_one_that_is_not_there(house, people):
    other = ClinicPeople(house, "other")
    appointment = other.appointment(phase="confirmed")
    other.share(appointment, a_sheet(house.clock.now()))
    for wanted in (appointment, "nothing"):
        with pytest.raises(NoSuchAppointment):
            house.open_sheet(wanted, staff=clinician(people) if wanted == appointment else None, format="html")
    assert views(house) == []


def test_a_reference_two_clinics_use_asks_for_the_id(house, people):
    ids = {people.appointment(reference="A-7"), ClinicPeople(house, "other").appointment(reference="A-7")}
    with pytest.raises(SeveralAppointments) as caught:
        house.open_sheet("A-7", staff=None, format="text")
    assert set(caught.value.ids) == ids


@pytest.mark.parametrize("phase", [None, "new", "open", "declined"])
def test_before_it_is_shared_nothing_of_it_is_handed_over(house, people, phase):
    appointment = people.appointment(phase=phase)
    if phase:
        people.check_in(appointment, first_step="my own secret step", due_at=house.clock.now())
    record = house.open_sheet(appointment, staff=None, format="text")
    assert record.sheet is None and record.check_ins == ()


def test_a_flag_is_handed_over_whether_or_not_the_sheet_was_shared(house, people):
    appointment = people.appointment(phase="open")
    people.flag(appointment)
    assert [flag.acknowledged_at for flag in house.open_sheet(appointment, staff=None, format="text").flags] == [None]
