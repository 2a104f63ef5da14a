"""Whether a message is beside the point: nothing that could stand on a sheet for a health visit.

Three things are weighed: the classifier, the words (``scope_words.yml``), and how much the message is like talk of other
things (``other_things.py``). How much each counts stands, with its meaning, in ``scope_weights.yml``. What names the body, an
illness, a medicine or care is hardly ever beside the point, and what is said at length is hard to find so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.content.read_yaml import read_yaml_file
from bot.nlu.scope_words import Evidence, ScopeWords, scope_words

WEIGHTS = Path(__file__).resolve().parent / "scope_weights.yml"
SMALL_TALK = frozenset({"greet", "thanks", "bye", "how_are_you"})
YES_OR_NO = frozenset({"affirm", "deny", "not_sure"})
BESIDE = frozenset({"off_topic", "about_us"})
HARMLESS = frozenset({"help", "why", "repeat"})  # commands after which the same is asked again
ANSWER = "inform"
CERTAIN = 1.0
SHARE = "other_things"  # where a message keeps how much it is like talk of other things: 0 (about the person) to 1
UNKNOWN = 0.5  # of how much a message is like talk of other things, where nothing was trained to tell
TALK, THINGS = "talk", "things"
# What is weighed of the likeness to other talk.
OF_OTHER = frozenset({"other", "other_with_body", "other_asked", "other_own", "other_by_size", "other_talk"})
WEAK = 0.6  # an answer with a smaller share is a guess like any other
LEAST = 0.15  # a share under this names nothing
_NOT_COMMANDS = SMALL_TALK | YES_OR_NO | BESIDE | {ANSWER, "angry"}
_FURTHEST = 5.0  # a probability's log-odds are kept between minus and plus this
_LONG = 12  # words
_LETTERS = re.compile("[A-Za-z]")


@dataclass(frozen=True)
class Judgement:
    """What was found about a message.

    Args:
        out: whether it is beside the point.
        confidence: how sure that is, between 0 and 1.
        intent: what it is, when it is beside the point; else ``inform``.
        plain: whether it is plainly about something else, so that nobody has to be asked what it was for.
    """

    out: bool
    confidence: float
    intent: str
    plain: bool = False


@dataclass(frozen=True)
class Scope:
    """Weighs a message.

    Args:
        words: the reviewed words.
        weights: by the name of what is weighed, one set for what looks like ``talk`` (or a yes, a no, a command) and one
            for what looks like other ``things`` or like an answer, which alone counts what the message is like; ``start`` is
            added to their sum.
        limits: from which confidence on a message is beside the point, by ``beside`` and ``talk``; from which on it is
            plainly so (``plain``); from which share on a guess at a ``command`` is one; and how much a message must be like
            other talk to be out by that, asked (``alike``) or told (``alike_told``), with a word of the body in it
            (``despite_body``), or plainly (``plain_other``).
    """

    words: ScopeWords
    weights: Mapping[str, Mapping[str, float]]
    limits: Mapping[str, float]

    def judge(self, text: str, ranking: Mapping[str, float], other: float = UNKNOWN) -> Judgement:
        """Whether ``text`` is beside the point.

        Args:
            ranking: the classifier's probability for each intent.
            other: how much it is like talk of other things, between 0 and 1.
        """
        evidence = self.words.evidence(text)
        unread = evidence.count and not _LETTERS.search(text)  # another writing: nothing here has learned it, so it is kept
        if unread or evidence.body and other < self.limits["despite_body"]:  # no classifier overrules that
            return Judgement(False, CERTAIN, ANSWER)
        intent = named(ranking, evidence, self.limits["command"])
        weights, weighed = self.weights[looks_like(intent)], weigh(evidence, ranking, other)
        total = weights["start"] + sum(weights.get(name, 0.0) * value for name, value in weighed.items())
        confidence = 1.0 / (1.0 + math.exp(-total))
        alike = other >= self.limits["alike" if evidence.asks else "alike_told"]  # what is told stays in for longer
        if intent == ANSWER and alike and ranking:
            intent = "off_topic"
        limit = self.limits["talk" if intent in SMALL_TALK | YES_OR_NO else "beside"]
        theirs = intent == "off_topic" and not alike and (_asked_for_themselves(evidence) or not _asked_of_us(evidence))
        if intent == ANSWER or theirs or not evidence.count or confidence < limit:
            return Judgement(False, 1.0 - confidence, ANSWER)
        return Judgement(True, confidence, intent,
                         confidence >= self.limits["plain"] and other >= self.limits["plain_other"] and _elsewhere(evidence))


def _asked_for_themselves(evidence: Evidence) -> bool:
    """Whether somebody asks what they may or must do, about nothing that is on the lists of other things."""
    return evidence.for_themselves and not evidence.us and not evidence.elsewhere + evidence.machine


def _asked_of_us(evidence: Evidence) -> bool:
    """Whether a message asks or orders something, or is about other things by its words.

    What is merely told stays in, and so does what people tell of themselves whatever it is about ("I teach history").
    """
    return evidence.asks or evidence.us or evidence.machine > 0 or evidence.elsewhere > 0 and not evidence.own


def _elsewhere(evidence: Evidence) -> bool:
    """Whether a message asks or orders something of the world or of a machine, and not of anybody's own days."""
    if not evidence.opens or evidence.for_themselves:
        return False
    nobodys = not evidence.own and not evidence.us
    if evidence.elsewhere + evidence.machine:
        return nobodys or not evidence.life
    return nobodys and not evidence.life and evidence.strange > 0


