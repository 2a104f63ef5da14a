"""The clinician's pages, as a browser gets them."""

from __future__ import annotations

import html
import json
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from argon2 import PasswordHasher
from clinic_people import ZONE, ClinicPeople, a_sheet, browser, hidden, log_in, said
from fastapi.testclient import TestClient
from sqlalchemy import event, select

from bot.core.clinic_day import day_in
from bot.services.acknowledge_flag import LONGEST_NOTE
from bot.services.staff_login import StaffLogin
from bot.store.tables import SheetView


@pytest.fixture
def people(house) -> ClinicPeople:
    house.staff_login = StaffLogin(house.units, house.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    made = ClinicPeople(house)
    made.staff()
    made.staff("team.demo", role="programme", name="Demo Team")
    return made


@pytest.fixture
def client(house, people) -> TestClient:
    made = browser(house)
    log_in(made)
    return made


def shared(house, people: ClinicPeople, **sheet) -> str:  # type: ignore[no-untyped-def]
    appointment = people.appointment(phase="confirmed")
    people.share(appointment, a_sheet(house.clock.now(), **sheet))
    return appointment


def views(house) -> list[tuple[str, str]]:
    with house.units.reading() as unit:
        return [(row.by, row.format) for row in unit.session.execute(select(SheetView)).scalars()]


def test_the_list_shows_each_state_in_plain_words(house, people, client):
    now = house.clock.now()
    people.appointment("Demo One", invited=False)
    people.appointment("Demo Two")
    people.appointment("Demo Three", opened=True)
    people.appointment("Demo Four", phase="open")
    people.appointment("Demo Five", phase="declined")
    people.share(people.appointment("Demo Six", phase="confirmed"), a_sheet(now))
    twice = people.appointment("Demo Seven", phase="confirmed")
    people.share(twice, a_sheet(now))
    people.share(twice, a_sheet(now + timedelta(minutes=5)), version=2)
    page = client.get("/clinic").text
    for words in (
        "Not invited", "Invited, not opened yet", "Opened, no answers yet", "In progress, not shared yet",
        "Chose not to prepare this way", "<strong>Shared</strong>", ", changed ",
    ):
        assert words in page, words


def test_the_list_is_in_order_of_time_and_of_ones_own_clinic(house, people, client):
    people.appointment("Demo Late", starts_in=timedelta(days=2))
    people.appointment("Demo Early", starts_in=timedelta(days=1))
    ClinicPeople(house, "other").appointment("Demo Stranger", starts_in=timedelta(days=1))
    page = client.get("/clinic").text
    assert page.index("Demo Early") < page.index("Demo Late")
    assert "Demo Stranger" not in page


def test_one_day_can_be_picked(house, people, client):
    people.appointment("Demo Soon", starts_in=timedelta(days=1))
    people.appointment("Demo Far", starts_in=timedelta(days=30))
    day = day_in(ZONE, house.clock.now() + timedelta(days=30))
    page = client.get("/clinic", params={"day": day.isoformat()}).text
    assert "Demo Far" in page and "Demo Soon" not in page


def test_a_clinic_or_a_day_without_appointments_says_so(client):
    assert "No appointments in the coming 7 days" in client.get("/clinic").text
    assert "No appointments on Sunday 4 January" in client.get("/clinic", params={"day": "2026-01-04"}).text


@pytest.mark.parametrize("wrong", ["yesterday", "2026-02-30", "0001-01-01", "9999-12-31", "<script>"])
def test_a_day_that_is_none_is_told_and_the_coming_days_shown(client, wrong):
    answer = client.get("/clinic", params={"day": wrong})
    assert answer.status_code == 200 and "is not a day" in answer.text and "The coming days" in answer.text
    assert "<script>" not in answer.text


def test_times_are_written_for_the_appointments_own_place(house, people, client):
    starts = house.clock.now() + timedelta(days=1)
    people.appointment("Demo Away", starts_in=timedelta(days=1), zone="America/New_York")
    local = starts.astimezone(ZoneInfo("America/New_York"))
    assert f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}" in client.get("/clinic").text


def test_a_flag_nobody_acknowledged_stands_first_whatever_its_day(people, client):
    people.appointment("Demo Plain")
    flagged = people.appointment("Demo Flagged", starts_in=timedelta(days=60), phase="open")
    people.flag(flagged)
    page = client.get("/clinic").text
    order = [page.index(one) for one in ("Safety flags nobody has acknowledged yet", "Demo Flagged", "Demo Plain")]
    assert order == sorted(order)


