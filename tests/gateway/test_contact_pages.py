"""The page of safety contacts, and what a clinic without one cannot do, as a browser gets them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from clinic_people import PASSWORD, browser, hidden, log_in
from fastapi.testclient import TestClient
from programme_people import invite, make_clinic, open_link

from bot.bootstrap import House
from bot.services.staff_login import StaffLogin

PAGE = "/staff/contacts"
HEADER = "patient_reference,name,appointment_reference,appointment_at"


@pytest.fixture
def clinic(house: House) -> str:
    house.staff_login = StaffLogin(house.units, house.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    made = make_clinic(house, contact="", safety_contact="Dr Ito, bleep 42")
    for user, role in (("dr.demo", "clinician"), ("team.demo", "programme")):
        house.staff_login.add_staff(made, user, f"Demo {role}", role, PASSWORD)
    return made


@pytest.fixture
def client(house: House, clinic: str) -> TestClient:
    made = browser(house)
    log_in(made, "team.demo")
    return made


def post(client: TestClient, path: str = PAGE, **data: str):
    return client.post(path, data={"csrf": hidden(client.get(PAGE).text), **data})


def contacts(house: House, clinic: str) -> list[tuple[str, str, int | None]]:
    return [(one.name, one.email, one.minutes) for one in house.alerting.contacts(clinic).contacts]


def test_an_empty_list_says_what_that_means_and_whom_the_clinic_noted_before(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert "nobody can be invited" in page and "Dr Ito, bleep 42" in page and "No mail server is set up" in page


def test_contacts_are_added_moved_given_minutes_and_removed(house: House, clinic: str, client: TestClient) -> None:
    assert post(client, name="Demo Ito", email="ito@x.invalid").status_code == 303
    post(client, name="", email="", username="dr.demo", minutes="10", first="yes")
    assert contacts(house, clinic) == [("Demo clinician", "", 10), ("Demo Ito", "ito@x.invalid", None)]
    one, two = (contact.id for contact in house.alerting.contacts(clinic).contacts)
    post(client, f"{PAGE}/{two}/move", place="1")
    post(client, f"{PAGE}/{two}/minutes", minutes="20")
    post(client, f"{PAGE}/minutes", minutes="30")
    assert contacts(house, clinic)[0] == ("Demo Ito", "ito@x.invalid", 20)
    assert house.alerting.contacts(clinic).minutes == 30
    asked = post(client, f"{PAGE}/{one}/remove")
    assert asked.status_code == 200 and "Remove" in asked.text and len(contacts(house, clinic)) == 2
    assert post(client, f"{PAGE}/{one}/remove", sure="yes").headers["location"] == f"{PAGE}?done=removed"
    assert contacts(house, clinic) == [("Demo Ito", "ito@x.invalid", 20)]


def test_what_cannot_be_is_told_and_what_was_typed_stays(house: House, clinic: str, client: TestClient) -> None:
    answer = post(client, name="Demo Ito", email="<b>no</b>")
    assert answer.status_code == 422
    assert "is not an e-mail address" in answer.text and 'value="Demo Ito"' in answer.text and "<b>no" not in answer.text
    for minutes in ("2", "lots", "-5", "9" * 30, "١٥"):
        assert post(client, name="Demo Ito", email="i@x.invalid", minutes=minutes).status_code == 422, minutes
    assert contacts(house, clinic) == []


def test_the_last_contact_stays_while_somebody_can_write(house: House, clinic: str, client: TestClient) -> None:
    post(client, name="Demo Ito", email="ito@x.invalid")
    invite(house, clinic)
    (one,) = house.alerting.contacts(clinic).contacts
    answer = post(client, f"{PAGE}/{one.id}/remove", sure="yes")
    assert answer.status_code == 422 and "last safety contact" in answer.text and len(contacts(house, clinic)) == 1


def test_changes_want_the_token_and_ones_own_clinic(house: House, clinic: str, client: TestClient) -> None:
    theirs = house.alerting.contacts(make_clinic(house, "other")).contacts[0]
    assert client.post(PAGE, data={"csrf": "wrong", "name": "x", "email": "x@x.invalid"}).status_code == 403
    assert post(client, f"{PAGE}/{theirs.id}/remove").status_code == 404
    assert post(client, f"{PAGE}/{theirs.id}/remove", sure="yes").status_code == 422
    assert browser(house).get(PAGE).status_code == 303


def test_clinicians_may_change_the_list_as_well(house: House, clinic: str) -> None:
    client = browser(house)
    log_in(client)
    assert post(client, name="Demo Ito", email="ito@x.invalid").status_code == 303


def test_without_a_contact_a_list_is_refused_with_what_to_do_and_where(
    house: House, clinic: str, client: TestClient
) -> None:
    rows = f"{HEADER}\nP,Demo Alys,V,{house.clock.now() + timedelta(days=14):%Y-%m-%d} 14:30\n"
    file = {"file": ("x.csv", rows.encode(), "text/csv")}
    page = client.get("/programme/invite").text
    assert "Add a safety contact first" in page and f'href="{PAGE}"' in page
    answer = client.post("/programme/invite", data={"csrf": hidden(page)}, files=file)
    assert answer.status_code == 422 and "Add a safety contact first" in answer.text
    post(client, name="Demo Ito", email="ito@x.invalid")
    page = client.get("/programme/invite").text
    assert "Add a safety contact first" not in page
    answer = client.post("/programme/invite", data={"csrf": hidden(page)}, files=file)
    assert answer.status_code == 303


def test_without_a_contact_there_is_no_new_link_and_no_nudge(house: House, clinic: str, client: TestClient) -> None:
    invitation = invite(house, clinic)
    open_link(house, invitation)
    csrf = hidden(client.get("/programme").text)
    for path, data in ((f"/programme/people/{invitation.appointment_id}/new-link", {}),
                       ("/programme/nudge/not_finished", {"nudge_id": "0" * 32, "key": "utter_nudge_carry_on"})):
        answer = client.post(path, data={"csrf": csrf, **data})
        assert answer.status_code == 409 and "Add a safety contact first" in answer.text, path
        assert f'href="{PAGE}"' in answer.text
