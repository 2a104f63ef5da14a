"""``paratoi db``: bring the database's tables up to date, or ask where they stand."""

from __future__ import annotations

import typer

from bot.bootstrap import House
from bot.cli import console

app = typer.Typer(help="The database: bring its tables up to date.", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """Bring the tables up to date. Safe to repeat; [bold]paratoi run[/bold] does it by itself."""
    house = House()
    _ = house.safety  # `run` brings the tables up to date first: an unknown place stops it here
    steps = house.schema.upgrade()
    console.done(f"Done: {', '.join(steps)}" if steps else "The database is up to date.")


@app.command()
def current() -> None:
    """Say which step the tables are at, and which are still to come."""
    house = House()
    at, todo = house.schema.current(), house.schema.pending()
    console.out.print(f"At: {at or 'no tables yet'}")
    console.out.print(f"To come: {', '.join(todo)}" if todo else "Nothing to come.")
