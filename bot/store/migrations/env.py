"""Alembic's way in. ``bot.store.schema`` hands over an open connection; the ``alembic`` command makes its own."""

from __future__ import annotations

import os

from alembic import context

from bot.store.database import make_engine
from bot.store.tables import metadata


def run(connection: object) -> None:
    # SQLite cannot change a column in place; a batch makes the table anew.
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


if handed_over := context.config.attributes.get("connection"):
    run(handed_over)
else:
    # Only for writing a new step: `DATABASE_URL=sqlite:////tmp/x.db alembic revision --autogenerate -m "…"`.
    with make_engine(os.environ["DATABASE_URL"]).begin() as made_here:
        run(made_here)
