"""What the understanding learns from is none of what it is measured by, and is varied."""

import re
from collections import Counter

import yaml

from evaluation.data import half_of, own_rows
from tests.architecture.source import ROOT

FEWEST_ROWS, FEWEST_FOR_AN_INTENT = 420, 10


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("'", "").replace("’", "")).strip()


def examples() -> list[tuple[str, str]]:
    found = []
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found += [(line.removeprefix("- ").strip(), block["intent"]) for line in block["examples"].splitlines()]
    return found


def test_no_example_is_a_row_that_is_measured_by() -> None:
    rows = {plain(row.text) for row in own_rows()}
    assert sorted(text for text, _ in examples() if plain(text) in rows) == []


def test_no_example_stands_twice() -> None:
    assert [text for text, count in Counter(plain(text) for text, _ in examples()).items() if count > 1] == []


def test_every_typed_intent_has_rows_and_each_row_is_in_the_half_that_its_text_says() -> None:
    rows = own_rows()
    assert len(rows) >= FEWEST_ROWS and len({plain(row.text) for row in rows}) == len(rows)
    counts = Counter(row.intent for row in rows)
    assert set(counts) == {intent for _, intent in examples()} and min(counts.values()) >= FEWEST_FOR_AN_INTENT
    assert [row.text for row in rows if row.half != half_of(row.text)] == []
