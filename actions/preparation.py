"""Everything said while a preparation is under way."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.speaking import PREPARATION, take_turn


class ValidatePreparationForm(Action):
    """Rasa calls this with each message while the preparation's form is active, and when it becomes active."""

    def name(self) -> str:
        return "validate_preparation_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any],
    ) -> list[EventType]:
        return await take_turn(PREPARATION, dispatcher, tracker)
