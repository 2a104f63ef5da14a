"""Makes a house's database refuse to keep anything, as a full or a read-only disk does."""

from __future__ import annotations

from sqlalchemy import event

from bot.bootstrap import House


def fill_up(house: House) -> None:
    """From now on the (SQLite) database has no room left: ``database or disk is full``."""

    def no_more_pages(connection, _record) -> None:  # type: ignore[no-untyped-def]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    _from_now_on(house, no_more_pages)


def make_read_only(house: House) -> None:
    """From now on the (SQLite) database can be read but not changed: ``attempt to write a readonly database``."""
    _from_now_on(house, lambda connection, _record: connection.execute("PRAGMA query_only=ON"))


def _from_now_on(house: House, on_connect) -> None:  # type: ignore[no-untyped-def]
    engine = house.units.database.engine
    event.listen(engine, "connect", on_connect)
    engine.dispose()  # so that every connection is made anew
