"""The invented people of the benchmark: varied, but the same each time."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bench.answers import DETOURS, TYPED, Person
from bot.bootstrap import House
from bot.store import tables
from bot.supervisor.recipes import ROOT
from tests.conversations.tester import Talk, begin_talk

MOST_TURNS = 60
SCALE: dict[str, Any] = {"question": "importance:1", "buttons": []}
MATTERS: dict[str, Any] = {"question": "matters:1", "buttons": []}


def test_the_same_person_answers_the_same_questions_alike() -> None:
    one, other = Person(7), Person(7)
    assert [one.answer(SCALE) for _ in range(25)] == [other.answer(SCALE) for _ in range(25)]


def test_everybody_stops_naming_what_matters_after_a_few_things() -> None:
    person = Person(3)
    said = [person.answer(MATTERS)["text"] for _ in range(5)]
    assert "no that's all" in said
    assert said[0] != said[1]


def test_a_tap_names_its_question_and_its_button() -> None:
    asked = {"question": "doing_it", "buttons": [{"title": "Not yet", "value": "not_yet"}]}
    assert Person(1).answer(asked) == {
        "kind": "tap", "text": "Not yet", "value": "not_yet", "question": "doing_it"}


def test_everybody_takes_a_few_detours() -> None:
    person = Person(2)
    given = [person.answer(SCALE) for _ in range(25)]
    assert [one["value"] for one in given if one["kind"] == "command"] == list(DETOURS.values())


def test_everybody_has_words_for_every_question_that_wants_words() -> None:
    book = yaml.safe_load((ROOT / "bot" / "content" / "questions.yml").read_text())["questions"]
    wants_words = {key for key, one in book.items() if one["kind"] in {"words", "scale", "when"} and not one.get("aside")}
    assert wants_words - set(TYPED) - {"matters", "found_out"} == set()  # what came of it is asked in a second round


@pytest.mark.parametrize("number", range(6))
def test_everybody_comes_to_the_read_back(house: House, number: int) -> None:
    talk = begin_talk(house).opens_the_link()
    person = Person(number)
    for _ in range(MOST_TURNS):
        if talk.asking == "afterwards":
            break
        body = person.answer(_asked(talk))
        talk.plays({"tap": ">", "command": "/"}.get(body["kind"], "") + (body["value"] or body["text"]))
    assert "read_back" in talk.stored.met, talk


def _asked(talk: Talk) -> dict[str, Any]:
    """The latest message that holds a question, as the chat API gives it."""
    rows = sorted(talk.rows(tables.Outbox, conversation_id=talk.conversation_id), key=lambda row: row.seq)
    row = [one for one in rows if one.question][-1]
    return {"question": row.question, "buttons": list(row.buttons)}
