"""Messages that come twice, or at once, through the running system."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from running import Running

from tests.restart.person import Person


def test_one_message_sent_six_times_at_once_is_kept_and_answered_once(running: Running) -> None:
    person = Person(running, "Demo Double").opens_the_link().plays(">agree")
    body = person.message("My left knee")
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: person.http.post("/api/chat/messages", json=body), range(6)))
    assert {answer.status_code for answer in answers} <= {200, 202}
    assert len({answer.json()["seq"] for answer in answers}) == 1
    person.is_answered("My left knee")
    person.nothing_is_lost_or_doubled()
    assert [ref for ref in person.answers() if ref.startswith("matters")] == ["matters:1"]


def test_two_windows_at_once_lose_and_double_nothing(running: Running) -> None:
    person = Person(running, "Demo Windows").opens_the_link().plays(">agree", "My left knee")
    bodies = [person.message(f"thing number {number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda body: person.http.post("/api/chat/messages", json=body), bodies))
    assert {answer.status_code for answer in answers} <= {200, 202}
    person.is_answered("all windows")
    place = {answer.json()["seq"]: body for answer, body in zip(answers, bodies, strict=True)}
    person.sent[-6:] = [(body["id"], body["text"]) for _, body in sorted(place.items())]  # as they arrived
    person.nothing_is_lost_or_doubled()
    kept = {words for ref, (words, _) in person.answers().items() if ref.startswith("matters")}
    assert kept == {"My left knee", *(body["text"] for body in bodies)}
