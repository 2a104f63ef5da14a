"""A list of people is invited, whole or not at all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.core.csv_table import NotATable, read_table
from bot.core.invitation_list import Checked, Invitee, Known, Problem, check_list
from bot.core.invited import ADD_A_CONTACT, AlreadyThere, InvitingClinic, MadeInvitation, link_expires
from bot.services.links import Links

log = logging.getLogger(__name__)


class ImportRows(Protocol):
    def clinic(self, *, clinic_id: str = "", slug: str = "") -> InvitingClinic | None: ...
    def slugs(self) -> list[str]: ...
    def known(self, clinic_id: str) -> Known: ...
    def made_by(self, clinic_id: str, import_id: str) -> list[MadeInvitation]: ...
    def add(
        self, clinic_id: str, filename: str, staff_id: str | None, people: Sequence[tuple[Invitee, str, datetime]],
        now: datetime,
    ) -> str: ...


class _Unit(Protocol):
    invitation_lists: ImportRows


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...
    def reading(self) -> AbstractContextManager[_Unit]: ...


class UnknownClinic(LookupError):
    """No clinic has this short name. ``known`` lists those there are."""

    def __init__(self, slug: str, known: list[str]) -> None:
        super().__init__(slug)
        self.known = known


@dataclass(frozen=True)
class ImportResult:
    """What became of a list. With ``problems`` nothing was kept.

    ``made`` and ``import_id`` are empty after a dry run; ``new`` and ``unchanged`` count rows in any case.
    """

    clinic: InvitingClinic
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    new: int = 0
    unchanged: int = 0
    import_id: str = ""
    made: tuple[MadeInvitation, ...] = ()


class ImportInvitations:
    """Checks a CSV file and, when everything in it is right, invites everybody on it in one unit of work."""

    def __init__(self, units: _Units, links: Links, clock: Clock, days: int, day_first: bool | None) -> None:
        self._units, self._links, self._clock = units, links, clock
        self._days, self._day_first = days, day_first

    def clinic(self, slug: str = "") -> InvitingClinic:
        """The clinic with this short name; without one, the only clinic there is. Raises: UnknownClinic."""
        with self._units.reading() as unit:
            slugs = unit.invitation_lists.slugs()
            found = unit.invitation_lists.clinic(slug=slug or (slugs[0] if len(slugs) == 1 else ""))
        if found is None:
            raise UnknownClinic(slug, slugs)
        return found

    def made(self, clinic_id: str, import_id: str) -> list[MadeInvitation]:
        """The invitations an earlier import of this clinic made."""
        with self._units.reading() as unit:
            return unit.invitation_lists.made_by(clinic_id, import_id)

    def __call__(
        self, clinic_id: str, data: bytes, filename: str, *, staff_id: str | None = None, dry_run: bool = False,
        tell: Callable[[str], None] = lambda step: None,
    ) -> ImportResult:
        """Invite everybody on the list ``data`` (a CSV file's bytes), or say everything that is wrong with it.

        Args:
            dry_run: check only.
            tell: is called with what happens next, for progress.

        Raises: UnknownClinic.
        """
        try:
            return self._run(clinic_id, data, filename, staff_id, dry_run, tell)
        except AlreadyThere:
            # Somebody imported the same people between our look and our writing. Now they are known: look again.
            return self._run(clinic_id, data, filename, staff_id, dry_run, tell)

    def _run(
        self, clinic_id: str, data: bytes, filename: str, staff_id: str | None, dry_run: bool,
        tell: Callable[[str], None],
    ) -> ImportResult:
        now = self._clock.now()
        with (self._units.reading() if dry_run else self._units.work()) as unit:
            clinic = unit.invitation_lists.clinic(clinic_id=clinic_id)
            if clinic is None:
                raise UnknownClinic(clinic_id, [])
            result, checked = self._check(clinic, unit.invitation_lists.known(clinic_id), data, now, tell)
            if result.problems or dry_run or not checked.new:
                return result
            tell(f"Writing {len(checked.new):,} invitations")
            people = [(person, self._links.new_code(), self._expires(person, now)) for person in checked.new]
            import_id = unit.invitation_lists.add(clinic_id, filename, staff_id, people, now)
        log.info("import %s: %d new, %d unchanged", import_id, result.new, result.unchanged)
        made = tuple(MadeInvitation(p.name, p.appointment_reference, code, expires) for p, code, expires in people)
        return replace(result, import_id=import_id, made=made)

    def _check(
        self, clinic: InvitingClinic, known: Known, data: bytes, now: datetime, tell: Callable[[str], None]
    ) -> tuple[ImportResult, Checked]:
        if not clinic.has_contact:
            return ImportResult(clinic, (Problem(0, "", "no safety contact", ADD_A_CONTACT),)), Checked()
        try:
            table = read_table(data)
        except NotATable as error:
            return ImportResult(clinic, (Problem(error.row, "", "the file", str(error)),)), Checked()
        tell(f"Checking {max(0, len(table.rows) - 1):,} rows")
        checked = check_list(table.rows, known, clinic.timezone, now, self._day_first)
        if checked.problems:
            return ImportResult(clinic, checked.problems, table.notes), checked
        return ImportResult(clinic, (), table.notes, len(checked.new), len(checked.unchanged)), checked

    def _expires(self, person: Invitee, now: datetime) -> datetime:
        return link_expires(now, person.starts_at, self._days)
