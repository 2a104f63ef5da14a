"""The figures the safety net must keep on our first rows: rules and trained model together, and the rules alone.

Half of each file ("held") was set aside before the rules were written and never used to change them.
"""

import csv
from functools import lru_cache
from pathlib import Path

import pytest

from bot.content.load_safety import CONTENT, load_rules
from bot.content.load_words import load_words
from bot.core.safety import check
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import SafetyRules
from bot.supervisor import model

DATA = Path(__file__).parent.parent / "core" / "data"


@lru_cache
def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache
def _rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


@lru_cache
def _trained() -> Resemblance:
    words = load_words(model.words_of(model.ensure(lambda _: None)), "uk")
    assert words is not None
    return words.resemblance


def alerts(text: str, with_model: bool = True) -> bool:
    return any(finding.alert for finding in check(text, _rules(), None, _trained() if with_model else None))


def share(texts: list[str], with_model: bool = True) -> float:
    return sum(alerts(text, with_model) for text in texts) / len(texts)


@pytest.mark.parametrize(("half", "least"), [("tune", 0.98), ("held", 0.93)])
def test_emergencies_are_heard(half: str, least: float) -> None:
    assert share([row["text"] for row in rows("emergencies.csv") if row["half"] == half]) >= least


@pytest.mark.parametrize("half", ["tune", "held"])
def test_ordinary_sentences_raise_no_alarm(half: str) -> None:
    texts = [row["text"] for row in rows("benign.csv") if row["half"] == half]
    assert share(texts) <= 0.06  # a miss is worse than a false alarm: docs/adr/0025
    assert share(texts, with_model=False) <= 0.03


@pytest.mark.parametrize("half", ["tune", "held"])
def test_wishes_to_die_are_heard(half: str) -> None:
    wanted = (half, "self_harm", "alert")
    texts = [row["text"] for row in rows("distress.csv") if (row["half"], row["kind"], row["label"]) == wanted]
    assert share(texts) >= 0.95
    assert share(texts, with_model=False) >= 0.8  # loose phrases are hints, which the model weighs


@pytest.mark.parametrize("half", ["tune", "held"])
def test_look_alikes_raise_no_alarm(half: str) -> None:
    texts = [r["text"] for r in rows("distress.csv") if r["half"] == half and r["label"] == "no_alert"]
    assert share(texts) <= 0.1


@pytest.mark.parametrize(("label", "least", "most"), [("alert", 0.97, 1.0), ("none", 0.0, 0.03)])
def test_what_later_rounds_taught_is_not_forgotten(label: str, least: float, most: float) -> None:
    assert least <= share([row["text"] for row in rows("later_rounds.csv") if row["label"] == label]) <= most


def test_each_emergency_names_its_source() -> None:
    assert all(row["source"] for row in rows("emergencies.csv"))


def test_there_are_enough_rows_to_say_something() -> None:
    assert len(rows("emergencies.csv")) >= 150
    assert len(rows("benign.csv")) >= 200


@pytest.mark.parametrize(("group", "least", "most"), [
    ("accidents", 0.0, 0.1), ("others", 0.0, 0.15), ("breath_not", 0.0, 0.2),
    ("true_self", 0.7, 1.0), ("true_others", 0.7, 1.0), ("breath_true", 0.75, 1.0),
])
def test_what_is_explained_is_told_from_danger_on_rows_the_model_never_saw(group: str, least: float, most: float) -> None:
    texts = [row["text"] for row in rows("explained.csv") if (row["group"], row["half"]) == (group, "held")]
    assert len(texts) >= 20 and least <= share(texts) <= most
