"""Words that explain a match as something harmless take it back; words that say it is danger all the same keep it."""

import csv
from functools import lru_cache
from pathlib import Path

import pytest

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.safety_rules import SafetyRules

ROWS = Path(__file__).parent / "data" / "explained.csv"


@lru_cache
def rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


def alerts(text: str) -> set[str]:
    return {finding.kind for finding in check(text, rules()) if finding.alert}


def share(group: str, half: str) -> float:
    with ROWS.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if (row["group"], row["half"]) == (group, half)]
    assert len(texts) >= 20
    return sum(bool(alerts(text)) for text in texts) / len(texts)


@pytest.mark.parametrize("text", [
    "I was just being stubborn and hurt myself", "Fell off the ladder and hurt myself again",
    "I hurt myself in the garden moving slabs",
    "cut my wrist on a broken glass washing up",
    "My brother attempted suicide years ago", "a friend of mine killed herself when we were at school",
    "Two of my cousins died by suicide",
    "my cousin tried to kill himself twice but he's doing well now", "my old boss took an overdose, it was in the papers",
    "nearly killed myself on the ice last week", "I'm frightened of hurting myself if I fall and can't get up",
    "My lad attempted it at nineteen",
    "can't catch my breath when I try to be active", "I get out of breath climbing stairs, been like that for years",
    "The stairs leave me fighting for breath. It's been years.",
])
def test_what_is_explained_raises_no_alarm(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize(("text", "kind"), [
    ("I hurt myself when I'm upset", "self_harm"), ("cut my arms again", "self_harm"),
    ("I hurt myself on purpose, they think I fell off the ladder", "self_harm"), ("hurt myself again last night", "self_harm"),
    ("I told her I was opening a parcel but I cut myself again", "self_harm"),
    ("I nearly killed myself last night", "self_harm"),
    ("I don't trust myself in the kitchen at night", "self_harm"), ("my daughter has suicidal thoughts", "self_harm"),
    ("my son says he wants to kill himself", "self_harm"), ("my sister has cut her wrists", "self_harm"),
    ("My brother attempted suicide years ago and today he says he'll kill himself", "self_harm"),
    ("my brother tried to kill himself last night", "self_harm"), ("my uncle died by suicide and I want to kill myself",
    "self_harm"),
    ("my friend has taken tablets and won't answer", "overdose"), ("my dad took an overdose an hour ago", "overdose"),
    ("can't catch my breath when I walk, it came on suddenly today", "emergency"),
    ("can't catch my breath even sitting still", "emergency"),
    ("out of breath on the stairs for years but today I can't breathe sitting down", "emergency"),
    ("I can't catch my breath when I exercise and my chest hurts", "emergency"),
])
def test_what_is_danger_all_the_same_alarms(text: str, kind: str) -> None:
    assert kind in alerts(text)


@pytest.mark.parametrize("half", ["tune", "held"])
@pytest.mark.parametrize(("group", "least", "most"), [
    ("accidents", 0.0, 0.1), ("others", 0.0, 0.15), ("breath_not", 0.0, 0.15),
    ("true_self", 0.5, 1.0), ("true_others", 0.65, 1.0), ("breath_true", 0.65, 1.0),
])
def test_the_rules_alone_keep_their_figures(half: str, group: str, least: float, most: float) -> None:
    assert least <= share(group, half) <= most
