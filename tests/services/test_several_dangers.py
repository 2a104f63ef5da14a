"""A message that speaks of several dangers is answered for each, within a conversation and outside one."""

import re
from itertools import combinations, permutations

import pytest

from bot.bootstrap import House
from bot.content.load_safety import load_safety
from bot.core.safety_rules import KINDS
from bot.services.raise_flag import texts_for
from tests.services.test_raise_flag import Talk, talk

__all__ = ["talk"]
TOLD = {
    "emergency": "I have chest pain right now.", "overdose": "I took too many tablets.", "self_harm": "I want to die.",
    "child_at_risk": "Their stepdad hits the children.", "harm_by_others": "My husband hits me.", "low_mood": "I feel so low.",
}
NEEDS = {  # the lines of the place that a person with each danger has to read
    "emergency": ("emergency",), "overdose": ("emergency", "listening"),
    "self_harm": ("emergency", "crisis", "listening", "text_line"),
    "child_at_risk": ("emergency", "children", "child_worry"), "harm_by_others": ("emergency", "abuse", "listening"),
    "low_mood": ("listening",),
}
ALSO_SAYS = {"overdose": "packet", "harm_by_others": "fault", "child_at_risk": "child"}
pairs = pytest.mark.parametrize("told", list(permutations(KINDS, 2)), ids="+".join)


def check_answer(said: str, kinds: tuple[str, str], numbers: dict[str, str]) -> None:
    for kind in kinds:
        for line in NEEDS[kind]:
            assert numbers[line] in said, (kind, line)
        assert ALSO_SAYS.get(kind, "") in said
    sentences = [one.strip() for one in re.split(r"(?<=[.:])\s+", said)]
    assert len(sentences) == len(set(sentences))
    assert said.index("Nobody is watching") < 200 and said.count("Nobody is watching") == 1


@pairs
def test_both_dangers_are_answered_in_a_conversation(talk: Talk, told: tuple[str, str]) -> None:
    _, raised = talk.hears(" ".join(TOLD[kind] for kind in told))
    assert set(raised.flag.kinds) == set(told) and raised.interrupts
    said = [talk.house.wording.say(say.key, **say.words) for say in raised.says]
    check_answer("\n\n".join(said), told, talk.house.safety.helplines.numbers)
    first = min(told, key=KINDS.index)
    assert raised.says[0].key == f"utter_safety_{first}" and len(said) <= 2
    assert all(len(one) < 260 for one in said[1:])


@pairs
def test_both_dangers_are_answered_where_there_is_no_conversation(house: House, told: tuple[str, str]) -> None:
    said = house.safety_answer(" ".join(TOLD[kind] for kind in told))
    check_answer(said, told, house.safety.helplines.numbers)


@pytest.mark.parametrize("place", ["uk", "uk-scotland", "uk-northern-ireland"])
def test_every_set_of_dangers_is_answered_with_the_lines_of_the_place(house: House, place: str) -> None:
    numbers = load_safety(place).helplines.numbers
    for many in range(2, len(KINDS) + 1):
        for kinds in combinations(KINDS, many):
            check_answer("\n".join(house.wording.say(key, **numbers) for key in texts_for(kinds)), kinds, numbers)


def test_one_danger_found_by_two_rules_is_answered_once(house: House) -> None:
    said = house.safety_answer("I want to die and I keep cutting myself on purpose. I am suicidal")
    assert said == house.wording.say("utter_safety_self_harm", **house.safety.helplines.numbers)


def test_a_low_mood_alone_is_no_danger_outside_a_conversation(house: House) -> None:
    assert house.safety_answer(TOLD["low_mood"]) is None
