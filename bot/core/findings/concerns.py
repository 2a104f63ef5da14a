"""Finds what troubles somebody inside what they say: each concern is a short piece of it, as they wrote it.

Not every mention is a concern. What is denied, over, or somebody else's is left; so are answers that only tell more
about a trouble named before ("the pain is worse at night"). Whole answers are kept elsewhere, whatever is found here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.core.findings.asks import question_places
from bot.core.findings.clauses import clauses
from bot.core.findings.clinician_talk import is_a_clinicians, tells_ones_own
from bot.core.findings.concern_rules import candidates
from bot.core.findings.edges import widened
from bot.core.findings.meant import Meant, meant_of
from bot.core.findings.open_questions import asks_for_concerns
from bot.core.findings.over import is_laid_to_rest
from bot.core.findings.people import CHILDREN, asked_of_kin, whose
from bot.core.findings.plain_troubles import Candidate
from bot.core.findings.subjects import is_anothers
from bot.core.findings.tokens import Words, words_of
from bot.core.findings.topics import topics
from bot.core.findings.vocabulary import HealthWords

_OF_A_CHILD = re.compile(r"\b(?:he|she|him|son|daughter|child|baby|little (?:one|boy|girl))\b")
_OF_ONES_CHILD = re.compile(r"\b(?:your|the) (?:little )?(?:son|daughter|child|baby|boy|girl)\b")
_NOT_OF_THE_BODY = frozenset({"practical", "ability"})
_ECHO = 3  # words; "Drug allergy?" only repeats what was asked
_LITTLE = frozenset("a an the my this these that some of in on at with is and or it i have been".split())


@dataclass(frozen=True)
class Concern:
    """One thing that troubles somebody.

    Attributes:
        words: cut from the text, as written. start, end: where it stands there.
        group: ``symptom`` ``condition`` ``medicine`` ``worry`` ``request`` ``question`` ``daily_life``
            ``topic`` (named when asked openly, of no known kind); for grouping only, it is no
            diagnosis and is never shown as one.
        meant: how it is meant.
    """

    words: str
    start: int
    end: int
    group: str
    meant: Meant


def mentioned(text: str, vocabulary: HealthWords, question: str | None = None) -> tuple[Concern, ...]:
    """Everything in ``text`` that could be a concern, however it is meant, in its order. Never raises.

    Args:
        question: what was asked before, when known.
    """
    words = words_of(text)
    if not len(words) or len(words) <= _ECHO and text.rstrip().endswith("?"):
        return ()
    found: list[tuple[Candidate, Meant]] = []
    mentions = vocabulary.search(words)
    health = frozenset(place for m in mentions if m.kind not in _NOT_OF_THE_BODY for place in range(m.first, m.after))
    for clause in clauses(words):
        here = [m for m in mentions if clause[0] <= m.first and m.after <= clause[1]]
        for one in candidates(words, clause, here, question):
            meant = meant_of(words, one.first, one.core, clause, question)
            if one.settled:
                rests = one.group == "worry" and is_laid_to_rest(words, clause[0], one.first, one.after)
                meant = Meant(past=rests or meant.past and "couldn't" in words.said[one.first : one.after])
            if one.done and is_anothers(words, clause, one.first, one.core, health):
                meant = replace(meant, other_person=True)
            found.append((one, meant))
    return tuple(_concern(words, one, meant, vocabulary) for one, meant in _apart(words, found))


def find_concerns(text: str, vocabulary: HealthWords, question: str | None = None) -> tuple[Concern, ...]:
    """What the person says troubles them now and what they ask, each thing once, in the order of the text. Never raises.

    A question is a concern as a whole: what it names is not claimed. Of a clinician's words nothing is the person's own but
    what is told with "my" or "I".
    """
    every, asked = mentioned(text, vocabulary, question), question_places(text)
    if is_a_clinicians(text) and not asks_for_concerns(question):
        every = tuple(one for one in every if tells_ones_own(text, one.start, one.end))
        asked = tuple(place for place in asked if any(place[0] <= one.start < place[1] for one in every))
    told = [
        one
        for one in every
        if counts(one.meant, text, one, question) and not any(start < one.end and one.start < end for start, end in asked)
    ]
    told += [Concern(text[start:end], start, end, "question", Meant()) for start, end in asked]
    if asks_for_concerns(question):
        named = topics(text, [(one.start, one.end) for one in (*every, *told)])
        told += [Concern(text[start:end], start, end, "topic", Meant()) for start, end in named]
    return tuple(sorted(told, key=lambda one: one.start))


def counts(meant: Meant, text: str, concern: Concern, question: str | None = None) -> bool:
    """Whether a mention is a concern: not denied, over or imagined, and one's own or a child's of one's own (unless the
    family was asked about)."""
    if meant.negated or meant.past or meant.hypothetical:
        return False
    if not meant.other_person:
        return True
    words = words_of(text[: concern.end])
    if asked_of_kin(question) and not _OF_ONES_CHILD.search((question or "").casefold()):
        return False
    who = whose(words, 0, len(words))
    if who in ("he", "she"):  # a parent's answer about a child, or a tale of somebody
        return bool(CHILDREN & set(words_of(text).ones)) or bool(_OF_A_CHILD.search((question or "").casefold()))
    return who in CHILDREN


def _concern(words: Words, one: Candidate, meant: Meant, vocabulary: HealthWords) -> Concern:
    first, after = widened(words, one, vocabulary)
    return Concern(words.cut(first, after), words.starts[first], words.ends[after - 1], one.group, meant)


def _apart(words: Words, found: list[tuple[Candidate, Meant]]) -> list[tuple[Candidate, Meant]]:
    """Without what lies inside another, and without what was named before in the same message."""
    kept: list[tuple[Candidate, Meant]] = []
    seen: list[frozenset[str]] = []
    for one, meant in sorted(found, key=lambda pair: (pair[0].first, -pair[0].after)):
        if kept and one.first < kept[-1][0].after:
            continue
        names = frozenset(words.ones[one.first : one.after]) - _LITTLE
        if meant.present and any(names <= other for other in seen):
            continue
        kept.append((one, meant))
        if meant.present:
            seen.append(names)
    return kept
