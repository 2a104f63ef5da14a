"""A part of the body, or what is measured, with a predicate of any words that do not say it is well ("my toe's gone black",
"my eyes are streaming", "my memory's like a sieve")."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.findings.plain_troubles import Candidate
from bot.core.findings.tokens import Words
from bot.core.findings.vocabulary import Mention

_OWNER = frozenset("my me mine both".split())
_BETWEEN = frozenset("left right other lower upper whole big little poor old bad both two".split())
_IS = frozenset("is are has have gone goes go keeps keep feel feels look looks went get gets".split())
_LITTLE = frozenset(
    """
    really very so all just still a bit little quite much lot far always kind of sort gone got been getting feeling looking
    kinda now also too completely absolutely totally always constantly often again sometimes starting started to going be
""".split()
)
# What says that nothing is wrong with it, or only where, when or which it is.
_NO_TROUBLE = frozenset(
    """
    fine ok okay good great well better best normal alright right perfect clear strong improving improved settled healed
    healing healthy regular stable controlled excellent lovely brilliant grand sorted nice happy clean happening working
    in on at by for with from since where what when who how why which whether that this it its here there these those then
    the my your his her their our an one two three four five six seven eight nine ten about around under over between
    not no never nothing neither and or but because if as than i i'm you he she they we it's that's
    mine usually mostly only actually probably basically supposed able concerned involved related due called named fixed
    replaced removed done checked tested treated operated out off up down taken x-rayed scanned coming doing is are was were
    full long dark fair blonde grey gray open closed shut average functioning busy size brown hazel
    monitored managed scheduled booked watched protected bare empty full-time used
    had has have did do does can will would said
""".split()
)
_TELLING = frozenset("like sore numb dead black blue red hot cold".split())
_SIZE = ("size", "colour", "color", "shape")
_NEXT = frozenset("i i'm i've it it's and but so because when if then since for my he she they we which that".split())
_MOST = 5  # words of the predicate that are kept


def parts_that_are(words: Words, mentions: list[Mention], clause: tuple[int, int]) -> Iterator[Candidate]:
    """A candidate for each part of one's own in ``mentions`` of which a trouble is said so."""
    for part in mentions:
        if not _is_ones_own(words, part.first, clause[0]):
            continue
        told = _predicate(words, part, clause[1])
        if told is not None:
            after = told + 1
            while after < min(clause[1], told + _MOST) and after not in words.pauses and words.said[after] not in _NEXT:
                after += 1
            yield Candidate(part.first, after, "symptom", clause, told=told + 1)


def _is_ones_own(words: Words, first: int, start: int) -> bool:
    place = first - 1
    while place > start and words.said[place] in _BETWEEN and words.said[place] not in _OWNER:
        place -= 1
    said = words.said[place] if place >= start else ""
    return said in _OWNER or said == "the" and place + 1 < first  # "the other knee"


def _predicate(words: Words, part: Mention, end: int) -> int | None:
    """The place of the word that tells what is wrong; None when none does."""
    place = part.after
    is_short = words.said[part.after - 1].endswith("'s")
    if not is_short:
        if place >= end or words.said[place] not in _IS:
            return None
        place += 1
    while place < end and words.said[place] in _LITTLE and place not in words.pauses:
        place += 1
    if place >= end or place in words.pauses:
        return None
    word = words.said[place]
    if word == "the" and place + 1 < end and words.said[place + 1] in _SIZE:
        return place
    if word in _NO_TROUBLE or word.endswith("n't") or any(letter.isdigit() for letter in word):
        return None
    # "My wrist's pain" names; "my wrist's throbbing" tells.
    return None if is_short and place == part.after and not _tells(word) else place


def _tells(word: str) -> bool:
    return word.endswith(("ing", "ed", "y", "en", "re")) or word in _TELLING
