"""A preparation over Telegram through all four processes, Rasa among them, against the local Bot API."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.tables import FlagRemark, SharedSheet
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import TOKEN, BotApi
from tests.running import Running, start

WORDS = ("My hip, it wakes me", "the walking stick", "To sleep through")
MOST_QUESTIONS = 21
PATIENCE = 20.0  # seconds for an answer on a loaded machine


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with BotApi() as made:
        yield made


@pytest.fixture(scope="module")
def on_telegram(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("on-telegram")
    made = start(folder, telegram_token=TOKEN, telegram_api_url=api.url, telegram_bot_name="paratoi_demo_bot")
    yield made
    made.stop()


def plays(person: Person, *turns: str) -> list[tuple[str, str]]:
    """Taps where a button has this title, types otherwise; waits for each answer. Returns the exchange so far."""
    said: list[tuple[str, str]] = []
    for turn in turns:
        before = len(person.sees)
        titles = [title for shown in person.sees for title in shown.titles]
        person.taps(turn) if turn in titles else person.writes(turn)
        said.append(("me", turn))
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and (len(person.sees) == before or not _settled(person)):
            time.sleep(0.05)
        said += [("paratoi", shown.text) for shown in person.sees[before:]]
        assert len(person.sees) > before, f"no answer to {turn!r}: {said}"
    return said


def skips_until(person: Person, title: str) -> list[tuple[str, str]]:
    """Leaves out what is asked until there is a button with this title. Returns the exchange."""
    said: list[tuple[str, str]] = []
    for _ in range(MOST_QUESTIONS):
        if title in person.sees[-1].titles:
            return said
        said += plays(person, "/skip")
    raise AssertionError(f"{title!r} was never offered: {said}")


def _settled(person: Person) -> bool:
    """Whether nothing more came for a moment; an acknowledgement and the next question are two messages."""
    count = len(person.sees)
    time.sleep(0.4)
    return len(person.sees) == count


def test_a_person_prepares_on_telegram_with_rasa_and_the_sheet_holds_their_words(
    on_telegram: Running, api: BotApi,
) -> None:
    person = api.person()
    token = on_telegram.invite("Demo Telegram", appointment="TG-1").rsplit("/", 1)[1]
    said = plays(
        person, f"/start {token}", "Yes, go ahead", "My hip, it wakes me", "the walking stick", "No, that is all",
        "1. My hip, it wakes me", "8", "about a 5", "To sleep through", "None of these", "No questions",
        "No, thank you")
    said += skips_until(person, "Yes, share it") + plays(person, "Yes, share it")
    assert "Hello Demo Telegram" in said[1][1]
    if wanted := os.environ.get("WRITE_EXCHANGE_TO"):  # for the picture in the README, see scripts/take-pictures
        Path(wanted).write_text(json.dumps(said))
    with on_telegram.house.units.reading() as unit:
        found = unit.session.query(SharedSheet.content).scalar()
    assert all(words in str(found) for words in WORDS)
    own_copy = " ".join(text for who, text in plays(person, "/copy") if who == "paratoi")
    assert all(words in own_copy for words in WORDS)


def test_after_danger_it_waits_and_what_is_said_stands_beside_the_flag(on_telegram: Running, api: BotApi) -> None:
    person = api.person()
    token = on_telegram.invite("Demo Waiting", appointment="TG-2").rsplit("/", 1)[1]
    plays(person, f"/start {token}", "Yes, go ahead", "I want to kill myself", "I rang them, they were kind")
    assert set(person.sees[-1].titles) == {"Go on with the questions", "I am fine, go on"}
    said = plays(person, "ok can we carry on", "My hip, it wakes me")
    assert "visit" in said[1][1] and person.sees[-1].titles == ["No, that is all"]
    with on_telegram.house.units.reading() as unit:
        assert [remark.words for remark in unit.session.query(FlagRemark).all()] == ["I rang them, they were kind"]


def test_the_same_invitation_has_a_telegram_link(on_telegram: Running) -> None:
    token = on_telegram.invite("Demo Link").rsplit("/", 1)[1]
    code = on_telegram.house.links.read(token)
    assert on_telegram.house.links.telegram_url(code) == f"https://t.me/paratoi_demo_bot?start={token}"


def test_the_token_is_in_no_log(on_telegram: Running, tmp_path: Path) -> None:
    logs = list(on_telegram.system.logs.glob("*.log*"))
    assert logs
    assert all(TOKEN not in log.read_text(errors="replace") for log in logs)
