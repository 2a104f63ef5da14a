"""``paratoi sheet``: one sheet on the command line or into a file. The opening is recorded like any other."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path

import typer

from bot.bootstrap import House
from bot.services.open_sheet import NoSuchAppointment, SeveralAppointments


class Format(str, Enum):
    """What the sheet is written as."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


def sheet(
    appointment: str = typer.Argument(..., help="The appointment's reference or id."),
    format: Format = typer.Option(Format.TEXT, "--format", "-f", help="What to write it as."),
    out: Path | None = typer.Option(None, "--out", "-o", help="A file to write to, readable by you alone."),
) -> None:
    """Show what a person shared before their appointment. Opening it is recorded."""
    write_sheet(House(), appointment, format.value, out)


def write_sheet(house: House, appointment: str, format: str, out: Path | None) -> None:
    """Write the sheet to ``out``, or to standard output. Leaves with 1 when there is no such appointment."""
    try:
        record = house.open_sheet(appointment, staff=None, format=format)
    except NoSuchAppointment as error:
        typer.echo("No appointment has this reference or id. The clinic's list of invitations has both.", err=True)
        raise typer.Exit(1) from error
    except SeveralAppointments as error:
        typer.echo(f"More than one clinic uses this reference. Give one of these ids: {', '.join(error.ids)}", err=True)
        raise typer.Exit(1) from error
    text = house.sheet_formats.render(record, format)
    if out is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
        return
    with open(out, "w", encoding="utf-8", newline="\n", opener=_for_me_alone) as file:
        file.write(text)
    typer.echo(f"Written to {out}", err=True)


def _for_me_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
