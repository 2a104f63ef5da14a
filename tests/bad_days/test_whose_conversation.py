"""Links and cookies that do not open, and what belongs to somebody else."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from running import Running

from bot.core.invitation import InvitationState
from bot.gateway.patient_guard import COOKIE
from bot.store import tables
from tests.restart.person import Person

PATHS = [("GET", "/api/chat/history"), ("GET", "/api/chat/stream"), ("POST", "/api/chat/messages")]


def page(running: Running, link: str) -> httpx.Response:
    return httpx.get(link, headers={"accept": "text/html"}, trust_env=False)


def shut_out(http: httpx.Client) -> None:
    """No door opens: neither reading, nor following, nor sending."""
    for method, path in PATHS:
        body = {"id": "x", "kind": "text", "text": "My left knee", "question": None, "value": None}
        answer = http.request(method, path, json=body if method == "POST" else None)
        assert (answer.status_code, answer.json()["error"]["key"]) == (401, "closed"), path
    assert http.get("/chat").status_code == 401


def test_a_link_we_never_made_or_that_was_changed_does_not_open(running: Running) -> None:
    good = running.invite("Demo Tampered")
    base, _, token = good.rpartition("/")
    code, signature = token[:22], token[22:]
    another = "c" if token[0] == "b" else "b"
    for other in ("a" * len(token), token[:-1], code + signature.swapcase(), another + token[1:], token + "A", code, "%00",
                  "..%2f..%2fchat", "é", "x" * 5000):
        answer = page(running, f"{base}/{other}")
        assert answer.status_code == 404, other
        assert "set-cookie" not in answer.headers
        assert "Traceback" not in answer.text
    assert page(running, good).status_code == 303


def test_a_link_taken_back_closes_the_open_page_at_once(running: Running) -> None:
    person = Person(running, "Demo Revoked").opens_the_link().plays(">agree")
    running.house.invited_people.revoke(
        running.clinic_id, running.house.invited_people.find(running.clinic_id, person.reference).appointment_id)
    shut_out(person.http)
    answer = page(running, person.link)
    assert answer.status_code == 410
    assert "01632 960 003" in answer.text  # the clinic's number, so that one can ask
    assert len([row for row in person.rows(tables.Inbox) if row.kind == "text"]) == 0


def test_a_link_whose_time_is_over_does_not_open_and_its_cookie_ends_with_it(running: Running) -> None:
    person = Person(running, "Demo Expired").opens_the_link()
    with running.house.units.work() as unit:
        invitation = _invitation(unit, person)
        invitation.expires_at = running.house.clock.now() - timedelta(seconds=1)
        unit.session.query(tables.WebSession).filter_by(invitation_id=invitation.id).update(
            {"expires_at": invitation.expires_at})
    shut_out(person.http)
    assert page(running, person.link).status_code == 410


def test_a_made_up_or_changed_cookie_opens_nothing(running: Running) -> None:
    person = Person(running, "Demo Cookie").opens_the_link()
    right = person.http.cookies[COOKIE]
    for wrong in ("", "made-up", right[:-1], right.swapcase(), right + "A", person.conversation_id, "x" * 4000):
        with httpx.Client(base_url=running.url, cookies={COOKIE: wrong}, trust_env=False) as http:
            shut_out(http)


def test_a_cookie_opens_its_own_conversation_and_no_other(running: Running) -> None:
    mine = Person(running, "Demo Mine").opens_the_link().plays(">agree", "only my own umbrella stand")
    other = Person(running, "Demo Other").opens_the_link().plays(">agree")
    told = other.history()
    assert "umbrella" not in str(told) and "Demo Mine" not in str(told)
    # Nothing in a request names a conversation; what is sent with another's cookie is the other's.
    for name in ("conversation", "conversation_id", "sender", "sender_id"):
        page = other.http.get(f"/api/chat/history?{name}={mine.conversation_id}")
        assert page.json()["messages"] == told
    other.plays("something of mine")
    assert "something of mine" not in str(mine.history())
    assert mine.answers()["matters:1"][0] == "only my own umbrella stand"


@pytest.mark.parametrize("secret", [None, "", "wrong", "é".encode()])
def test_nobody_without_the_secret_speaks_to_rasa(running: Running, secret: str | bytes | None) -> None:
    person = Person(running, "Demo Secret").opens_the_link()
    settings = running.system.settings
    body = {"conversation": person.conversation_id, "inbox_id": "x", "kind": "text", "text": "hello", "value": None}
    headers = {} if secret is None else {"x-paratoi-secret": secret}
    answer = httpx.post(f"{settings.rasa_url}/webhooks/paratoi/turn", json=body, headers=headers, trust_env=False)
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/webhooks/rest/webhook", "/conversations/x/tracker", "/conversations/x/messages",
                                  "/model/parse", "/conversations/x/trigger_intent"])
def test_rasa_has_no_other_door(running: Running, path: str) -> None:
    answer = httpx.post(running.system.settings.rasa_url + path, json={"sender": "x", "message": "hi"}, trust_env=False)
    assert answer.status_code in {404, 405}


def _invitation(unit, person: Person) -> InvitationState:  # type: ignore[no-untyped-def]
    return (unit.session.query(tables.Invitation)
            .join(tables.Appointment, tables.Appointment.id == tables.Invitation.appointment_id)
            .filter(tables.Appointment.reference == person.reference).one())
