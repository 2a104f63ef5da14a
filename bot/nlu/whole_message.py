"""Lets a command or a bare yes or no count only when the whole message is one, so that no sentence is swallowed.

A classifier alone would read "I want to go back to work" as *go_back*. A whole message that is a known phrase gets that
intent for certain; any other message that the classifier took for a command becomes ``inform``, unless the classifier
is sure and the message is a slip of the finger away from a known phrase.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.command_phrases import CommandPhrases, load_phrases

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST_PHRASE = 200  # characters; no command is longer
LONGEST_COMMAND = 40  # characters; a longer message must be a known phrase to be a command
SURE = 0.75
NEVER_GUESSED = frozenset({"affirm", "deny", "start"})  # these change an answer or a consent: a known phrase, or not
# Has no phrases, only guesses, and "asthma is terrible today" is one of them: what might be an answer stays one.
NOT_BELIEVED = frozenset({"off_topic"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class WholeMessage(GraphComponent):
    """Corrects the classifier's intent by what the whole message is."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"phrases": "bot/content/commands.yml"}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> WholeMessage:
        return cls(CommandPhrases(load_phrases(ROOT / config["phrases"])))

    def __init__(self, phrases: CommandPhrases) -> None:
        self._phrases = phrases

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            found = message.get(INTENT) or {}
            intent = self.corrected(message.get(TEXT) or "", found)
            if intent != found.get(INTENT_NAME_KEY):
                message.set(INTENT, {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
        return messages

    def corrected(self, text: str, found: dict[str, Any]) -> str | None:
        """The intent's name, given what the classifier found (``name`` and ``confidence``)."""
        if len(text) <= LONGEST_PHRASE and (intent := self._phrases.whole(text)):
            return intent
        name = found.get(INTENT_NAME_KEY)
        if name not in self._phrases.intents:
            return "inform" if name in NOT_BELIEVED else name
        sure = found.get(PREDICTED_CONFIDENCE_KEY, 0.0) >= SURE and name not in NEVER_GUESSED
        short = len(text) <= LONGEST_COMMAND
        return name if short and sure and self._phrases.resembles(text, name) else "inform"
