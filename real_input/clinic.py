"""The system the visits are played through, and the invented clinic in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.bootstrap import House
from bot.config import load_settings
from bot.core.clinic import ClinicFacts, NewContact
from bot.supervisor import System

ZONE = "Europe/London"
CLINICIAN = "Dr Demo Listener"
NO_LIMIT = 1_000_000  # messages in ten seconds: the patients here type faster than people do


@contextmanager
def own_system(data_dir: Path, say: Callable[[str], None]) -> Iterator[House]:
    """Start everything in ``data_dir`` on free ports, and stop it at the end. Raises: bot.supervisor.NotReady."""
    with System(data_dir, say=say, burst=NO_LIMIT, database_url="", telegram_token="") as system:
        yield House(system.settings)


def running_system(data_dir: Path, url: str) -> House:
    """A system that runs already on this machine, at ``url`` and with ``data_dir``."""
    return House(load_settings(data_dir=data_dir, public_url=url))


class Clinic:
    """An invented clinic in ``house``: invites people and reads their sheets."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._id = house.set_up_clinic(ClinicFacts(
            "Listening Demo Clinic", "real-input", ZONE, phone="01632 960 005", hours="Monday to Friday, 9 to 5",
            contacts=(NewContact("Dr Demo Duty", "duty@real-input.invalid"),), demo=True,
        ))

    def invite(self, names: Sequence[str]) -> list[tuple[str, str]]:
        """An appointment's reference and a chat link for each name, in the same order; anew at every call."""
        now = self._house.clock.now()
        starts = (now + timedelta(days=7)).strftime("%Y-%m-%dT%H:%M+00:00")
        references = [f"real-{now:%y%m%d%H%M%S%f}-{number}" for number in range(len(names))]
        rows = io.StringIO()
        table = csv.writer(rows)
        table.writerow(("patient_reference", "name", "appointment_reference", "appointment_at", "clinician"))
        table.writerows((f"P-{ref}", name, ref, starts, CLINICIAN) for ref, name in zip(references, names, strict=True))
        done = self._house.import_invitations(self._id, rows.getvalue().encode(), "real-input.csv")
        if len(done.made) != len(names):
            raise RuntimeError(f"the people could not be invited: {done.problems[:3]}")
        links = {made.reference: self._house.links.url(made.code) for made in done.made}
        return [(reference, links[reference]) for reference in references]

    def sheet(self, reference: str) -> tuple[dict[str, Any] | None, dict[str, tuple[str, str]]]:
        """What was shared (as in the sheet's JSON; None when nothing was); kind and rule of each flag, by message."""
        record = self._house.open_sheet(reference, staff=None, format="json")
        shared = json.loads(self._house.sheet_formats.render(record, "json"))["shared"]
        with self._house.units.reading() as unit:
            flags = unit.flags.for_appointment(record.appointment.id)
            return shared, {unit.messages.by_id(f.inbox_id).external_id: (f.kind, f.rule) for f in flags}