def test_the_list_holds_forty_people_in_a_handful_of_queries(house, people, client):
    for n in range(40):
        people.appointment(f"Demo Person {n:02}", starts_in=timedelta(minutes=n))
    asked: list[str] = []
    event.listen(house.units.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    page = client.get("/clinic").text
    assert page.count("Demo Person") == 40
    assert len([one for one in asked if one.startswith("SELECT")]) < 12


def test_the_sheet_shows_what_they_shared_and_its_opening_is_recorded(house, people, client):
    appointment = shared(house, people)
    page = client.get(f"/clinic/appointments/{appointment}")
    assert page.status_code == 200
    assert "I&#39;d like to know if I can go back to the allotment this spring" in page.text
    assert views(house) == [("Dr Demo Hughes", "html")]


def test_as_text_and_as_json_come_from_the_same_place_and_are_recorded_too(house, people, client):
    appointment = shared(house, people)
    text = client.get(f"/clinic/appointments/{appointment}.txt")
    made = client.get(f"/clinic/appointments/{appointment}.json")
    assert text.headers["content-type"].startswith("text/plain") and "WHAT I HOPE FOR" in text.text
    assert json.loads(made.text)["shared"]["kept_private"] == 1
    assert [format for _, format in views(house)] == ["text", "json"]
    assert client.get(f"/clinic/appointments/{appointment}.exe").status_code == 404


def test_another_clinics_sheet_is_not_found_just_like_an_unknown_one(house, people, client):
    theirs = shared(house, ClinicPeople(house, "other"), hope=said("their secret hope"))
    for path in (theirs, f"{theirs}.txt", f"{theirs}.json", "unknown", "unknown.txt"):
        answer = client.get(f"/clinic/appointments/{path}")
        assert answer.status_code == 404 and "not here" in answer.text
        assert "secret" not in answer.text and "Demo Rosa" not in answer.text
    assert views(house) == []


def test_the_programme_team_opens_no_sheet_and_no_list(house, people):
    appointment = shared(house, people)
    team = browser(house)
    log_in(team, "team.demo")
    for path in ("/clinic", f"/clinic/appointments/{appointment}", f"/clinic/appointments/{appointment}.txt"):
        answer = team.get(path)
        assert answer.status_code == 403 and "allotment" not in answer.text
    assert views(house) == []


def test_without_a_login_nothing_opens(house, people):
    appointment = shared(house, people)
    for path in ("/clinic", f"/clinic/appointments/{appointment}", f"/clinic/appointments/{appointment}.json"):
        answer = browser(house).get(path)
        assert answer.status_code == 303 and "allotment" not in answer.text


def test_a_sheet_that_is_not_shared_shows_that_and_nothing_they_said(house, people, client):
    appointment = people.appointment(phase="open")
    people.check_in(appointment, first_step="a secret step", due_at=house.clock.now())
    for path in ("", ".txt", ".json"):
        page = client.get(f"/clinic/appointments/{appointment}{path}").text
        assert "Not shared yet" in page and "secret" not in page


def test_check_ins_are_shown_as_they_are_now(house, people, client):
    appointment, now = shared(house, people), house.clock.now()
    people.check_in(
        appointment, first_step=a_sheet(now).change.first_step.words, due_at=now, state="answered",
        answer="changed_mind", words="Not for me", answered_at=now,
    )
    page = client.get(f"/clinic/appointments/{appointment}").text
    assert "Changed their mind" in page and "Not for me" in page


def test_a_changed_sheet_says_since_when(house, people, client):
    appointment = shared(house, people)
    people.share(appointment, a_sheet(house.clock.now() + timedelta(hours=1)), version=2)
    assert "after first sharing on" in client.get(f"/clinic/appointments/{appointment}").text


def test_typed_markup_other_scripts_and_endless_words_do_no_harm(house, people, client):
    evil, arabic, endless = "<script>alert(1)</script>", "ركبتي تؤلمني", "x" * 10_000
    appointment = shared(house, people, hope=said(evil), questions=(said(arabic),), other_items=(said(endless),))
    page = client.get(f"/clinic/appointments/{appointment}").text
    assert evil not in page and evil in html.unescape(page)
    assert f'dir="auto">{arabic}</p>' in page and endless in page


def test_a_flag_stands_above_everything_and_is_acknowledged_with_name_time_and_note(house, people, client):
    appointment = shared(house, people)
    flag = people.flag(appointment)
    page = client.get(f"/clinic/appointments/{appointment}").text
    assert page.index("Safety flag") < page.index("What I hope for")
    answer = client.post(
        f"/clinic/appointments/{appointment}/flags/{flag}", data={"csrf": hidden(page), "note": "Rang <b>at once</b>"}
    )
    assert answer.headers["location"] == f"/clinic/appointments/{appointment}"
    page = client.get(answer.headers["location"]).text
    assert "Acknowledged by <bdi>Dr Demo Hughes</bdi>" in page and "Rang &lt;b&gt;at once&lt;/b&gt;" in page
    assert "I have seen this" not in page
    assert "Safety flags nobody has acknowledged" not in client.get("/clinic").text


def test_acknowledging_wants_the_token_and_a_flag_of_ones_own_clinic(house, people, client):
    appointment, other = shared(house, people), ClinicPeople(house, "other")
    flag, theirs = people.flag(appointment), other.appointment(phase="open")
    their_flag = other.flag(theirs)
    csrf = hidden(client.get("/clinic").text)
    for data in ({}, {"csrf": "wrong"}):
        assert client.post(f"/clinic/appointments/{appointment}/flags/{flag}", data=data).status_code == 403
    for where, which in ((theirs, their_flag), (appointment, their_flag), (appointment, "unknown")):
        answer = client.post(f"/clinic/appointments/{where}/flags/{which}", data={"csrf": csrf})
        assert answer.status_code == 404
    assert "I have seen this" in client.get(f"/clinic/appointments/{appointment}").text


def test_a_note_too_long_is_told_and_the_flag_still_waits(house, people, client):
    appointment = shared(house, people)
    flag, csrf = people.flag(appointment), hidden(client.get("/clinic").text)
    answer = client.post(
        f"/clinic/appointments/{appointment}/flags/{flag}", data={"csrf": csrf, "note": "x" * (LONGEST_NOTE + 1)}
    )
    page = client.get(answer.headers["location"]).text
    assert "2,000 characters" in page and "I have seen this" in page


def test_staff_pages_are_kept_by_no_cache_and_run_no_script(house, people, client):
    answer = client.get(f"/clinic/appointments/{shared(house, people)}")
    assert answer.headers["cache-control"] == "no-store"
    assert "<script" not in answer.text and "style=" not in answer.text and "onclick" not in answer.text
