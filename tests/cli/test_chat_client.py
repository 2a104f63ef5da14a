from __future__ import annotations

import json

import httpx
import pytest

from bot.cli.chat_client import TIMES, ChatClient, ChatError, NotAccepted


class Server:
    """Answers from a list, and remembers what it was sent. An exception in the list is raised instead."""

    def __init__(self, *answers) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def bodies(self) -> list[dict]:
        return [json.loads(request.content) for request in self.requests if request.content]


def client_of(server: Server) -> ChatClient:
    http = httpx.Client(base_url="http://clinic.test", transport=httpx.MockTransport(server))
    return ChatClient(http, "/i/code", sleep=lambda _: None)


def message(seq: int, sender: str = "paratoi") -> dict:
    return {"seq": seq, "from": sender, "text": f"message {seq}"}


def accepted(*messages: dict, waiting: bool = False) -> httpx.Response:
    body = {"seq": messages[0]["seq"], "messages": list(messages), "waiting": waiting}
    return httpx.Response(202 if waiting else 200, json=body)


def history(*messages: dict, delayed: bool = False) -> httpx.Response:
    return httpx.Response(200, json={"messages": list(messages), "asking": None, "last_seq": 0, "delayed": delayed})


def problem(status: int, text: str, **headers: str) -> httpx.Response:
    return httpx.Response(status, json={"error": {"key": "x", "text": text}}, headers=headers)


def test_what_was_sent_and_its_answer_come_back_once() -> None:
    server = Server(accepted(message(1, "me"), message(2)), accepted(message(3, "me"), message(4)))
    client = client_of(server)
    assert [one["seq"] for one in client.send("text", "hello")] == [1, 2]
    assert [one["seq"] for one in client.send("text", "again")] == [3, 4]


def test_the_same_id_goes_with_every_try_so_that_nothing_is_said_twice() -> None:
    server = Server(httpx.ConnectError("gone"), httpx.ReadTimeout("slow"), accepted(message(1, "me"), message(2)))
    client_of(server).send("text", "hello")
    ids = {body["id"] for body in server.bodies()}
    assert len(server.requests) == 3
    assert len(ids) == 1


def test_an_answer_that_comes_later_is_waited_for() -> None:
    server = Server(
        accepted(message(1, "me"), waiting=True),
        history(message(1, "me"), message(2), delayed=True),
        history(message(1, "me"), message(2), message(3)),
    )
    assert [one["seq"] for one in client_of(server).send("text", "hello")] == [1, 2, 3]


def test_what_another_tab_said_in_between_is_fetched() -> None:
    between = [message(seq) for seq in (3, 4, 5, 6)]
    server = Server(accepted(message(1, "me"), message(2)), accepted(message(5, "me"), message(6)), history(*between))
    client = client_of(server)
    client.send("text", "one")
    assert [one["seq"] for one in client.send("text", "two")] == [3, 4, 5, 6]


def test_too_many_messages_wait_as_long_as_they_are_told_and_go_on() -> None:
    server = Server(problem(429, "slowly", **{"retry-after": "7"}), accepted(message(1, "me"), message(2)))
    waited = []
    client = client_of(server)
    client.sleep = waited.append
    client.send("text", "hello")
    assert waited == [7.0]


@pytest.mark.parametrize("status", [413, 422, 503])
def test_a_message_that_is_not_taken_is_reported_in_the_servers_words(status) -> None:
    with pytest.raises(NotAccepted, match="I could not save that"):
        client_of(Server(problem(status, "I could not save that."))).send("text", "hello")


def test_a_cookie_that_ran_out_is_exchanged_again_for_the_link() -> None:
    opened = httpx.Response(303, headers={"location": "/chat"})
    server = Server(problem(401, "open again"), opened, accepted(message(1, "me"), message(2)))
    client_of(server).send("text", "hello")
    assert [request.url.path for request in server.requests] == ["/api/chat/messages", "/i/code", "/api/chat/messages"]


@pytest.mark.parametrize(("status", "words"), [(404, "not known"), (410, "not open any more"), (500, "500")])
def test_a_link_that_does_not_open_says_why(status, words) -> None:
    with pytest.raises(ChatError, match=words):
        client_of(Server(httpx.Response(status))).open()


def test_an_address_where_nothing_answers_says_how_to_start_it() -> None:
    server = Server(*[httpx.ConnectError("refused")] * TIMES)
    with pytest.raises(ChatError, match="paratoi run"):
        client_of(server).open()


@pytest.mark.parametrize("link", ["", "code", "http://localhost:8080/", "ftp://x/i/code"])
def test_something_that_is_no_link_is_said_to_be_none(link) -> None:
    with pytest.raises(ChatError, match="not an invitation link"):
        ChatClient.for_link(link)
