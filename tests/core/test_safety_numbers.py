"""Numbers with their measure are weighed; a bare number, a date, a dose or an ordinary value is none."""

from functools import lru_cache

import pytest

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.safety_numbers import measured_in
from bot.core.safety_rules import SafetyRules
from bot.core.safety_text import read


@lru_cache
def rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


def alerts(text: str) -> dict[str, str]:
    return {finding.rule: finding.words for finding in check(text, rules()) if finding.alert}


@pytest.mark.parametrize(("text", "limit", "words"), [
    ("my temperature is 41", "very_high_temperature", "temperature is 41"),
    ("temp 41.2C", "very_high_temperature", "temp 41.2C"),
    ("He has a fever of 106F", "very_high_temperature", "fever of 106F"),
    ("a temp of 106 since this morning", "very_high_temperature", "temp of 106"),
    ("Feeling awful, temp 39.1, had chemo on Tuesday", "fever_during_cancer_treatment", "temp 39.1"),
    ("I'm having chemo and my temp is 38.0", "fever_during_cancer_treatment", "temp is 38.0"),
    ("fever of 101 F and I'm on chemotherapy", "fever_during_cancer_treatment", "fever of 101"),
    ("temperature 34.1, drowsy and slurring", "very_low_temperature", "temperature 34.1"),
    ("my oxygen is 84", "very_low_oxygen", "oxygen is 84"),
    ("finger thing says 84", "very_low_oxygen", "finger thing says 84"),
    ("the clip on my finger reads 83 %", "very_low_oxygen", "clip on my finger reads 83"),
    ("sats are 84%", "very_low_oxygen", "sats are 84"),
    ("my sats were 84 just now", "very_low_oxygen", "sats were 84"),
    ("can't get my sats above 85", "very_low_oxygen", "sats above 85"),
    ("COPD and sats down to 82", "very_low_oxygen", "sats down to 82"),
    ("oximeter says 90", "low_oxygen", "oximeter says 90"),
    ("blood sugar 2.1 and I'm shaking", "very_low_blood_sugar", "sugar 2.1"),
    ("sugar 38 mg/dl and shaking", "very_low_blood_sugar", "sugar 38"),
    ("my sugar is 3.6 and I'm so confused", "low_blood_sugar", "sugar is 3.6"),
    ("Blood sugar 32", "very_high_blood_sugar", "sugar 32"),
    ("glucose 450 mg/dL and vomiting", "high_blood_sugar_and_ill", "glucose 450"),
    ("ketones are 3.8", "high_ketones", "ketones are 3.8"),
    ("BP 190/125 with a pounding headache", "very_high_blood_pressure", "BP 190/125"),
    ("blood pressure 185 over 122 and chest pain", "very_high_blood_pressure", "blood pressure 185 over 122"),
    ("bp 170/121 and I'm confused", "very_high_blood_pressure", "bp 170/121"),
    ("pulse is 150 sitting down and I feel faint", "very_fast_pulse", "pulse is 150"),
    ("heart rate 38 and dizzy", "very_slow_pulse", "heart rate 38"),
    ("took 16 paracetamol", "too_many_paracetamol", "16 paracetamol"),
    ("took sixteen paracetamol", "too_many_paracetamol", "sixteen paracetamol"),
    ("swallowed about 40 pills", "too_many_tablets", "40 pills"),
])
def test_a_value_past_its_limit_alarms_with_the_words(text: str, limit: str, words: str) -> None:
    assert words in alerts(text).get(limit, "")


def test_a_meter_that_reads_hi_is_past_every_number() -> None:
    assert "blood_sugar" in alerts("the meter says HI") and "blood_sugar" in alerts("my meter just reads HI")
    assert not alerts("Hi, my sugar meter is broken")


@pytest.mark.parametrize("text", [
    "my temperature is 36.7", "temp 36.7 and I'm on chemo", "on chemotherapy, temp 98.1 F",
    "I had a temperature of 38.5 last year",
    "they told me to call if it hits 38 on chemo", "The nurse said to ring if my temperature goes above 38 on chemo",
    "chemo starts 12/11 and I'm 38", "I was 38 when I had chemo", "thermostat 41", "ear thermometer says 35.9",
    "sats are 97", "oxygen 97% and pulse 72", "I have COPD and my sats are 90, normal for me", "my target sats are 88 to 92",
    "My sats dropped to 84 when I had pneumonia in 2019", "aged 84, oxygen fine", "oxygen 2 litres at home",
    "finger thing says 97",
    "the thing on my finger has been there 84 days",
    "what happens if sats go below 90?", "my sugar is 5.6", "sugar 120 mg/dl", "my HbA1c is 48", "type 2, sugar fine",
    "sugar 19, not vomiting, no pain", "ketones 0.3", "BP 190/125, no chest pain, no headache, feel fine",
    "blood pressure 135/85",
    "Appointment on 19/12", "heart rate 160 when running", "pulse 48, I cycle a lot", "pulse 72", "150 steps",
    "took 2 paracetamol", "take 8 a day as told", "I take 8 paracetamol a day", "I take 9 tablets each morning",
    "took 500mg paracetamol", "took 1000 mg of paracetamol at 16:00", "took paracetamol 16 hours ago",
    "I take 14 tablets a day",
    "I have never taken 16 paracetamol", "I've 16 paracetamol left in the packet", "it took 12 weeks for the tablets to work",
    "I've had 10 paracetamol this week", "84", "I'm 41", "36.6", "sats 98 temp 36.5 bp 120/80 pulse 70 sugar 6.1",
])
def test_an_ordinary_or_doubtful_number_does_not(text: str) -> None:
    assert alerts(text) == {}


def test_an_ordinary_number_does_not_hide_what_stands_beside_it() -> None:
    assert alerts("temp 36.7, stiff neck and a rash that doesn't fade")
    assert "very_high_temperature" in alerts("temp was 36.7 this morning, now temp 41")
    assert alerts("sats 97 but I can't breathe")


def test_what_a_number_needs_beside_it_counts_only_when_it_is_not_denied() -> None:
    assert "very_high_blood_pressure" in alerts("BP 190/125 and chest pain")
    assert "very_high_blood_pressure" not in alerts("BP 190/125, no chest pain")


def test_what_was_a_target_takes_back_that_number_alone() -> None:
    assert "very_low_oxygen" in alerts("my target is 92 and my sats are 84")
    assert alerts("target sats 92") == {}


@pytest.mark.parametrize(("text", "measure", "value"), [
    ("temp 104F", "temperature", 40.0), ("temp 39,5", "temperature", 39.5), ("temp 39.5°C", "temperature", 39.5),
    ("glucose 180 mg/dl", "blood_sugar", 9.99), ("sats: 88 %", "oxygen", 88.0),
])
def test_units_are_taken_as_written(text: str, measure: str, value: float) -> None:
    (one,) = measured_in(read(text, rules().spelling), rules().numbers)
    assert one.measure.id == measure and one.value == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize("text", [
    "", "9" * 5000, "temp " * 2000, "1/2/3/4 temp 41.41.41", "sats ²³%", "temp ٤١", "bp 1/", "pulse -40",
])
def test_any_text_can_be_read(text: str) -> None:
    check(text, rules())
    assert measured_in(read(text, rules().spelling), rules().numbers) is not None


def test_every_limit_names_its_source() -> None:
    assert all(limit.source and rules().numbers.author and rules().numbers.date for limit in rules().numbers.limits)
