"""The system the conversations are had with: everything running, a clock that can be moved, and an invented clinic."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.core.clinic import ClinicFacts, NewContact
from bot.supervisor import System
from real_input.clinic import NO_LIMIT
from transcripts.people import Person

ZONE = "Europe/London"
BEGIN_AT = time(10, 0)  # in daylight, so that no check-in waits for the end of quiet hours
CLINICIAN = "Dr Demo Example"


@contextmanager
def system(data_dir: Path, say: Callable[[str], None]) -> Iterator[House]:
    """Start everything on free ports, at ten o'clock on a Monday to come; stop it at the end.

    Raises: bot.supervisor.NotReady.
    """
    clock_file = data_dir / "clock"
    _to_monday(MovableClock(clock_file))
    with System(
        data_dir, say=say, burst=NO_LIMIT, database_url="", telegram_token="", clock_file=clock_file,
    ) as running:
        yield House(running.settings)


def _to_monday(clock: MovableClock) -> None:
    now = clock.now().astimezone(ZoneInfo(ZONE))
    monday = now.date() + timedelta(days=7 - now.weekday())
    clock.forward(datetime.combine(monday, BEGIN_AT, ZoneInfo(ZONE)) - now)


class Clinic:
    """An invented clinic in ``house``: invites people, lets days pass, shows what the clinician reads."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._id = house.set_up_clinic(ClinicFacts(
            "Example Demo Clinic", "transcripts", ZONE, phone="01632 960 007", hours="Monday to Friday, 9 to 5",
            contacts=(NewContact("Dr Demo Duty", "duty@transcripts.invalid"),), demo=True,
        ))

    def invite(self, person: Person) -> str:
        """Their chat link, made now by a list of one as a clinic would send it in."""
        starts = datetime.combine(self.day(person.visit_in), time(10, 40), ZoneInfo(ZONE)).isoformat(timespec="minutes")
        rows = io.StringIO()
        csv.writer(rows).writerows([
            ("patient_reference", "name", "appointment_reference", "appointment_at", "timezone", "clinician",
             "appointment_type", "needs"),
            (f"P-{person.id}", person.name, person.id, starts, ZONE, CLINICIAN, person.type, person.needs),
        ])
        done = self.house.import_invitations(self._id, rows.getvalue().encode(), f"{person.id}.csv")
        if not done.made:
            raise RuntimeError(f"{person.id} could not be invited: {done.problems[:3]}")
        return self.house.links.url(done.made[0].code)

    def day(self, off: int) -> date:
        """The day that is ``off`` days from now."""
        return self.house.clock.now().astimezone(ZoneInfo(ZONE)).date() + timedelta(days=off)

    def days_pass(self, days: int) -> None:
        """Move the clock of every process."""
        clock = self.house.clock
        assert isinstance(clock, MovableClock)
        clock.forward(timedelta(days=days))

    def sheet(self, person: Person) -> str:
        """The clinician's sheet, as ``paratoi sheet`` shows it."""
        record = self.house.open_sheet(person.id, staff=None, format="text")
        return self.house.sheet_formats.render(record, "text")
