"""What the chat API does not take, it refuses in kind words and keeps nothing of."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from bot.bootstrap import House
from bot.store.tables import Inbox

SEND = "/api/chat/messages"


def message(number: int = 1, text: str = "My left knee", **other: object) -> dict[str, object]:
    return {"id": f"m{number}", "kind": "text", "text": text, "question": None, "value": None, **other}


def refused(answer, status: int, key: str, house: House) -> None:  # type: ignore[no-untyped-def]
    """It says what to do in our own words, and nothing of how it failed."""
    assert answer.status_code == status, answer.text
    assert answer.json() == {"error": {"key": key, "text": house.wording.say(f"utter_problem_{key}")}}


@pytest.mark.parametrize("body", [
    b"", b"{", b"not json", b"[]", b"null", b"7", b'"text"', b"\xff\xfe", b"[" * 30_000, b"{}",
    json.dumps(message(id="")).encode(), json.dumps(message(id=None)).encode(), json.dumps(message(id=7)).encode(),
    json.dumps(message(id="x" * 81)).encode(), json.dumps(message(id="\x00")).encode(),
    json.dumps(message(id="\ud800")).encode(), json.dumps(message(question="\ud800")).encode(),
    json.dumps(message(question="x" * 81)).encode(), json.dumps(message(kind="begin")).encode(),
    json.dumps(message(kind="check_in")).encode(), json.dumps(message(kind=None)).encode(),
    json.dumps(message(text=["My left knee"])).encode(), json.dumps(message(kind="tap", value="\ud800")).encode(),
    json.dumps(message(kind="tap", value="")).encode(), json.dumps(message(kind="tap", value="x" * 201)).encode(),
    json.dumps(message(kind="command", value="restart")).encode(),
])
def test_what_no_page_of_ours_sends(
    house: House, let_in: TestClient, count: Callable[[type], int], body: bytes,
) -> None:
    before = count(Inbox)
    refused(let_in.post(SEND, content=body, headers={"content-type": "application/json"}), 422, "malformed", house)
    assert count(Inbox) == before


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b", "\x00", None])
def test_an_empty_message(house: House, let_in: TestClient, count: Callable[[type], int], text: str | None) -> None:
    before = count(Inbox)
    refused(let_in.post(SEND, json=message(text=text)), 422, "empty", house)
    assert count(Inbox) == before


@pytest.mark.parametrize("text", ["x" * 10_001, "x" * 1_000_000])
def test_too_much_at_once(house: House, let_in: TestClient, count: Callable[[type], int], text: str) -> None:
    before = count(Inbox)
    refused(let_in.post(SEND, json=message(text=text)), 413, "too_long", house)
    assert count(Inbox) == before


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_form_of_another_site_is_no_message(
    house: House, let_in: TestClient, count: Callable[[type], int], kind: str,
) -> None:
    before = count(Inbox)
    answer = let_in.post(SEND, content=b"id=m1&kind=text&text=My+left+knee", headers={"content-type": kind})
    refused(answer, 422, "malformed", house)
    assert count(Inbox) == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_from_another_site(house: House, let_in: TestClient, count: Callable[[type], int], site: str) -> None:
    before = count(Inbox)
    refused(let_in.post(SEND, json=message(), headers={"sec-fetch-site": site}), 403, "malformed", house)
    assert count(Inbox) == before


@pytest.mark.parametrize("after", ["-1", "9" * 30, "abc", "1.5", ""])
def test_a_number_that_is_no_place_in_the_conversation(let_in: TestClient, after: str) -> None:
    answer = let_in.get(f"/api/chat/history?after={after}")
    assert answer.status_code == 422
    assert "Traceback" not in answer.text


def test_more_than_anybody_types_waits_a_moment_and_keeps_nothing(
    house: House, let_in: TestClient, count: Callable[[type], int], monkeypatch: pytest.MonkeyPatch,
) -> None:
    # However long the machine takes for them, all of these come at the same moment.
    monkeypatch.setattr("limits.storage.memory.time", SimpleNamespace(time=lambda: 1_000_000.0))
    before = count(Inbox)
    burst = house.settings.burst
    answers = [let_in.post(SEND, json=message(number)) for number in range(burst + 3)]
    assert [answer.status_code for answer in answers[:burst]] == [200] * burst
    for answer in answers[burst:]:
        refused(answer, 429, "too_many", house)
        assert 1 <= int(answer.headers["retry-after"]) <= 10
    assert count(Inbox) == before + burst
