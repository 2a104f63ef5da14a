"""What spaCy's rules say of each word, without any trained model: its form, its stem, and what it does in a sentence."""

from __future__ import annotations

import re
from typing import Any
from zlib import crc32

import scipy.sparse
import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from bot.nlu.featurizer import UntrainedFeaturizer

STEMS, SHAPES = 4096, 64  # places for stems and shapes, shared by those that fall on the same
_DENIES = frozenset("no not n't never none nothing nobody neither nor without nt cannot".split())
_FIRST = frozenset("i me my mine myself we us our im ive id".split())
_SECOND = frozenset("you your u ur yours yourself".split())
_THIRD = frozenset("he she him her his hers they them their it its".split())
_ASKS = frozenset("what whats when where who whos whose why how which".split())
_MODAL = frozenset("can could will would shall should may might must wo ca".split())
_PAST = frozenset("was were had did used been went got came took said told gave felt left lost".split())
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ied|ings?|edly|ed|es|s|ly)$")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SpacyTokens(Tokenizer):
    """Splits a message by spaCy's rules for English ("don't" is two words, "?" is one)."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpacyTokens:
        return cls(config)

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._language = spacy.blank("en")

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        words = [Token(word.text, word.idx) for word in self._language.make_doc(message.get(attribute)) if not word.is_space]
        return self._apply_token_pattern(words)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SpacyFeatures(UntrainedFeaturizer):
    """Adds stem, shape and lexical features for each word, and their sum for the message."""

    def __init__(self, name: str, config: dict[str, Any]) -> None:
        super().__init__(name, config)
        self._vocab = spacy.blank("en").vocab

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            tokens = message.get("text_tokens")
            if message.get(TEXT) and tokens:
                rows = self._rows(tokens)
                self.add_features_to_message(rows, scipy.sparse.csr_matrix(rows.sum(axis=0)), TEXT, message)
        return messages

    def _rows(self, tokens: list[Token]) -> scipy.sparse.csr_matrix:
        found = [features_of(word) for word in Doc(self._vocab, words=[token.text for token in tokens])]
        places = [place for one in found for place in one]
        rows = [at for at, one in enumerate(found) for _ in one]
        shape = (len(tokens), SHAPES + STEMS + len(_KINDS))
        return scipy.sparse.csr_matrix(([1] * len(places), (rows, places)), shape=shape, dtype=int)


def stem_of(word: str) -> str:
    """The word without the commonest English endings ("tablets" and "tablet" are one)."""
    return _ENDING.sub("", word)


def features_of(word: SpacyToken) -> list[int]:
    """The places of the features that hold for ``word``."""
    norm = word.norm_.casefold()
    held = [SHAPES + STEMS + at for at, kind in enumerate(_KINDS) if kind(word, norm)]
    return [crc32(word.shape_.encode()) % SHAPES, SHAPES + crc32(stem_of(norm).encode()) % STEMS, *held]


_KINDS = (
    lambda word, norm: word.like_num, lambda word, norm: word.is_stop, lambda word, norm: word.text == "?",
    lambda word, norm: word.is_punct, lambda word, norm: word.is_title and word.i > 0, lambda word, norm: word.is_upper,
    lambda word, norm: norm in _DENIES, lambda word, norm: norm in _FIRST, lambda word, norm: norm in _SECOND,
    lambda word, norm: norm in _THIRD, lambda word, norm: norm in _ASKS, lambda word, norm: norm in _ASKS and word.i == 0,
    lambda word, norm: norm in _MODAL, lambda word, norm: norm in _MODAL and word.i == 0,
    lambda word, norm: norm in _PAST or norm.endswith("ed"), lambda word, norm: norm.endswith("ing"),
    lambda word, norm: norm in _FIRST and word.i == 0, lambda word, norm: norm in _DENIES and word.i == 0,
)
