"""Chooses among the ways of saying a thing, so that the same sentence does not come twice in a row."""

from __future__ import annotations

import copy
import random
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

REMEMBERED = 8  # of our last messages; none of them is said again when there is another way


class VariedResponses(TemplatedNaturalLanguageGenerator):
    """Rasa's own templates; a variant said lately is passed over when there is another."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Any = None) -> None:
        super().__init__(domain.responses if domain is not None else {})

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any,
    ) -> dict[str, Any] | None:
        lately = [event.text for event in reversed(tracker.events) if isinstance(event, BotUttered)][:REMEMBERED]
        variants = [
            self._fill_response(copy.deepcopy(variant), {}, **kwargs)
            for variant in self._responses_for(utter_action, output_channel)
        ]
        if not variants:
            return None
        fresh = [variant for variant in variants if variant["text"] not in lately]
        return random.choice(fresh or [v for v in variants if v["text"] != (lately or [None])[0]] or variants)

    def _responses_for(self, utter_action: str, output_channel: str) -> list[dict[str, Any]]:
        return [
            variant for variant in self.responses.get(utter_action, [])
            if variant.get("channel") in {None, output_channel}
        ]
