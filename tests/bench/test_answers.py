"""The invented people of the benchmark: varied, but the same each time."""

from __future__ import annotations

from typing import Any

from bench.answers import DETOURS, Person

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
