"""Every test in this folder that asks for ``house`` runs twice: on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgresql import throwaway_cluster
from sqlalchemy import create_engine, text

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.config import Settings
from bot.store.database import make_engine
from bot.store.schema import Schema
from bot.store.tables import new_id


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    with throwaway_cluster() as address:
        engine = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE migrated"))
        engine.dispose()
        migrated = make_engine(f"{address}/migrated")
        Schema(migrated).upgrade()
        migrated.dispose()
        yield address


@pytest.fixture
def postgresql_url(cluster: str) -> Iterator[str]:
    """A database of its own, made by our migrations, on a real PostgreSQL."""
    name = f"test_{new_id()}"
    engine = create_engine(f"{cluster}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE migrated"))
        yield f"{cluster}/{name}"
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql_url")
    shutil.copy(request.getfixturevalue("empty_database"), tmp_path / "paratoi.db")
    return f"sqlite:///{tmp_path / 'paratoi.db'}"


@pytest.fixture
def house(settings: Settings, database_url: str) -> Iterator[House]:
    made = House(settings.copy(update={"database_url": database_url}), MovableClock(settings.clock_file))
    yield made
    made.units.database.engine.dispose()
