"""A person ready to talk, and one in any state of the conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.bootstrap import House
from tests.conversations.played import FreshTalk, PlayedOnce, house_in, put_into
from tests.conversations.states import STATES
from tests.conversations.tester import Talk


@pytest.fixture(scope="session")
def played_once(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> PlayedOnce:
    return PlayedOnce(empty_database, lambda: tmp_path_factory.mktemp("played"))


@pytest.fixture
def talk(house: House, played_once: PlayedOnce) -> Talk:
    """A conversation whose link was just opened: the welcome was said, consent is asked."""
    return FreshTalk.begun(house, played_once)


@pytest.fixture
def talk_in(played_once: PlayedOnce, tmp_path: Path) -> Iterator[Callable[[str], Talk]]:
    """``talk_in(state)``: a conversation in that state, on a database of the test's own."""
    houses = []

    def brought_to(state: str) -> Talk:
        house = house_in(tmp_path)
        houses.append(house)
        return put_into(house, played_once.after(STATES[state]))

    yield brought_to
    for house in houses:
        house.units.database.engine.dispose()
