"""Brings a database's tables up to date, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Engine

MIGRATIONS = Path(__file__).parent / "migrations"


class Schema:
    """The state of one database's tables, and the steps that change it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def upgrade(self) -> list[str]:
        """Take every step that is still to come, in one transaction.

        Returns: the steps' names, as sentences; empty when nothing was to do.
        Raises: SQLAlchemyError when the database cannot be reached or changed; nothing has changed then.
        """
        steps = self.pending()
        if steps:
            with self._engine.begin() as connection:
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        return steps

    def current(self) -> str | None:
        """The name of the last step taken, or None where there are no tables yet."""
        with self._reading() as context:
            revision = context.get_current_revision()
        return _scripts().get_revision(revision).doc if revision else None

    def pending(self) -> list[str]:
        """The names of the steps still to come, in order."""
        with self._reading() as context:
            revision = context.get_current_revision()
        scripts = _scripts()
        steps = scripts.iterate_revisions(scripts.get_current_head(), revision)
        return [step.doc for step in reversed(list(steps))]

    @contextmanager
    def _reading(self) -> Iterator[MigrationContext]:
        with self._engine.execution_options(readonly=True).connect() as connection:
            yield MigrationContext.configure(connection)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
