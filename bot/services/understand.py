"""Everything that is understood of a message by itself: intent, number, danger, change talk, concerns, questions, times.

The conversation decides what becomes of it; this only says what was heard. ``paratoi parse`` and the measurements use it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.core.findings.asks import is_question
from bot.core.findings.change_talk import read_change_talk
from bot.core.findings.concerns import Concern, mentioned
from bot.core.findings.likeness import Likeness
from bot.core.findings.open_questions import asks_for_concerns
from bot.core.findings.vocabulary import HealthWords
from bot.core.safety import check
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import SafetyRules
from bot.core.scales import read_scale
from bot.core.told import concerns_told

ANSWER = "inform"  # other intents are commands, a yes or no, or talk beside the point


@dataclass(frozen=True)
class Asked:
    """One message to understand: what was typed, the question it answers, and the line before it, when known."""

    text: str
    question: str | None = None
    context: str | None = None


@dataclass(frozen=True)
class Intent:
    """What a message is for, with the share of belief (0 to 1) the classifier gives it."""

    name: str
    confidence: float


Intents = Callable[[Sequence[Asked]], Sequence[Intent]]
Times = Callable[[str], Sequence[dict[str, Any]]]


@dataclass(frozen=True)
class Understand:
    """Reads messages.

    Args:
        rules, resemblance: the safety check's rules, and what may add to them.
        vocabulary: words that name troubles.
        talk: the trained model of change talk; by cues alone when there is none.
        intents: names the intent of each message.
        times: the days and lengths of time that a text names.
    """

    rules: SafetyRules
    vocabulary: HealthWords
    intents: Intents
    times: Times
    resemblance: Resemblance | None = None
    talk: Likeness | None = None

    def __call__(self, messages: Sequence[Asked]) -> list[dict[str, Any]]:
        """One answer for each message, in order, ready for JSON. Never raises for any text."""
        return [self._one(asked, intent) for asked, intent in zip(messages, self.intents(messages), strict=True)]

    def _one(self, asked: Asked, intent: Intent) -> dict[str, Any]:
        before = asked.question or asked.context
        flags = check(asked.text, self.rules, asked.context or asked.question, self.resemblance)
        alert = any(flag.alert for flag in flags)
        talk = read_change_talk(asked.text, before, self.talk)
        concerns = () if alert else self.concerns(asked.text, before, intent.name)
        return {
            "text": asked.text,
            "intent": {"name": intent.name, "confidence": round(intent.confidence, 3)},
            "entities": [
                *(_entity(one) for one in mentioned(asked.text, self.vocabulary, before)),
                *self.times(asked.text),
            ],
            "scale": asdict(read_scale(asked.text)),
            "flags": [asdict(flag) for flag in flags],
            "change_talk": {"label": talk.label, "confidence": talk.confidence},
            "concerns": list(concerns),
            "is_question": intent.name == ANSWER and is_question(asked.text),
        }

    def concerns(self, text: str, question: str | None, intent: str = ANSWER) -> tuple[str, ...]:
        """What could stand on the agenda, cut from the text. Asked openly what matters, an answer that names nothing we
        know is a concern all the same, whole or in its plain parts; a question is kept as a question."""
        return concerns_told(text, self.vocabulary, question, asks_for_concerns(question), beside=intent != ANSWER)


def _entity(one: Concern) -> dict[str, Any]:
    return {"entity": one.group, "value": one.words, "start": one.start, "end": one.end, **asdict(one.meant)}
