"""What appointments are, and what the team noted about them, as rows."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store.tables import Appointment, Clinic


class Fits:
    """Reads and sets an appointment's type and needs within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def matching(self, reference: str, clinic: str) -> list[tuple[str, str, str]]:
        """(id, type, needs) of the appointments with this reference; of one clinic when its short name is given."""
        wanted = select(Appointment.id, Appointment.type, Appointment.needs).where(Appointment.reference == reference)
        if clinic:
            wanted = wanted.join(Clinic, Clinic.id == Appointment.clinic_id).where(Clinic.slug == clinic)
        return [tuple(row) for row in self._session.execute(wanted)]

    def set(self, appointment_id: str, kind: str, needs: str) -> None:
        self._session.execute(
            update(Appointment).where(Appointment.id == appointment_id).values(type=kind, needs=needs))
