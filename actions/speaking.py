"""Translates between Rasa's tracker and a turn that the core decided. Decides and words nothing itself."""

from __future__ import annotations

import asyncio
import logging
from functools import lru_cache

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.exc import SQLAlchemyError

from bot.bootstrap import House
from bot.core.answers import key_of
from bot.core.guesses import believed
from bot.core.saying import Say, Turn
from bot.services.render import buttons_of, words_of

logger = logging.getLogger(__name__)
PREPARATION, CHECK_IN = "preparation_form", "check_in_form"
PROBE = "probe"  # a turn of no conversation, by which a start is known to be complete
RESTING = "afterwards"  # nothing waits for an answer: the form ends until the person writes again


@lru_cache(maxsize=1)
def house() -> House:
    """This process's house, made at the first message."""
    return House()


async def take_turn(form: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Take the latest message into the preparation and say what was decided.

    The form that owns the next question speaks; the other one only steps aside. A message seen before is decided as
    it was the first time, so being asked twice for the same message changes nothing.
    """
    latest = tracker.latest_message
    inbox_id = latest["metadata"]["inbox_id"]
    if inbox_id == PROBE:
        dispatcher.utter_message(text=PROBE)
        return [SlotSet("taken", PROBE), SlotSet("requested_slot", None)]
    try:
        found = latest.get("intent") or {}
        intent = believed(found.get("name"), float(found.get("confidence") or 0.0), str(latest.get("text") or ""))
        turn = await asyncio.to_thread(house().take_turn, inbox_id, intent)
    except SQLAlchemyError as error:  # nothing was kept, so nothing is said; the gateway tries this message again
        logger.error("message %s could not be taken: %s", inbox_id, type(error).__name__)
        return []
    owner = form_of(turn.asking)
    if owner != form:
        return [SlotSet("taken", inbox_id), SlotSet("requested_slot", None), FollowupAction(owner)]
    for say in turn.says:
        speak(dispatcher, say)
    return _slots(turn, inbox_id)


def form_of(asking: str | None) -> str:
    """The form that asks ``asking``."""
    return CHECK_IN if asking and key_of(asking) == "check_in_result" else PREPARATION


def speak(dispatcher: CollectingDispatcher, say: Say) -> None:
    """Hand one message to Rasa by its key, with the words for its placeholders and its quick replies."""
    wording = house().wording
    about = {"question": say.question, "step": list(say.step) if say.step else None}
    buttons = [{"title": b["title"], "payload": b["value"]} for b in buttons_of(say, wording)]
    dispatcher.utter_message(response=say.key, buttons=buttons, about=about, **words_of(say, wording))


def _slots(turn: Turn, inbox_id: str) -> list[EventType]:
    """How each question was answered, which message this was, and what is asked next; nothing when all is said."""
    resting = turn.asking is None or key_of(turn.asking) == RESTING
    found = [SlotSet(key, state) for key, state in turn.answered.items()]
    return [*found, SlotSet("taken", inbox_id), SlotSet("requested_slot", None if resting else key_of(turn.asking))]
