"""What a clinic's list shows for each appointment, and how far its preparation is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS_AHEAD = 7
# No zone is further from UTC than this, so a window widened by it misses no local day.
WIDEST_OFFSET = timedelta(hours=15)


@dataclass(frozen=True)
class AppointmentLine:
    """One appointment with what is known of its preparation. Times are aware; ``timezone`` is the appointment's.

    Attributes:
        phase: of the preparation (``new`` ``open`` ``declined`` ``confirmed``), or None when there is none.
        shared: when the sheet was confirmed, oldest first; empty when it never was.
        waiting_flags: safety flags nobody has acknowledged.
    """

    id: str
    reference: str
    clinic_id: str
    clinic_name: str
    patient_name: str
    patient_reference: str
    starts_at: datetime
    timezone: str
    type: str
    clinician: str
    invited_at: datetime | None = None
    opened_at: datetime | None = None
    expires_at: datetime | None = None
    phase: str | None = None
    shared: tuple[datetime, ...] = ()
    waiting_flags: int = 0

    @property
    def local_day(self) -> date:
        """The day it is on, where it is."""
        return self.starts_at.astimezone(ZoneInfo(self.timezone)).date()


def state_of(line: AppointmentLine, now: datetime) -> str:
    """How far the preparation is.

    Returns: ``changing`` shared, and being changed just now · ``changed`` shared more than once · ``shared`` ·
    ``declined`` · ``in_progress`` · ``opened`` · ``expired`` the link ran out unopened · ``invited`` · ``not_invited``.
    """
    if line.shared:
        if line.phase == "open":
            return "changing"
        return "changed" if len(line.shared) > 1 else "shared"
    if line.phase in ("declined", "open"):
        return {"declined": "declined", "open": "in_progress"}[line.phase]
    if line.opened_at:
        return "opened"
    if line.invited_at is None:
        return "not_invited"
    return "expired" if line.expires_at and line.expires_at <= now else "invited"


def day_in(zone: str, now: datetime) -> date:
    """Today, in ``zone``."""
    return now.astimezone(ZoneInfo(zone)).date()


def window(first: date, days: int) -> tuple[datetime, datetime]:
    """From when to when (UTC) to look for appointments whose local day may be among ``days`` days from ``first``."""
    midnight = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo("UTC"))
    return midnight - WIDEST_OFFSET, midnight + timedelta(days=days) + WIDEST_OFFSET


def by_day(lines: list[AppointmentLine], first: date, days: int) -> dict[date, list[AppointmentLine]]:
    """The lines of ``days`` days from ``first``, under their own local day, by time; days without any are there too."""
    found: dict[date, list[AppointmentLine]] = {first + timedelta(days=n): [] for n in range(days)}
    for line in sorted(lines, key=lambda one: (one.starts_at, one.patient_name, one.id)):
        if line.local_day in found:
            found[line.local_day].append(line)
    return found
