"""The login page, the way out, and what guards a staff page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from clinic_people import PASSWORD, ClinicPeople, browser, hidden, log_in
from fastapi import APIRouter, Depends, FastAPI
from fastapi.testclient import TestClient

from bot.core.staff import FAILURES_BEFORE_LOCK, IDLE_FOR, LOCKED_FOR, LoggedIn
from bot.gateway import pages, staff_login
from bot.gateway.staff_guard import COOKIE, StaffRefused, local_path, require_staff, require_staff_form
from bot.services.staff_login import StaffLogin


@pytest.fixture
def people(house) -> ClinicPeople:
    house.staff_login = StaffLogin(house.units, house.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    made = ClinicPeople(house)
    made.staff()
    made.staff("team.demo", role="programme", name="Demo Team")
    return made


@pytest.fixture
def client(house, people) -> TestClient:
    return browser(house)


def test_the_right_password_leads_to_ones_own_pages_with_a_cookie_no_script_can_read(client):
    answer = log_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/clinic")
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith(COOKIE))
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Max-Age=43200" in cookie and "Secure" not in cookie
    assert log_in(browser(client.app.state.house), "team.demo").headers["location"] == "/programme"


def test_the_cookie_is_for_https_alone_where_the_site_is(house, people):
    house.settings.public_url = "https://demo.example"
    answer = log_in(TestClient(browser(house).app, base_url="https://demo.example", follow_redirects=False))
    assert all("Secure" in one for one in answer.headers.get_list("set-cookie") if one.startswith(COOKIE))
    assert answer.status_code == 303


def test_somebody_who_is_logged_in_is_led_past_the_form(client):
    log_in(client)
    assert client.get("/staff/login").headers["location"] == "/clinic"


def test_a_wrong_password_says_so_and_keeps_the_user_name_but_not_the_password(client):
    answer = log_in(client, password="not this one")
    assert answer.status_code == 401 and COOKIE not in client.cookies
    assert "do not belong together" in answer.text and 'value="dr.demo"' in answer.text
    assert "not this one" not in answer.text


def test_an_unknown_user_name_reads_the_same_as_a_wrong_password(client):
    known, unknown = log_in(client, "dr.demo", "wrong"), log_in(client, "nobody", "wrong")
    assert unknown.status_code == known.status_code
    assert "do not belong together" in unknown.text


def test_twenty_wrong_passwords_are_locked_out_and_the_right_one_then_too(house, client):
    codes = [log_in(client, password="wrong").status_code for _ in range(20)]
    assert codes == [401] * (FAILURES_BEFORE_LOCK - 1) + [429] * (20 - FAILURES_BEFORE_LOCK + 1)
    wrong, right = log_in(client, password="wrong"), log_in(client)
    assert right.status_code == 429 and COOKIE not in client.cookies
    assert "Try again in 15 minutes" in right.text and "Try again in 15 minutes" in wrong.text
    assert 0 < int(right.headers["retry-after"]) <= LOCKED_FOR.total_seconds()
    house.clock.forward(LOCKED_FOR)
    assert log_in(client).status_code == 303


def test_a_login_form_without_its_token_or_cookie_is_refused_kindly(house, client):
    form = client.get("/staff/login").text
    good = {"csrf": hidden(form), "username": "dr.demo", "password": PASSWORD}
    for bad in ({**good, "csrf": ""}, {**good, "csrf": good["csrf"] + "x"}):
        answer = client.post("/staff/login", data=bad)
        assert answer.status_code == 403 and "try once more" in answer.text
    other = browser(house)
    assert other.post("/staff/login", data=good).status_code == 403
    other.get("/staff/login")
    assert other.post("/staff/login", data=good).status_code == 403
    assert COOKIE not in client.cookies and COOKIE not in other.cookies


def test_empty_fields_and_endless_ones_are_refused_as_wrong(client):
    assert log_in(client, "", "").status_code == 401
    assert log_in(client, "dr.demo", "x" * 100_000).status_code == 401


@pytest.mark.parametrize("wanted", ["/clinic?day=2026-03-24", "/clinic/appointments/abc"])
def test_after_login_one_comes_back_to_where_one_wanted(client, wanted):
    answer = client.get(wanted)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/staff/login?next=")
    form = client.get(answer.headers["location"])
    assert hidden(form.text, "next") == wanted.replace("&", "&amp;")
    assert log_in(client, next=wanted).headers["location"] == wanted


@pytest.mark.parametrize("elsewhere", [
    "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "evil",
    "/\tevil", "/ok\r\nSet-Cookie: a=b", "/\x00", "", None,
])
def test_next_leads_nowhere_but_this_site(client, elsewhere):
    assert local_path(elsewhere) is None
    assert log_in(client, next=elsewhere or "").headers["location"] == "/clinic"


def test_next_sent_with_the_form_itself_is_checked_again(client):
    form = client.get("/staff/login").text
    answer = client.post("/staff/login", data={
        "csrf": hidden(form), "next": "//evil.example", "username": "dr.demo", "password": PASSWORD,
    })
    assert answer.headers["location"] == "/clinic"


def test_logging_out_wants_the_token_and_ends_the_login(client):
    log_in(client)
    token = client.cookies[COOKIE]
    assert client.post("/staff/logout").status_code == 403
    csrf = hidden(client.get("/clinic").text)
    assert client.post("/staff/logout", data={"csrf": csrf}).headers["location"] == "/staff/login"
    client.cookies.set(COOKIE, token)
    assert client.get("/clinic").status_code == 303


def test_a_login_left_alone_ends(house, client):
    log_in(client)
    house.clock.forward(IDLE_FOR + timedelta(seconds=1))
    assert client.get("/clinic").headers["location"].startswith("/staff/login")


def test_logging_out_after_the_login_has_ended_is_no_error(house, client):
    log_in(client)
    house.clock.forward(IDLE_FOR + timedelta(seconds=1))
    assert client.post("/staff/logout").headers["location"] == "/staff/login"


@pytest.fixture
def guarded(house, people) -> TestClient:
    """A site with one page and one form for the programme team."""
    router = APIRouter()

    @router.get("/programme")
    def page(staff: LoggedIn = Depends(require_staff(house, "programme"))) -> dict[str, str]:
        return {"name": staff.name, "csrf": staff.csrf}

    @router.post("/programme")
    def form(staff: LoggedIn = Depends(require_staff_form(house, "programme"))) -> dict[str, str]:
        return {"done": staff.id}

    app = FastAPI()
    app.state.house = house
    app.include_router(staff_login.make_router(house))
    app.include_router(router)
    pages.install(app, house)
    app.add_exception_handler(StaffRefused, staff_login.refused)
    return TestClient(app, base_url="http://localhost:8080", follow_redirects=False)


def test_a_guarded_page_opens_for_its_role_only(guarded):
    log_in(guarded)
    refused = guarded.get("/programme")
    assert refused.status_code == 403 and "another team" in refused.text and 'href="/clinic"' in refused.text
    guarded.cookies.clear()
    log_in(guarded, "team.demo")
    assert guarded.get("/programme").json()["name"] == "Demo Team"


def test_a_guarded_form_wants_the_token_of_this_very_login(house, guarded):
    log_in(guarded, "team.demo")
    csrf = guarded.get("/programme").json()["csrf"]
    for wrong in ({}, {"csrf": ""}, {"csrf": csrf + "x"}, {"csrf": "ÿ"}):
        assert guarded.post("/programme", data=wrong).status_code == 403
    assert guarded.post("/programme", data={"csrf": csrf}).status_code == 200
    assert guarded.post("/programme", files={"file": b"x", "csrf": (None, csrf)}).status_code == 200
    guarded.cookies.clear()
    log_in(guarded, "team.demo")
    assert guarded.post("/programme", data={"csrf": csrf}).status_code == 403


def test_a_form_without_a_login_leads_to_the_login_page_and_does_nothing(guarded):
    answer = guarded.post("/programme", data={"csrf": "x"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/login")
