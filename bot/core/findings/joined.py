"""Where another trouble begins inside one sentence: "my knee gives way, I'm not sleeping and my tablets make me sick".

Only where the piece after a comma or an "and" stands by itself: it has its own subject, says what is wrong, points back at
nothing, and is about another part of the body or of life than all before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.findings.areas import areas_of, belong_together
from bot.core.findings.tokens import Words, words_of
from bot.core.turning import VERB

_LONGEST = 16  # words; what is longer is a story
_OPENERS = frozenset("yes yeah yep no okay ok oh well um uh hi hello so doctor".split())
_IT = re.compile(r" (?:it|it's|its|that|that's|they|this) ")
_JOINS = frozenset("and also plus".split())
# Begins so: it goes on about what stands before.
_GOES_ON = re.compile(
    r" (?:which|who|that|that's|because|cos|cause|so|then|when|whenever|if|since|until|especially|mostly|mainly|usually|"
    r"sometimes|it|it's|its|they|they're|them|this|these|those|he|he's|she|she's|his|her|their|both|as|like|but|or|now|"
    r"after|before|even|only|just|not (?:really|sure)|worse|better|the (?:pain|ache|swelling|other day)|i mean|you know|"
    r"i (?:can|could|take|took|had|was|work|live|went|got|do|did|saw|tried|used|have to|must|just)|don't want|"
    r"i don't (?:want|take|have|smoke|drink)) ")
_POINTS_BACK = re.compile(r" (?:it|it's|them|that|that's|this|these|those|there|one|him|her) | (?:too|either|so) $")
_OWN_NOUN = re.compile(r" (?:my|me|ma|our|the|both|a|an|there's|there is|there are|nobody|no one) ")
# A piece that tells by its shape that something is wrong or wanted, in words of no list.
_TELLS = re.compile(
    r"^ (?:(?:my|me|ma|the|both my) (?:\w+ ){1,4}?(?:is|are|has|have|hurts?|aches?|keeps?|feels?|gets?|won't|doesn't|don't|"
    r"can't|makes?|gives?|goes|go|going|swells?|itch\w*|burns?|bleeds?|ache|they|i don't)|"
    r"(?:i|im|i'm|i've|ive|i think|i think i'm|i think im|ah|i also|i am) (?:can't|don't (?:know|understand|feel|sleep)|"
    r"keep|get|wake|worry|cry|cries|bruise|feel|think|going|not|want (?:to|something|help)|need|would|worried|scared|"
    r"frightened|afraid|lonely|always|so|very|struggling|drinking|low)|"
    r"i'd like|(?:(?:my|the|me) )?(?:wife|husband|daughter|son|partner|family|mum|mam) "
    r"(?:says?|thinks?|reckons?|wants?)|there's|there is|there are|nobody|no one|can you|could you|"
    r"can i|can't|need|want to|not sleeping|keep|feel|struggling|worried|scared|"
    r"(?:\w+ ){1,2}(?:is|are|has|have|keeps?|like|going|won't|gone)|sore|bad|stiff|swollen|"
    r"tired|dizzy|constipated|heavy|i'm|i've|i have) ")
_BARE = re.compile(
    r"^ (?!(?:my|me|ma|the|i|i'm|im|i've|ive|i'd|i'll|ah|he|she|they|it|we|you|there|there's|nobody|our|a|an) )")
TALE = re.compile(
    r" (?:fell|went|hit|tripped|slipped|landed|twisted|caught|happened|came|banged|did|told|said|gave|met|talked|"
    r"discussed) ")
_NO_TELLING = re.compile(
    r" (?:no|without|never had|(?<!not )(?<!not so )(?<!not very )(?<!n't )(?:fine|okay|ok|good|great|well)) ")
_A_WORRY = re.compile(r"^ (?:i'm|im|i am|i) (?:\w+ )?(?:worried|scared|frightened|afraid|worry) ")
# Without a subject of its own, and no verb of the subject before: "my knees ache, want to come off the tablets".
_NEW_ALL_THE_SAME = re.compile(
    r"^ (?:(?:\w+ ){1,2}(?:is|are|has|keeps|won't)|want|need|would like|can't afford|not sleeping|worried|scared|can you|"
    r"could you|can i) ")
_NOUN_ALONE = re.compile(r" (?:the|a|an|some) ")
_HELPS = re.compile(r" (?:helps?|help|helping|touch|touches|works?|working|work) ")


@dataclass(frozen=True)
class Piece:
    """What stands between two joints: its words, and where they begin in the text."""

    first: int
    after: int
    said: str
    start: int
    end: int


def pieces_of(words: Words) -> list[Piece]:
    """The pieces of a sentence between its commas and its "and", "also", "plus", without these."""
    cuts = [0, *(place for place in range(1, len(words)) if place in words.pauses or words.said[place] in _JOINS), len(words)]
    found = []
    for first, after in zip(cuts, cuts[1:], strict=False):
        while first < after and words.said[first] in (_JOINS if found else _JOINS | _OPENERS):
            first += 1
        if first < after:
            said = f" {' '.join(words.said[first:after])} "
            found.append(Piece(first, after, said, words.starts[first], words.ends[after - 1]))
    return found


def begins_again(sentence: str, troubles: list[tuple[int, int]]) -> list[int]:
    """Where in ``sentence`` another trouble begins; empty when it is one, or when that is not plain. Never raises.

    Args:
        troubles: where something was found in it.

    >>> begins_again("my hip is agony and I keep forgetting things", [(0, 15), (20, 44)])
    [20]
    """
    pieces = pieces_of(words_of(sentence))
    if len(pieces) < 2 or any(TALE.search(one.said) or one.after - one.first > _LONGEST for one in pieces):
        return []
    starts: list[int] = []
    seen: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()  # since the last beginning
    told = subject = False
    for piece in pieces:
        areas = areas_of(piece.said)
        here = any(piece.start <= start < piece.end for start, _ in troubles)
        tells = here or bool(areas and _TELLS.match(piece.said) and not _NO_TELLING.search(piece.said))
        new = areas and not areas & seen and not belong_together(areas, since)
        if told and tells and new and not _leans(piece, areas, subject, here):
            starts.append(piece.start)
            since = frozenset()
        told = told or tells and (bool(areas) or not _IT.match(piece.said))
        seen, since = seen | areas, since | areas
        subject = subject or _BARE.match(piece.said) is None
    return starts


def _leans(piece: Piece, areas: frozenset[str], subject: bool, found: bool) -> bool:
    """Whether a piece needs what stands before it."""
    if _GOES_ON.match(piece.said) or areas == {"people"} and not (found or _A_WORRY.match(piece.said)):
        return True
    if _NOUN_ALONE.match(piece.said) and not VERB.search(piece.said) and not _TELLS.match(piece.said):
        return True
    if "medicine" in areas and _HELPS.search(piece.said):
        return True
    if _BARE.match(piece.said):
        return subject and not _NEW_ALL_THE_SAME.match(piece.said) or bool(_POINTS_BACK.search(piece.said))
    return bool(_POINTS_BACK.search(piece.said)) and not _OWN_NOUN.match(piece.said)