def looks_like(intent: str) -> str:
    """Which weights count for what a message would be: ``talk`` or ``things``."""
    return THINGS if intent in BESIDE | {ANSWER} else TALK


def named(ranking: Mapping[str, float], evidence: Evidence, command: float) -> str:
    """What a message would be if it is beside the point; what the classifier takes for an answer is none.

    A weak guess at a command is no command: it is what comes next of talk, a yes or no, or what is beside the point.
    """
    best = max(ranking, key=lambda name: ranking[name], default=ANSWER)
    if best == ANSWER:
        weak = ranking and ranking[best] < WEAK
        near = max(BESIDE, key=lambda name: ranking.get(name, 0.0))
        if weak and ranking.get(near, 0.0) >= LEAST and evidence.asks:
            return near
        return "off_topic" if evidence.machine and ranking else ANSWER
    if best in _NOT_COMMANDS or ranking[best] >= (command if best not in HARMLESS else command / 2):
        return best
    rest = {name: share for name, share in ranking.items() if name in SMALL_TALK | YES_OR_NO | BESIDE}
    second = max(rest, key=lambda name: rest[name], default=ANSWER)
    if rest.get(second, 0.0) >= LEAST:
        return second
    asked_of_us = evidence.us and evidence.asks and evidence.only_talk
    return "off_topic" if evidence.machine or asked_of_us else ANSWER


def weigh(evidence: Evidence, ranking: Mapping[str, float], other: float = UNKNOWN) -> dict[str, float]:
    """What is weighed, by name; the names are those of ``scope_weights.yml``."""
    like = _odds(other)
    answer = _odds(ranking.get(ANSWER, 0.0))
    beside = _odds(sum(ranking.get(name, 0.0) for name in BESIDE))
    talk = _odds(sum(ranking.get(name, 0.0) for name in SMALL_TALK))
    yes_or_no = _odds(sum(ranking.get(name, 0.0) for name in YES_OR_NO))
    command = _odds(sum(share for name, share in ranking.items() if name not in _NOT_COMMANDS))
    size = math.log(min(evidence.count, 30) + 1)
    nothing_of_theirs = not evidence.body and not evidence.life
    named = evidence.elsewhere + evidence.machine > 0
    return {
        "answer": answer, "beside": beside, "small_talk": talk, "yes_or_no": yes_or_no, "command": command,
        "body": min(evidence.body, 2), "life": min(evidence.life, 2), "elsewhere": min(evidence.elsewhere, 2),
        "machine": min(evidence.machine, 2), "strange": min(evidence.strange, 4), "size": size,
        "long": float(evidence.count > _LONG), "own": float(evidence.own), "us": float(evidence.us),
        "asks": float(evidence.asks), "only_talk": float(evidence.only_talk),
        "nothing_of_theirs": float(nothing_of_theirs), "asks_nothing_of_theirs": float(evidence.asks and nothing_of_theirs),
        "answer_with_body": answer * min(evidence.body, 1), "beside_without_theirs": beside * nothing_of_theirs,
        "asks_of_the_world": float(evidence.asks and nothing_of_theirs and not evidence.own and evidence.strange > 0),
        "machine_asked": min(evidence.machine, 2) * float(evidence.asks),
        "own_strange": float(evidence.own and evidence.strange > 0),
        "small_talk_only": talk * evidence.only_talk, "yes_or_no_only": yes_or_no * evidence.only_talk,
        "small_talk_by_size": talk * size, "yes_or_no_by_size": yes_or_no * size,
        "named": float(named), "named_asked": float(named and evidence.asks),
        "for_themselves": float(evidence.for_themselves), "for_themselves_named": float(evidence.for_themselves and named),
        "points_asked": float(evidence.points and evidence.asks and not named),
        "us_asked": float(evidence.us and evidence.asks and not evidence.own),
        "us_asked_by_beside": beside * float(evidence.us and evidence.asks),
        "other": like, "other_with_body": like * min(evidence.body, 1), "other_asked": like * float(evidence.asks),
        "other_own": like * float(evidence.own), "other_by_size": like * size, "other_talk": like * evidence.only_talk,
    }


def _odds(share: float) -> float:
    return max(-_FURTHEST, min(_FURTHEST, math.log((share + 1e-3) / (1.0 - share + 1e-3))))


@lru_cache(maxsize=1)
def scope() -> Scope:
    """The reviewed words and weights, read once. Raises: KeyError when a weight or a limit is missing."""
    kept: dict[str, Any] = read_yaml_file(WEIGHTS)
    nothing = weigh(Evidence(0, 0, 0, 0, False, False, False, 0, False, 0), {})
    wanted = {THINGS: ("start", *nothing), TALK: ("start", *(name for name in nothing if name not in OF_OTHER))}
    weights = {kind: {name: kept["weights"][kind][name] for name in names} for kind, names in wanted.items()}
    return Scope(scope_words(), weights, dict(kept["limits"]))
