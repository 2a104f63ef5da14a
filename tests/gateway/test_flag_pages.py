"""The pages of safety flags, as a browser gets them."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from argon2 import PasswordHasher
from clinic_people import PASSWORD, browser, hidden, log_in
from fastapi.testclient import TestClient
from flagged import Flagged

from bot.bootstrap import House
from bot.services.acknowledge_flag import LONGEST_NOTE
from bot.services.staff_login import StaffLogin


@pytest.fixture
def person(house: House) -> Flagged:
    house.staff_login = StaffLogin(house.units, house.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    made = Flagged(house)
    for user, role in (("dr.demo", "clinician"), ("team.demo", "programme")):
        house.staff_login.add_staff(made.clinic_id, user, f"Demo {role}", role, PASSWORD)
    return made


@pytest.fixture
def client(house: House, person: Flagged) -> TestClient:
    made = browser(house)
    log_in(made)
    return made


def test_the_list_tells_what_was_said_what_kind_how_long_ago_until_when_and_who_was_told(
    person: Flagged, client: TestClient
) -> None:
    person.writes("Well, I want to die")
    person.house.clock.forward(timedelta(minutes=5, seconds=10))
    page = client.get("/flags").text
    for words in ("want to die", "May be at risk of self-harm or suicide", "5 minutes ago", "To be acknowledged by",
                  "<bdi>Dr Demo Duty</bdi> was told", "Demo Person", "1 waiting"):
        assert words in page, words


def test_when_time_is_over_the_list_says_who_was_told_next(person: Flagged, client: TestClient) -> None:
    person.writes()
    person.house.clock.forward(timedelta(minutes=16))
    assert "Was to be acknowledged by" in client.get("/flags").text
    person.works()
    page = client.get("/flags").text
    assert page.index("Dr Demo Duty") < page.index("Demo Second") and "Was to be" not in page


def test_without_a_mail_server_the_page_says_that_flags_are_only_shown_here(person: Flagged, client: TestClient) -> None:
    person.writes().works()
    assert "shown on this page only" in client.get("/flags").text


def test_an_e_mail_that_could_not_be_sent_is_seen(person: Flagged) -> None:
    house = person.house
    house.settings = house.settings.copy(update={
        "smtp_host": "127.0.0.1", "smtp_port": 9, "smtp_tls": "none", "smtp_from": "p@x.invalid"})
    del house.alerting
    client = browser(house)
    log_in(client)
    person.writes().works()
    page = client.get("/flags").text
    assert "could not be sent so far" in page and "the mail server cannot be reached" in page
    assert "e-mail not sent yet" in client.get(f"/clinic/appointments/{person.appointment_id}").text


def test_a_flag_is_acknowledged_with_name_time_and_note(person: Flagged, client: TestClient) -> None:
    person.writes()
    path = f"/flags/{person.flag.id}"
    answer = client.post(path, data={"csrf": hidden(client.get(path).text), "note": "Rang <b>them</b>"})
    assert answer.headers["location"] == path
    page = client.get(path).text
    assert "Acknowledged by <bdi>Demo clinician</bdi>" in page and "Rang &lt;b&gt;them&lt;/b&gt;" in page
    assert "I have seen this" not in page
    page = client.get("/flags").text
    assert "No flag is waiting" in page and "Acknowledged last" in page


def test_what_they_said_afterwards_is_shown_on_the_list_the_flag_and_above_the_sheet(
    person: Flagged, client: TestClient
) -> None:
    person.writes().writes("I'm fine, it was a <i>figure of speech</i>")
    for path in ("/flags", f"/flags/{person.flag.id}", f"/clinic/appointments/{person.appointment_id}"):
        page = client.get(path).text
        assert "it was a &lt;i&gt;figure of speech&lt;/i&gt;" in page, path
        assert "I have seen this" in page, path  # it stays open
    text = client.get(f"/clinic/appointments/{person.appointment_id}.txt").text
    assert "Afterwards they wrote" in text and "Told: Dr Demo Duty" in text and "To be acknowledged by" in text
    record = client.get(f"/clinic/appointments/{person.appointment_id}.json").json()["flags"][0]
    assert record["remarks"][0]["how"] == "typed" and record["told"][0]["name"] == "Dr Demo Duty"


def test_a_first_low_mood_says_that_nobody_was_told(person: Flagged, client: TestClient) -> None:
    person.writes("I feel hopeless")
    assert "Nobody was told: low mood was heard for the first time" in client.get("/flags").text


def test_the_whole_message_stands_on_the_flags_own_page(person: Flagged, client: TestClient) -> None:
    person.writes("My tablets make me sick and I want to die")
    page = client.get(f"/flags/{person.flag.id}").text
    assert "My tablets make me sick and I want to die" in page and "The flag was raised by" in page


def test_the_programme_team_sees_flags_only_as_a_safety_contact(house: House, person: Flagged) -> None:
    person.writes()
    client = browser(house)
    log_in(client, "team.demo")
    assert client.get("/flags").status_code == 403
    assert client.get(f"/flags/{person.flag.id}").status_code == 403
    house.alerting.contacts.add(person.clinic_id, username="team.demo")
    page = client.get(f"/flags/{person.flag.id}").text
    assert "I want to kill myself" in page and "/clinic/appointments/" not in page
    assert client.post(f"/flags/{person.flag.id}", data={"csrf": hidden(page)}).status_code == 303
    assert person.flag.acknowledged_by == "Demo programme"


def test_another_clinics_flags_are_not_there(house: House, client: TestClient, person: Flagged) -> None:
    other = Flagged(house, slug="hilltop").writes()
    csrf = hidden(client.get("/flags").text)
    assert other.flag.id not in client.get("/flags").text
    assert client.get(f"/flags/{other.flag.id}").status_code == 404
    assert client.post(f"/flags/{other.flag.id}", data={"csrf": csrf}).status_code == 404
    assert client.get("/flags/unknown").status_code == 404


def test_the_link_of_the_e_mail_leads_through_the_login_to_the_flag(house: House, person: Flagged) -> None:
    person.writes()
    client = browser(house)
    answer = client.get(f"/flags/{person.flag.id}")
    assert answer.headers["location"] == f"/staff/login?next=/flags/{person.flag.id}"
    assert log_in(client, next=f"/flags/{person.flag.id}").headers["location"] == f"/flags/{person.flag.id}"


def test_the_list_says_when_it_looked_and_looks_again_with_and_without_javascript(
    person: Flagged, client: TestClient
) -> None:
    answer = client.get("/flags")
    assert re.search(r'Last looked at <span id="f-looked">\d+:\d\d:\d\d [ap]m</span>', answer.text)
    assert "flags/watch.js" in answer.text and "http-equiv" not in answer.text  # the page itself never loads again
    frame = unescape(re.search(r'<iframe[^>]* src="([^"]+)"', answer.text)[1])
    assert "frame-src 'self'" in answer.headers["content-security-policy"]
    person.house.clock.forward(timedelta(seconds=20))
    quiet = client.get(frame)
    assert "No new flag since you opened this page" in quiet.text and '<meta http-equiv="refresh"' in quiet.text
    assert "frame-ancestors 'self'" in quiet.headers["content-security-policy"]
    person.writes()
    told = client.get(frame).text
    assert "1 new flag since you opened this page" in told and 'href="/flags" target="_top"' in told
    assert "kill" not in told


def test_the_frame_sees_a_flag_raised_before_its_page_was_made_and_kept_only_afterwards(
    person: Flagged, client: TestClient
) -> None:
    person.writes()
    frame = unescape(re.search(r'<iframe[^>]* src="([^"]+)"', client.get("/flags").text)[1])
    assert "No new flag" in client.get(frame).text
    person.house.clock.forward(timedelta(minutes=-1))
    person.writes()
    person.house.clock.forward(timedelta(minutes=1))
    assert "1 new flag since you opened this page" in client.get(frame).text


def test_the_frame_tells_somebody_who_is_no_contact_any_more_so(house: House, person: Flagged) -> None:
    person.writes()
    client = browser(house)
    log_in(client, "team.demo")
    answer = client.get("/flags/watch")
    assert answer.status_code == 200 and "You can no longer see flags here" in answer.text
    assert "logged out" not in answer.text and "new flag" not in answer.text


def test_every_danger_in_a_message_is_seen_without_a_click(person: Flagged, client: TestClient) -> None:
    person.writes("I have chest pain right now and I want to die. " + "The rest is about my garden. " * 30)
    path = f"/flags/{person.flag.id}"
    for page in (client.get("/flags").text, client.get(path).text):
        assert "May be an emergency; May be at risk of self-harm or suicide" in page
        assert "Also in this message: May be at risk of self-harm or suicide" in page and "want to die" in page
    listed = client.get("/flags").text
    assert "chest pain right now and I want to die. The rest is about my garden." in listed and " …</q>" in listed
    assert "Also in this message: May be at risk of self-harm or suicide" in client.get(
        f"/clinic/appointments/{person.appointment_id}").text


def test_the_frame_says_so_when_the_login_has_ended_and_shows_nothing(house: House, person: Flagged) -> None:
    person.writes()
    answer = browser(house).get("/flags/watch")
    assert answer.status_code == 200 and "You are logged out" in answer.text and "new flag since" not in answer.text


def test_acknowledging_wants_the_token_and_a_note_that_is_not_too_long(person: Flagged, client: TestClient) -> None:
    person.writes()
    path = f"/flags/{person.flag.id}"
    assert client.post(path, data={"csrf": "wrong"}).status_code == 403
    csrf = hidden(client.get(path).text)
    answer = client.post(path, data={"csrf": csrf, "note": "x" * (LONGEST_NOTE + 1)})
    assert "2,000 characters" in client.get(answer.headers["location"]).text
    assert person.flag.acknowledged_at is None


def test_the_clinic_list_leads_to_the_flags(person: Flagged, client: TestClient) -> None:
    person.writes()
    assert 'href="/flags"' in client.get("/clinic").text
