"""What the page and the text leave out because it says nothing new; the JSON keeps every word."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from clinic_people import a_full_sheet, a_sheet, said
from sheet_records import AT, CHECK_IN, a_record, as_read, render

from bot.bootstrap import House
from bot.core.sheet import Beside, RankedItem, Said, Sheet
from bot.core.strict import to_plain
from bot.summary import words
from bot.summary.more_to_say import says_more_than, says_more_than_the_ending

READ = pytest.mark.parametrize("format", ["text", "html"])
DAYS = Path(__file__).parents[2] / "bot" / "gateway" / "templates" / "clinician" / "days.html"


def read_of(sheet: Sheet, format: str, tmp_path: Path, **other: object) -> str:
    return as_read(render(a_record(sheet=sheet, **other), format, tmp_path), format)


@pytest.mark.parametrize("said_by_them", ["skip", "no", "No, that is all", "None of these", "not sure", "No, not now"])
def test_up_to_four_words_only_say_that_they_left_the_question(said_by_them: str) -> None:
    assert not says_more_than_the_ending(said_by_them)


@pytest.mark.parametrize("said_by_them", [
    "no, I would rather tell the doctor", "not sure, my daughter knows that", "我不想谈这个因为我的女儿会和医生谈这件事情",
])
def test_more_than_that_is_worth_reading(said_by_them: str) -> None:
    assert says_more_than_the_ending(said_by_them)


@pytest.mark.parametrize(("said_by_them", "shown"), [
    ("5", "5 of 10"), ("five", "5 of 10"), ("It’s a 5 out of 10", "5 of 10"), ("ten!", "10 of 10"),
    ("nought", "0 of 10"), ("I would say 5", "5 of 10"), ("Partly", "Partly"), ("", "5 of 10"),
    ("In the next month", words.STAGES["preparation"]), ("I used to, but I stopped", "Did it before and stopped used_to"),
])
def test_words_that_only_repeat_the_value_are_noise(said_by_them: str, shown: str) -> None:
    assert not says_more_than(said_by_them, shown)


@pytest.mark.parametrize(("said_by_them", "shown"), [
    ("about 5", "5 of 10"), ("5, on a bad day", "5 of 10"), ("5 or 6", "5 of 10"), ("not 5", "5 of 10"),
    ("fünf", "5 of 10"), ("Partly, it rained", "Partly"),
])
def test_one_word_beyond_the_value_keeps_them_all(said_by_them: str, shown: str) -> None:
    assert says_more_than(said_by_them, shown)


@pytest.mark.parametrize("theirs", [
    "Can I come off the statins?", "My tablets make me sick", "I'm worried about my heart", "I'd like a scan of my hip",
    "My hip is worse since May and I only get to the end of the road now. I am afraid of a new one. Will I need it?",
])
def test_nothing_of_ours_stands_beside_what_matters_to_them(theirs: str, house: House) -> None:
    """As the house joins the formats, with all the words it has: no label for what we take it for; ADR 24 says why."""
    record = a_record(sheet=a_sheet(AT, priorities=(RankedItem(1, said(theirs), None),), other_items=(said(theirs),)))
    page, text = (house.sheet_formats.render(record, format) for format in ("html", "text"))
    (first,) = re.findall(r'<ol class="s-priorities">(.*?)</ol>', page, re.S)
    (other,) = re.findall(r'<h2 id="s-others">Also on my mind</h2>(.*?)</section>', page, re.S)
    assert as_read(first, "html") == f"1 {theirs}" and as_read(other, "html") == theirs
    item = json.loads(house.sheet_formats.render(record, "json"))["shared"]["priorities"][0]["item"]
    assert {key for key, value in item.items() if value} == {"state", "words", "by"}
    after = as_read(text, "text").partition(words.PARTS["priorities"].upper())[2].strip()
    assert after.startswith(f"1. {theirs} {words.PARTS['other_items'].upper()} - {theirs} {words.PARTS['questions'].upper()}")


@READ
@pytest.mark.parametrize(("state", "short"), [
    ("skipped", "skip this one"), ("not_sure", "dunno really"), ("no", "nope, thanks"),
])
def test_a_bare_ending_is_told_once(state: str, short: str, format: str, tmp_path: Path) -> None:
    sheet = a_sheet(AT, hope=Said(state, short, None, "patient"), support=Said(state, short, None, "patient"))
    read = read_of(sheet, format, tmp_path)
    assert words.NOTES[state] in read and f"{words.QUIET[state]}: who supports me." in read
    assert short not in read
    assert short in read_of(sheet, "json", tmp_path)


@READ
def test_a_number_in_words_stands_there_once(format: str, tmp_path: Path) -> None:
    score, more = said("seven", 7), said("seven, on most days", 7)
    both = (RankedItem(1, said("my knee"), score), RankedItem(2, said("my sleep"), more))
    read = read_of(a_sheet(AT, priorities=both), format, tmp_path)
    assert read.count("7 of 10") == 2 and read.count("seven") == 1 and "seven, on most days" in read
    kept = json.loads(render(a_record(sheet=a_sheet(AT, priorities=both)), "json", tmp_path))
    assert [one["importance"]["words"] for one in kept["shared"]["priorities"]] == ["seven", "seven, on most days"]


@READ
@pytest.mark.parametrize(("answer", "said_by_them", "told"), [
    ("partly", "Partly", False), ("done", "I did it", False), ("changed_mind", "I changed my mind", False),
    ("not_yet", "Not yet", False), ("skipped", "skip", False), ("partly", "Partly, my knee hurt", True),
    ("not_sure", "not sure", False),
])
def test_a_check_in_answered_with_its_button_needs_no_words(
    answer: str, said_by_them: str, told: bool, format: str, tmp_path: Path
) -> None:
    check_in = replace(CHECK_IN, answer=answer, words=said_by_them)
    made = render(a_record(sheet=a_sheet(AT), check_ins=(check_in,), flags=()), format, tmp_path)
    assert words.CHECK_IN_ANSWERS[answer] in as_read(made, format)
    assert (f"Said: {said_by_them}" in made if format == "text" else f'dir="auto">{said_by_them}<' in made) is told


@READ
def test_no_questions_is_said_as_that_and_only_once(format: str, tmp_path: Path) -> None:
    read = read_of(a_sheet(AT, questions=(said("No, that is all", state="no"),)), format, tmp_path)
    assert f"{words.PARTS['questions']} No questions".casefold() in read.casefold()
    assert "No, that is all" not in read and "my questions." not in read
    more = read_of(a_sheet(AT, questions=(said("no, my wife has asked them all", state="no"),)), format, tmp_path)
    assert "No questions" in more and "no, my wife has asked them all" in more


@READ
def test_a_step_that_stays_as_it_is_takes_no_line_of_its_own(format: str, tmp_path: Path) -> None:
    full = a_full_sheet(AT)
    assert "Smaller step" in read_of(full, format, tmp_path)
    kept = replace(full, change=replace(full.change, smaller_step=said("no, leave it as it is", state="no")))
    read = read_of(kept, format, tmp_path)
    assert "Smaller step" not in read and "leave it as it is" not in read and full.change.first_step.words[:20] in read


def all_by(giver: str, value: object) -> object:
    if isinstance(value, dict):
        return {key: giver if key == "by" else all_by(giver, part) for key, part in value.items()}
    return [all_by(giver, part) for part in value] if isinstance(value, list) else value


@READ
def test_when_a_helper_answered_everything_it_is_said_once_at_the_top(format: str, tmp_path: Path) -> None:
    sheet = Sheet.from_dict(all_by("helper", to_plain(a_full_sheet(AT, helper_role="family", beside=()))))
    read = read_of(sheet, format, tmp_path)
    assert read.count("in the words of a relative or friend") == read.count("All in the words of a relative or friend.") == 1
    assert read.index("All in the words of") < read.casefold().index("why i think i am coming")
    unnamed = replace(sheet, helper_role=None)
    assert "All in the helper's words." in read_of(unnamed, format, tmp_path)


@READ
def test_when_both_wrote_each_of_the_helpers_lines_says_so(format: str, tmp_path: Path) -> None:
    label = "in the words of a relative or friend"
    whole = a_full_sheet(AT, helper_role="family", beside=(), questions=())
    assert label not in read_of(whole, format, tmp_path)
    for part in ("why_coming", "hope", "card", "helps", "role", "access", "days"):
        one = replace(whole, **{part: replace(getattr(whole, part), by="helper")})
        assert read_of(one, format, tmp_path).count(label) == 1, part
    for part in ("topic", "stage", "used_to", "importance", "confidence_from", "first_step", "check_in", "hope"):
        change = replace(whole.change, **{part: replace(getattr(whole.change, part), by="helper")})
        assert read_of(replace(whole, change=change), format, tmp_path).count(label) == 1, part
    unknown = replace(whole, why_coming=said("not sure, she never told me", state="not_sure", by="helper"))
    assert read_of(unknown, format, tmp_path).count(label) == 1
    assert "All in the words" not in read_of(unknown, format, tmp_path)


@READ
def test_what_a_helper_put_beside_the_stage_and_the_check_in_is_not_lost(format: str, tmp_path: Path) -> None:
    beside = tuple(Beside(about, said(f"theirs on {about}", by="helper"))
                   for about in ("thinking_of_it", "check_in", "why_coming", "used_to"))
    unknown = said("no idea", state="not_sure")
    read = read_of(a_full_sheet(AT, why_coming=unknown, beside=beside), format, tmp_path)
    assert [one.said.words for one in beside if one.said.words not in read] == []


def test_the_list_and_the_sheet_name_the_kinds_of_appointment_alike() -> None:
    listed = DAYS.read_text(encoding="utf-8")
    named = (kind for kind in words.TYPES if words.type_of(kind) != kind.replace("_", " ").capitalize())
    assert [kind for kind in named if f'"{kind}": "{words.TYPES[kind]}"' not in listed] == []
