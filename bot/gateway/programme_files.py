"""The two files a programme team can start from."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.invitation_list import COLUMNS

# The byte order mark makes spreadsheets read it as UTF-8.
TEMPLATE = "\ufeff" + ",".join(COLUMNS) + "\r\n"


def example_list(now: datetime, zone: str) -> str:
    """A list of invented people that imports as it stands: their appointments lie two weeks after ``now``."""
    day = (now.astimezone(ZoneInfo(zone)) + timedelta(days=14)).date()
    rows = (
        f"DEMO-001,Demo Alys,VISIT-001,{day} 09:30,{zone},Dr Demo,follow_up",
        f"DEMO-002,Demo Bryn,VISIT-002,{day:%d/%m/%Y} 14:30,,Dr Demo,review",
        f"DEMO-003,Demo Carys,VISIT-003,{day.day} {day:%b %Y} 2.30pm,,,",
    )
    return TEMPLATE + "\r\n".join(rows) + "\r\n"
