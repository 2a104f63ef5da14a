"""The tables. Times are aware and kept as UTC; a person's own zone stands beside the time it matters for."""

from __future__ import annotations

from datetime import datetime, timezone
from uuid import uuid4

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    MetaData,
    String,
    TypeDecorator,
)
from sqlalchemy.orm import declarative_base

metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
})
Base = declarative_base(metadata=metadata)


def new_id() -> str:
    """A fresh 32-character id."""
    return uuid4().hex


class Instant(TypeDecorator):
    """An aware time in, an aware UTC time out; a naive one is refused rather than guessed."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: object) -> datetime | None:
        return value.replace(tzinfo=timezone.utc) if value is not None else None


def identity() -> Column:
    """The column that names a row."""
    return Column(String(32), primary_key=True, default=new_id)


def reference_to(target: str, **options: object) -> Column:
    """A column that names a row of another table, e.g. ``clinics.id``; ``nullable=True`` where it may be empty."""
    return Column(String(32), ForeignKey(target), nullable=options.pop("nullable", False), **options)
