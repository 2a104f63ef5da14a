"""``paratoi parse``: one line of JSON for each line, whatever the line is."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

LINES = [
    "my knee hurts and I cannot sleep",
    "about a 6",
    "between 6 and 7",
    "I want to die",
    "my dad had a heart attack in 2019",
    "no chest pain",
    "will I need an operation?",
    "skip",
    "",
    "what is the weather like in Paris",
    json.dumps({"text": "yes most nights", "context": "Have you had thoughts of harming yourself?"}),
    json.dumps({"text": "it calms me down", "question": "What do you like about smoking?"}),
    '{"this": "is what somebody typed"}',
    "{not json either",
    "\u202ba\u0000b \U0001f9ff ﷽",
    "next tuesday",
]
KEYS = {"text", "intent", "entities", "scale", "flags", "change_talk", "concerns", "is_question"}
FLAG = {"kind", "rule", "words", "negated", "past", "other_person", "hypothetical", "alert"}


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments], input=given, capture_output=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def parsed() -> list[dict[str, Any]]:
    done = run("parse", "--now", "2026-11-26T10:00", given=("\n".join(LINES) + "\n").encode() + b"\xff\xfe broken\n")
    assert done.returncode == 0, done.stderr.decode()
    assert b"Warning" not in done.stderr  # libraries talk to their own developers there
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_every_line_has_its_answer_in_its_place(parsed: list[dict[str, Any]]) -> None:
    assert len(parsed) == len(LINES) + 1
    assert [one["text"] for one in parsed[:4]] == LINES[:4]
    assert all(set(one) == KEYS for one in parsed)
    assert all(set(flag) == FLAG for one in parsed for flag in one["flags"])


def test_what_was_typed_like_json_is_a_message(parsed: list[dict[str, Any]]) -> None:
    assert [parsed[at]["text"] for at in (12, 13)] == LINES[12:14]


def test_bytes_that_are_no_text_lose_nobodys_line(parsed: list[dict[str, Any]]) -> None:
    assert parsed[-1]["text"].endswith("broken")


def test_concerns_are_cut_from_the_text(parsed: list[dict[str, Any]]) -> None:
    assert parsed[0]["concerns"] == ["my knee hurts", "I cannot sleep"]
    assert parsed[5]["concerns"] == []
    assert all(words in one["text"] for one in parsed for words in one["concerns"])


def test_a_score_is_exact_a_range_or_none(parsed: list[dict[str, Any]]) -> None:
    assert parsed[1]["scale"] == {"kind": "exact", "value": 6, "low": None, "high": None}
    assert parsed[2]["scale"] == {"kind": "range", "value": None, "low": 6, "high": 7}
    assert parsed[0]["scale"]["kind"] == "none"


def test_danger_alerts_and_what_is_past_and_anothers_does_not(parsed: list[dict[str, Any]]) -> None:
    assert any(flag["kind"] == "self_harm" and flag["alert"] for flag in parsed[3]["flags"])
    assert parsed[3]["concerns"] == []
    (flag,) = parsed[4]["flags"]
    assert (flag["past"], flag["other_person"], flag["alert"]) == (True, True, False)


def test_the_line_before_tells_what_a_yes_means(parsed: list[dict[str, Any]]) -> None:
    assert any(flag["alert"] for flag in parsed[10]["flags"])


def test_the_question_tells_which_way_something_leans(parsed: list[dict[str, Any]]) -> None:
    assert parsed[11]["change_talk"]["label"] == "sustain"


def test_a_question_for_the_clinician_is_one_and_small_talk_is_not(parsed: list[dict[str, Any]]) -> None:
    assert parsed[6]["is_question"] is True
    assert (parsed[9]["is_question"], parsed[9]["concerns"]) == (False, [])


def test_a_command_is_a_command(parsed: list[dict[str, Any]]) -> None:
    assert parsed[7]["intent"] == {"name": "skip", "confidence": 1.0}


def test_a_day_is_reckoned_from_the_moment_given(parsed: list[dict[str, Any]]) -> None:
    (day,) = [one for one in parsed[15]["entities"] if one["entity"] == "time"]
    assert day["first"] == "2026-12-01"


@pytest.mark.parametrize("wrong", [("--zone", "Europe/Atlantis"), ("--now", "tomorrow")])
def test_what_cannot_be_used_is_said_in_a_sentence(wrong: tuple[str, str]) -> None:
    done = run("parse", *wrong)
    assert done.returncode == 1
    assert wrong[1] in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
