"""Names nobody has: locked like the others, and never more of them remembered than there is room for."""

from __future__ import annotations

from datetime import datetime, timezone

from bot.core.staff import FAILURES_BEFORE_LOCK, LOCKED_FOR
from bot.services.strangers import MOST_NAMES, Strangers

NOW = datetime(2026, 3, 10, 9, tzinfo=timezone.utc)


def test_the_failure_that_reaches_the_limit_closes_the_name_for_as_long():
    strangers = Strangers()
    closed = [strangers.count_failure("nobody", NOW) for _ in range(FAILURES_BEFORE_LOCK)]
    assert closed == [None] * (FAILURES_BEFORE_LOCK - 1) + [NOW + LOCKED_FOR]
    assert strangers.locked_until("nobody", NOW) == NOW + LOCKED_FOR
    assert strangers.locked_until("nobody", NOW + LOCKED_FOR) is None
    assert strangers.locked_until("somebody", NOW) is None


def test_many_names_push_out_the_oldest():
    strangers = Strangers()
    for _ in range(FAILURES_BEFORE_LOCK):
        strangers.count_failure("first", NOW)
    for n in range(MOST_NAMES):
        strangers.count_failure(f"name {n}", NOW)
    assert strangers.locked_until("first", NOW) is None
