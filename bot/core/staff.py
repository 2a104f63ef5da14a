"""Somebody who logs in, and the rules about it that need no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

ROLES = ("clinician", "programme")

# Five guesses in a quarter of an hour are at most 480 a day for one name, far below what guessing a password of
# eight characters needs, while somebody who mistyped is back before the next patient but one.
FAILURES_BEFORE_LOCK = 5
LOCKED_FOR = timedelta(minutes=15)

# A working day with its overrun; and a clinic computer left alone over lunch closes by itself.
LOGIN_LASTS = timedelta(hours=12)
IDLE_FOR = timedelta(minutes=60)

# The shortest password NIST SP 800-63B allows.
SHORTEST_PASSWORD = 8


@dataclass(frozen=True)
class Account:
    """What a login is checked against."""

    id: str
    password_hash: str
    locked_until: datetime | None

    def locked(self, now: datetime) -> bool:
        """Whether even the right password is refused at ``now``."""
        return self.locked_until is not None and now < self.locked_until


@dataclass(frozen=True)
class LoggedIn:
    """The person behind a request. ``csrf`` must come back with every change they make."""

    id: str
    name: str
    role: str
    clinic_id: str
    clinic_name: str
    clinic_timezone: str
    csrf: str


@dataclass(frozen=True)
class Login:
    """A login in the database: whose it is, and until when."""

    staff: LoggedIn
    created_at: datetime
    expires_at: datetime


def stays_until(created_at: datetime, now: datetime) -> datetime:
    """Until when a login used at ``now`` is good: the idle limit, but never past the whole length."""
    return min(now + IDLE_FOR, created_at + LOGIN_LASTS)


def plain_username(username: str) -> str:
    """User names are compared without surrounding space and without regard to case."""
    return username.strip().casefold()
