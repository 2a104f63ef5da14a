"""Staff log in, stay logged in for a while, and log out."""

from __future__ import annotations

import hashlib
import logging
import secrets
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import NoReturn, Protocol

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from bot.clock import Clock
from bot.core.staff import LOCKED_FOR, ROLES, SHORTEST_PASSWORD, Account, LoggedIn, Login, plain_username, stays_until
from bot.services.strangers import Strangers

log = logging.getLogger(__name__)


class StaffStore(Protocol):
    def account(self, username: str) -> Account | None: ...
    def add(self, *, clinic_id: str, username: str, name: str, role: str, password_hash: str) -> str: ...
    def count_failure(self, staff_id: str, locked_until: datetime) -> bool: ...
    def clear_failures(self, staff_id: str, password_hash: str) -> None: ...
    def add_login(self, *, digest: str, staff_id: str, csrf: str, now: datetime, expires_at: datetime) -> None: ...
    def login(self, digest: str) -> Login | None: ...
    def keep_login(self, digest: str, expires_at: datetime) -> None: ...
    def end_login(self, digest: str) -> None: ...


class _Unit(Protocol):
    staff: StaffStore


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...
    def reading(self) -> AbstractContextManager[_Unit]: ...


class WrongPassword(Exception):
    """The user name and the password do not belong together; which of the two is wrong is not said."""


class Locked(Exception):
    """Too many wrong passwords in a row; nothing is let in before ``until``, the right one neither."""

    def __init__(self, until: datetime) -> None:
        super().__init__("locked")
        self.until = until


class StaffError(ValueError):
    """This member of staff cannot be added; the message says why."""


class StaffLogin:
    """Passwords are kept as argon2id hashes, logins as SHA-256 digests of a random token."""

    def __init__(self, units: _Units, clock: Clock, hasher: PasswordHasher | None = None) -> None:
        self._units = units
        self._clock = clock
        self._hasher = hasher or PasswordHasher()
        self._nobody: str | None = None
        self._strangers = Strangers()

    def add_staff(self, clinic_id: str, username: str, name: str, role: str, password: str) -> str:
        """Add somebody who may log in. Returns their id.

        Raises: StaffError when the role is unknown, the user name taken or empty, or the password too short.
        """
        username = plain_username(username)
        if role not in ROLES:
            raise StaffError(f"the role {role!r} is not one of {', '.join(ROLES)}")
        if not username or len(password) < SHORTEST_PASSWORD:
            raise StaffError(f"a user name and a password of at least {SHORTEST_PASSWORD} characters are needed")
        password_hash = self._hasher.hash(password)
        with self._units.work() as unit:
            if unit.staff.account(username):
                raise StaffError(f"the user name {username} is taken")
            return unit.staff.add(
                clinic_id=clinic_id, username=username, name=name, role=role, password_hash=password_hash
            )

    def log_in(self, username: str, password: str) -> tuple[str, LoggedIn]:
        """Returns: the token for the cookie, and who it stands for.

        Hashing happens outside the writing unit, so that guessing does not hold up everybody's messages; the lock is
        looked at again inside it, so that guesses made at the same moment do not slip past it.
        Raises: WrongPassword, Locked.
        """
        username, now = plain_username(username), self._clock.now()
        with self._units.reading() as unit:
            account = unit.staff.account(username)
        until = self._closed_until(account, username, now)
        if until is not None:
            log.info("login refused: locked, staff %s", account.id if account else "unknown")
            raise Locked(until)
        right = self._matches(account, password)
        if account is None:
            self._refuse_stranger(username)
        return self._let_in(account, username, password) if right else self._refuse(account, username)

    def who(self, token: str) -> LoggedIn | None:
        """Who a cookie stands for; nobody when it is unknown or its time is over. Using it keeps it open."""
        digest = _digest(token)
        now = self._clock.now()
        with self._units.reading() as unit:
            login = unit.staff.login(digest)
        if login is None or now >= login.expires_at:
            return None
        until = stays_until(login.created_at, now)
        if until - login.expires_at > timedelta(minutes=1):  # not a write for every picture and page
            with self._units.work() as unit:
                unit.staff.keep_login(digest, until)
        return login.staff

    def log_out(self, token: str) -> None:
        """The cookie is worth nothing from now on."""
        with self._units.work() as unit:
            unit.staff.end_login(_digest(token))

    def _closed_until(self, account: Account | None, username: str, now: datetime) -> datetime | None:
        if account is None:
            return self._strangers.locked_until(username, now)
        return account.locked_until if account.locked(now) else None

    def _matches(self, account: Account | None, password: str) -> bool:
        """Whether the password is right; for an unknown name the same work is done, so that time tells nothing."""
        if self._nobody is None:
            self._nobody = self._hasher.hash(secrets.token_urlsafe(16))
        try:
            self._hasher.verify(account.password_hash if account else self._nobody, password)
        except VerifyMismatchError:
            return False
        return True

    def _refuse_stranger(self, username: str) -> NoReturn:
        until = self._strangers.count_failure(username, self._clock.now())
        log.info("login refused: no such user name")
        if until is not None:
            raise Locked(until)
        raise WrongPassword

    def _refuse(self, account: Account, username: str) -> NoReturn:
        until = self._clock.now() + LOCKED_FOR
        with self._units.work() as unit:
            current = unit.staff.account(username)
            already = current is not None and current.locked(self._clock.now())
            locked = already or unit.staff.count_failure(account.id, until)
        log.info("staff %s: wrong password%s", account.id, ", locked" if locked else "")
        if locked:
            raise Locked(current.locked_until if already else until)
        raise WrongPassword

    def _let_in(self, account: Account, username: str, password: str) -> tuple[str, LoggedIn]:
        kept = account.password_hash
        if self._hasher.check_needs_rehash(kept):
            kept = self._hasher.hash(password)
        token, now = secrets.token_urlsafe(32), self._clock.now()
        with self._units.work() as unit:
            current = unit.staff.account(username)
            if current is not None and current.locked(now):
                raise Locked(current.locked_until)
            unit.staff.clear_failures(account.id, kept)
            unit.staff.add_login(
                digest=_digest(token), staff_id=account.id, csrf=secrets.token_urlsafe(24),
                now=now, expires_at=stays_until(now, now),
            )
        log.info("staff %s: logged in", account.id)
        with self._units.reading() as unit:
            return token, unit.staff.login(_digest(token)).staff


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
