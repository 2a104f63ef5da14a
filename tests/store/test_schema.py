from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.store.database import make_engine
from bot.store.schema import Schema
from bot.store.tables import metadata


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh_engine(request, tmp_path, cluster):
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    else:
        admin = create_engine(f"{cluster}/postgres", isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS fresh WITH (FORCE)"))
            connection.execute(text("CREATE DATABASE fresh"))
        admin.dispose()
        engine = make_engine(f"{cluster}/fresh")
    yield engine
    engine.dispose()


def test_the_migrations_make_exactly_the_tables_the_code_describes(fresh_engine) -> None:
    Schema(fresh_engine).upgrade()
    with fresh_engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_an_upgrade_says_what_it_did_and_a_second_one_does_nothing(fresh_engine) -> None:
    schema = Schema(fresh_engine)
    assert schema.current() is None
    todo = schema.pending()
    assert todo[0] == "Make the tables of the first version"
    assert schema.upgrade() == todo
    assert schema.upgrade() == []
    assert schema.current() == todo[-1]
    assert schema.pending() == []


def test_an_upgrade_that_fails_leaves_nothing_behind(fresh_engine) -> None:
    with fresh_engine.begin() as connection:
        connection.execute(text("CREATE TABLE outbox (id INTEGER)"))
    with pytest.raises(DBAPIError, match="outbox"):
        Schema(fresh_engine).upgrade()
    assert inspect(fresh_engine).get_table_names() == ["outbox"]
