"""What an import of invitations is about: the clinic that invites, and the links that were made."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LINK_COLUMNS = ("name", "reference", "link", "expires", "telegram_link")
ADD_A_CONTACT = (
    "Nobody is named yet who is told when a person writes something that may mean danger, so this clinic cannot invite "
    "or write to anybody. Add a safety contact first: on the page Safety contacts, or with paratoi contacts add.")
# A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class NobodyToTell(Exception):
    """The clinic has no safety contact, so it invites nobody. Its text is for staff: what to do, and where."""

    def __init__(self) -> None:
        super().__init__(ADD_A_CONTACT)


class AlreadyThere(Exception):
    """Somebody else kept one of these people or appointments a moment ago."""


@dataclass(frozen=True)
class InvitingClinic:
    """A clinic as far as inviting needs it. ``has_contact``: somebody is told of its flags."""

    id: str
    slug: str
    name: str
    timezone: str
    has_contact: bool


@dataclass(frozen=True)
class MadeInvitation:
    """One invitation: whose, for which appointment, the code of its link, and until when it opens."""

    name: str
    reference: str
    code: str
    expires_at: datetime


def link_expires(now: datetime, starts_at: datetime, days: int) -> datetime:
    """A link opens for ``days``, and in any case until a day after the appointment it is for has begun."""
    return max(now + timedelta(days=days), starts_at + timedelta(days=1))


def links_csv(rows: Iterable[tuple[MadeInvitation, str, str]], zone: str) -> str:
    """A table of links as CSV with a byte order mark, which spreadsheets need to show accents.

    Args:
        rows: invitations, each with its address, and its address in Telegram (empty without Telegram).
        zone: the IANA zone in which the expiry is written.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LINK_COLUMNS)
    for made, url, telegram in rows:
        expires = f"{made.expires_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
        writer.writerow([harmless(cell) for cell in (made.name, made.reference, url, expires, telegram)])
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """``cell`` such that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
