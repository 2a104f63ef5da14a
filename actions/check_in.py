"""The answer to a check-in."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.speaking import CHECK_IN, take_turn


class ValidateCheckInForm(Action):
    """Rasa calls this when a check-in is asked, and with the answer to it."""

    def name(self) -> str:
        return "validate_check_in_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any],
    ) -> list[EventType]:
        return await take_turn(CHECK_IN, dispatcher, tracker)
