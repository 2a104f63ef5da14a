"""A preparation over Telegram: real desk, inbox, decisions and sender; only Rasa's understanding is stood in for."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.bootstrap import House
from bot.config import Settings
from bot.core.preparation import Preparation
from bot.gateway.telegram import TelegramPost
from bot.store.tables import CheckIn, Conversation, Flag, FlagRemark, SharedSheet
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import BotApi
from tests.channels.conftest import Listen, open_house
from tests.channels.talk import at_noon, new_token
from tests.conversations.tester import PhrasesOnly
from tests.whole_way import MOST_TURNS, WORDS, next_turn


@pytest.fixture
async def real(house: House, api: BotApi, settings: Settings) -> AsyncIterator[House]:
    made = open_house(settings, api)
    del made.handle_inbox
    made.assistant = PhrasesOnly(made)
    at_noon(made)
    yield made
    await made.channels.close()


@pytest.fixture
async def post(real: House) -> AsyncIterator[TelegramPost]:
    made = TelegramPost(real)
    yield made
    await made.desk.settle()


class Prepares:
    """A person who taps where there is a button for the value, and types or gives a command otherwise."""

    def __init__(self, real: House, person: Person, listen: Listen) -> None:
        self._real, self._person, self._listen = real, person, listen

    async def plays(self, *turns: str) -> None:
        for turn in turns:
            if turn.startswith(">"):
                self._person.taps(self._title(turn[1:]))
            else:
                self._person.writes(turn)
            await self._listen()

    def _title(self, value: str) -> str:
        """The title of the newest quick reply with this value, as the outbox row has it."""
        rows = (row for shown in reversed(self._person.sees) for row in shown.buttons)
        data = [button["callback_data"] for row in rows for button in row]
        with self._real.units.reading() as unit:
            for one in data:
                row_id, _, place = one.partition(":")
                title, found = unit.bindings.row(row_id).choices()[int(place)]
                if found == value:
                    return title
        raise AssertionError(f"no quick reply gives {value!r} now")


def preparation(real: House) -> Preparation:
    with real.units.reading() as unit:
        return unit.preparations.of(unit.session.query(Conversation.id).scalar())


@pytest.fixture
def prepares(real: House, person: Person, listen: Listen) -> Prepares:
    return Prepares(real, person, listen)


async def test_a_whole_preparation_reaches_the_sheet_and_its_check_in_comes_back_here(
    real: House, person: Person, listen: Listen, prepares: Prepares
) -> None:
    person.writes(f"/start {new_token(real)}")
    await listen()
    for _ in range(MOST_TURNS):
        if turn := next_turn(preparation(real)):
            await prepares.plays(turn)

    with real.units.reading() as unit:
        sheet = unit.session.query(SharedSheet).one().content
        due_at = unit.session.query(CheckIn).one().due_at
    ranked = [priority["item"]["words"] for priority in sheet["priorities"]]
    assert ranked == ["Sleep", "My left knee"]
    assert sheet["questions"][0]["words"] == "Do I still need the blue ones?"
    assert (sheet["hope"], sheet["kept_private"]) == (None, 1)
    assert sheet["change"]["first_step"]["words"] == WORDS["first_step"]

    seen = len(person.sees)
    real.clock.forward(due_at - real.clock.now())
    assert await real.start_check_ins() == 1
    assert await real.start_check_ins() == 0
    await real.send_due()
    assert len(person.sees) > seen and "Ten minutes after tea" in person.sees[-1].text

    await prepares.plays(">done")
    with real.units.reading() as unit:
        answered = unit.session.query(CheckIn).one()
    assert (answered.state, answered.answer) == ("answered", "done")


async def test_one_tap_under_a_safety_text_is_kept_beside_the_flag_and_the_question_comes_again(
    real: House, person: Person, listen: Listen, prepares: Prepares
) -> None:
    person.writes(f"/start {new_token(real)}")
    await listen()
    await prepares.plays(">agree")
    asking = preparation(real).asking
    await prepares.plays("I want to kill myself", ">/fine")

    with real.units.reading() as unit:
        (flag,), (remark,) = (unit.session.query(one).all() for one in (Flag, FlagRemark))
    assert (remark.flag_id, remark.how, remark.words) == (flag.id, "tapped", "I am fine, go on")
    assert flag.acknowledged_at is None and preparation(real).asking == asking
    noted = {variant.text.replace("{clinic}", "Harbour Clinic (demo)") for variant in
             real.wording.variants["utter_fine_noted"]}
    assert person.sees[-2].text in noted and person.sees[-1].text not in noted


async def test_a_tap_on_an_old_button_changes_nothing_and_is_answered_kindly(
    real: House, person: Person, listen: Listen, prepares: Prepares
) -> None:
    person.writes(f"/start {new_token(real)}")
    await listen()
    consent = next(shown for shown in person.sees if shown.buttons)
    refusal = consent.titles[-1]
    await prepares.plays(">agree", "My knee")
    before = preparation(real)
    person.taps(refusal, consent)
    await listen()

    assert preparation(real) == before
    kindly = {variant.text for variant in real.wording.variants["utter_old_button"]}
    assert any(shown.text in kindly for shown in person.sees)
