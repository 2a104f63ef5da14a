"""Trains what the core reads words with, on the project's own rows: likeness to danger, and change talk.

    python -m bot.nlu.word_models OUT.json

Takes about a minute. The same rows give the same file.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.content.load_safety import CONTENT, load_rules
from bot.core.findings.change_talk import cues_in, talk_pieces
from bot.core.findings.likeness import pieces_of, to_plain
from bot.core.safety import danger_cues
from bot.core.safety_likeness import counted
from bot.core.safety_rules import SafetyRules
from bot.core.safety_text import read
from bot.nlu.likeness_training import Row, train

ROOT = Path(__file__).resolve().parents[2]
DANGER, CHANGE_TALK = ROOT / "data" / "danger", ROOT / "data" / "change_talk"
STRENGTH, AGAINST_REST = 10, True  # of the model of danger
PLACE = "uk"  # whose rules are counted and whose spelling is forgiven; rows and rules are in one language


def danger_row(rules: SafetyRules, text: str, kind: str) -> Row:
    """A message as the trained model sees it: its words, and the rules and hints found in them."""
    reading = read(text, rules.spelling)
    return Row(pieces_of(reading.words), kind, counted(danger_cues(reading, rules)))


def danger_rows(rules: SafetyRules, folder: Path = DANGER) -> Iterator[Row]:
    """Every row about danger and about none."""
    return (danger_row(rules, row["text"], row["kind"]) for row in _rows(folder))


def talk_rows(folder: Path = CHANGE_TALK) -> Iterator[Row]:
    """Every row of what people say about a change."""
    for row in _rows(folder):
        yield Row(talk_pieces(row["text"], row["question"]), row["label"], cues_in(row["text"], row["question"]))


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def main(out: Path) -> None:
    """Train both and write them to ``out``."""
    rules = load_rules(CONTENT / "safety" / PLACE)
    models = {
        "danger": to_plain(train(danger_rows(rules), strength=STRENGTH, against_rest=AGAINST_REST)),
        "change_talk": to_plain(train(talk_rows(), strength=2, seldom=2, balanced=True)),
    }
    unfinished = out.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(models, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    unfinished.replace(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
