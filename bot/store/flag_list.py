"""Flags as staff look at them: with the person, who was told, what was said afterwards, and who acknowledged."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.core.flags import FlagEntry, Remark, Told
from bot.store.flags import also_found
from bot.store.tables import Alert, Appointment, Flag, FlagRemark, Inbox, Patient, Staff


class FlagList:
    """Reads for the pages of flags."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def waiting(self, clinic_id: str) -> list[FlagEntry]:
        """A clinic's flags nobody has acknowledged, the oldest first."""
        return self._entries(_entries_query(clinic_id).where(Flag.acknowledged_at.is_(None))
                             .order_by(Flag.raised_at, Flag.id))

    def done(self, clinic_id: str, most: int) -> list[FlagEntry]:
        """The flags acknowledged last, the newest first."""
        return self._entries(_entries_query(clinic_id).where(Flag.acknowledged_at.isnot(None))
                             .order_by(Flag.acknowledged_at.desc(), Flag.id).limit(most))

    def one(self, clinic_id: str, flag_id: str) -> FlagEntry | None:
        """One flag of this clinic, or nothing."""
        found = self._entries(_entries_query(clinic_id).where(Flag.id == flag_id))
        return found[0] if found else None

    def told(self, flag_ids: Sequence[str]) -> dict[str, tuple[Told, ...]]:
        """Who was told of each of these flags, in order."""
        found: dict[str, list[Told]] = {}
        for row in self._session.execute(
            select(Alert).where(Alert.flag_id.in_(flag_ids)).order_by(Alert.flag_id, Alert.number)
        ).scalars():
            found.setdefault(row.flag_id, []).append(Told(
                row.name, row.round, row.made_at, row.due_at, row.email, row.state, row.outcome, row.sent_at, row.tries))
        return {flag_id: tuple(told) for flag_id, told in found.items()}

    def remarks(self, flag_ids: Sequence[str]) -> dict[str, tuple[Remark, ...]]:
        """What was said about each of these flags afterwards, in order."""
        found: dict[str, list[Remark]] = {}
        for row in self._session.execute(
            select(FlagRemark).where(FlagRemark.flag_id.in_(flag_ids)).order_by(FlagRemark.at, FlagRemark.id)
        ).scalars():
            found.setdefault(row.flag_id, []).append(Remark(row.words, row.how, row.at))
        return {flag_id: tuple(remarks) for flag_id, remarks in found.items()}

    def _entries(self, query: Select) -> list[FlagEntry]:
        rows = self._session.execute(query).all()
        ids = [row[0].id for row in rows]
        told, remarks = self.told(ids), self.remarks(ids)
        return [
            FlagEntry(
                id=flag.id, kind=flag.kind, words=flag.words, message=message, raised_at=flag.raised_at,
                alerting=flag.alerting, appointment_id=flag.appointment_id, patient=name, patient_reference=reference,
                told=told.get(flag.id, ()), remarks=remarks.get(flag.id, ()), acknowledged_at=flag.acknowledged_at,
                acknowledged_by=by, note=flag.note, also=also_found(flag))
            for flag, message, name, reference, by in rows
        ]


def _entries_query(clinic_id: str) -> Select:
    return (
        select(Flag, Inbox.text, Patient.name, Patient.reference, Staff.name)
        .join(Inbox, Inbox.id == Flag.inbox_id).join(Appointment, Appointment.id == Flag.appointment_id)
        .join(Patient, Patient.id == Appointment.patient_id).outerjoin(Staff, Staff.id == Flag.acknowledged_by)
        .where(Appointment.clinic_id == clinic_id)
    )
