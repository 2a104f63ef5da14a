"""Paratoi as people run it: ``paratoi run`` with all of its processes, spoken to over the gateway's chat API."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.answers import Person
from bench.running import Running
from bench.wire import NoAnswer, Wire, is_up
from bot.bootstrap import House
from bot.config import Settings, load_settings
from bot.core.clinic import ClinicFacts, NewContact
from bot.supervisor.ports import free_port
from bot.supervisor.recipes import ROOT, environment

NO_LIMIT = 1_000_000  # messages in ten seconds; the limit for one person is not what is measured
CLINIC = ClinicFacts(
    name="Bench Clinic (invented)", slug="bench", timezone="Europe/London", phone="01632 960000",
    hours="Monday to Friday", contacts=(NewContact("Nobody, invented", "nobody@bench.invalid"),), demo=True)
LONGEST = 60.0  # seconds, until an opened link or a message that was answered later has its answer
LOOK_EVERY = 0.01  # seconds, for an answer that did not come with the message itself


def settings_in(data_dir: Path) -> Settings:
    """Settings of their own for a run: its data directory, free ports, nothing from ``.env``."""
    port = free_port()
    return load_settings(
        _env_file=None, data_dir=data_dir.resolve(), port=port, rasa_port=free_port(), actions_port=free_port(),
        public_url=f"http://127.0.0.1:{port}", burst=NO_LIMIT, database_url="", telegram_token="", clock_file=None)


def invite(settings: Settings, people: int) -> list[str]:
    """Tables, a clinic and ``people`` invitations. Returns the paths of their links."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "db", "upgrade"], cwd=ROOT, env=environment(settings), capture_output=True,
        text=True)
    if done.returncode:
        raise NoAnswer(f"the tables could not be made:\n{done.stderr}")
    house = House(settings)
    visit = (house.clock.now() + timedelta(days=10)).strftime("%Y-%m-%dT10:00")
    rows = (f"BENCH-{n},Person {n} (invented),BENCH-VISIT-{n},{visit},Dr Bench" for n in range(people))
    listed = "\n".join(["patient_reference,name,appointment_reference,appointment_at,clinician", *rows])
    done = house.import_invitations(house.set_up_clinic(CLINIC), listed.encode(), "bench.csv")
    house.units.database.engine.dispose()
    if len(done.made) != people:
        raise NoAnswer(f"only {len(done.made)} of {people} could be invited: {done.problems[:1]}")
    return [f"/i/{house.links.token(one.code)}" for one in done.made]


class OurSystem(Running):
    """One run; ``links`` gives a link that nobody has opened yet, each time it is asked."""

    def __init__(self, settings: Settings, links: Iterator[str], log: Path) -> None:
        command = [sys.executable, "-m", "bot.cli", "run", "--no-train", "--no-browser"]
        self._settings, self._links = settings, links
        self._numbers = count(1)
        super().__init__(command, environment(settings), ROOT, log)

    def up(self) -> bool:
        ours = self._settings
        return (
            is_up(ours.port, "/health") and is_up(ours.actions_port, "/health")
            and is_up(ours.rasa_port, "/webhooks/paratoi/"))

    def person(self) -> Patient:
        return Patient(Wire(self._settings.port), next(self._links), next(self._numbers))


class Patient:
    """Opens the link, waits for the welcome, and then answers what is asked."""

    def __init__(self, wire: Wire, link: str, number: int) -> None:
        self._wire = wire
        self._person = Person(number)
        self._asked: dict[str, Any] | None = None
        status, _ = wire.ask("GET", link)
        if status != 303:
            raise NoAnswer(f"the invitation link answered {status}")
        self._remember(self._later(0))

    def turn(self) -> float:
        """As the page does: an answer that does not come with the request is fetched once it is there."""
        began = time.perf_counter()
        status, answer = self._wire.ask(
            "POST", "/api/chat/messages", {"id": uuid4().hex, **self._person.answer(self._asked)})
        if status not in {200, 202}:
            raise NoAnswer(f"a message of ours was answered {status}")
        messages = answer["messages"] if _answered(answer["messages"]) else self._later(answer["seq"])
        seconds = time.perf_counter() - began
        self._remember(messages)
        return seconds

    def _later(self, after: int) -> list[dict[str, Any]]:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            time.sleep(LOOK_EVERY)
            status, page = self._wire.ask("GET", f"/api/chat/history?after={after}")
            if status == 200 and _answered(page["messages"]):
                return page["messages"]
        raise NoAnswer(f"no answer of ours within {LONGEST:.0f} s")

    def _remember(self, messages: list[dict[str, Any]]) -> None:
        self._asked = next((one for one in reversed(messages) if one["question"]), self._asked)


def _answered(messages: list[dict[str, Any]]) -> bool:
    """Whether an answer is among them; a notice that it takes longer is none."""
    return any(one["kind"] in {"reply", "safety"} for one in messages)
