"""Somebody puts their name to a safety flag."""

from __future__ import annotations

import pytest
from clinic_people import ZONE, ClinicPeople

from bot.core.staff import LoggedIn
from bot.services.acknowledge_flag import LONGEST_NOTE, NoSuchFlag, NoteTooLong


@pytest.fixture
def people(house) -> ClinicPeople:
    return ClinicPeople(house)


def clinician(people: ClinicPeople, name: str = "Dr Demo Hughes", clinic_id: str | None = None) -> LoggedIn:
    staff_id = people.staff(username=name, name=name)
    return LoggedIn(staff_id, name, "clinician", clinic_id or people.clinic_id, "Demo Clinic", ZONE, "csrf")


def flag_of(house, appointment: str):
    return house.open_sheet(appointment, staff=None, format="text").flags[0]


def test_name_time_and_note_stay_with_the_flag(house, people):
    appointment = people.appointment(phase="open")
    flag = people.flag(appointment)
    house.acknowledge_flag(appointment, flag, clinician(people), "  Rang them at once.  ")
    seen = flag_of(house, appointment)
    assert (seen.acknowledged_by, seen.note) == ("Dr Demo Hughes", "Rang them at once.")
    assert seen.raised_at <= seen.acknowledged_at <= house.clock.now()


def test_without_a_note_there_is_none(house, people):
    appointment = people.appointment(phase="open")
    house.acknowledge_flag(appointment, people.flag(appointment), clinician(people), "   ")
    assert flag_of(house, appointment).note is None


def test_the_first_name_stays(house, people):
    appointment = people.appointment(phase="open")
    flag = people.flag(appointment)
    house.acknowledge_flag(appointment, flag, clinician(people), "first")
    house.acknowledge_flag(appointment, flag, clinician(people, "Dr Demo Late"), "second")
    seen = flag_of(house, appointment)
    assert (seen.acknowledged_by, seen.note) == ("Dr Demo Hughes", "first")


def test_another_clinic_an_unknown_flag_and_a_flag_of_another_appointment_are_refused(house, people):
    appointment, second = people.appointment(phase="open"), people.appointment(phase="open")
    flag = people.flag(appointment)
    stranger = clinician(people, "Dr Demo Stranger", clinic_id=ClinicPeople(house, "other").clinic_id)
    own = clinician(people)
    for staff, where, which in ((stranger, appointment, flag), (own, appointment, "nothing"), (own, second, flag)):
        with pytest.raises(NoSuchFlag):
            house.acknowledge_flag(where, which, staff, "")
    assert flag_of(house, appointment).acknowledged_at is None


def test_a_note_that_is_too_long_is_refused_and_never_cut(house, people):
    appointment = people.appointment(phase="open")
    with pytest.raises(NoteTooLong):
        house.acknowledge_flag(appointment, people.flag(appointment), clinician(people), "x" * (LONGEST_NOTE + 1))
    assert flag_of(house, appointment).acknowledged_at is None
