"""A clinic is set up, before anybody can be invited to it."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.clinic import ClinicFacts

MOST_TOPICS, MOST_LETTERS = 8, 40
_NEVER_FIRST = re.compile(
    r"\b(weight\w*|obes\w*|diet\w*|smok\w*|tobacco|vap\w*|cigarette\w*|alcohol\w*|drink\w*)\b", re.I)
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class ClinicRows(Protocol):
    def id_of(self, slug: str) -> str | None: ...
    def add(self, facts: ClinicFacts) -> str: ...
    def set_topics(self, slug: str, topics: tuple[str, ...]) -> None: ...


class Contacts(Protocol):
    def add(self, clinic_id: str, *, name: str, email: str) -> object: ...


class _Unit(Protocol):
    clinics: ClinicRows


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...


class ClinicError(ValueError):
    """The clinic cannot be set up like this; the message says what to change."""


def check_topics(topics: tuple[str, ...]) -> None:
    """Refuse what does not fit a button, and what a person must bring up first (docs/wording.md).

    Raises: ClinicError.
    """
    for topic in topics:
        if not topic.strip() or len(topic) > MOST_LETTERS:
            raise ClinicError(f"'{topic}' cannot be a topic: write 1 to {MOST_LETTERS} letters")
        if _NEVER_FIRST.search(topic):
            raise ClinicError(f"'{topic}' cannot be a topic: weight, smoking and alcohol are never brought up first")
    if len(topics) > MOST_TOPICS:
        raise ClinicError(f"{len(topics)} topics are too many to read on a phone: at most {MOST_TOPICS}")


class SetUpClinic:
    """Adds a clinic, or finds the one with the same short name."""

    def __init__(self, units: _Units, contacts: Contacts) -> None:
        self._units = units
        self._contacts = contacts

    def __call__(self, facts: ClinicFacts) -> str:
        """The id of the clinic with this short name; made from ``facts`` when there is none yet.

        Raises: ClinicError for a short name or a time zone that cannot be used, or a name left empty; ContactError.
        """
        if not _SLUG.fullmatch(facts.slug):
            raise ClinicError(f"'{facts.slug}' cannot be a short name: use small letters, digits and hyphens")
        if not facts.name.strip():
            raise ClinicError("a clinic needs a name")
        try:
            ZoneInfo(facts.timezone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ClinicError(f"'{facts.timezone}' is not a time zone; write for example Europe/London") from error
        check_topics(facts.topics)
        with self._units.work() as unit:
            if found := unit.clinics.id_of(facts.slug):
                return found
            made = unit.clinics.add(facts)
        for contact in facts.contacts:
            self._contacts.add(made, name=contact.name, email=contact.email)
        return made

    def topics(self, slug: str, topics: tuple[str, ...]) -> None:
        """Set what the clinic's people are offered to tick. Raises: ClinicError."""
        check_topics(topics)
        self.find(slug)
        with self._units.work() as unit:
            unit.clinics.set_topics(slug, topics)

    def find(self, slug: str) -> str:
        """The id of the clinic with this short name. Raises: ClinicError when there is none."""
        with self._units.work() as unit:
            found = unit.clinics.id_of(slug)
        if found is None:
            raise ClinicError(f"there is no clinic with the short name '{slug}'")
        return found
