"""Change talk: whether what somebody says leans to changing, to staying as it is, or to neither.

It only chooses between reflections, and abstains when unsure. It is never shown, never kept, never a score of a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.findings import talk_cues as cues
from bot.core.findings.likeness import Likeness, pieces_of
from bot.core.findings.tokens import words_of

LABELS = ("change", "sustain", "neutral")
SURE = 0.5  # below this we abstain: what is said goes with either
_BY_RULE = 0.35  # how much the cues count beside the trained model
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_STRENGTH = 0.3


@dataclass(frozen=True)
class ChangeTalk:
    """``label``: ``change`` ``sustain`` ``neutral``. ``confidence``: 0 to 1; under ``SURE`` nothing may rest on it."""

    label: str
    confidence: float

    @property
    def leans(self) -> str | None:
        """``change`` or ``sustain`` when it is sure of one of them, else nothing."""
        return self.label if self.confidence >= SURE and self.label != "neutral" else None


def read_change_talk(text: str, question: str | None = None, model: Likeness | None = None) -> ChangeTalk:
    """What ``text`` leans to. Never raises.

    Args:
        question: what was asked before, when known; "no" and short answers mean little without it.
        model: trained likeness; by the cues alone when there is none.
    """
    said, asked = _plain(text), _last_question(question or "")
    by_cues = _shares(said, asked)
    if model is None:
        shares = by_cues
    else:
        learnt = model.probabilities(talk_pieces(text, question), cues_in(text, question))
        shares = {label: _BY_RULE * by_cues[label] + (1 - _BY_RULE) * learnt[label] for label in LABELS}
    label = max(LABELS, key=lambda one: shares[one])
    return ChangeTalk(label, round(shares[label], 3))


def talk_pieces(text: str, question: str | None) -> list[str]:
    """What the trained model compares: the pieces of the text, and those of the question marked as such."""
    asked = words_of(_last_question(question or "")).said[-12:]
    return [
        *pieces_of(words_of(text).said),
        *(f"q {word}" for word in asked),
        *(f"q {one} {other}" for one, other in zip(asked, asked[1:], strict=False)),
    ]


def cues_in(text: str, question: str | None) -> dict[str, float]:
    """The cues in both, as the trained model takes them."""
    said, asked = _plain(text), _last_question(question or "")
    stay, change = min(3, len(cues.STAYING.findall(said))), min(3, len(cues.CHANGING.findall(said)))
    asked_stay, asked_change = (
        min(2, len(cues.ASKED_OF_STAYING.findall(asked))),
        min(3, len(cues.ASKED_OF_CHANGE.findall(asked))),
    )
    neither = cues.NEITHER.match(said) is not None
    found = {
        "stay": stay,
        "change": change,
        "neither": neither,
        "asks": said.endswith("?"),
        "asked_stay": asked_stay,
        "asked_change": asked_change,
        "asked_neither": min(2, len(cues.ASKED_OF_NEITHER.findall(asked))),
        "two_words": len(said.split()) <= 2,
        "five_words": len(said.split()) <= 5,
        "no_i": re.search(r"\b(?:i|my|me|i'm|i've|it)\b", said) is None,
        "stay_as_asked": stay * asked_stay,
        "change_as_asked": change * asked_change,
        "only_stay": bool(stay and not change),
        "only_change": bool(change and not stay),
        "no_cue": not (stay or change),
        "answers_stay": asked_stay * (not neither),
        "answers_change": asked_change * (not neither),
    }
    return {name: _STRENGTH * float(value) for name, value in found.items() if value}


def _shares(said: str, asked: str) -> dict[str, float]:
    """The cues alone, as shares of one."""
    if not said or cues.NEITHER.match(said) or said.endswith("?"):
        return {"change": 0.1, "sustain": 0.1, "neutral": 0.8}
    stay = 1.2 * len(cues.STAYING.findall(said)) + 0.7 * min(2, len(cues.ASKED_OF_STAYING.findall(asked)))
    change = 1.0 * len(cues.CHANGING.findall(said)) + 0.35 * min(3, len(cues.ASKED_OF_CHANGE.findall(asked)))
    neutral = 0.6 + 0.9 * min(2, len(cues.ASKED_OF_NEITHER.findall(asked))) + 0.4 * (len(said.split()) <= 2)
    # the strongest takes most, in proportion to how far it is ahead
    raised = {"change": 3 ** min(change, 6.0), "sustain": 3 ** min(stay, 6.0), "neutral": 3 ** min(neutral, 6.0)}
    total = sum(raised.values())
    return {label: value / total for label, value in raised.items()}


def _plain(text: str) -> str:
    return " ".join(text[:10_000].replace("’", "'").casefold().split())


def _last_question(text: str) -> str:
    sentences = [one for one in _SENTENCE.split(_plain(text)) if one]
    asked = [one for one in sentences if one.endswith("?")]
    return (asked or sentences or [""])[-1]
