"""Staff, failures and logins, on both databases."""

from __future__ import annotations

from datetime import timedelta

from clinic_people import PASSWORD, ClinicPeople

from bot.core.staff import FAILURES_BEFORE_LOCK, LOCKED_FOR


def test_the_failure_that_reaches_the_limit_locks_and_the_count_starts_again(house):
    staff_id = ClinicPeople(house).staff()
    until = house.clock.now() + LOCKED_FOR
    with house.units.work() as unit:
        locked = [unit.staff.count_failure(staff_id, until) for _ in range(FAILURES_BEFORE_LOCK + 1)]
    assert locked == [False] * (FAILURES_BEFORE_LOCK - 1) + [True, False]
    with house.units.reading() as unit:
        kept = unit.staff.account("dr.demo").locked_until
    assert abs(kept - until) < timedelta(milliseconds=1)


def test_a_login_is_kept_prolonged_and_ended(house):
    people, now = ClinicPeople(house), house.clock.now()
    staff_id = people.staff()
    with house.units.work() as unit:
        unit.staff.add_login(digest="d", staff_id=staff_id, csrf="c", now=now, expires_at=now + timedelta(hours=1))
    with house.units.work() as unit:
        unit.staff.keep_login("d", now + timedelta(hours=2))
    with house.units.work() as unit:
        login = unit.staff.login("d")
        assert (login.staff.id, login.staff.clinic_id, login.staff.csrf) == (staff_id, people.clinic_id, "c")
        assert login.expires_at - login.created_at == timedelta(hours=2)
        unit.staff.end_login("d")
        assert unit.staff.login("d") is None


def test_logging_in_works_the_same(house):
    ClinicPeople(house).staff()
    token, staff = house.staff_login.log_in("dr.demo", PASSWORD)
    assert house.staff_login.who(token) == staff
