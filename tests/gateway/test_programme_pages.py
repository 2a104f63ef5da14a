"""The programme team's pages, as a browser gets them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from clinic_people import PASSWORD, browser, hidden, log_in
from fastapi.testclient import TestClient
from programme_people import invite, make_clinic, open_link
from sqlalchemy import func, select

from bot.bootstrap import House
from bot.services.staff_login import StaffLogin
from bot.store.tables import Invitation, Outbox, Patient

HEADER = "patient_reference,name,appointment_reference,appointment_at"


@pytest.fixture
def clinic(house: House) -> str:
    house.staff_login = StaffLogin(house.units, house.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    made = make_clinic(house)
    house.staff_login.add_staff(made, "team", "Demo Team", "programme", PASSWORD)
    house.staff_login.add_staff(made, "dr", "Dr Demo", "clinician", PASSWORD)
    return made


@pytest.fixture
def client(house: House, clinic: str) -> TestClient:
    made = browser(house)
    log_in(made, "team")
    made.follow_redirects = True
    return made


def count(house: House, table: type) -> int:
    with house.units.reading() as unit:
        return unit.session.execute(select(func.count()).select_from(table)).scalar_one()


def upload(client: TestClient, data: bytes, **fields: str):  # type: ignore[no-untyped-def]
    csrf = hidden(client.get("/programme/invite").text)
    return client.post("/programme/invite", data={"csrf": csrf, **fields}, files={"file": ("list.csv", data)})


def good_list(house: House, *names: str) -> bytes:
    day = f"{house.clock.now() + timedelta(days=14):%Y-%m-%d} 14:30"
    return "\n".join([HEADER, *(f"P{n},{name},A{n},{day}" for n, name in enumerate(names))]).encode()


def test_before_anybody_is_invited_the_page_says_how_to_begin(client: TestClient) -> None:
    page = client.get("/programme").text
    assert "Nobody has been invited yet" in page
    assert 'href="/programme/invite"' in page


def test_the_list_shows_names_states_and_counts(house: House, clinic: str, client: TestClient) -> None:
    invite(house, clinic, name="Demo Alys")
    open_link(house, invite(house, clinic, name="Demo Bryn"))
    page = client.get("/programme").text
    assert "Demo Alys" in page and "Demo Bryn" in page
    assert re.search(r"<strong>2</strong> Everybody", page)
    assert re.search(r"<strong>1</strong> Invited, not opened yet", page)
    assert "Demo Alys" not in client.get("/programme?state=opened").text


def test_the_list_is_searched_and_turned_by_page(house: House, clinic: str, client: TestClient) -> None:
    client_list = good_list(house, *(f"Demo {number:03}" for number in range(60)))
    house.import_invitations(clinic, client_list, "x.csv")
    assert "Page 1 of 2" in client.get("/programme").text
    assert "Page 2 of 2" in client.get("/programme?page=2").text
    assert "Page 1 of 2" in client.get("/programme?page=abc").text
    found = client.get("/programme?q=Demo+042").text
    assert "Demo 042" in found and "Demo 041" not in found
    assert "Nobody matches" in client.get("/programme?q=nobody").text


def test_another_clinics_people_are_invisible(house: House, client: TestClient) -> None:
    theirs = invite(house, make_clinic(house, slug="hilltop"), name="Theirs Demo")
    address = f"/programme/people/{theirs.appointment_id}"
    assert "Theirs Demo" not in client.get("/programme").text
    assert client.get(address).status_code == 404
    csrf = hidden(client.get("/programme/invite").text)
    assert client.post(f"{address}/revoke", data={"csrf": csrf, "sure": "yes"}).status_code == 404
    assert client.post(f"{address}/new-link", data={"csrf": csrf}).status_code == 404
    assert open_link(house, theirs)


def test_a_clinician_and_a_stranger_do_not_get_in(house: House, client: TestClient) -> None:
    stranger = browser(house)
    answer = stranger.get("/programme", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/login?next=/programme")
    log_in(stranger, "dr")
    for path in ("/programme", "/programme/links.csv", "/programme/invite", "/programme/nudge"):
        assert stranger.get(path).status_code == 403


def test_a_good_list_leads_to_links_to_download(house: House, client: TestClient) -> None:
    answer = upload(client, good_list(house, "Demo Alys", "=Demo Bryn"))
    assert "2 people invited" in answer.text
    (address,) = re.findall(r'href="(/programme/imports/[0-9a-f]+/links.csv)"', answer.text)
    links = client.get(address)
    assert links.headers["content-type"].startswith("text/csv")
    assert "'=Demo Bryn" in links.text
    token = re.search(r"/i/([A-Za-z0-9_-]+)", links.text).group(1)
    assert house.open_invitation(token)


def test_a_wrong_list_shows_every_problem_and_invites_nobody(house: House, client: TestClient) -> None:
    answer = upload(client, good_list(house, "Demo Alys") + b"\nP9,,A9,soon\nP8,<b>x</b>,A0,2020-01-01 10:00")
    assert answer.status_code == 422
    found = re.findall(r'<td class="g-(?:row|column)">(.*?)</td>', answer.text)
    cells = [re.sub("<[^>]+>", "", cell) for cell in found]
    assert cells == ["Row 3", "name", "Row 3", "appointment_at", "Row 4", "appointment_reference"]
    assert "<b>x</b>" not in answer.text
    assert count(house, Patient) == 0


def test_a_check_alone_invites_nobody(house: House, client: TestClient) -> None:
    answer = upload(client, good_list(house, "Demo Alys"), only_check="yes")
    assert "It would invite 1 person" in answer.text
    assert count(house, Patient) == 0


def test_the_same_list_again_says_that_there_is_nothing_to_do(house: House, client: TestClient) -> None:
    upload(client, good_list(house, "Demo Alys"))
    assert "all 1 person in list.csv are invited already" in upload(client, good_list(house, "Demo Alys")).text


def test_no_file_is_said_kindly(client: TestClient) -> None:
    csrf = hidden(client.get("/programme/invite").text)
    answer = client.post("/programme/invite", data={"csrf": csrf})
    assert (answer.status_code, "Choose a file first" in answer.text) == (422, True)


def test_a_list_without_the_pages_own_token_is_refused(house: House, client: TestClient) -> None:
    answer = client.post("/programme/invite", data={"csrf": "x"}, files={"file": ("a.csv", good_list(house, "Demo"))})
    assert answer.status_code == 403
    assert count(house, Patient) == 0


def test_the_example_imports_as_it_stands_and_the_template_asks_for_rows(client: TestClient) -> None:
    assert "3 people invited" in upload(client, client.get("/programme/example.csv").content).text
    assert "write one row for each person" in upload(client, client.get("/programme/template.csv").content).text


def test_a_link_is_taken_back_only_after_asking_once_more(house: House, clinic: str, client: TestClient) -> None:
    one = invite(house, clinic)
    address = f"/programme/people/{one.appointment_id}"
    page = client.get(address).text
    assert house.links.url(one.code) in page
    question = client.post(f"{address}/revoke", data={"csrf": hidden(page)})
    assert "Yes, take it back" in question.text
    with house.units.reading() as unit:
        assert unit.session.get(Invitation, one.id).revoked_at is None
    done = client.post(f"{address}/revoke", data={"csrf": hidden(page), "sure": "yes"})
    assert "The link was taken back" in done.text
    assert house.links.url(one.code) not in done.text


def test_a_new_link_is_shown_in_place_of_the_old(house: House, clinic: str, client: TestClient) -> None:
    one = invite(house, clinic)
    address = f"/programme/people/{one.appointment_id}"
    page = client.post(f"{address}/new-link", data={"csrf": hidden(client.get(address).text)}).text
    assert "Here is a new link" in page
    assert house.links.url(one.code) not in page


def test_a_nudge_is_looked_at_sent_and_not_doubled(house: House, clinic: str, client: TestClient) -> None:
    open_link(house, invite(house, clinic))
    open_link(house, invite(house, clinic, messages_stopped_at=house.clock.now()))
    page = client.get("/programme/nudge/not_finished").text
    assert "1 person will be reached" in page
    assert "1 person wrote STOP" in page
    form = {"csrf": hidden(page), "nudge_id": hidden(page, "nudge_id"), "key": "utter_nudge_carry_on"}
    for _ in range(2):
        assert "On its way to 1 person" in client.post("/programme/nudge/not_finished", data=form).text
    assert count(house, Outbox) == 1


def test_people_who_never_opened_their_link_get_no_send_button(house: House, clinic: str, client: TestClient) -> None:
    invite(house, clinic)
    page = client.get("/programme/nudge/not_opened").text
    assert "We have no way to reach people who never opened their link" in page
    assert "<button class=\"nhsuk-button\"" not in page


def test_a_group_or_wording_we_do_not_know_sends_nothing(house: House, clinic: str, client: TestClient) -> None:
    open_link(house, invite(house, clinic))
    page = client.get("/programme/nudge/not_finished").text
    assert client.get("/programme/nudge/everybody").status_code == 404
    form = {"csrf": hidden(page), "nudge_id": hidden(page, "nudge_id"), "key": "utter_welcome"}
    assert client.post("/programme/nudge/not_finished", data=form).status_code == 400
    assert count(house, Outbox) == 0


def test_an_unknown_import_or_nudge_is_not_found(client: TestClient) -> None:
    for path in ("imports/nothing", "imports/nothing/links.csv", "nudge/sent/nothing", "people/nothing"):
        assert client.get(f"/programme/{path}").status_code == 404
