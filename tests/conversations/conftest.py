"""A person ready to talk, and one in any state of the conversation."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.config import Settings, load_settings
from tests.conversations.states import STATES
from tests.conversations.tester import PhrasesOnly, Talk, begin_talk


@pytest.fixture
def talk(house: House) -> Talk:
    """A conversation whose link was just opened: the welcome was said, consent is asked."""
    return begin_talk(house).opens_the_link()


@pytest.fixture(scope="session")
def conversation_in(
    empty_database: Path, tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], tuple[Path, Talk]]:
    """A database in which one conversation was played up to a state; played once, copied for each test."""
    made: dict[str, tuple[Path, Talk]] = {}

    def play(state: str) -> tuple[Path, Talk]:
        if state not in made:
            folder = tmp_path_factory.mktemp("state")
            shutil.copy(empty_database, folder / "paratoi.db")
            house = _house(folder)
            talk = begin_talk(house).opens_the_link().plays(*STATES[state])
            house.units.database.engine.dispose()
            made[state] = (folder, replace(talk, house=None))  # the test's own takes its place
        return made[state]

    return play


@pytest.fixture
def talk_in(conversation_in: Callable[[str], tuple[Path, Talk]], tmp_path: Path) -> Iterator[Callable[[str], Talk]]:
    """``talk_in(state)``: a conversation in that state, on a database of the test's own."""
    houses = []

    def brought_to(state: str) -> Talk:
        folder, played = conversation_in(state)
        for file in folder.glob("paratoi.db*"):
            shutil.copy(file, tmp_path / file.name)
        house = _house(tmp_path)
        houses.append(house)
        house.assistant = PhrasesOnly(house)
        return Talk(house, played.conversation_id, list(played.said), list(played.transcript), played._seq)

    yield brought_to
    for house in houses:
        house.units.database.engine.dispose()


def _house(folder: Path) -> House:
    settings: Settings = load_settings(
        _env_file=None, data_dir=folder, secret="a secret that only the tests know", clock_file=folder / "clock")
    return House(settings, MovableClock(folder / "clock"))
