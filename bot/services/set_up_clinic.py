"""A clinic is set up, before anybody can be invited to it."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.clinic import ClinicFacts

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class ClinicRows(Protocol):
    def id_of(self, slug: str) -> str | None: ...
    def add(self, facts: ClinicFacts) -> str: ...


class _Unit(Protocol):
    clinics: ClinicRows


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...


class ClinicError(ValueError):
    """The clinic cannot be set up like this; the message says what to change."""


class SetUpClinic:
    """Adds a clinic, or finds the one with the same short name."""

    def __init__(self, units: _Units) -> None:
        self._units = units

    def __call__(self, facts: ClinicFacts) -> str:
        """The id of the clinic with this short name; made from ``facts`` when there is none yet.

        Raises: ClinicError for a short name or a time zone that cannot be used, or a name left empty.
        """
        if not _SLUG.fullmatch(facts.slug):
            raise ClinicError(f"'{facts.slug}' cannot be a short name: use small letters, digits and hyphens")
        if not facts.name.strip():
            raise ClinicError("a clinic needs a name")
        try:
            ZoneInfo(facts.timezone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ClinicError(f"'{facts.timezone}' is not a time zone; write for example Europe/London") from error
        with self._units.work() as unit:
            return unit.clinics.id_of(facts.slug) or unit.clinics.add(facts)

    def find(self, slug: str) -> str:
        """The id of the clinic with this short name. Raises: ClinicError when there is none."""
        with self._units.work() as unit:
            found = unit.clinics.id_of(slug)
        if found is None:
            raise ClinicError(f"there is no clinic with the short name '{slug}'")
        return found
