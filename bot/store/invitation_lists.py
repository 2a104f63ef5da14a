"""What an import of invitations reads and writes, in few statements however long the list is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.core.invitation_list import Invitee, Known
from bot.core.invited import AlreadyThere, InvitingClinic, MadeInvitation
from bot.store.contacts import Contacts
from bot.store.tables import Appointment, Clinic, Import, Invitation, Patient, new_id


class InvitationLists:
    """Imports within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def clinic(self, *, clinic_id: str = "", slug: str = "") -> InvitingClinic | None:
        """The clinic with this id or short name, or nothing."""
        row = self._session.execute(
            select(Clinic).where(Clinic.id == clinic_id if clinic_id else Clinic.slug == slug)
        ).scalar_one_or_none()
        if row is None:
            return None
        return InvitingClinic(row.id, row.slug, row.name, row.timezone, Contacts(self._session).any(row.id))

    def slugs(self) -> list[str]:
        """The short names of all clinics, for somebody who mistyped one."""
        return list(self._session.execute(select(Clinic.slug).order_by(Clinic.slug)).scalars())

    def known(self, clinic_id: str) -> Known:
        """The clinic's people and appointments, as a list is compared with them."""
        patients = select(Patient.reference, Patient.name).where(Patient.clinic_id == clinic_id)
        visits = (
            select(Appointment.reference, Patient.reference, Appointment.starts_at)
            .join(Patient, Patient.id == Appointment.patient_id)
            .where(Appointment.clinic_id == clinic_id)
        )
        return Known(
            names=dict(self._session.execute(patients).all()),
            appointments={ref: (patient, at) for ref, patient, at in self._session.execute(visits)},
        )

    def add(
        self, clinic_id: str, filename: str, staff_id: str | None, people: Sequence[tuple[Invitee, str, datetime]],
        now: datetime,
    ) -> str:
        """Keep everybody on the list: new patients, their appointments, an invitation each. Returns the import's id.

        Args:
            people: each with the code of their link and the time it expires.

        Raises: AlreadyThere when another import kept one of them meanwhile; the unit of work is then to be left.
        """
        import_id = new_id()
        try:
            self._add(import_id, clinic_id, filename, staff_id, people, now)
        except IntegrityError as error:
            raise AlreadyThere from error
        return import_id

    def _add(
        self, import_id: str, clinic_id: str, filename: str, staff_id: str | None,
        people: Sequence[tuple[Invitee, str, datetime]], now: datetime,
    ) -> None:
        self._session.add(Import(
            id=import_id, clinic_id=clinic_id, filename=filename[:255], rows=len(people), staff_id=staff_id,
            created_at=now,
        ))
        self._session.flush()
        patients = self._patients(clinic_id, (person for person, _, _ in people), now)
        visits, invitations = [], []
        for person, code, expires_at in people:
            visit_id = new_id()
            visits.append({
                "id": visit_id, "reference": person.appointment_reference, "clinic_id": clinic_id,
                "patient_id": patients[person.patient_reference], "starts_at": person.starts_at,
                "timezone": person.timezone, "type": person.appointment_type,
                "needs": person.needs, "clinician": person.clinician,
            })
            invitations.append({
                "id": new_id(), "code": code, "appointment_id": visit_id, "import_id": import_id, "created_at": now,
                "expires_at": expires_at,
            })
        if visits:
            self._session.execute(insert(Appointment.__table__), visits)
            self._session.execute(insert(Invitation.__table__), invitations)

    def made_by(self, clinic_id: str, import_id: str) -> list[MadeInvitation]:
        """The invitations of one import of this clinic, in the order of their names; empty for another clinic's."""
        rows = self._session.execute(
            select(Patient.name, Appointment.reference, Invitation.code, Invitation.expires_at)
            .join(Appointment, Appointment.id == Invitation.appointment_id)
            .join(Patient, Patient.id == Appointment.patient_id)
            .where(Invitation.import_id == import_id, Appointment.clinic_id == clinic_id)
            .order_by(Patient.name, Appointment.reference)
        )
        return [MadeInvitation(*row) for row in rows]

    def _patients(self, clinic_id: str, people: Iterable[Invitee], now: datetime) -> dict[str, str]:
        """Ids by reference of the clinic's patients, with those of ``people`` who are new."""
        ids = dict(self._session.execute(
            select(Patient.reference, Patient.id).where(Patient.clinic_id == clinic_id)
        ).all())
        fresh = []
        for person in people:
            if person.patient_reference not in ids:
                ids[person.patient_reference] = new_id()
                fresh.append({
                    "id": ids[person.patient_reference], "clinic_id": clinic_id, "reference": person.patient_reference,
                    "name": person.name, "timezone": person.timezone, "created_at": now,
                })
        if fresh:
            self._session.execute(insert(Patient.__table__), fresh)
        return ids
