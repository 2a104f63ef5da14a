"""Staff and their logins as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.core.staff import FAILURES_BEFORE_LOCK, Account, LoggedIn, Login
from bot.store.tables import Clinic, Staff, StaffSession, new_id


class StaffRows:
    """Finds and adds staff, counts failures, keeps logins, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def account(self, username: str) -> Account | None:
        """The account with this (plain) user name, or nothing."""
        row = self._session.execute(
            select(Staff.id, Staff.password_hash, Staff.locked_until).where(Staff.username == username)
        ).first()
        return Account(*row) if row else None

    def add(self, *, clinic_id: str, username: str, name: str, role: str, password_hash: str) -> str:
        """A new member of staff. Returns their id. The caller has made sure the user name is free."""
        row = Staff(
            id=new_id(), clinic_id=clinic_id, username=username, name=name, role=role, password_hash=password_hash
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def count_failure(self, staff_id: str, locked_until: datetime) -> bool:
        """One more wrong password in a row; the one that reaches the limit locks until ``locked_until``.

        Returns: whether it locked. The count is raised by the database, so two at once are two.
        """
        mine = Staff.id == staff_id
        self._session.execute(update(Staff).where(mine).values(failures=Staff.failures + 1))
        locked = self._session.execute(
            update(Staff).where(mine, Staff.failures >= FAILURES_BEFORE_LOCK)
            .values(failures=0, locked_until=locked_until)
        )
        return locked.rowcount > 0

    def clear_failures(self, staff_id: str, password_hash: str) -> None:
        """The right password came; ``password_hash`` may be a fresher one."""
        self._session.execute(
            update(Staff).where(Staff.id == staff_id)
            .values(failures=0, locked_until=None, password_hash=password_hash)
        )

    def add_login(self, *, digest: str, staff_id: str, csrf: str, now: datetime, expires_at: datetime) -> None:
        """Keep a login, and clear away those whose time is over."""
        self._session.execute(delete(StaffSession).where(StaffSession.expires_at <= now))
        self._session.add(StaffSession(
            token_digest=digest, staff_id=staff_id, csrf=csrf, created_at=now, expires_at=expires_at
        ))

    def login(self, digest: str) -> Login | None:
        """The login with this digest, whether or not its time is over, or nothing."""
        row = self._session.execute(
            select(StaffSession, Staff, Clinic)
            .join(Staff, Staff.id == StaffSession.staff_id).join(Clinic, Clinic.id == Staff.clinic_id)
            .where(StaffSession.token_digest == digest)
        ).first()
        if row is None:
            return None
        login, staff, clinic = row
        who = LoggedIn(staff.id, staff.name, staff.role, clinic.id, clinic.name, clinic.timezone, login.csrf)
        return Login(who, login.created_at, login.expires_at)

    def keep_login(self, digest: str, expires_at: datetime) -> None:
        """The login was used; it is good for longer."""
        self._session.execute(
            update(StaffSession).where(StaffSession.token_digest == digest).values(expires_at=expires_at)
        )

    def end_login(self, digest: str) -> None:
        """Forget a login."""
        self._session.execute(delete(StaffSession).where(StaffSession.token_digest == digest))
