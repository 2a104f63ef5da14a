"""What the rules alone hear, for the tests that ask them."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.safety_rules import SafetyRules


@lru_cache
def rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


def alarms(text: str) -> set[str]:
    """The kinds of danger the rules raise an alarm for."""
    return {finding.kind for finding in check(text, rules()) if finding.alert}


def said_in(name: str) -> list[tuple[str, str]]:
    """The kind and the text of each row of ``tests/core/data/<name>``."""
    with (Path(__file__).parent / "data" / name).open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["text"]) for row in csv.DictReader(file)]
