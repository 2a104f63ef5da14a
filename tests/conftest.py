"""What every test may ask for: a house of its own, on a fresh database, with a clock that can be moved."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from lanes import put_in_lanes
from running import running  # noqa: F401  the whole system, for every test that asks for it
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine

from bot.bootstrap import House, reviewed
from bot.bootstrap import house as joined
from bot.clock import MovableClock
from bot.config import Settings, load_settings
from bot.store.database import make_engine
from bot.store.tables import metadata
from bot.supervisor import model

CONTENT = ("load_wording", "load_safety", "load_questions", "load_paths", "load_words")
OUR_VARIABLES = ("PARATOI_", "DATABASE_URL", "TELEGRAM_BOT_TOKEN")
FOLDER_OF_REAL_INPUT = "PARATOI_DATA_FOLDER"  # says where test data is; it sets nothing in the house


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    put_in_lanes(items)


def pytest_collection_finish() -> None:
    """Rasa's modules alone are half a million objects; looking for garbage among them took a minute or more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _content_is_read_once() -> Iterator[None]:
    """Reviewed content stays as it is while tests run; reading it for every house took half of all the time."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CONTENT:
            patch.setattr(reviewed, name, _once(getattr(reviewed, name)))
        patch.setattr(model, "fingerprint", _once_for_this_project(model.fingerprint))
        yield


@pytest.fixture(scope="session", autouse=True)
def _queries_are_compiled_once() -> Iterator[None]:
    """Every house has an engine of its own, and each made the same text out of the same queries again."""
    first = make_engine("sqlite://")
    with first.connect():  # a dialect learns what it talks to when it first connects
        pass

    def alike(url: str) -> Engine:
        made = make_engine(url)
        if made.dialect.name == first.dialect.name:
            made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joined, "make_engine", alike)
        yield
    first.dispose()


def _once(load: Callable[..., object]) -> Callable[..., object]:
    """``load``, remembering what it made of the same input. Content is frozen, so houses may share it."""
    made: dict[tuple[object, ...], tuple[object, ...]] = {}

    def remembered(*given: object) -> object:
        key = tuple(_what_it_is(one) for one in given)
        if key not in made:
            made[key] = (load(*given), given)  # the input is kept too, so that no other gets its id
        return made[key][0]

    return remembered


def _once_for_this_project(fingerprint: Callable[[Path], str]) -> Callable[..., str]:
    """Our own files stay as they are while tests run; those of a project that a test made may change."""
    ours: list[str] = []

    def remembered(root: Path = model.ROOT) -> str:
        if root != model.ROOT:
            return fingerprint(root)
        if not ours:
            ours.append(fingerprint(root))
        return ours[0]

    return remembered


def _what_it_is(given: object) -> object:
    """Text, paths and words by name are the same when they read the same; anything else only when it is the same one."""
    if isinstance(given, Mapping):
        return frozenset((name, _what_it_is(one)) for name, one in given.items())
    return given if isinstance(given, str | Path) else id(given)


@pytest.fixture(autouse=True)
def _nothing_leaks_in_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith(OUR_VARIABLES) and name != FOLDER_OF_REAL_INPUT:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and no rows; copying it is quicker than making the tables again."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with the data directory in ``tmp_path``; no ``.env`` is read."""
    return load_settings(
        _env_file=None,
        data_dir=tmp_path,
        public_url="http://localhost:8080",
        secret="a secret that only the tests know",
        clock_file=tmp_path / "clock",
    )


@pytest.fixture
def house(settings: Settings, empty_database: Path) -> House:
    """A house on a fresh SQLite file with all tables; ``house.clock.forward(timedelta(…))`` moves its time."""
    shutil.copy(empty_database, settings.data_dir / "paratoi.db")
    made = House(settings, MovableClock(settings.clock_file))
    yield made
    made.units.database.engine.dispose()
