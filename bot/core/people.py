"""The people a programme team invited, as its pages show them: where each stands, and never what they said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# Every appointment is in exactly one of these.
INVITED, OPENED, IN_PROGRESS, SHARED, DECLINED = "invited", "opened", "in_progress", "shared", "declined"
EXPIRED, REVOKED = "expired", "revoked"
STATES = (INVITED, OPENED, IN_PROGRESS, SHARED, DECLINED, EXPIRED, REVOKED)
# Somebody who wrote STOP is in one of the states above as well.
STOPPED = "stopped"
FILTERS = (*STATES, STOPPED)

PAGE_SIZE = 50


@dataclass(frozen=True)
class InvitedPerson:
    """One person's appointment and its newest invitation. Times are aware, ``timezone`` is the appointment's."""

    appointment_id: str
    appointment_reference: str
    patient_reference: str
    name: str
    starts_at: datetime
    timezone: str
    clinician: str
    appointment_type: str
    state: str
    stopped: bool
    code: str
    invited_at: datetime
    opened_at: datetime | None
    expires_at: datetime
    revoked: bool
    channel: str | None

    def link_works(self, now: datetime) -> bool:
        """Whether the newest link opens at ``now``."""
        return not self.revoked and now < self.expires_at


@dataclass(frozen=True)
class Page:
    """One page of a list. ``number`` counts from 1 and is never past ``last``."""

    people: tuple[InvitedPerson, ...]
    number: int
    last: int
    found: int
