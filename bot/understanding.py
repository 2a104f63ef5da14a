"""Joins what understands single messages, without a conversation: for ``paratoi parse`` and the measurements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.content.load_health import load_health
from bot.content.load_safety import load_safety
from bot.content.load_words import load_words
from bot.nlu.times import as_entity, find_times
from bot.nlu.understanding import load_understanding
from bot.services.understand import Asked, Intent, Understand


def make_understand(model: Path, words: Path, place: str, now: datetime, zone: str) -> Understand:
    """Load everything once; seconds.

    Args:
        model, words: as ``paratoi train`` makes them.
        now, zone: what "next Tuesday" is reckoned from, aware, and where (an IANA name).
    Raises: FileNotFoundError without a model; ContentError for a place we have no rules for.
    """
    safety, trained = load_safety(place), load_words(words, place)
    if trained is None:
        raise FileNotFoundError(words)
    understanding, where = load_understanding(model), ZoneInfo(zone)

    def intents(messages: Sequence[Asked]) -> list[Intent]:
        found = understanding.of_many(asked.text for asked in messages)
        return [Intent(one.intent or "inform", one.confidence) for one in found]

    def times(text: str) -> list[dict[str, Any]]:
        return [as_entity(one) for one in find_times(text, now, where)]

    return Understand(
        rules=safety.rules,
        vocabulary=load_health(),
        intents=intents,
        times=times,
        resemblance=trained.resemblance,
        talk=trained.change_talk,
    )
