"""Loads what understands messages, for the commands that need it."""

from __future__ import annotations

import warnings
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rich.markup import escape

from bot.cli import console
from bot.clock import clock_for
from bot.config import load_settings
from bot.services.understand import Understand
from bot.supervisor import model


def loaded(now: str = "", zone: str = "Europe/London") -> Understand:
    """Everything that understands messages; says why and stops when it cannot be had.

    Args:
        now: a moment in ISO form, in ``zone`` unless it names its own; empty for the present one.
        zone: an IANA name.
    """
    moment = _moment(now, zone)
    trained = model.ensure(lambda text: console.step(escape(text)))
    with console.err.status("Loading the models") if console.err.is_terminal else console.nothing():
        warnings.showwarning = _unsaid  # a filter would not do: some libraries set their own when they are imported
        from bot.understanding import make_understand

        return make_understand(trained, model.words_of(trained), load_settings().place, moment, zone)


def _unsaid(*_: object, **__: object) -> None:
    """For libraries' words to their own developers."""


def _moment(now: str, zone: str) -> datetime:
    try:
        where = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        console.stop(f"There is no time zone {zone}. Write one such as Europe/London.")
    if not now:
        return clock_for(load_settings().clock_file).now()
    try:
        moment = datetime.fromisoformat(now)
    except ValueError:
        console.stop(f"{now} is no moment. Write one such as 2026-12-03T10:00.")
    return moment if moment.tzinfo else moment.replace(tzinfo=where)
