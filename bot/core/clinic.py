"""What is known of a clinic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NewContact:
    """Somebody a new clinic's flags go to."""

    name: str
    email: str


@dataclass(frozen=True)
class ClinicFacts:
    """A clinic as people meet it.

    Args:
        slug: its short name, unique, for commands and lists.
        timezone: an IANA zone, for the hours on its clock.
        contacts: who is told about a message that may mean danger, in order. Without any, nobody can be invited.
        demo: everybody in it is invented.
        topics: what people are offered to tick, after they have said in their own words what matters.
    """

    name: str
    slug: str
    timezone: str
    phone: str = ""
    hours: str = ""
    contacts: tuple[NewContact, ...] = ()
    demo: bool = False
    topics: tuple[str, ...] = ()
