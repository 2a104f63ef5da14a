"""``paratoi clock``: the demo's time, which can be moved on to see what happens later."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import console
from bot.cli.run import settings_for
from bot.cli.welcome import DEMO_FILE
from bot.clock import MovableClock

app = typer.Typer(help="The demo's time: let days pass, to see what happens later.", no_args_is_help=True)

_PART = re.compile(r"(\d+)\s*(w|d|h|m)")
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes"}
DataDir = Annotated[Path | None, typer.Option(help="The demo's data directory. [var]")]


@app.command()
def forward(
    by: Annotated[str, typer.Argument(help="For example 3d, 12h, 30m, 1w or 2d12h.")], data_dir: DataDir = None
) -> None:
    """Let time pass for every process of a running demo. A check-in that falls due is asked within seconds.

    [bold]paratoi clock forward 3d[/bold]    three days later
    """
    clock = _demo_clock(data_dir)
    now = clock.forward(parse_duration(by))
    console.done(f"For the demo it is now {now:%A %d %B %Y, %H:%M} UTC.")


@app.command()
def show(data_dir: DataDir = None) -> None:
    """Say what time it is in the demo."""
    console.out.print(f"{_demo_clock(data_dir).now():%A %d %B %Y, %H:%M} UTC")


def parse_duration(text: str) -> timedelta:
    """``2d12h`` as a duration. Raises: typer.BadParameter for anything else, nothing and zero included."""
    wanted = text.strip().lower()
    parts = {_UNITS[unit]: int(number) for number, unit in _PART.findall(wanted)}
    if not parts or _PART.sub("", wanted).strip() or not any(parts.values()):
        raise typer.BadParameter(f"'{text}' is not a length of time; write for example 3d, 12h, 30m or 1w")
    try:
        return timedelta(**parts)
    except OverflowError as error:
        raise typer.BadParameter(f"'{text}' is too long") from error


def _demo_clock(data_dir: Path | None) -> MovableClock:
    settings = settings_for(demo=True, data_dir=data_dir)
    if not (settings.data_dir / DEMO_FILE).exists():
        console.stop(
            f"There is no demo in {settings.data_dir}, and only a demo's time can be moved.",
            "Start one with: paratoi run --demo",
        )
    return MovableClock(settings.clock_file)
