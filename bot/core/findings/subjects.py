"""Who or what does it: "my dog can't walk" and "my phone keeps dying on me" are no troubles of the person's own body."""

from __future__ import annotations

import re

from bot.core.findings.people import NEAREST, PARENTS, whose
from bot.core.findings.tokens import Words

_OWNERS = frozenset("my our the his her their your this that these those".split())
_VERB = re.compile(
    r"(?:keep|keeps|kept|goes|go|going|gone|went|gives?|dies?|locks?|plays?|packs?|seizes?|jams?|sticks?|feels?|"
    r"is|are|was|has|have|had|can|could|\w+n't)$")
_BETWEEN = frozenset("just really also still often sometimes always now even only then".split())
_BEFORE = frozenset("and but so because cause cos that think says said when if well also now as though although".split())
# What does things and is no part of anybody: pets, machines, the house, what moves about in town, people who are no kin.
_THINGS = frozenset(
    """
    dog cat puppy kitten pet horse rabbit bird budgie hamster parrot fish hen cow sheep
    phone mobile laptop computer internet wifi broadband app website screen printer telly tv television radio
    alarm clock watch battery car van bike bicycle scooter motorbike engine bus train taxi tram lift
    chair table sofa settee door window bed mattress roof floor ceiling tap toilet shower boiler heating radiator cooker oven
    fridge freezer kettle washer machine hoover fence gate garden house flat kitchen bathroom light lights
    neighbour neighbor boss manager landlord ex colleague workmate flatmate housemate lodger teacher tenant receptionist
    postman council surgery clinic hospital weather rain wind
    """.split()
)
_FIRST_PERSON = frozenset("i i'm i've i'd im ive me we we're we've".split())
_LONGEST = 3  # words from "my" to the verb


def is_anothers(words: Words, clause: tuple[int, int], first: int, after: int, health: frozenset[int]) -> bool:
    """Whether what is told in words ``first`` to ``after`` is done by somebody or something else than the person or a part
    of them.

    Args:
        health: the places of words that name a part of the body, a trouble or a treatment.
    """
    if words.said[first] in ("he", "she", "he's", "she's", "you"):
        return True
    if words.said[first] in _FIRST_PERSON:
        return False
    subject = _subject(words, clause, first, after)
    if subject is None:
        return not _FIRST_PERSON & set(words.said[clause[0] : first]) and whose(words, clause[0], first) is not None
    named = range(*subject)
    if any(words.ones[place] in PARENTS or words.ones[place] in NEAREST for place in named):
        return True
    return words.ones[subject[1] - 1] in _THINGS and not any(place in health for place in named)


def _subject(words: Words, clause: tuple[int, int], first: int, after: int) -> tuple[int, int] | None:
    """The words after "my" or "the" that the verb belongs to: at the beginning of the clause, up to the verb."""
    verb = next((place for place in range(first, after) if _VERB.match(words.said[place])), None)
    if verb is None:
        return None
    end = verb
    while end > clause[0] and words.said[end - 1] in _BETWEEN:
        end -= 1
    for place in range(end - 2, max(clause[0], end - 1 - _LONGEST) - 1, -1):
        if words.said[place] in _OWNERS:
            begins = place == clause[0] or words.said[place - 1] in _BEFORE
            return (place + 1, end) if begins and not _BEFORE & set(words.said[place + 1 : end]) else None
    return None
