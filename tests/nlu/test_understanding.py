"""The trained model understands many messages quickly, without a server and without TensorFlow."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from bot.nlu.understanding import Understanding, load_understanding
from bot.supervisor import model
from evaluation.data import own_rows
from tests.architecture.source import ROOT

MANY, SECONDS = 1000, 30.0


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return load_understanding(model.ensure(lambda _: None))


def test_many_messages_are_understood_as_they_are_one_by_one(understanding: Understanding) -> None:
    texts = [row.text for row in own_rows()][:40]
    together = [(one.text, one.intent, round(one.confidence, 4)) for one in understanding.of_many(texts)]
    understanding._lately.clear()
    alone = [(one.text, one.intent, round(one.confidence, 4)) for one in map(understanding, texts)]
    assert together == alone


def test_a_thousand_messages_take_seconds(understanding: Understanding) -> None:
    texts = [f"{row.text} {number}" for number in range(2) for row in own_rows()][:MANY]
    began = time.monotonic()
    assert len(list(understanding.of_many(texts))) == MANY
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(("text", "question", "out"), [
    ("what's the weather like in swansea tomorrow", None, True), ("tell me a joke", "matters:1", True),
    ("thanks", None, True), ("my knee hurts", None, False), ("is it cancer?", "question:1", False),
    ("the weather", "in_the_way", False), ("the nurse said it is my kidneys", None, False), ("", None, False),
])
def test_what_holds_nothing_for_a_sheet_is_out_of_scope(
    understanding: Understanding, text: str, question: str | None, out: bool,
) -> None:
    assert understanding.is_out_of_scope(text, question) == out


def test_most_held_back_rows_are_understood(understanding: Understanding) -> None:
    """A floor, below what docs/pipelines.md shows, so that a change of the data that spoils it is seen."""
    rows = own_rows()
    assert _share([one.intent == row.intent for one, row in zip(_all(understanding), rows, strict=True)]) > 0.85
    kept = [one.intent == "inform" for one, row in zip(_all(understanding), rows, strict=True) if row.intent == "inform"]
    assert _share(kept) > 0.96


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        load_understanding(ROOT / "models" / "nothing.tar.gz")


def test_it_needs_no_tensorflow() -> None:
    told = "import sys; from pathlib import Path; from bot.nlu.understanding import load_understanding; " \
           "load_understanding(Path(sys.argv[1]))('my knee'); assert 'tensorflow' not in sys.modules"
    subprocess.run([sys.executable, "-W", "ignore", "-c", told, str(model.path_of())], cwd=ROOT, check=True)


def _all(understanding: Understanding, rows: Callable[[], list] = own_rows) -> list:
    return list(understanding.of_many(row.text for row in rows()))


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)
