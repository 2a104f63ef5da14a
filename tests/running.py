"""The whole of Paratoi, running: gateway, Rasa, action server and worker on free ports, once for all tests that ask."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.core.clinic import ClinicFacts, NewContact
from bot.supervisor import System

OUR_VARIABLES = ("PARATOI_", "DATABASE_URL", "TELEGRAM_BOT_TOKEN")
ZONE = "Europe/London"
CLINICIAN, PROGRAMME = "Dr Demo Running", "Demo Team Running"


class Running:
    """A running system with one invented clinic.

    Attributes:
        system: its processes; ``system.restart(name)`` and ``system.kill(name)`` for tests that need it.
        house: a House on the same database and clock; ``house.clock.forward(…)`` moves time for every process.
        url: the gateway's address, without a slash at the end.
        clinician, programme: how to log in, as ``{"url": …, "user": …, "password": …}``.
    """

    def __init__(self, system: System) -> None:
        self.system = system
        self.house = House(system.settings)
        self.url = system.url
        self.clinic_id = self.house.set_up_clinic(ClinicFacts(
            "Running Demo Clinic", "running-demo", ZONE, phone="01632 960 003", hours="Monday to Friday, 9 to 5",
            contacts=(NewContact("Dr Demo Duty", "duty@running.invalid"),), demo=True,
        ))
        self.clinician = self._staff("dr.running", CLINICIAN, "clinician")
        self.programme = self._staff("team.running", PROGRAMME, "programme")
        self._numbers = count(1)

    def _staff(self, user: str, name: str, role: str) -> dict[str, str]:
        password = f"a long enough password for {role}"
        self.house.staff_login.add_staff(self.clinic_id, user, name, role, password)
        return {"url": f"{self.url}/staff", "user": user, "password": password}

    def invite(
        self, name: str, appointment: str = "", starts_in: timedelta = timedelta(days=7), clinician: str = CLINICIAN,
    ) -> str:
        """Invite somebody by a list of one, and return their link.

        Args:
            appointment: its reference, for ``paratoi sheet`` and ``house.open_sheet``; one is made up when empty.
        """
        number = next(self._numbers)
        reference = appointment or f"running-{number}"
        starts = (self.house.clock.now() + starts_in).strftime("%Y-%m-%dT%H:%M+00:00")
        rows = io.StringIO()
        csv.writer(rows).writerows([
            ("patient_reference", "name", "appointment_reference", "appointment_at", "timezone", "clinician"),
            (f"P-{reference}", name, reference, starts, ZONE, clinician),
        ])
        done = self.house.import_invitations(self.clinic_id, rows.getvalue().encode(), f"{reference}.csv")
        assert done.made, f"nobody was invited: {done.problems}"
        return self.house.links.url(done.made[0].code)

    def stop(self) -> None:
        self.house.units.database.engine.dispose()
        self.system.stop()


def start(data_dir: Path, **overrides: object) -> Running:
    """Start everything in ``data_dir`` with the present model, trained first when it is missing. Call ``stop()``."""
    given = {"database_url": "", "telegram_token": "", "clock_file": data_dir / "clock", "burst": 100_000, **overrides}
    with pytest.MonkeyPatch.context() as environment:
        for name in list(os.environ):
            if name.upper().startswith(OUR_VARIABLES):
                environment.delenv(name)
        system = System(data_dir, **given)
        system.start()
        try:
            system.wait_ready()
            return Running(system)
        except BaseException:
            system.stop()
            raise


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The running system. People, and what they say, stay from test to test: invite somebody of your own."""
    started = start(tmp_path_factory.mktemp("running"))
    yield started
    started.stop()
