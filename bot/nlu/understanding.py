"""Understands many typed messages with the trained model, without a server.

The model is loaded once. Messages are understood in batches, which is many times quicker than one by one.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.assistant.lean import leave_out_what_is_not_used
from bot.core.answers import key_of
from bot.core.guesses import may_be_beside_the_point
from bot.nlu.scope import SHARE, UNKNOWN

MODELS = Path(__file__).resolve().parents[2] / "models"
BATCH = 256
REMEMBERED = 20_000  # messages
_REFERENCE = re.compile(r"[a-z_]+(?::\d+)?")  # other words are a question as it was put
LONGEST = 2000  # characters; as the channel hands them over


@dataclass(frozen=True)
class Understood:
    """What a message was understood as.

    Args:
        intent: its name; None for an empty message.
        confidence: 1.0 when the whole message is a reviewed phrase, less when it is a guess.
        ranking: what the classifier alone gives to each intent.
        entities: as Rasa gives them.
        other: how much it is like talk of other things, between 0 and 1.
    """

    text: str
    intent: str | None
    confidence: float
    ranking: dict[str, float]
    entities: list[dict[str, Any]]
    other: float = UNKNOWN


class Understanding:
    """The part of a trained model that understands messages."""

    def __init__(self, runner: Any, target: str) -> None:
        self._runner, self._target = runner, target
        self._lately: dict[str, Understood] = {}

    def __call__(self, text: str) -> Understood:
        """What ``text`` is understood as; at once when it was asked for lately, alone or among many."""
        return self._lately.get(text) or next(self.of_many([text]))

    def is_out_of_scope(self, text: str, question: str | None = None) -> bool:
        """Whether ``text`` holds nothing that could stand on a sheet for a health visit.

        That is talk about something else, small talk, a question about us, a bare yes or no, or a command.

        Args:
            question: the reference of what was being asked (``matters:1``, ``in_the_way``), when that is known. Where the
                world may be an answer, only a question or an order is out of scope.
        """
        intent = self(text).intent
        if intent in {"off_topic", "about_us"}:
            return may_be_beside_the_point(text, key_of(question) if question and _REFERENCE.fullmatch(question) else None)
        return intent not in {"inform", None}

    def of_many(self, texts: Iterable[str]) -> Iterator[Understood]:
        """What each of ``texts`` is understood as, in their order."""
        waiting: list[str] = []
        for text in texts:
            waiting.append(text)
            if len(waiting) == BATCH:
                yield from self._batch(waiting)
                waiting = []
        if waiting:
            yield from self._batch(waiting)

    def _batch(self, texts: list[str]) -> Iterator[Understood]:
        from rasa.core.channels.channel import UserMessage
        from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER

        told = [UserMessage(text=text[:LONGEST].lstrip("/ ")) for text in texts]
        found = self._runner.run(
            inputs={PLACEHOLDER_MESSAGE: told, PLACEHOLDER_TRACKER: None}, targets=[self._target])[self._target]
        for text, message in zip(texts, found, strict=True):
            intent = message.get("intent") or {}
            ranking = {one["name"]: one["confidence"] for one in message.get("intent_ranking") or ()}
            understood = Understood(text, intent.get("name"), float(intent.get("confidence") or 0.0), ranking,
                                    message.get("entities") or [], message.get(SHARE, UNKNOWN))
            if len(self._lately) >= REMEMBERED:
                self._lately.clear()
            self._lately[text] = understood
            yield understood


def load_understanding(model: Path, lean: bool = True) -> Understanding:
    """Load a trained model's understanding.

    Args:
        model: the model's file, as ``paratoi train`` writes it.
        lean: without TensorFlow; only a model with DIET needs it.
    Raises: FileNotFoundError when there is no such file.
    """
    if not model.exists():
        raise FileNotFoundError(model)
    if lean:
        leave_out_what_is_not_used()
    from rasa.engine.loader import load_predict_graph_runner
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.engine.storage.local_model_storage import LocalModelStorage

    with tempfile.TemporaryDirectory() as folder:
        metadata, runner = load_predict_graph_runner(Path(folder), model, LocalModelStorage, DaskGraphRunner)
    return Understanding(runner, metadata.nlu_target)


@lru_cache(maxsize=1)
def understanding(model: Path) -> Understanding:
    """The understanding of the project's model, loaded once in a process."""
    return load_understanding(model)


def is_out_of_scope(text: str, question: str | None = None, model: Path | None = None) -> bool:
    """Whether ``text`` holds nothing for a sheet, by the newest trained model; see ``Understanding.is_out_of_scope``.

    Args:
        model: the model's file; the newest in ``models`` when not given.
    Raises: FileNotFoundError when no model was trained yet.
    """
    return understanding(model or _newest()).is_out_of_scope(text, question)


def _newest() -> Path:
    found = sorted(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise FileNotFoundError(MODELS / "*.tar.gz")
    return found[-1]
