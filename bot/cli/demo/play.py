"""Plays one person's part through the chat API, from wherever their conversation stands."""

from __future__ import annotations

import time
from collections import Counter

from bot.cli.chat_client import ChatClient, Message
from bot.cli.demo.script import MOST_TURNS, Person, Said

FIRST_WORDS_WITHIN = 60.0  # seconds
CHECK_IN_WITHIN = 60.0


class StuckError(RuntimeError):
    """The conversation did not go as the script expects; the message says with whom and where."""


def prepare(client: ChatClient, person: Person) -> None:
    """Answer until the question they leave open. Safe to repeat: what is done already is not done again.

    Raises: StuckError; bot.cli.chat_client.ChatError when the chat API cannot be used.
    """
    client.open()
    asked = _wait_for_question(client, person)
    put = Counter()
    for _ in range(person.turns):
        ref = asked["question"]
        if person.stops_at(ref):
            return
        answers = send(client, asked, person.answer(ref, put[ref]), ref)
        put[ref] += 1
        # After an answer to a message that may mean danger, the question from before still waits.
        asked = question_in(answers) or asked
    if person.turns == MOST_TURNS:
        raise StuckError(f"{person.reference} came to no end; the last question is {asked['question']}")


def answer_check_in(client: ChatClient, person: Person) -> None:
    """Wait until they are asked how it went, and answer. ``client`` has opened the link before."""
    until = time.monotonic() + CHECK_IN_WITHIN
    while time.monotonic() < until:
        history = client.all_said()
        asked = next((one for one in reversed(history) if (one.get("question") or "").startswith("check_in_res")), None)
        if asked:
            send(client, asked, person.check_in, asked["question"])
            return
        client.sleep(0.3)
    raise StuckError(f"{person.reference} was not asked how it went")


def _wait_for_question(client: ChatClient, person: Person) -> Message:
    """The question that waits for an answer now."""
    until = time.monotonic() + FIRST_WORDS_WITHIN
    while time.monotonic() < until:
        asked = question_in(client.all_said())
        if asked:
            return asked
        client.sleep(0.2)
    raise StuckError(f"{person.reference} was not asked anything")


def question_in(messages: list[Message]) -> Message | None:
    """The last question among ``messages``; None without one."""
    return next((one for one in reversed(messages) if one["from"] == "paratoi" and one.get("question")), None)


def send(client: ChatClient, asked: Message, said: Said | None, ref: str) -> list[Message]:
    """Say or tap ``said`` in answer to ``asked``; None means no where there is a button for it, else a skip.

    Raises: StuckError when there is no such quick reply.
    """
    titles = {button["value"]: button["title"] for button in asked["buttons"]}
    if said is None:
        said = Said(value="no") if "no" in titles else None
    if said is None:
        return client.send("command", "skip", "skip", ref)
    if said.command is not None:
        return client.send("command", said.command, said.command, ref)
    if said.value is None and said.pick is None:
        return client.send("text", said.text, None, ref)
    if asked.get("scale"):
        return client.send("tap", said.value, said.value, ref)
    value = next((one for one, title in titles.items() if one == said.value or (said.pick and said.pick in title)), None)
    if value is None:
        raise StuckError(f"{ref} has no quick reply {said.value or said.pick!r}")
    return client.send("tap", titles[value], value, ref)
