from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.store.database import Database, make_engine
from bot.store.schema import Schema, _config
from bot.store.tables import metadata
from bot.store.unit import Units


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


def test_a_clinic_from_before_there_were_contacts_is_kept_and_cannot_invite(fresh_engine) -> None:
    """And its flags go on waiting; only a first low mood alerts nobody."""
    with fresh_engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    now = datetime(2026, 11, 1, 12, 0, tzinfo=timezone.utc).replace(tzinfo=None)  # as rows keep it
    old = {
        "clinics": {"id": "c", "name": "Old Clinic", "slug": "old", "timezone": "Europe/London", "phone": "", "hours": "",
                    "safety_contact": "Dr Ito, bleep 42", "demo": False, "topics": "[]"},
        "patients": {"id": "p", "clinic_id": "c", "reference": "P", "name": "Demo", "timezone": "Europe/London",
                     "created_at": now},
        "appointments": {"id": "a", "reference": "A", "clinic_id": "c", "patient_id": "p", "starts_at": now,
                         "timezone": "Europe/London", "type": "follow_up", "needs": "", "clinician": ""},
        "conversations": {"id": "t", "appointment_id": "a", "patient_id": "p", "channel": "web", "last_seq": 3,
                          "created_at": now},
    }
    with fresh_engine.begin() as connection:
        for table, values in old.items():
            _insert(connection, table, values)
        for number, kind in enumerate(("low_mood", "low_mood", "self_harm"), start=1):
            at = now + timedelta(hours=number)
            _insert(connection, "inbox", {
                "id": f"i{number}", "conversation_id": "t", "seq": number, "channel": "web", "external_id": str(number),
                "kind": "text", "text": "x", "received_at": at, "state": "handled", "delay_told": False})
            _insert(connection, "flags", {
                "id": f"f{number}", "conversation_id": "t", "appointment_id": "a", "inbox_id": f"i{number}", "kind": kind,
                "rule": "r", "words": "x", "raised_at": at})
    assert Schema(fresh_engine).upgrade()[0] == "Name safety contacts and keep who was told of a flag"
    units = Units(Database(fresh_engine))
    with units.reading() as unit:
        assert not unit.invitation_lists.clinic(slug="old").has_contact
        assert (unit.contacts.minutes("c"), unit.contacts.noted_before("c")) == (15, "Dr Ito, bleep 42")
        assert {flag.id: flag.alerting for flag in unit.flags.for_appointment("a")} == {
            "f1": False, "f2": True, "f3": True}
        assert {flag.also for flag in unit.flags.for_appointment("a")} == {()}


def _insert(connection, table: str, values: dict) -> None:
    names = ", ".join(values)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in values)})"), values)


def test_an_upgrade_that_fails_leaves_nothing_behind(fresh_engine) -> None:
    with fresh_engine.begin() as connection:
        connection.execute(text("CREATE TABLE outbox (id INTEGER)"))
    with pytest.raises(DBAPIError, match="outbox"):
        Schema(fresh_engine).upgrade()
    assert inspect(fresh_engine).get_table_names() == ["outbox"]
