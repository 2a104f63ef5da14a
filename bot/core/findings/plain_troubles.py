"""Troubles, worries and wishes that people tell without a name for them ("it locks up on me", "I keep dropping things")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.findings import concern_words as cue
from bot.core.findings import daily_words as daily
from bot.core.findings import plain_words as plain
from bot.core.findings import spoken_words as spoken
from bot.core.findings.people import NEAREST, PARENTS
from bot.core.findings.tokens import Words


@dataclass(frozen=True)
class Candidate:
    """Words ``first`` to ``after`` may be a concern of ``group``. ``settled``: the words say by themselves that it is
    meant ("can't sleep"), so denials around it are not asked for. ``done``: it is done by somebody, and another's is none."""

    first: int
    after: int
    group: str
    clause: tuple[int, int]
    settled: bool = False
    told: int | None = None
    done: bool = False

    @property
    def core(self) -> int:
        """The word after those that tell it; what follows up to ``after`` only goes with them."""
        return self.after if self.told is None else self.told


_PATTERNS = (*plain.PATTERNS, *spoken.PATTERNS, *daily.PATTERNS)
_SETTLED = plain.SETTLED | spoken.SETTLED | daily.SETTLED
_OF_ITS_SUBJECT = plain.OF_ITS_SUBJECT | spoken.OF_ITS_SUBJECT | daily.OF_ITS_SUBJECT


def told_plainly(
    words: Words, clause: tuple[int, int], line: str, openly: bool, more_of_a_pain: bool = False, how_it_is: bool = False,
) -> Iterator[Candidate]:
    """ "Can't make a fist", "put on a stone", "it hurts to bend over", "it locks up on me".

    Args:
        line: the clause's words, one space between and at either end. openly: nothing narrower was asked before, so that
            "it burns" tells of a trouble and not more about one. more_of_a_pain: a pain was asked about, so that "it hurts
            when I turn" tells more about that. how_it_is: it was asked how something is, so that "it's weeping" tells it.
    """
    for match in cue.CANNOT_DO.finditer(line):
        before = line[: match.start() + 1]
        if _is_a_hardship(match["verb"], line[match.end() :]) and not cue.OF_OTHERS.search(before):
            yield _from(words, clause, (match.start(), match.end()), line, 8, "symptom", settled=True, done=True)
    hurts = () if more_of_a_pain else ((cue.IT_HURTS, 7), (spoken.IT_HURTS_MUCH, 6))
    does = ((plain.IT_DOES, 6),) if openly or how_it_is else ()
    if how_it_is:
        does = (*does, (spoken.IS_DOING, 6))
    for pattern, most in ((cue.WEIGHT, 6), *hurts, *_PATTERNS, *does):
        for match in pattern.finditer(line):
            settled, done = pattern in _SETTLED, pattern in _OF_ITS_SUBJECT
            yield _from(words, clause, (match.start(), match.end()), line, most, "symptom", settled=settled, done=done)


def told_by_a_verb(words: Words, clause: tuple[int, int], line: str, named: set[int]) -> Iterator[Candidate]:
    """What is troubled with, suffered from or bothers, in words of no list ("diagnosed with dysplasia").

    Args:
        named: the places of words that name a trouble by themselves, and are found without this.
    """
    for pattern, most in ((cue.TROUBLE_WITH, 8), (cue.KIND_OF_TROUBLE, 7), (cue.SUFFERED, 6), (cue.BOTHERS, 6)):
        for match in pattern.finditer(line):
            begins = match.start("kind") - 1 if "kind" in pattern.groupindex else match.start()
            one = _from(words, clause, (begins, match.end()), line, most, "symptom")
            if not named & set(range(one.first, one.after)):
                yield one


def _is_a_hardship(verb: str, follows: str) -> bool:
    """ "Can't do my buttons"; not "can't do Mondays"."""
    needs = cue.HARD_WITH.get(verb)
    if needs is not None:
        return bool(set(follows.split()[:1]) & set(needs.split()))
    return verb not in cue.NO_HARDSHIP


def worries(words: Words, clause: tuple[int, int], line: str) -> Iterator[Candidate]:
    """ "I am scared that it is back"; not the worries of others."""
    if cue.HARM.search(line):
        return
    match = cue.WORRY.search(line) or cue.WORRIED.search(line)
    if match and not cue.NO_WORRY.search(line) and not cue.THEIR_WORRY.search(line):
        yield _from(words, clause, (match.start(), match.end()), line, 14, "worry", settled=True)


def wishes(words: Words, clause: tuple[int, int], line: str, openly: bool) -> Iterator[Candidate]:
    """ "I would like to ask about …", "need my inhaler renewed"."""
    if cue.HARM.search(line) or cue.WISH_TO_BE_DEAD.search(line):
        return
    asked = (plain.NEED, plain.ABOUT, plain.HOW_TO) if openly else ()
    for pattern in (cue.WANT, cue.NEED_HELP, cue.RATHER, cue.CAME, *asked):
        if (match := pattern.search(line)) and not _others_say(line[: match.start() + 1]):
            yield _from(words, clause, (match.start(), match.end()), line, 16, "request", settled=True)
            return


def _others_say(before: str) -> bool:
    """ "They want to …", "my mum would talk about …"."""
    said = set(before.split()[-3:])
    kin = said & (PARENTS | NEAREST | {"he", "she", "they"})
    return cue.OF_OTHERS.search(before) is not None or bool(kin) and not said & {"i", "i'd", "me", "we", "to", "for", "with"}


def _from(
    words: Words, clause: tuple[int, int], match: tuple[int, int], line: str, most: int, group: str, *,
    settled: bool = False, done: bool = False,
) -> Candidate:
    """A candidate that begins with a match in the clause's line, to its end, to a pause, or for ``most`` words."""
    first = clause[0] + line[: match[0] + 1].count(" ") - 1
    told = max(clause[0] + line[: match[1]].count(" ") - 1, first + 1)
    little = first + 4 if group in ("worry", "request") else told  # "I want, um, to ask"
    after = told
    while after < min(clause[1], first + most) and (after not in words.pauses or after < little):
        after += 1
    return Candidate(first, after, group, clause, settled, told, done)
