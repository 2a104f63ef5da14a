"""The ways in which people name a trouble, inside one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.findings import concern_words as cue
from bot.core.findings.open_questions import asks_for_concerns, asks_how_it_is
from bot.core.findings.part_is import parts_that_are
from bot.core.findings.plain_troubles import Candidate, told_by_a_verb, told_plainly, wishes, worries
from bot.core.findings.tokens import Words
from bot.core.findings.vocabulary import Mention


def candidates(words: Words, clause: tuple[int, int], mentions: list[Mention], question: str | None) -> Iterator[Candidate]:
    """Everything in one clause that may be a concern, in no order; some may overlap.

    Args:
        question: what was asked before, when known.
    """
    line = f" {' '.join(words.said[clause[0] : clause[1]])} "
    openly = question is None or asks_for_concerns(question)
    yield from worries(words, clause, line)
    yield from wishes(words, clause, line, openly)
    yield from told_plainly(words, clause, line, openly, _asks_of_a_pain(question), asks_how_it_is(question))
    by_kind: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_kind.setdefault(mention.kind, []).append(mention)
    named = {place for kind in ("symptom", "condition") for m in by_kind.get(kind, ()) for place in range(m.first, m.after)}
    yield from told_by_a_verb(words, clause, line, named)
    for kind in ("symptom", "condition"):
        for m in by_kind.get(kind, ()):
            if not _only_named(words, m, clause):
                yield Candidate(m.first, m.after, kind, clause)
    yield from _parts(words, by_kind, clause)
    yield from parts_that_are(words, [*by_kind.get("body", ()), *by_kind.get("measure", ())], clause)
    yield from _alone(words, by_kind, clause)
    yield from _inabilities(words, by_kind, clause)
    yield from _medicines(words, by_kind, clause)
    yield from _named_only(words, by_kind, clause, not openly and _only_where(line, question or ""))
    yield from _measures(words, by_kind, clause)
    if cue.LIFE.search(line):
        yield from (
            Candidate(m.first, m.after, "daily_life", clause) for m in by_kind.get("practical", ())
            if not (words.said[m.first] == "stairs" and by_kind.get("symptom")))  # where it comes on


def _asks_of_a_pain(question: str | None) -> bool:
    return question is not None and _A_PAIN.search(question.casefold()) is not None


_A_PAIN = re.compile(r"\b(?:pain|hurts?|aches?|sore|discomfort)\b")


def _only_where(line: str, question: str) -> bool:
    return re.search(r" (?:in|on|at) ", line) is not None or _ASKS_WHERE.search(question.casefold()) is not None


_ASKS_WHERE = re.compile(r"\b(?:which|what) (?:side|one|part|area|leg|arm|knee)|\bwhere(?:abouts)?\b|\bpoint\b")


def _only_named(words: Words, m: Mention, clause: tuple[int, int]) -> bool:
    """ "Flu jab", "Dilantin for my seizures", "after my stroke": the word names something else, or explains it."""
    follows = words.ones[m.after] if m.after < len(words) else ""
    line = f" {' '.join(words.said[clause[0] : m.first])} "
    if words.said[m.first] in cue.TWO_SENSES and m.after - m.first == 1 and clause[1] - clause[0] > 2:
        return not set(words.said[max(clause[0], m.first - 4) : m.first]) & cue.HAVE
    return (
        follows in cue.OF_IT
        or cue.TAKEN_FOR.search(line) is not None
        or re.search(r" (?:(?:after|since|before) (?:my|the|having|i had(?: the| a| an)?|that)|during(?: my|"
    r" the)?) $", line) is not None
    )


def _parts(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """A part of the body with what is wrong with it, the nearest of them."""
    wrong = [
        m
        for kind in ("trouble", "hurts", "wrong")
        for m in by_kind.get(kind, ())
        if words.said[m.first] not in ("low", "down", "rough", "frustrated", "embarrassed")
        and words.said[m.after : m.after + 1] != ("free",)  # "pain free"
    ]
    for part in by_kind.get("body", ()):
        before = words.said[part.first - 1] if part.first else ""
        if before in cue.NOT_MINE or words.said[part.first] == "back" and not _is_the_back(words, part, before):
            continue
        near = [(_between(part, m), m) for m in wrong if _between(part, m) <= cue.NEAR]
        if near:
            nearest = min(near, key=lambda pair: pair[0])[1]
            yield Candidate(min(part.first, nearest.first), max(part.after, nearest.after), "symptom", clause)


def _is_the_back(words: Words, part: Mention, before: str) -> bool:
    """ "My back", "back pain"; not "cut back", "go back to"."""
    follows = words.ones[part.after] if part.after < len(words) else ""
    return before in cue.MY and follows != "of" or follows in cue.ACHES


def _measures(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """ "My sugar is up and down", "poor balance"; not "lifting weights"."""
    for m in by_kind.get("measure", ()):
        near = f" {' '.join(words.said[max(clause[0], m.first - 4) : min(clause[1], m.after + 5)])} "
        mine = not m.first or words.said[m.first - 1] not in cue.NOT_MINE
        if mine and cue.BAD_MEASURE.search(near) and not cue.LIFTED.search(near) and not cue.DOWN_IS_WELL.search(near):
            yield Candidate(m.first, m.after, "symptom", clause)


def _named_only(
    words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int], where: bool
) -> Iterator[Candidate]:
    """ "My lower back.", "it's the left knee": a part that is all of a short clause, or of its end from "it's" on.

    Args:
        where: it was only asked where, so that the answer names nothing new.
    """
    parts = by_kind.get("body", ())
    if where or not parts or parts[-1].after != clause[1]:
        return
    inside = {place for part in parts for place in range(part.first, part.after)}
    first = clause[1] - 1
    while first > clause[0] and (first in inside or words.said[first] in cue.IS_AT - _IT_IS):
        first -= 1
    if first > clause[0] and words.said[first] not in _IT_IS or clause[1] - first > 7:
        return
    if all(words.said[place] in cue.IS_AT for place in range(first, clause[1]) if place not in inside):
        yield Candidate(next(part.first for part in parts if part.first >= first), parts[-1].after, "symptom", clause)


_IT_IS = frozenset({"it's", "its"})


def _between(one: Mention, other: Mention) -> int:
    return max(one.first, other.first) - min(one.after, other.after)


def _line(words: Words, first: int, after: int) -> str:
    return f" {' '.join(words.said[first:after])} "


def _alone(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """ "I have a rash", "in a lot of pain", "I feel so tired"."""
    for m in by_kind.get("trouble", ()):
        if cue.TAKEN_FOR.search(_line(words, clause[0], m.first)):
            continue
        led = set(words.said[max(clause[0], m.first - 4) : m.first]) & cue.HAVE
        if words.ones[m.after - 1] not in cue.VAGUE and led or cue.MUCH.search(
            _line(words, max(clause[0], m.first - 3), m.after)
        ):
            yield Candidate(m.first, m.after, "symptom", clause)
    for m in by_kind.get("wrong", ()):
        before = words.said[max(clause[0], m.first - 3) : m.first]
        if words.said[m.after : m.after + 1] in (("condition",), ("breakdown",), ("system",)):
            continue
        if _stands_alone(words, m, clause):
            yield Candidate(m.first, m.after, "symptom", clause)
            continue
        if words.said[m.first] in cue.MOODS and not set(before) & cue.FEELS:
            continue
        if words.said[m.first] == "down" and words.said[m.after : m.after + 1] == ("to",):  # "down to three a day"
            continue
        if before[-1:] == ("that",) and set(before[:-1]) & cue.HAS_SO:  # "I get that lonely"
            before = before[:-1]
        if before and before[-1] in cue.FEEL:
            yield Candidate(m.first, m.after, "symptom", clause)


def _stands_alone(words: Words, m: Mention, clause: tuple[int, int]) -> bool:
    """ "Tired.", "weepy, I don't know why": the word is all of an answer, up to a pause."""
    led = set(words.said[clause[0] : m.first]) <= cue.LEADS_UP and m.after - clause[0] <= _ALONE_MOST
    return led and (m.after == clause[1] or m.after in words.pauses)


_ALONE_MOST = 6  # words of an answer that is no more than such a word


def _inabilities(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    """ "Can't sleep", "trouble swallowing", "not sleeping"."""
    for m in [*by_kind.get("ability", ()), *by_kind.get("measure", ())]:
        end = m.first
        while end > clause[0] and words.said[end - 1] in cue.FILLERS:
            end -= 1
        for length in range(6, 0, -1):
            for stop in range(m.first, end - 1, -1):
                start = stop - length
                if start >= clause[0] and cue.CANNOT.match(" ".join(words.said[start:stop])):
                    if _is_a_plain_no(words, clause, start, stop, m):
                        continue
                    yield Candidate(start, m.after, "symptom", clause, settled=True, done=True)
                    break
            else:
                continue
            break


def _is_a_plain_no(words: Words, clause: tuple[int, int], start: int, stop: int, m: Mention) -> bool:
    """ "I don't see why", "can't remember who": no trouble with seeing or with the memory."""
    verb, follows = words.said[m.after - 1], words.said[m.after] if m.after < len(words) else ""
    if m.after == clause[1] and clause[1] - clause[0] <= 4 and verb in ("remember", "think", "see", "tell", "hear"):
        return True
    if words.said[start:stop] in cue.ONLY_NOT and verb not in cue.NOT_ENOUGH:
        return True
    return verb in ("remember", "think", "see", "tell", "hear", "hold", "afford") and follows in cue.NO_TROUBLE


def _medicines(words: Words, by_kind: dict[str, list[Mention]], clause: tuple[int, int]) -> Iterator[Candidate]:
    for m in by_kind.get("medicine", ()):
        for wrong in by_kind.get("medicine_trouble", ()):
            denied = wrong.first > 0 and words.said[wrong.first - 1] in ("no", "any", "without", "never", "zero")
            if _between(m, wrong) <= cue.NEAR and not denied and not cue.FEEL_WELL.match(_line(words, wrong.after, clause[1])):
                yield Candidate(min(m.first, wrong.first), max(m.after, wrong.after), "medicine", clause, settled=True)
                break
