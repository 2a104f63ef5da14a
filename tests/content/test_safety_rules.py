import re
import shutil
from pathlib import Path

import pytest

from bot.bootstrap import ROOT, House
from bot.config import Settings
from bot.content.load_safety import CONTENT, ContentError, load_safety
from bot.content.wording import load_wording
from bot.core.safety import check
from bot.core.safety_rules import KINDS

UK = load_safety("uk")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("safety", "helplines", "stopping"):
        shutil.copytree(CONTENT / name, tmp_path / name)
    return tmp_path


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_every_rule_names_its_author_date_and_source() -> None:
    for rule in UK.rules.rules:
        assert rule.author and rule.date and rule.source, rule.id


def test_every_kind_has_rules() -> None:
    assert {rule.kind for rule in UK.rules.rules} == set(KINDS)


def test_an_unknown_key_in_a_rule_is_refused_with_file_and_key(content: Path) -> None:
    change(content / "safety" / "uk" / "overdose.yml", "    source:", "    sauce: x\n    source:")
    with pytest.raises(ContentError, match=r"overdose\.yml.*took_too_much.*sauce"):
        load_safety("uk", content)


def test_an_unknown_key_in_a_file_is_refused_with_file_and_key(content: Path) -> None:
    change(content / "safety" / "uk" / "language.yml", "asides:", "asids:")
    with pytest.raises(ContentError, match=r"language\.yml.*asids"):
        load_safety("uk", content)


def test_a_rule_without_a_source_is_refused(content: Path) -> None:
    path = content / "safety" / "uk" / "low_mood.yml"
    path.write_text(re.sub(r"    source: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ContentError, match=r"low_mood\.yml.*lacks source"):
        load_safety("uk", content)


def test_a_pattern_that_cannot_be_read_is_refused_with_the_pattern(content: Path) -> None:
    change(content / "safety" / "uk" / "overdose.yml", "      overdose\n", "      overdose @nobody\n")
    with pytest.raises(ContentError, match="overdose @nobody"):
        load_safety("uk", content)


def test_two_rules_of_one_name_are_refused(content: Path) -> None:
    change(content / "safety" / "uk" / "overdose.yml", "id: swallowed_poison", "id: took_too_much")
    with pytest.raises(ContentError, match="took_too_much"):
        load_safety("uk", content)


def test_a_place_without_numbers_stops_the_start_and_says_what_to_do(settings: Settings) -> None:
    house = House(settings.copy(update={"place": "atlantis"}))
    with pytest.raises(ContentError, match=r"atlantis.*PARATOI_PLACE.*uk"):
        _ = house.safety


@pytest.mark.parametrize("place", ["../uk", "", "UK", "uk/.."])
def test_a_place_is_a_name_and_no_path(place: str) -> None:
    with pytest.raises(ContentError):
        load_safety(place)


WORDING = load_wording(ROOT / "data" / "responses")
KEYS = [f"utter_safety_{kind}" for kind in KINDS] + ["utter_safety_low_mood_heard"]


@pytest.mark.parametrize("key", KEYS)
def test_each_kind_has_one_fixed_answer_with_the_numbers_of_the_place(key: str) -> None:
    assert len(WORDING.variants[key]) == 1
    text = WORDING.say(key, **UK.helplines.numbers)
    assert "116 123" in text or "111" in text
    assert "?" not in text and "!" not in text and "{" not in text


@pytest.mark.parametrize("key", [key for key in KEYS if not key.endswith("_heard")])
def test_each_full_answer_says_that_nobody_watches_and_that_they_can_go_on(key: str) -> None:
    text = WORDING.say(key, **UK.helplines.numbers)
    assert "Nobody is watching this chat live" in text
    assert "you can go on when you wish" in text
    assert "999" in text


def test_a_wish_to_die_is_answered_with_every_line_for_it() -> None:
    text = WORDING.say("utter_safety_self_harm", **UK.helplines.numbers)
    for number in ("999", "111 and choose option 2", "116 123", "85258"):
        assert number in text


def test_plain_answers_to_our_own_questions_are_no_alarm() -> None:
    rules = load_safety("uk").rules
    ours = {one.text for variants in WORDING.variants.values() for one in variants if "?" in one.text}
    assert len(ours) > 100
    plain = ["yes", "no", "not really", "sometimes", "never", "my wife", "nobody", "all of them", "everything", "depends"]
    heard = [(one, answer) for one in sorted(ours) for answer in plain
             if any(finding.alert for finding in check(answer, rules, one))]
    assert heard == []


def test_answers_need_the_question_they_answer(content: Path) -> None:
    change(content / "safety" / "uk" / "overdose_in_few_words.yml", "    asked: |\n      how", "    hints: |\n      how")
    with pytest.raises(ContentError, match=r"overdose_in_few_words\.yml.*asked_how_many.*asked with answers"):
        load_safety("uk", content)


def test_children_are_given_their_own_line() -> None:
    assert "0800 1111" in WORDING.say("utter_safety_child_at_risk", **UK.helplines.numbers)


def test_suicide_beside_an_emergency_is_given_the_lines_for_it() -> None:
    (one,) = WORDING.variants["utter_safety_self_harm_too"]
    assert one.text.index("{crisis}") < one.text.index("{listening}")
    said = WORDING.say("utter_safety_self_harm_too", **UK.helplines.numbers)
    assert "111 and choose option 2" in said and "116 123" in said


def test_what_comes_before_a_repeated_text_is_one_plain_sentence() -> None:
    (one,) = WORDING.variants["utter_heard_again"]
    assert len(one.text) < 60 and "you matter" not in one.text


@pytest.mark.parametrize(("place", "number"), [
    ("uk", "0808 2000 247"), ("uk", "0808 80 10 800"), ("uk-scotland", "0800 027 1234"),
    ("uk-northern-ireland", "0808 802 1414"),
])
def test_somebody_who_is_hurt_reads_of_the_emergency_number_first_and_then_of_a_line_for_that(place: str, number: str) -> None:
    text = WORDING.say("utter_safety_harm_by_others", **load_safety(place).helplines.numbers)
    assert text.index("999") < text.index(number) and "GP" not in text and "116 123" in text


@pytest.mark.parametrize("place", ["uk", "uk-scotland", "uk-northern-ireland"])
def test_an_adult_who_is_worried_about_a_child_is_given_a_line_for_that(place: str) -> None:
    text = WORDING.say("utter_safety_child_at_risk", **load_safety(place).helplines.numbers)
    assert text.index("999") < text.index("0808 800 5000") and "GP" not in text
