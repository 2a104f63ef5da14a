"""A copy of a conversation is what playing it leaves, and is taken only where nothing happened before."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.store import tables
from tests.conversations.played import PlayedOnce, house_in, put_into
from tests.conversations.states import RANKED, STATES
from tests.conversations.tester import PhrasesOnly, Talk, begin_talk

TABLES = (tables.Inbox, tables.Outbox, tables.Turn, tables.Answer, tables.Consent, tables.Preparation, tables.Patient)


def left_by(talk: Talk) -> dict[str, object]:
    answers = {ref: (answer.state, answer.words, answer.value) for ref, answer in talk.stored.answers.items()}
    said = [(row.seq, row.kind, row.key) for row in talk.rows(tables.Outbox)]
    return {"answers": answers, "asking": talk.asking, "last": [key for key, _, _ in talk.said], "said": said,
            "mine": [line for line in talk.transcript if line.startswith("me:")],
            "rows": [len(talk.rows(table)) for table in TABLES], "lately": set(talk.house.assistant.lately)}


@pytest.mark.parametrize("state", ["consent", "importance:2", "check_in", "tell_someone", "confirmed_by"])
def test_a_copy_is_what_playing_leaves(house: House, played_once: PlayedOnce, tmp_path: Path, state: str) -> None:
    played = begin_talk(house).opens_the_link().plays(*STATES[state])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copied = put_into(house_in(elsewhere), played_once.after(STATES[state]))
    assert left_by(copied) == left_by(played)


def test_a_fresh_conversation_that_plays_is_as_one_that_played_every_turn(talk: Talk, tmp_path: Path) -> None:
    house = house_in(tmp_path / "elsewhere")
    house.settings.data_dir.mkdir()
    house.schema.upgrade()
    assert left_by(talk.plays(*RANKED, "8")) == left_by(begin_talk(house).opens_the_link().plays(*RANKED, "8"))


def test_time_that_passed_before_stays_passed(talk: Talk) -> None:
    later = talk.house.clock.forward(timedelta(days=3))
    talk.plays(*RANKED)
    assert talk.house.clock.now() >= later
    assert all(row.received_at >= later for row in talk.rows(tables.Inbox) if row.kind != "begin")


def test_a_row_that_was_written_before_stays_written(talk: Talk) -> None:
    with talk.house.units.work() as unit:
        unit.session.query(tables.Patient).one().name = "Demo Other"
    talk.plays(*RANKED)
    assert [row.name for row in talk.rows(tables.Patient)] == ["Demo Other"]


@pytest.mark.parametrize("of_what", ["house", "inbox"])
def test_another_assistant_is_the_one_that_is_asked(talk: Talk, of_what: str) -> None:
    other = PhrasesOnly(talk.house)
    (talk.house if of_what == "house" else talk.house.handle_inbox).assistant = other
    talk.plays(*RANKED)
    assert "utter_asks_consent" not in other.lately and len(other.lately) > 3


def test_one_copy_knows_nothing_of_another(played_once: PlayedOnce, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
    one, other = (put_into(house_in(folder), played_once.after(STATES["hope"])) for folder in folders)
    one.user_says("To sleep through")
    assert (one.asking, other.asking) == ("pressures:1", "hope")
    assert other.answer("hope") is None
