"""The tracker store gives back what Rasa's own would, whether from memory or from the database."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.assistant.tracker_store import WriteAheadTrackerStore

DOMAIN = Domain.from_dict({
    "intents": ["inform"],
    "slots": {"taken": {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]}},
})


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "rasa.db")


def store(path: str) -> WriteAheadTrackerStore:
    return WriteAheadTrackerStore(DOMAIN, dialect="sqlite", db=path)


async def turn(one: WriteAheadTrackerStore, number: int) -> DialogueStateTracker:
    tracker = await one.get_or_create_tracker("talk")
    if number == 0:
        tracker.update_with_events([ActionExecuted("action_session_start"), SessionStarted()], DOMAIN)
    tracker.update_with_events([
        UserUttered(f"words {number}", intent={"name": "inform"}), SlotSet("taken", str(number)),
        ActionExecuted("action_listen"),
    ], DOMAIN)
    await one.save(tracker)
    return tracker


def seen(tracker: DialogueStateTracker | None) -> tuple[list[str], object]:
    assert tracker is not None
    said = [event.text for event in tracker.events if isinstance(event, UserUttered)]
    return said, tracker.get_slot("taken")


async def test_five_turns_are_kept_once_each_and_read_the_same_by_another_server(path: str) -> None:
    one = store(path)
    for number in range(5):
        await turn(one, number)
    wanted = ([f"words {number}" for number in range(5)], "4")
    assert seen(await store(path).retrieve("talk")) == wanted
    assert seen(await one.retrieve("talk")) == wanted


async def test_what_another_server_wrote_meanwhile_is_seen(path: str) -> None:
    one, other = store(path), store(path)
    for number in range(3):
        await turn(one, number)
    await turn(other, 3)
    assert seen(await one.retrieve("talk"))[1] == "3"
    await turn(one, 4)
    assert seen(await other.retrieve("talk")) == ([f"words {number}" for number in range(5)], "4")


async def test_a_turn_that_breaks_off_leaves_nothing_half_done(path: str) -> None:
    one = store(path)
    for number in range(3):
        await turn(one, number)
    broken = await one.get_or_create_tracker("talk")
    broken.update(UserUttered("never answered", intent={"name": "inform"}), DOMAIN)
    assert seen(await one.retrieve("talk")) == (["words 0", "words 1", "words 2"], "2")


async def test_a_new_conversation_has_no_tracker(path: str) -> None:
    assert await store(path).retrieve("nobody") is None
