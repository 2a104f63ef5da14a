"""Tells the classifier what kinds of words stand in a message, and how it is put: see ``scope_words.yml``."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import numpy as np
import scipy.sparse
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.featurizer import UntrainedFeaturizer
from bot.nlu.scope_words import Evidence, ScopeWords, scope_words, words_of

MOST = 3  # more words of a kind than this say nothing new
FIRST_WORDS = ("what", "whats", "when", "where", "who", "whos", "why", "how", "which", "can", "could", "would", "should",
               "will", "is", "are", "do", "does", "did", "am", "no", "not", "nope", "yes", "yeah", "i", "im", "ive", "my", "me")
_DENIALS = frozenset("no not none never nothing nobody nor neither dont doesnt didnt cant couldnt wont isnt arent wasnt "
                     "havent hasnt cannot without".split())
_LENGTHS = (1, 3, 7, 15)  # words; a message has at most so many, or more than all


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EvidenceFeatures(UntrainedFeaturizer):
    """Adds about fifty features to a message, each with a plain meaning."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``weight``: how much these count beside letters and words."""
        return {**UntrainedFeaturizer.get_default_config(), "weight": 0.3}

    def __init__(self, name: str, config: dict[str, Any]) -> None:
        super().__init__(name, config)
        self._words: ScopeWords = scope_words()
        self._fewer: ScopeWords = self._words.without("elsewhere", "machine")
        self._weight: float = config["weight"]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Half of the examples are learned from as if the lists of other things were empty: the world is wider than they."""
        for half in (0, 1):
            some = [one for one in training_data.training_examples if crc32((one.get(TEXT) or "").encode()) % 2 == half]
            self._add(some, self._fewer if half else self._words)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        self._add(messages, self._words)
        return messages

    def _add(self, messages: list[Message], words: ScopeWords) -> None:
        for message in messages:
            if text := message.get(TEXT):
                row = np.array([facts(text, words)]) * self._weight
                tokens = np.tile(row, (max(len(message.get("text_tokens") or ()), 1), 1))
                self.add_features_to_message(scipy.sparse.csr_matrix(tokens), scipy.sparse.csr_matrix(row), TEXT, message)


def facts(text: str, words: ScopeWords) -> list[float]:
    """What is known of ``text``, in a fixed order."""
    found, said = words.evidence(text), words_of(text)
    return [*_counted(found), *_put(found, text), *_begins(said), *_length(found.count),
            float(not _DENIALS.isdisjoint(said)), float(any(letter.isdigit() for letter in text))]


def _counted(found: Evidence) -> list[float]:
    counts = (found.body, found.life, found.elsewhere, found.machine, found.strange)
    return [min(count, MOST) / 2 for count in counts] + [float(not any(counts[:4]))]


def _put(found: Evidence, text: str) -> list[float]:
    healthy = found.body > 0
    return [float(one) for one in (
        found.own, found.us, found.asks, found.only_talk, "?" in text,
        found.asks and not healthy and not found.own, found.asks and found.us and not healthy,
        found.asks and found.elsewhere + found.machine > 0 and not healthy,
        found.own and not found.asks and found.body + found.life > 0, found.own and not found.asks and not healthy)]


def _begins(said: list[str]) -> list[float]:
    first = said[0] if said else ""
    return [float(first == word) for word in FIRST_WORDS] + [float(first not in FIRST_WORDS)]


def _length(count: int) -> list[float]:
    place = sum(count > most for most in _LENGTHS)
    return [float(place == at) for at in range(len(_LENGTHS) + 1)]
