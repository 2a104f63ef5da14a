"""The file of trained word models: read as it was written, and refused in a plain sentence when it is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.content.errors import ContentError
from bot.content.load_words import load_words
from bot.core.findings.likeness import Likeness, pieces_of, to_plain

MODEL = Likeness.of(
    ("danger", "none"), {"1 chest": (1.5, 2.0, -2.0), "2 chest pain": (2.0, 3.0, -3.0)}, {"loud": (1.0, 0.0)}, (0.0, 1.0))
PIECES = pieces_of(["chest", "pain"])


def written(folder: Path, **changed: Any) -> Path:
    path = folder / "some.words.json"
    path.write_text(json.dumps({"danger": {**to_plain(MODEL), **changed}, "change_talk": to_plain(MODEL)}), encoding="utf-8")
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    models = load_words(written(tmp_path), "uk")
    assert models is not None and models.change_talk == MODEL
    assert models.resemblance.model.probabilities(PIECES) == MODEL.probabilities(PIECES)


def test_without_the_file_there_is_no_model(tmp_path: Path) -> None:
    assert load_words(tmp_path / "none.words.json", "uk") is None


@pytest.mark.parametrize("changed", [
    {"pieces": "1 chest"}, {"pieces": {"1 chest": [1.5, 2.0, -2.0]}}, {"weights": ""}, {"weights": "not base64!"},
    {"labels": ["danger"]}, {"bias": [0.0]}, {"cues": {"loud": [1.0]}}, {"weights": None}, {"cues": None},
], ids=str)
def test_a_model_that_does_not_fit_together_stops_the_start_in_a_sentence(tmp_path: Path, changed: dict[str, Any]) -> None:
    with pytest.raises(ContentError, match=r"some\.words\.json is broken: .*paratoi train"):
        load_words(written(tmp_path, **changed), "uk")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"danger": {}}', "\0"])
def test_a_file_cut_short_stops_the_start_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "some.words.json"
    path.write_text(text)
    with pytest.raises(ContentError, match="is broken"):
        load_words(path, "uk")


@pytest.mark.parametrize("mark", ['"0.6"', "1.5", "-0.1", "true", "~"])
def test_a_mark_that_is_no_number_from_nought_to_one_stops_the_start(tmp_path: Path, mark: str) -> None:
    (tmp_path / "uk.yml").write_text(f"author: x\ndate: x\nalerts:\n  self_harm: {mark}\nunhinted: {{}}\ngently: {{}}\n")
    with pytest.raises(ContentError, match="mark of self_harm"):
        load_words(written(tmp_path), "uk", tmp_path)
