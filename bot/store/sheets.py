"""Appointments as the clinician sees them: lists, shared sheets, flags, check-ins, and who opened what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.core.clinic_day import AppointmentLine
from bot.core.sheet import Sheet
from bot.core.sheet_record import CheckInLine, FlagLine
from bot.store.flag_list import FlagList
from bot.store.flags import also_found
from bot.store.tables import (
    Appointment,
    CheckIn,
    Clinic,
    Flag,
    Invitation,
    Patient,
    Preparation,
    SharedSheet,
    SheetView,
    Staff,
)


class SheetRows:
    """Reads for the clinician's pages, and the two things they write, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def between(self, clinic_id: str, start: datetime, end: datetime) -> list[AppointmentLine]:
        """A clinic's appointments from ``start`` up to ``end``, in no particular order."""
        return self._lines(_lines_query().where(
            Appointment.clinic_id == clinic_id, Appointment.starts_at >= start, Appointment.starts_at < end,
        ))

    def flagged(self, clinic_id: str) -> list[AppointmentLine]:
        """A clinic's appointments, of any day, with a flag nobody has acknowledged; earliest appointment first."""
        waiting = select(Flag.appointment_id).where(Flag.acknowledged_at.is_(None))
        return self._lines(_lines_query().where(
            Appointment.clinic_id == clinic_id, Appointment.id.in_(waiting)
        ).order_by(Appointment.starts_at, Appointment.id))

    def find(self, appointment: str, clinic_id: str | None) -> list[AppointmentLine]:
        """Appointments with this id or reference; of one clinic only, unless ``clinic_id`` is None."""
        wanted = _lines_query().where(or_(Appointment.id == appointment, Appointment.reference == appointment))
        return self._lines(wanted.where(Appointment.clinic_id == clinic_id) if clinic_id else wanted)

    def newest(self, appointment_id: str) -> Sheet | None:
        """The sheet as it was last shared, or nothing.

        Raises: SheetError when what is stored is no sheet.
        """
        content = self._session.execute(
            select(SharedSheet.content).join(Preparation, Preparation.id == SharedSheet.preparation_id)
            .where(Preparation.appointment_id == appointment_id)
            .order_by(SharedSheet.confirmed_at.desc(), SharedSheet.version.desc()).limit(1)
        ).scalar_one_or_none()
        return Sheet.from_dict(content) if content is not None else None

    def flags(self, appointment_id: str) -> tuple[FlagLine, ...]:
        """Its safety flags: those nobody has acknowledged first, then newest first."""
        rows = self._session.execute(
            select(Flag, Staff.name).outerjoin(Staff, Staff.id == Flag.acknowledged_by)
            .where(Flag.appointment_id == appointment_id)
            .order_by(Flag.acknowledged_at.isnot(None), Flag.raised_at.desc(), Flag.id)
        ).all()
        ids, beside = [flag.id for flag, _ in rows], FlagList(self._session)
        told, remarks = beside.told(ids), beside.remarks(ids)
        return tuple(
            FlagLine(flag.id, flag.kind, flag.words, flag.raised_at, flag.acknowledged_at, name, flag.note,
                     told.get(flag.id, ()), remarks.get(flag.id, ()), also_found(flag))
            for flag, name in rows
        )

    def check_ins(self, appointment_id: str) -> tuple[CheckInLine, ...]:
        """Its check-ins as they stand now, earliest first."""
        rows = self._session.execute(
            select(CheckIn).join(Preparation, Preparation.id == CheckIn.preparation_id)
            .where(Preparation.appointment_id == appointment_id).order_by(CheckIn.due_at, CheckIn.id)
        ).scalars()
        return tuple(
            CheckInLine(row.first_step, row.due_at, row.timezone, row.state, row.answer, row.words, row.answered_at)
            for row in rows
        )

    def add_view(self, *, appointment_id: str, staff_id: str | None, by: str, format: str, now: datetime) -> None:
        """Remember that somebody opened a sheet."""
        self._session.add(SheetView(
            appointment_id=appointment_id, staff_id=staff_id, by=by[:120], format=format, at=now
        ))

    def acknowledge(self, flag_id: str, appointment_id: str, staff_id: str, note: str | None, now: datetime) -> bool:
        """Put a name to a flag; the first one stays. Returns whether the appointment has that flag."""
        mine = (Flag.id == flag_id, Flag.appointment_id == appointment_id)
        self._session.execute(
            update(Flag).where(*mine, Flag.acknowledged_at.is_(None))
            .values(acknowledged_at=now, acknowledged_by=staff_id, note=note)
            .execution_options(synchronize_session=False)
        )
        return self._session.execute(select(Flag.id).where(*mine)).first() is not None

    def _lines(self, query: Select) -> list[AppointmentLine]:
        rows = self._session.execute(query).all()
        shared = self._shared([row[0].id for row in rows])
        return [
            AppointmentLine(
                id=appointment.id, reference=appointment.reference, clinic_id=appointment.clinic_id, clinic_name=clinic,
                patient_name=name, patient_reference=reference, starts_at=appointment.starts_at,
                timezone=appointment.timezone, type=appointment.type, clinician=appointment.clinician,
                invited_at=invited, opened_at=opened, expires_at=expires, phase=phase,
                shared=tuple(shared.get(appointment.id, ())), waiting_flags=flags or 0,
            )
            for appointment, clinic, name, reference, invited, opened, expires, phase, flags in rows
        ]

    def _shared(self, appointment_ids: list[str]) -> dict[str, list[datetime]]:
        """When each appointment's sheet was confirmed, oldest first."""
        found: dict[str, list[datetime]] = {}
        for appointment_id, at in self._session.execute(
            select(Preparation.appointment_id, SharedSheet.confirmed_at)
            .join(SharedSheet, SharedSheet.preparation_id == Preparation.id)
            .where(Preparation.appointment_id.in_(appointment_ids)).order_by(SharedSheet.confirmed_at)
        ):
            found.setdefault(appointment_id, []).append(at)
        return found


def _lines_query() -> Select:
    """One row per appointment. An invitation taken back does not count as one, unless it had been opened."""
    invitation = select(
        Invitation.appointment_id, func.max(Invitation.created_at).label("invited"),
        func.min(Invitation.opened_at).label("opened"), func.max(Invitation.expires_at).label("expires"),
    ).where(or_(Invitation.revoked_at.is_(None), Invitation.opened_at.isnot(None)))
    invitation = invitation.group_by(Invitation.appointment_id).subquery()
    flags = select(Flag.appointment_id, func.count().label("waiting")).where(Flag.acknowledged_at.is_(None))
    flags = flags.group_by(Flag.appointment_id).subquery()
    return (
        select(
            Appointment, Clinic.name, Patient.name, Patient.reference, invitation.c.invited, invitation.c.opened,
            invitation.c.expires, Preparation.phase, flags.c.waiting,
        )
        .join(Clinic, Clinic.id == Appointment.clinic_id).join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(invitation, invitation.c.appointment_id == Appointment.id)
        .outerjoin(Preparation, and_(Preparation.appointment_id == Appointment.id, Preparation.current.is_(True)))
        .outerjoin(flags, flags.c.appointment_id == Appointment.id)
    )
