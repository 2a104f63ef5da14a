"""How much a message is like talk of other things than somebody's health: a likeness, trained on rows of both.

Lists of words (``scope_words.yml``) know what they hold; the world is wider. This knows how people ask about it, and how
they speak of themselves. ``bot/nlu/scope.py`` weighs it with the rest.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.core.findings.likeness import Likeness, from_plain, pieces_of, to_plain
from bot.nlu.likeness_training import Row, train
from bot.nlu.scope import SHARE
from bot.nlu.scope_words import WORDS, scope_words, words_of

IN, OUT = "in", "out"
ROOT = Path(__file__).resolve().parents[2]
SCOPE, DANGER = ROOT / "data" / "scope", ROOT / "data" / "danger"
STRENGTH = 20.0
LONGEST = 400  # characters; a longer message is a story, and read by its beginning
_FILE = "other_things.json"
_EACH = 12  # one in so many rows about danger and about none is learned from: all of them are about health
Labelled = tuple[str, str]  # a text, and ``in`` or ``out``
_BEGIN, _ASKS = "^", "?"
_NEITHER = frozenset({"affirm", "deny", "not_sure", "angry"})  # may answer something, or be about their care


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class OtherThings(GraphComponent):
    """Notes on each message how much it is like talk of other things."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``strength``: how closely to follow the rows."""
        return {"strength": STRENGTH}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Rasa trains a component anew when this changes; of files beside the examples it knows nothing."""
        digest = sha256()
        for path in sorted((*SCOPE.glob("*.csv"), *DANGER.glob("*.csv"), WORDS)):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> OtherThings:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **kwargs: Any,
    ) -> OtherThings:
        with model_storage.read_from(resource) as folder:
            model = from_plain(json.loads((folder / _FILE).read_text(encoding="utf-8")))
        return cls(config, model_storage, resource, model)

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, model: Likeness | None = None,
    ) -> None:
        self._config, self._storage, self._resource, self._model = config, model_storage, resource, model

    def train(self, training_data: TrainingData) -> Resource:
        examples = ((one.get(TEXT) or "", one.get(INTENT) or "") for one in training_data.intent_examples)
        self._model = learn([*scope_rows(), *health_rows(), *by_intent(examples)], self._config["strength"])
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_text(json.dumps(to_plain(self._model), ensure_ascii=False), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that is trained looks at it."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if self._model is not None and (text := message.get(TEXT)):
                message.set(SHARE, share_of(text, self._model), add_to_output=True)
        return messages


def share_of(text: str, model: Likeness) -> float:
    """How much ``text`` is like talk of other things, between 0 and 1."""
    return model.probabilities(_pieces(text), _signs(text))[OUT]


def learn(rows: Iterable[Labelled], strength: float = STRENGTH) -> Likeness:
    """A model of ``rows``, each a text and whether it belongs (``in``, ``out``)."""
    return train((Row(_pieces(text), scope, _signs(text)) for text, scope in rows), strength, seldom=2, balanced=True)


def scope_rows(*without: str, folder: Path = SCOPE) -> Iterator[Labelled]:
    """What people may type where it is asked what matters to them, and whether it belongs.

    Args:
        without: names of files to leave out.
    """
    return ((row["text"], row["scope"]) for row in _rows(folder, without))


def health_rows(folder: Path = DANGER) -> Iterator[Labelled]:
    """Some of the rows about danger and ordinary troubles; the same ones each time."""
    return ((row["text"], IN) for row in _rows(folder) if not crc32(row["text"].encode()) % _EACH)


def by_intent(examples: Iterable[tuple[str, str]]) -> Iterator[Labelled]:
    """Those examples, a text and its intent, that say by their intent whether they belong: small talk and orders do not."""
    return ((text, IN if intent == "inform" else OUT) for text, intent in examples if text and intent not in _NEITHER)


def _rows(folder: Path, without: Sequence[str] = ()) -> Iterator[dict[str, str]]:
    for path in sorted(one for one in folder.glob("*.csv") if one.name not in without):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _signs(text: str) -> dict[str, float]:
    """What kinds of words stand in a text, and how it is put, as far as it is read."""
    found = scope_words().evidence(text[:LONGEST])
    nothing_of_theirs = not found.body and not found.life
    signs = {
        "body": min(found.body, 2), "life": min(found.life, 2), "elsewhere": min(found.elsewhere, 2),
        "machine": min(found.machine, 2), "strange": min(found.strange, 4) / 2, "own": found.own, "us": found.us,
        "asks": found.asks, "for_themselves": found.for_themselves, "points": found.points, "opens": found.opens,
        "asks_of_nobody": found.asks and not found.own, "nothing_of_theirs": nothing_of_theirs,
        "nothing_of_theirs_told": nothing_of_theirs and found.own,
    }
    return {name: float(value) for name, value in signs.items() if value}


def _pieces(text: str) -> list[str]:
    """The pieces of a text, and how it begins and ends."""
    text = text[:LONGEST]
    return pieces_of([_BEGIN, *words_of(text)]) + ([_ASKS] if text.rstrip().endswith(_ASKS) else [])
