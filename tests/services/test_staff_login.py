"""Logging in, staying in, being locked out."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from clinic_people import PASSWORD, ClinicPeople
from sqlalchemy import select

from bot.core.staff import FAILURES_BEFORE_LOCK, IDLE_FOR, LOCKED_FOR, LOGIN_LASTS
from bot.services.staff_login import Locked, StaffError, StaffLogin, WrongPassword
from bot.store.tables import Staff, StaffSession

# As quick as argon2 gets, so that twenty wrong passwords do not take seconds.
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def login(house) -> StaffLogin:
    house.staff_login = StaffLogin(house.units, house.clock, QUICK)
    ClinicPeople(house).staff()
    return house.staff_login


def fail(login: StaffLogin, times: int) -> Exception:
    for _ in range(times):
        with pytest.raises((WrongPassword, Locked)) as caught:
            login.log_in("dr.demo", "wrong")
    return caught.value


def test_the_right_password_lets_in_and_the_token_says_who(login):
    token, staff = login.log_in("dr.demo", PASSWORD)
    assert (staff.name, staff.role) == ("Dr Demo Hughes", "clinician")
    assert login.who(token) == staff


def test_the_user_name_is_found_whatever_its_case_and_spaces(login):
    assert login.log_in("  Dr.Demo ", PASSWORD)[1].name == "Dr Demo Hughes"


def test_neither_password_nor_token_stands_in_the_database(house, login):
    token, _ = login.log_in("dr.demo", PASSWORD)
    with house.units.reading() as unit:
        kept = unit.session.execute(select(Staff.password_hash)).scalar_one()
        digest = unit.session.execute(select(StaffSession.token_digest)).scalar_one()
    assert kept.startswith("$argon2id$") and PASSWORD not in kept
    assert token not in digest and len(digest) == 64


def test_a_wrong_password_and_an_unknown_name_are_told_alike(login):
    for username in ("dr.demo", "nobody"):
        with pytest.raises(WrongPassword):
            login.log_in(username, "wrong")


def test_twenty_wrong_passwords_lock_and_stay_locked(house, login):
    assert isinstance(fail(login, FAILURES_BEFORE_LOCK - 1), WrongPassword)
    assert isinstance(fail(login, 20 - FAILURES_BEFORE_LOCK + 1), Locked)


def test_a_name_nobody_has_is_locked_just_the_same(house, login):
    def codes(username: str) -> list[type]:
        found = []
        for _ in range(FAILURES_BEFORE_LOCK + 2):
            with pytest.raises((WrongPassword, Locked)) as caught:
                login.log_in(username, "wrong")
            found.append(caught.type)
        return found

    assert codes("nobody") == codes("dr.demo") and Locked in codes("Nobody ")
    house.clock.forward(LOCKED_FOR)
    assert codes("nobody")[0] is WrongPassword


def test_the_right_password_is_refused_during_the_lock_and_says_until_when(house, login):
    until = fail(login, FAILURES_BEFORE_LOCK).until
    house.clock.forward(LOCKED_FOR - timedelta(minutes=1))
    with pytest.raises(Locked) as caught:
        login.log_in("dr.demo", PASSWORD)
    assert abs(caught.value.until - until) < timedelta(seconds=1)
    assert timedelta(0) < until - house.clock.now() <= timedelta(minutes=1)


def test_after_the_lock_the_right_password_works_again(house, login):
    fail(login, FAILURES_BEFORE_LOCK)
    house.clock.forward(LOCKED_FOR)
    assert login.log_in("dr.demo", PASSWORD)


def test_after_the_lock_there_are_as_many_tries_as_before(house, login):
    fail(login, FAILURES_BEFORE_LOCK)
    house.clock.forward(LOCKED_FOR)
    assert isinstance(fail(login, FAILURES_BEFORE_LOCK - 1), WrongPassword)
    assert isinstance(fail(login, 1), Locked)


def test_a_right_password_in_between_starts_the_count_again(login):
    fail(login, FAILURES_BEFORE_LOCK - 1)
    login.log_in("dr.demo", PASSWORD)
    assert isinstance(fail(login, FAILURES_BEFORE_LOCK - 1), WrongPassword)


def test_a_login_ends_when_nobody_uses_it(house, login):
    token, _ = login.log_in("dr.demo", PASSWORD)
    house.clock.forward(IDLE_FOR)
    assert login.who(token) is None


def test_using_a_login_keeps_it_open_but_never_past_its_whole_length(house, login):
    token, _ = login.log_in("dr.demo", PASSWORD)
    step = IDLE_FOR - timedelta(minutes=5)
    used = timedelta(0)
    while used + step < LOGIN_LASTS:
        house.clock.forward(step)
        used += step
        assert login.who(token) is not None
    house.clock.forward(LOGIN_LASTS - used)
    assert login.who(token) is None


def test_logging_out_makes_the_token_worthless(login):
    token, _ = login.log_in("dr.demo", PASSWORD)
    login.log_out(token)
    assert login.who(token) is None


def test_an_invented_token_is_nobody(login):
    assert login.who("invented") is None


def test_logins_whose_time_is_over_are_cleared_away_at_the_next_login(house, login):
    login.log_in("dr.demo", PASSWORD)
    house.clock.forward(LOGIN_LASTS)
    login.log_in("dr.demo", PASSWORD)
    with house.units.reading() as unit:
        assert len(unit.session.execute(select(StaffSession)).scalars().all()) == 1


def test_a_hash_made_with_older_parameters_is_made_anew_at_login(house, login):
    def kept() -> str:
        with house.units.reading() as unit:
            return unit.session.execute(select(Staff.password_hash)).scalar_one()

    stronger = StaffLogin(house.units, house.clock, PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert "m=8,t=1" in kept()
    stronger.log_in("dr.demo", PASSWORD)
    assert "m=16,t=2" in kept()
    assert stronger.log_in("dr.demo", PASSWORD)


@pytest.mark.parametrize("wrong", [
    {"role": "boss"}, {"username": "Dr.Demo"}, {"username": "  "}, {"password": "short"},
])
def test_a_bad_role_a_taken_name_and_a_short_password_are_refused(house, login, wrong):
    with house.units.reading() as unit:
        clinic_id = unit.session.execute(select(Staff.clinic_id)).scalar_one()
    given = {"username": "second", "name": "Second", "role": "programme", "password": PASSWORD, **wrong}
    with pytest.raises(StaffError):
        login.add_staff(clinic_id, **given)


def test_the_log_names_staff_by_id_only(login, caplog):
    with caplog.at_level(logging.DEBUG, logger="bot"):
        fail(login, FAILURES_BEFORE_LOCK + 1)
        with pytest.raises(WrongPassword):
            login.log_in("somebody.unknown", "wrong")
    assert "wrong password" in caplog.text and "locked" in caplog.text
    for private in ("dr.demo", "Hughes", "somebody", PASSWORD):
        assert private not in caplog.text
