"""Whose trouble is told: the person's own, or somebody else's."""

from __future__ import annotations

import re

from bot.core.findings.tokens import Words

PARENTS = frozenset(
    "mother father mom mum mam dad mummy daddy brother sister uncle aunt auntie grandmother grandfather grandma grandpa gran "
    "nan nana grandad "
    "granddad cousin sibling parent family relative grandparent niece nephew coworker colleague friend neighbour neighbor "
    "roommate patient client customer resident everybody "
    "everyone people mom's mum's dad's".split()
)
SOMEBODY = {
    "he": "he", "he's": "he", "she": "she", "she's": "she", "you": "you", "you're": "you", "you've": "you", "your": "you"}
_OWNERS = {"his": "he", "her": "she"}
CHILDREN = frozenset("son daughter child baby kid toddler newborn".split())
NEAREST = CHILDREN | frozenset("husband wife partner boyfriend girlfriend fiance spouse grandson granddaughter".split())
SELF = frozenset("i i'm i've i'd i'll me my myself we our mine im ive id it's it".split())
_ASKED_OF_KIN = re.compile(
    r"\b(?:family|relatives?|mother|father|mom|mum|dad|brothers?|sisters?|parents?|siblings?|daughters?|sons?|kids|children|"
    r"grand\w+|"
    r"aunts?|uncles?|"
    r"anyone else|anybody else|household|pass away|passed away|how did (?:he|she) (?:die|pass))\b|\bruns?(?: in)?\W*$"
)


def asked_of_kin(question: str | None) -> bool:
    """Whether the question is about the family or household. Never raises."""
    return question is not None and _ASKED_OF_KIN.search(question.casefold()) is not None


def whose(words: Words, start: int, first: int) -> str | None:
    """The person before the finding in its clause whose trouble it is, when that is somebody else, be it only "he", "she" or
    "you"; None for oneself."""
    for place in range(first - 1, start - 1, -1):
        one = words.ones[place]
        if words.said[place] in _OWNERS and place >= first - 2:
            return _OWNERS[words.said[place]]
        if words.said[place] in SOMEBODY and not _only_a_phrase(words, place):
            return SOMEBODY[words.said[place]]
        if one in PARENTS or one in NEAREST:
            return one
        if words.said[place] in SELF and not (
            place + 1 < first and any(w in PARENTS or w in NEAREST for w in words.ones[place + 1 : place + 4])
        ):
            return None
    return None


def _only_a_phrase(words: Words, place: int) -> bool:
    """ "You know", "since you mention", "she suggested": nobody is said to have anything."""
    said, before = words.said[place], words.said[place - 1] if place else ""
    after = words.said[place + 1] if place + 1 < len(words) else ""
    if said == "you":
        return after in _SAYING or before in _SAYING or before in ("to", "with", "for")
    return said in ("he", "she") and after not in _HAVING


_SAYING = frozenset("know see said mention mentioned say told gave put asked think thank tell ask telling asking".split())
_HAVING = frozenset(
    """
    has had have got gets get is was isn't wasn't suffers suffered died lost keeps can't couldn't does did doesn't didn't also
    really just still always used been never complains broke hurt feels felt gained
""".split()
)
