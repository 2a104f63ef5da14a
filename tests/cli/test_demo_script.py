from __future__ import annotations

import pytest
import yaml

from bot.cli.demo.script import FILE, ScriptError, load_script
from bot.core.answers import key_of
from bot.core.hearing import COMMANDS
from bot.supervisor.recipes import ROOT


def test_eight_invented_people_live_in_the_demo_and_the_first_is_left_to_the_visitor() -> None:
    script = load_script()
    assert len(script.people) == 8
    assert not script.people[0].opens
    assert script.clinic.demo
    assert "(demo)" in script.clinic.name
    assert all(person.reference.startswith("DEMO-") for person in script.people)


def test_every_question_they_answer_is_one_that_is_asked() -> None:
    asked = yaml.safe_load((ROOT / "bot" / "content" / "questions.yml").read_text())["questions"]
    for person in load_script().people:
        unknown = {key_of(ref) for ref in (*person.answers, person.until)} - set(asked)
        assert unknown == set(), person.reference


def test_what_they_tap_is_a_choice_of_that_question() -> None:
    asked = yaml.safe_load((ROOT / "bot" / "content" / "questions.yml").read_text())["questions"]
    for person in load_script().people:
        for key, entries in person.answers.items():
            taps = {said.value for tries in entries for said in tries if said.value and asked[key]["kind"] != "ranking"}
            ends = {"no"} if asked[key].get("repeats") else set()
            assert taps <= {*asked[key].get("choices", ()), *ends}, (person.reference, key)


def test_every_command_they_give_is_one() -> None:
    given = {said.command for person in load_script().people for entries in person.answers.values()
             for tries in entries for said in tries if said.command}
    assert given == {"skip", "swap"}
    assert given <= COMMANDS


def test_a_question_put_again_is_answered_with_the_next_try_and_then_not_at_all() -> None:
    person = load_script().people[7]
    assert "dead" in person.answer("matters:2", 0).text
    assert person.answer("matters:2", 1).text == "I do not sleep much"
    assert person.answer("matters:2", 2) is None
    assert person.answer("matters:9", 0) is None


def test_a_part_that_is_not_known_stops_the_demo_and_is_named(tmp_path) -> None:
    raw = yaml.safe_load(FILE.read_text())
    raw["people"][1]["colour"] = "red"
    path = tmp_path / "demo.yml"
    path.write_text(yaml.safe_dump(raw))
    with pytest.raises(ScriptError, match="DEMO-2: colour"):
        load_script(path)


def test_what_nobody_can_do_stops_the_demo_and_is_named(tmp_path) -> None:
    raw = yaml.safe_load(FILE.read_text())
    raw["people"][1]["answers"]["consent"] = [{"shout": "yes"}]
    path = tmp_path / "demo.yml"
    path.write_text(yaml.safe_dump(raw))
    with pytest.raises(ScriptError, match="DEMO-2: shout"):
        load_script(path)
