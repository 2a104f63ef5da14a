"""A place has every helpline the safety texts name, or nothing starts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.bootstrap import ROOT, House
from bot.config import Settings
from bot.content.errors import ContentError
from bot.content.load_helplines import load_helplines, needed
from bot.content.load_safety import CONTENT, load_safety
from bot.content.places import country_of
from bot.content.wording import load_wording
from bot.gateway.app import create_app
from bot.nlu.times.bank_holidays import bank_holidays

UK = CONTENT / "helplines" / "uk.yml"
NUMBERS = {
    "emergency": ("999", "999"), "urgent": ("111", "111"), "crisis": ("111", "111 and choose option 2"),
    "listening": ("116 123", "Samaritans on 116 123"), "text_line": ("85258", "SHOUT to 85258"),
    "children": ("0800 1111", "Childline on 0800 1111"),
    "abuse": ("0808 2000 247",
              "the National Domestic Abuse Helpline on 0808 2000 247 (in Wales, Live Fear Free on 0808 80 10 800)"),
    "child_worry": ("0808 800 5000", "the NSPCC on 0808 800 5000"),
}


@pytest.fixture
def entries() -> dict:
    return yaml.safe_load(UK.read_text(encoding="utf-8"))["helplines"]


def loaded(tmp_path: Path, entries: dict, texts: Path | None = None):
    path = tmp_path / "uk.yml"
    path.write_text(yaml.safe_dump({"helplines": entries}), encoding="utf-8")
    return load_helplines(path, "uk", *([texts] if texts else []))


def test_the_uk_has_all_of_them_and_nobody_has_checked_one() -> None:
    lines = load_safety("uk").helplines.lines
    wales = {"abuse_wales": ("0808 80 10 800", "Live Fear Free on 0808 80 10 800")}
    assert {key: (line.number, line.says) for key, line in lines.items()} == {**NUMBERS, **wales}
    for line in lines.values():
        assert line.name and line.for_what and line.source.count("https://") == 1
        assert (line.checked, line.is_checked) == ("", False)


@pytest.mark.parametrize("place", ["uk", "uk-scotland", "uk-northern-ireland"])
def test_every_number_that_is_said_has_an_entry_with_its_own_source(place: str) -> None:
    lines = load_safety(place).helplines.lines.values()
    said = {number for line in lines for number in re.findall(r"\d[\d ]+\d", line.says)}
    assert said <= {line.number for line in lines}


@pytest.mark.parametrize(("checked", "by"), [("2026-11-26", "Nobody yet"), ("2026-11-26", ""), ("", "Dr Demo")])
def test_a_date_without_a_name_and_a_name_without_a_date_are_refused(
    tmp_path: Path, entries: dict, checked: str, by: str
) -> None:
    entries["crisis"].update(checked=checked, checked_by=by)
    with pytest.raises(ContentError, match=r"helplines/uk\.yml: crisis says who checked it or when, and not both"):
        loaded(tmp_path, entries)
    entries["crisis"].update(checked="2026-11-26", checked_by="Dr Demo")
    assert loaded(tmp_path, entries).lines["crisis"].is_checked


SCOTLAND = {**NUMBERS, "abuse": (
    "0800 027 1234", "Scotland's Domestic Abuse and Forced Marriage Helpline on 0800 027 1234"),
            "crisis": ("111", "111 and choose mental health"),
            "low_mood": ("0800 83 85 87", "Breathing Space on 0800 83 85 87")}
NORTHERN_IRELAND = {**NUMBERS, "abuse": ("0808 802 1414", "the Domestic and Sexual Abuse Helpline on 0808 802 1414"),
                    "urgent": ("by area", "the GP or GP out of hours"),
                    "crisis": ("0808 808 8000", "Lifeline on 0808 808 8000")}


@pytest.mark.parametrize(("place", "numbers"), [("uk-scotland", SCOTLAND), ("uk-northern-ireland", NORTHERN_IRELAND)])
def test_the_other_parts_of_the_uk_have_numbers_of_their_own_that_nobody_has_checked_and_share_its_rules(
    place: str, numbers: dict[str, tuple[str, str]]
) -> None:
    safety = load_safety(place)
    assert {key: (line.number, line.says) for key, line in safety.helplines.lines.items()} == numbers
    for line in safety.helplines.lines.values():
        assert line.for_what and line.source.count("https://") == 1 and not line.is_checked
    assert safety.rules.version == load_safety("uk").rules.version


@pytest.mark.parametrize("place", ["uk", "uk-scotland", "uk-northern-ireland"])
def test_every_text_that_names_a_number_names_those_of_the_place(place: str) -> None:
    numbers = load_safety(place).helplines.numbers
    wording = load_wording(ROOT / "data" / "responses")
    said = [wording.say(key, **numbers) for key in wording.variants if key.startswith("utter_safety_")]
    assert any(numbers["crisis"] in text for text in said) and any(numbers["listening"] in text for text in said)
    assert place == "uk" or not [text for text in said if "option 2" in text]
    assert place != "uk-northern-ireland" or not [text for text in said if "111" in text.replace("1111", "")]


def test_no_sentence_names_111_or_999_by_itself() -> None:
    """111 is another service in each part of the United Kingdom, and none in Northern Ireland; 999 is no number abroad."""
    texts = load_wording(ROOT / "data" / "responses").variants
    assert [key for key, variants in texts.items() if re.search(r"\b(?:111|999)\b", str(variants))] == []


def test_every_sentence_around_the_conversation_names_the_emergency_number_of_the_place(house: House) -> None:
    def of(place_words: dict[str, str]):
        return load_wording(ROOT / "data" / "responses", place_words)

    assert "In an emergency call 999." in house.wording.say("utter_page_emergency")
    elsewhere = of({"emergency": "112"})
    for key in ("utter_page_emergency", "utter_telegram_needs_link", "utter_telegram_unknown_link", "utter_telegram_not_saved"):
        assert "In an emergency call 112." in elsewhere.say(key)
    assert not [key for key, variants in elsewhere.variants.items() if "{emergency}" in str(variants)]
    assert elsewhere.version != house.wording.version == of({"emergency": "999"}).version


def test_every_place_knows_its_bank_holidays_and_what_is_like_danger() -> None:
    for path in sorted((CONTENT / "helplines").glob("*.yml")):
        assert bank_holidays(path.stem, 2027), path.stem
        assert (CONTENT / "likeness" / f"{country_of(path.stem)}.yml").is_file()


def test_a_name_that_only_looks_like_a_part_of_a_country_is_refused() -> None:
    with pytest.raises(ContentError, match=r"bot/content/helplines/uk-atlantis\.yml is missing"):
        load_safety("uk-atlantis")


def test_every_placeholder_of_the_safety_texts_is_needed() -> None:
    assert set(needed()) == set(NUMBERS)


@pytest.mark.parametrize("key", NUMBERS)
def test_a_missing_helpline_is_refused_with_the_file_the_key_and_the_text_that_names_it(
    tmp_path: Path, entries: dict, key: str
) -> None:
    del entries[key]
    with pytest.raises(ContentError, match=rf"helplines/uk\.yml lacks {key}, which utter_safety_\w+ names"):
        loaded(tmp_path, entries)


@pytest.mark.parametrize("part", ["name", "number", "says", "for", "source", "checked", "checked_by"])
def test_a_missing_part_is_refused_with_file_key_and_part(tmp_path: Path, entries: dict, part: str) -> None:
    del entries["crisis"][part]
    with pytest.raises(ContentError, match=rf"helplines/uk\.yml: crisis lacks {part}"):
        loaded(tmp_path, entries)


def test_what_is_empty_unquoted_unknown_or_says_another_number_is_refused(tmp_path: Path, entries: dict) -> None:
    for part, value, told in (("name", " ", "name of urgent is empty"), ("number", 111, "put number of urgent in quotes"),
                              ("says", "112", "does not hold its number 111"),
                              ("number", "", "number of urgent is empty"), ("tel", "1", "unknown part tel")):
        with pytest.raises(ContentError, match=told):
            loaded(tmp_path, {**entries, "urgent": {**entries["urgent"], part: value}})


def test_a_new_placeholder_in_a_safety_text_is_a_needed_number(tmp_path: Path, entries: dict) -> None:
    texts = tmp_path / "safety.yml"
    texts.write_text('responses:\n  utter_safety_overdose:\n    - text: "Ring {poisons}."\n')
    with pytest.raises(ContentError, match=r"lacks poisons, which utter_safety_overdose names"):
        loaded(tmp_path, entries, texts)


def test_a_place_with_helplines_and_no_rules_is_refused_too(tmp_path: Path) -> None:
    for name in ("helplines", "safety", "stopping"):
        shutil.copytree(CONTENT / name, tmp_path / name)
    shutil.copy(UK, tmp_path / "helplines" / "atlantis.yml")
    with pytest.raises(ContentError, match="bot/content/safety/atlantis is missing"):
        load_safety("atlantis", tmp_path)


def test_the_gateway_does_not_start_without_helplines(settings: Settings) -> None:
    with pytest.raises(ContentError, match=r"bot/content/helplines/atlantis\.yml is missing"):
        create_app(House(settings.copy(update={"place": "atlantis"})))


@pytest.mark.parametrize("process", ["gateway", "worker", "db upgrade"])
def test_a_process_says_in_one_sentence_why_it_does_not_start(tmp_path: Path, process: str) -> None:
    environment = {"PARATOI_DATA_DIR": str(tmp_path), "PARATOI_PLACE": "atlantis", "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-m", "bot.cli", *process.split()], cwd=ROOT, env=environment, text=True,
                          capture_output=True, timeout=120)
    assert done.returncode == 1
    assert "bot/content/helplines/atlantis.yml is missing" in done.stderr and "Traceback" not in done.stderr
