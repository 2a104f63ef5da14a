"""``paratoi demo``: fills the demo clinic of a running Paratoi. ``paratoi run --demo`` does it by itself."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from bot.bootstrap import House
from bot.cli import console
from bot.cli.chat_client import ChatClient, ChatError
from bot.cli.demo.people import make_people, write_private
from bot.cli.demo.play import StuckError, answer_check_in, prepare
from bot.cli.demo.script import Person, Script, load_script
from bot.cli.welcome import DEMO_FILE
from bot.clock import MovableClock, SystemClock

BEGUN_FILE = "demo-begun.json"
DAYS_BEFORE = 8  # that long ago the first people prepared, so that a check-in after a week has been answered
MORNING, NOON = time(10, 0), time(12, 0)  # outside quiet hours


def demo() -> None:
    """Fill the demo clinic of a Paratoi that runs with --demo. Safe to repeat."""
    house = House()
    script = load_script()
    try:
        Filling(house, script).fill()
    except (StuckError, ChatError) as error:
        console.stop(str(error))


class Filling:
    """Brings the demo clinic to the state its script describes, however far it got before."""

    def __init__(self, house: House, script: Script) -> None:
        self._house = house
        self._script = script
        self._file: Path = house.settings.data_dir / DEMO_FILE
        self._begun: Path = house.settings.data_dir / BEGUN_FILE
        self._zone = ZoneInfo(script.clinic.timezone)

    def fill(self) -> None:
        """Make people and logins, and let everybody speak their part.

        Whoever waits for ``demo.json`` finds a demo that is ready, at the real time. Until then what was made (the
        passwords above all) is kept beside it, so that a demo that was interrupted goes on from there.
        """
        kept = next((json.loads(file.read_text()) for file in (self._file, self._begun) if file.exists()), {})
        today = SystemClock().now().astimezone(self._zone)
        if not kept.get("complete"):
            self._set_clock((today - timedelta(days=DAYS_BEFORE)), MORNING)
        content = make_people(self._house, self._script, today.date(), kept)
        if not kept.get("complete"):
            write_private(self._begun, {**content, "complete": False})
            self._play(content, today)
        write_private(self._file, {**content, "complete": True})
        self._begun.unlink(missing_ok=True)

    def _play(self, content: dict[str, Any], today: datetime) -> None:
        made = zip(self._script.people, content["patients"], strict=True)
        links = {person.reference: entry["link"] for person, entry in made}
        early = [person for person in self._script.people if person.check_in]
        clients = {person.reference: self._client(links[person.reference]) for person in early}
        for person in early:
            prepare(clients[person.reference], person)
        for person in sorted(early, key=lambda one: one.check_in_after):
            self._set_clock(today - timedelta(days=DAYS_BEFORE - person.check_in_after), NOON)
            answer_check_in(clients[person.reference], person)
        # The day before: at whatever hour the demo starts, today's first visit may be over, and then nobody can share.
        self._set_clock(today - timedelta(days=1), NOON)
        for person in self._script.people:
            if person.opens and person not in early:
                self._let_prepare(links[person.reference], person)
        self._acknowledge(content["clinician"])
        self._set_clock(None, None)

    def _let_prepare(self, link: str, person: Person) -> None:
        console.step(f"{person.reference} prepares")
        prepare(self._client(link), person)

    def _acknowledge(self, login: dict[str, str]) -> None:
        """The clinician looks at the messages that the script says were looked at."""
        token, staff = self._house.staff_login.log_in(login["user"], login["password"])
        for person in self._script.people:
            if person.flag_note:
                sheet = self._house.open_sheet(person.reference, staff=staff, format="html")
                for flag in sheet.flags:
                    self._house.acknowledge_flag(sheet.appointment.id, flag.id, staff, person.flag_note)
        self._house.staff_login.log_out(token)

    def _client(self, link: str) -> ChatClient:
        """Through this machine's own port: the public address may not be reachable yet."""
        base = f"http://127.0.0.1:{self._house.settings.port}"
        http = httpx.Client(base_url=base, timeout=30.0, trust_env=False)
        return ChatClient(http, link.removeprefix(self._house.settings.public_url))

    def _set_clock(self, day: datetime | None, at: time | None) -> None:
        """Set the demo's time to a clock on a day, or back to the real time (None)."""
        clock = self._house.clock
        if not isinstance(clock, MovableClock):
            raise StuckError("The demo needs a clock that can be moved. Start it with: paratoi run --demo")
        wanted = datetime.combine(day.date(), at, self._zone) if day else SystemClock().now()
        clock.forward(wanted - clock.now())
