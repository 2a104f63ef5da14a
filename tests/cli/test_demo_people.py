"""The demo's people play their parts, and each ends up where the list of links says they are."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.bootstrap import House
from bot.cli.chat_client import ChatClient
from bot.cli.demo.fill import Filling
from bot.cli.demo.script import load_script
from bot.clock import MovableClock
from bot.config import load_settings
from bot.core.preparation import Preparation
from bot.core.sheet import Sheet
from bot.core.sheet_record import SheetRecord
from bot.gateway.app import create_app
from bot.store import tables
from tests.conversations.tester import PhrasesOnly
from tests.settled import SettledClient


class Here(Filling):
    """Fills the demo through gateways in this process; while somebody waits, the worker's work is done."""

    def __init__(self, house: House) -> None:
        super().__init__(house, load_script())
        self.browsers: list[SettledClient] = []

    def _client(self, link: str) -> ChatClient:
        browser = SettledClient(create_app(self._house), follow_redirects=False)
        browser.__enter__()
        self.browsers.append(browser)
        return ChatClient(browser, urlsplit(link).path, sleep=lambda _: self._work())

    def _work(self) -> None:
        asyncio.run(self._house.start_check_ins())
        asyncio.run(self._house.send_due())


@pytest.fixture(scope="module")
def demo(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house whose demo clinic is filled."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copy(empty_database, folder / "paratoi.db")
    settings = load_settings(
        _env_file=None, data_dir=folder, secret="a secret that only the tests know", clock_file=folder / "clock",
        burst=100_000)
    house = House(settings, MovableClock(settings.clock_file))
    house.assistant = PhrasesOnly(house)
    filling = Here(house)
    filling.fill()
    yield house
    for browser in filling.browsers:
        browser.__exit__(None, None, None)
    house.units.database.engine.dispose()


def record_of(house: House, name: str) -> SheetRecord:
    reference = next(person.reference for person in load_script().people if person.name == name)
    return house.open_sheet(reference, staff=None, format="json")


def sheet_of(house: House, name: str) -> Sheet:
    sheet = record_of(house, name).sheet
    assert sheet is not None, f"{name} has shared nothing"
    return sheet


def preparation_of(house: House, name: str) -> Preparation:
    with house.units.reading() as unit:
        talk = (unit.session.query(tables.Conversation.id)
                .join(tables.Patient, tables.Patient.id == tables.Conversation.patient_id)
                .filter(tables.Patient.name == name).scalar())
        return unit.preparations.of(talk)


def test_everybody_is_as_far_as_the_list_of_links_says(demo: House) -> None:
    far = {person.name: record_of(demo, person.name).state for person in load_script().people}
    assert far == {
        "Robin Sample": "invited", "Mina Placeholder": "shared", "Walter Specimen": "declined",
        "Jo Mockup": "in_progress", "Agnes Template": "in_progress", "Dev Example": "shared", "Carys Dummy": "shared",
        "Tomasz Nobody": "shared",
    }
    assert [preparation_of(demo, name).asking for name in ("Jo Mockup", "Agnes Template")] == ["matters:3", "read_back"]


def test_mina_and_her_son_prepared_together_and_the_sheet_tells_whose_words_are_whose(demo: House) -> None:
    sheet = sheet_of(demo, "Mina Placeholder")
    assert (sheet.helper_role, sheet.confirmed_by, sheet.with_help) == ("family", "together", True)
    first, second = (one.item for one in sheet.priorities[:2])
    assert ("own bed" in first.words, first.by) == (True, "patient")
    assert ("Mum" in second.words, second.by) == (True, "helper")
    assert sheet.hope.by == "patient"


def test_jo_comes_for_the_first_time_and_is_on_the_short_path(demo: House) -> None:
    record = record_of(demo, "Jo Mockup")
    assert record.appointment.type == "first"
    told = preparation_of(demo, "Jo Mockup")
    assert told.answer("why_coming").state.value == "not_sure"
    assert set(told.met) == {"consent", "why_coming", "matters:1", "matters:2", "matters:3"}


def test_dev_keeps_his_worry_private_and_it_stands_nowhere_on_the_sheet(demo: House) -> None:
    sheet = sheet_of(demo, "Dev Example")
    assert (sheet.kept_private, sheet.worries) == (1, None)
    assert "van job" not in json.dumps(sheet.to_dict())
    assert [need.value for need in sheet.pressures] == ["money"]
    assert sheet.change is None  # with a need unmet no change is offered


def test_carys_has_a_whole_plan_and_has_answered_her_check_in(demo: House) -> None:
    record = record_of(demo, "Carys Dummy")
    plan = record.sheet.change
    for slot in (plan.hope, plan.first_step, plan.timescale, plan.how_often, plan.in_the_way, plan.way_round,
                 plan.tell_someone):
        assert slot.state == "answered"
    assert (plan.stage.value, plan.importance.value, plan.confidence.value) == ("preparation", 8, 7)
    assert [(one.state, one.answer) for one in record.check_ins] == [("answered", "partly")]


def test_one_flag_was_looked_at_and_one_waits_for_somebody(demo: House) -> None:
    (seen,), (waiting,) = (record_of(demo, name).flags for name in ("Agnes Template", "Tomasz Nobody"))
    assert (seen.acknowledged_by, seen.note) == ("Dr Ada Demo", load_script().people[4].flag_note)
    assert (waiting.kind, waiting.acknowledged_at) == ("self_harm", None)


def test_tomasz_did_it_before_and_his_check_in_is_to_come(demo: House) -> None:
    record = record_of(demo, "Tomasz Nobody")
    assert record.sheet.change.used_to is not None
    assert [one.state for one in record.check_ins] == ["planned"]


def test_filling_it_again_changes_nothing(demo: House) -> None:
    before = [record_of(demo, person.name) for person in load_script().people]
    again = Here(demo)
    again.fill()
    assert again.browsers == []
    assert [record_of(demo, person.name) for person in load_script().people] == before


class Interrupted(Filling):
    """Is stopped while the people speak, and looks at what lies in the data directory then."""

    def _play(self, content: dict, today: object) -> None:
        self.there = sorted(file.name for file in self._file.parent.glob("demo*.json"))
        raise KeyboardInterrupt


class Quick(Filling):
    """Everybody has spoken already."""

    def _play(self, content: dict, today: object) -> None:
        self._set_clock(None, None)


def test_demo_json_is_written_when_all_is_ready_and_an_interrupted_demo_keeps_its_passwords(house: House) -> None:
    first = Interrupted(house, load_script())
    with pytest.raises(KeyboardInterrupt):
        first.fill()
    assert first.there == ["demo-begun.json"]
    begun = json.loads((house.settings.data_dir / "demo-begun.json").read_text())
    Quick(house, load_script()).fill()
    written = json.loads((house.settings.data_dir / "demo.json").read_text())
    assert written["complete"] is True
    assert written["clinician"]["password"] == begun["clinician"]["password"]
    assert not (house.settings.data_dir / "demo-begun.json").exists()
