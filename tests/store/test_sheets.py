"""What the clinician's pages read, on both databases."""

from __future__ import annotations

from datetime import timedelta

from clinic_people import ClinicPeople, a_sheet, said
from sqlalchemy import select

from bot.store.tables import SheetView


def test_a_sheet_comes_back_as_it_was_shared_and_the_newest_wins(house):
    people, now = ClinicPeople(house), house.clock.now()
    appointment = people.appointment(phase="confirmed")
    first, second = a_sheet(now), a_sheet(now + timedelta(minutes=1), hope=said("مرحبا 🌙 \\ ' \""))
    people.share(appointment, first)
    people.share(appointment, second, version=2)
    with house.units.reading() as unit:
        assert unit.sheets.newest(appointment) == second
        (line,) = unit.sheets.find(appointment, people.clinic_id)
    assert len(line.shared) == 2 and line.shared[0] < line.shared[1]
    assert abs(line.shared[0] - now) < timedelta(milliseconds=1) and line.phase == "confirmed"


def test_an_appointment_nobody_was_invited_to_is_listed_once_and_empty(house):
    people, now = ClinicPeople(house), house.clock.now()
    appointment = people.appointment(invited=False)
    with house.units.reading() as unit:
        (line,) = unit.sheets.between(people.clinic_id, now, now + timedelta(days=1))
        assert unit.sheets.newest(appointment) is None
    assert (line.id, line.invited_at, line.phase, line.shared, line.waiting_flags) == (appointment, None, None, (), 0)


def test_only_flags_nobody_acknowledged_count_and_they_stand_first(house):
    people, now = ClinicPeople(house), house.clock.now()
    staff_id = people.staff()
    appointment = people.appointment(phase="open")
    older, newer = people.flag(appointment, "older"), people.flag(appointment, "newer")
    with house.units.work() as unit:
        assert unit.sheets.acknowledge(newer, appointment, staff_id, None, now)
        assert not unit.sheets.acknowledge("unknown", appointment, staff_id, None, now)
    with house.units.reading() as unit:
        assert [flag.id for flag in unit.sheets.flags(appointment)] == [older, newer]
        assert [flag.acknowledged_by for flag in unit.sheets.flags(appointment)] == [None, "Dr Demo Hughes"]
        assert [line.waiting_flags for line in unit.sheets.flagged(people.clinic_id)] == [1]


def test_a_name_longer_than_the_column_still_leaves_a_record(house):
    people, now = ClinicPeople(house), house.clock.now()
    appointment = people.appointment()
    with house.units.work() as unit:
        unit.sheets.add_view(appointment_id=appointment, staff_id=None, by="x" * 200, format="html", now=now)
    with house.units.reading() as unit:
        assert unit.session.execute(select(SheetView.by)).scalar_one() == "x" * 120
