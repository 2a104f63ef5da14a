"""Tells the next safety contact of a flag: one row, in the unit of work that found out that it is time."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from bot.core.alerts import next_to_tell

log = logging.getLogger(__name__)


def tell_next(unit: Any, flag_id: str, now: datetime) -> bool:
    """Tell whoever is next on the list of the flag's clinic, if it is time.

    The flag's row is held meanwhile, so that of several processes one does it.

    Args:
        unit: a unit of work with ``alerts``.
    Returns: whether somebody was told. Nobody is when the flag was acknowledged, does not alert, or the list is empty.
    """
    held = unit.alerts.hold(flag_id)
    if held is None:
        return False
    clinic_id, minutes = held
    told = next_to_tell(unit.alerts.contacts(clinic_id), unit.alerts.last(flag_id), minutes, now)
    if told is None:
        return False
    alert_id = unit.alerts.add(flag_id, told, now)
    log.info("flag %s: alert %s number=%d round=%d", flag_id, alert_id, told.number, told.round)
    return True
