"""How far a preparation is, and which day an appointment is on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from bot.core.clinic_day import AppointmentLine, by_day, day_in, state_of, window

NOW = datetime(2026, 3, 10, 9, tzinfo=timezone.utc)
LINE = AppointmentLine(
    id="1", reference="A-1", clinic_id="c", clinic_name="Demo", patient_name="Demo Person", patient_reference="P-1",
    starts_at=NOW, timezone="Europe/London", type="follow_up", clinician="",
)
INVITED = replace(LINE, invited_at=NOW, expires_at=NOW + timedelta(days=1))
OPENED = replace(INVITED, opened_at=NOW)


@pytest.mark.parametrize(("line", "state"), [
    (LINE, "not_invited"),
    (INVITED, "invited"),
    (replace(INVITED, expires_at=NOW), "expired"),
    (OPENED, "opened"),
    (replace(OPENED, expires_at=NOW), "opened"),
    (replace(OPENED, phase="new"), "opened"),
    (replace(OPENED, phase="open"), "in_progress"),
    (replace(OPENED, phase="declined"), "declined"),
    (replace(OPENED, phase="confirmed", shared=(NOW,)), "shared"),
    (replace(OPENED, phase="confirmed", shared=(NOW, NOW + timedelta(hours=1))), "changed"),
    (replace(OPENED, phase="open", shared=(NOW,)), "changing"),
])
def test_each_state_is_told_from_the_others(line, state):
    assert state_of(line, NOW) == state


def test_an_appointment_is_on_the_day_it_has_where_it_is():
    late = datetime(2026, 3, 10, 23, 30, tzinfo=timezone.utc)
    assert replace(LINE, starts_at=late).local_day == date(2026, 3, 10)
    assert replace(LINE, starts_at=late, timezone="Pacific/Auckland").local_day == date(2026, 3, 11)
    assert day_in("Pacific/Auckland", late) == date(2026, 3, 11)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Europe/London", "Pacific/Pago_Pago"])
def test_the_window_reaches_every_zones_own_day(zone):
    start, end = window(date(2026, 3, 10), 1)
    hours = [start + timedelta(hours=n) for n in range(int((end - start).total_seconds() // 3600))]
    on_the_day = [at for at in hours if replace(LINE, starts_at=at, timezone=zone).local_day == date(2026, 3, 10)]
    assert len(on_the_day) == 24


def test_lines_stand_under_their_day_by_time_and_empty_days_are_there():
    second = replace(LINE, id="2", starts_at=NOW - timedelta(hours=1))
    far = replace(LINE, id="3", starts_at=NOW + timedelta(days=9))
    found = by_day([LINE, far, second], date(2026, 3, 10), 2)
    assert [line.id for line in found[date(2026, 3, 10)]] == ["2", "1"]
    assert found[date(2026, 3, 11)] == [] and len(found) == 2
