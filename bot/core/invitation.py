"""An invitation to prepare for one appointment, as the rest of the house sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class InvitationState:
    """One invitation with the appointment, person and clinic it belongs to.

    Attributes:
        code: the unsigned 22 characters of its link.
        timezone: the IANA zone of the appointment.
        conversation_id: nothing until the link was opened for the first time.
    """

    id: str
    code: str
    appointment_id: str
    patient_id: str
    patient_name: str
    clinic_id: str
    clinic_name: str
    clinic_phone: str
    clinic_hours: str
    clinician: str
    starts_at: datetime
    timezone: str
    appointment_type: str
    expires_at: datetime
    revoked_at: datetime | None
    opened_at: datetime | None
    conversation_id: str | None = None

    def expired(self, now: datetime) -> bool:
        """Whether the link no longer opens at ``now``."""
        return now >= self.expires_at
