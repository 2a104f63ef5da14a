"""Lets a command or a bare yes or no count only when the whole message is one, so that no sentence is swallowed.

A classifier alone would read "I want to go back to work" as *go_back*. A whole message that is a known phrase gets that
intent for certain, with confidence 1. Any other message that the classifier took for something else than an answer
becomes ``inform``, unless it is a slip of the finger away from a known phrase, or ``bot/nlu/scope.py`` finds nothing in
it that could stand on a sheet. Then it is a guess, with a confidence below 1, and the conversation treats it as one.
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

from bot.core.guesses import SURE
from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.scope import BESIDE, SHARE, UNKNOWN, Scope, scope

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST_PHRASE = 200  # characters; no command is longer
LONGEST_COMMAND = 40  # characters; a longer message must be a known phrase to be a command
IN_DOUBT = SURE - 0.01  # what looks beside the point and is not plainly so
NEVER_GUESSED = frozenset({"affirm", "deny", "start"})  # these change an answer or a consent: a known phrase, or not
SUREST_GUESS = 0.99  # only a known phrase is certain
# Has no phrases, only guesses, and "asthma is terrible today" is one of them: the classifier alone is not believed.
NOT_BELIEVED = frozenset({"off_topic"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class WholeMessage(GraphComponent):
    """Corrects the classifier's intent by what the whole message is."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``scope``: whether guesses count where nothing in a message could stand on a sheet."""
        return {"phrases": "bot/content/commands.yml", "scope": True}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> WholeMessage:
        return cls(CommandPhrases(load_phrases(ROOT / config["phrases"])), scope() if config["scope"] else None)

    def __init__(self, phrases: CommandPhrases, judge: Scope | None = None) -> None:
        self._phrases, self._scope = phrases, judge

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = {one[INTENT_NAME_KEY]: one[PREDICTED_CONFIDENCE_KEY] for one in message.get("intent_ranking") or ()}
            name, sure = self.understood(
                message.get(TEXT) or "", message.get(INTENT) or {}, ranking, message.get(SHARE, UNKNOWN))
            message.set(INTENT, {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: sure}, add_to_output=True)
        return messages

    def understood(
        self, text: str, found: dict[str, Any], ranking: dict[str, float], other: float = UNKNOWN,
    ) -> tuple[str | None, float]:
        """The intent and how sure that is; 1.0 only for a known phrase.

        Args:
            found: what the classifier found (``name`` and ``confidence``).
            ranking: its confidence for each intent it knows.
            other: how much the message is like talk of other things, between 0 and 1.
        """
        guess = min(float(found.get(PREDICTED_CONFIDENCE_KEY) or 0.0), SUREST_GUESS)
        name = self.corrected(text, found)
        if len(text) <= LONGEST_PHRASE and self._phrases.whole(text):
            return name, 1.0
        if name != "inform" or self._scope is None:
            return name, guess
        judged = self._scope.judge(text, ranking, other)
        if not judged.out:
            return name, max(guess if found.get(INTENT_NAME_KEY) == name else 0.0, min(judged.confidence, SUREST_GUESS))
        sure = ranking[judged.intent] if judged.intent in self._phrases.intents else judged.confidence
        if judged.intent in BESIDE:
            sure = max(sure, SURE) if judged.plain else min(judged.confidence, IN_DOUBT)
        return judged.intent, min(sure, SUREST_GUESS)

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
