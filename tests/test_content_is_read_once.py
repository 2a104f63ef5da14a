"""Reading content for every house again once took a third of all the time that the tests took."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.config import Settings
from bot.supervisor import model


@pytest.mark.parametrize("what", ["wording", "safety", "vocabulary", "question_book", "path_book", "word_models"])
def test_two_houses_share_what_was_read(settings: Settings, what: str) -> None:
    assert getattr(House(settings), what) is getattr(House(settings), what)


def test_houses_in_two_places_do_not_share_what_differs_there(settings: Settings) -> None:
    here, there = House(settings), House(settings.copy(update={"place": "uk-scotland"}))
    assert here.safety is not there.safety


def test_a_project_that_a_test_made_is_looked_at_each_time(tmp_path: Path) -> None:
    (tmp_path / "config.yml").write_text("language: en\n")
    (tmp_path / "domain.yml").write_text("intents: []\n")
    before = model.fingerprint(tmp_path)
    (tmp_path / "domain.yml").write_text("intents: [one]\n")
    assert model.fingerprint(tmp_path) != before
