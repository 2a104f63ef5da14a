"""A database that is full or cannot be written: nothing half-kept, kind words, and all well again afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from disk import fill_up, make_read_only
from fastapi.testclient import TestClient
from sqlalchemy import event

from bot.bootstrap import House
from bot.store.tables import Inbox, Invitation, Outbox, Turn

SEND = "/api/chat/messages"
LONG = "My left knee " * 700  # enough to need a new page of the database
bad_disk = pytest.mark.parametrize("break_disk", [fill_up, make_read_only])


def message(number: int, text: str = LONG) -> dict[str, object]:
    return {"id": f"m{number}", "kind": "text", "text": text, "question": None, "value": None}


def mend(house: House) -> None:
    """The disk has room, and may be written, again."""

    def as_before(connection, _record) -> None:  # type: ignore[no-untyped-def]
        connection.execute("PRAGMA query_only=OFF")
        connection.execute("PRAGMA max_page_count=1073741823")

    event.listen(house.units.database.engine, "connect", as_before)
    house.units.database.engine.dispose()


@bad_disk
def test_a_message_that_cannot_be_kept_is_given_back_and_can_be_sent_again(
    house: House, let_in: TestClient, count: Callable[[type], int], break_disk: Callable[[House], None],
) -> None:
    let_in.post(SEND, json={"id": "yes", "kind": "tap", "text": "Yes", "question": "consent", "value": "agree"})
    before = [count(table) for table in (Inbox, Outbox, Turn)]
    break_disk(house)
    for _ in range(2):
        answer = let_in.post(SEND, json=message(1))
        assert answer.status_code == 503
        said = house.wording.say("utter_problem_not_saved")
        assert answer.json() == {"error": {"key": "not_saved", "text": said}}
    assert [count(table) for table in (Inbox, Outbox, Turn)] == before
    mend(house)
    answer = let_in.post(SEND, json=message(1))
    assert (answer.status_code, answer.json()["waiting"]) == (200, False)
    assert answer.json()["messages"][0]["text"] == LONG.strip()
    assert count(Inbox) == before[0] + 1


@bad_disk
def test_what_was_said_can_still_be_read(
    house: House, let_in: TestClient, break_disk: Callable[[House], None],
) -> None:
    let_in.post(SEND, json={"id": "yes", "kind": "tap", "text": "Yes", "question": "consent", "value": "agree"})
    break_disk(house)
    page = let_in.get("/api/chat/history")
    assert page.status_code == 200
    assert "Yes" in [one["text"] for one in page.json()["messages"]]


def test_a_link_that_cannot_be_opened_for_want_of_room_is_not_half_open(
    house: House, app: TestClient, link: str, count: Callable[[type], int],
) -> None:
    make_read_only(house)
    answer = app.get(link)
    assert answer.status_code == 503
    assert "Traceback" not in answer.text and "sqlite" not in answer.text.lower()
    assert "set-cookie" not in answer.headers
    with house.units.reading() as unit:
        assert unit.session.query(Invitation.opened_at).scalar() is None
    assert count(Inbox) == 0
    mend(house)
    assert app.get(link).status_code == 303
    assert count(Inbox) == 1
