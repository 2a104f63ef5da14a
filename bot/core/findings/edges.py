"""Where a concern's words begin and end: with the little words before it, and with the place it is at."""

from __future__ import annotations

from bot.core.findings.plain_troubles import Candidate
from bot.core.findings.tokens import Words
from bot.core.findings.vocabulary import HealthWords

_BEFORE = frozenset(
    """
    my a an bad severe terrible awful constant chronic sharp dull stabbing burning sore stiff left right
    both lower upper really very so quite more recurrent recurring ongoing mild worse worst frequent
    occasional heavy stomach high low big small swollen itchy dry persistent nagging tight extreme intense horrible other
    too pretty two one old new usual slight weird strange funny sudden painful recent nasty general
""".split()
)
_PLACE = frozenset(
    "in on at of under behind around across down up inside near along below above into through all over".split()
)
_WITHIN = frozenset(
    "my the both this that a left right lower upper side back front top bottom end tip part parts area of middle outside "
    "inside and or".split()
)
_TAIL = frozenset("again lately recently now anymore yet".split())
# Where speech runs on, what begins the next thing to be told: "had a fall last week and my".
_NEXT = frozenset("and or so but then because cause which i i'm my the a an it's he she they we is was".split())
_NOT_FIRST = frozenset("one two other more".split())


def widened(words: Words, one: Candidate, vocabulary: HealthWords) -> tuple[int, int]:
    """The concern's first word and the word after its last, inside its clause."""
    first, after = one.first, one.after
    while first > one.clause[0] and words.said[first - 1] in _BEFORE and first not in words.pauses:
        first -= 1
    while first < one.first and words.said[first] in _NOT_FIRST:
        first += 1
    if one.told is not None and one.group == "symptom":
        while after > one.core and words.said[after - 1] in _NEXT:
            after -= 1
    after = _with_its_place(words, after, one.clause[1], vocabulary)
    if after < one.clause[1] and words.said[after] in _TAIL and after not in words.pauses:
        after += 1
    return first, after


def _with_its_place(words: Words, after: int, end: int, vocabulary: HealthWords) -> int:
    """Past "in my right knee", when that follows."""
    place = after
    if place >= end or words.said[place] not in _PLACE:
        return after
    reached = after
    while place < min(end, after + 8):
        if vocabulary.has("body", words.said[place]):
            reached = place + 1
        elif words.said[place] not in _WITHIN and words.said[place] not in _PLACE:
            break
        place += 1
    return reached
