"""``paratoi evaluate``: figures as JSON, and a plain sentence for what cannot be measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import evaluate
from bot.supervisor import model
from bot.supervisor.model import NoModel

ROWS = Path(__file__).resolve().parents[2] / "evaluation" / "rows"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", "evaluate", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def figures(*arguments: object) -> dict[str, Any]:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_scales_tell_what_is_read_and_what_would_be_stored_wrongly() -> None:
    found = figures("scales", "--data", ROWS / "scales.csv", "--half", "held")
    assert found["exact"]["n"] > 60
    assert found["exact"]["share"] > 0.8
    low, high = found["exact"]["interval"]
    assert low < found["exact"]["share"] < high
    assert "misses" not in found


@pytest.mark.parametrize("what", ["safety", "change-talk"])
def test_nothing_is_measured_without_the_trained_model(what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_model(*_: object, **__: object) -> Path:
        raise NoModel("The word models could not be trained.")

    monkeypatch.setattr(model, "ensure", no_model)
    rows = tmp_path / "rows.csv"
    rows.write_text("text,label\nI want to die,alert\n", encoding="utf-8")
    with pytest.raises(NoModel):
        evaluate.evaluate(evaluate.What(what), [rows])


def test_misses_are_listed_when_asked_for() -> None:
    found = figures("scales", "--data", ROWS / "scales.csv", "--half", "tune", "--misses")
    assert all({"text", "should_be", "read_as"} <= set(one) for one in found["misses"])


def test_safety_is_measured_by_label_and_kind_with_the_trained_model() -> None:
    found = figures("safety", "--data", ROWS / "distress.csv", "--data", ROWS / "emergencies.csv", "--half", "tune")
    assert found["recall_by_kind"]["self_harm"]["share"] > 0.8
    assert found["recall"]["share"] > 0.8
    assert found["false_alarms"]["share"] < 0.1
    assert found["milliseconds"]["median"] < 50


def test_change_talk_is_measured_on_rows_with_questions(tmp_path: Path) -> None:
    path = tmp_path / "talk.csv"
    path.write_text(
        "question,text,label\nWhat do you like about it?,it calms me down and I enjoy it,sustain\n"
        "How?,I really want to stop,change\n"
    )
    found = figures("change-talk", "--data", path)
    assert (found["rows"], found["macro_f1"]) == (2, 1.0)


def test_scope_and_intents_are_measured_with_the_assistants_own_model(tmp_path: Path) -> None:
    path = tmp_path / "scope.csv"
    path.write_text("text,intent,scope\nwho won the football last night,off_topic,\nmy knee hurts,inform,in\n")
    assert figures("scope", "--data", path)["kept_of_what_belongs"]["hits"] == 1
    assert figures("intents", "--data", path)["rows"] == 2


def test_agenda_is_measured_on_visits(tmp_path: Path) -> None:
    path = tmp_path / "visits.jsonl"
    path.write_text(
        json.dumps(
            {
                "id": "1",
                "cc": "knee pain",
                "secondary": [],
                "turns": [
                    {"speaker": "doctor", "text": "What brings you in?"},
                    {"speaker": "patient", "text": "I have pain in my knee."},
                ],
            }
        )
        + "\n"
    )
    assert figures("agenda", "--data", path)["recall"]["share"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("scales", "--data", "nowhere.csv"), "no file"),
        (("scales", "--data", ROWS / "intents.csv"), "A column is missing"),
        (("scales", "--data", ROWS / "scales.csv", "--half", "third"), "half=third"),
        (("agenda", "--data", ROWS / "agenda_labels_held.jsonl"), "--texts"),
    ],
)
def test_what_cannot_be_measured_is_said_in_a_sentence(arguments: tuple[object, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
