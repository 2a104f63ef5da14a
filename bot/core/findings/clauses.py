"""Where a clause begins and ends in what somebody says or types, with or without punctuation."""

from __future__ import annotations

from bot.core.findings.tokens import Words

_BREAKS = frozenset(
    "but because cause 'cause cos although though however so then except whereas while otherwise unless".split()
)
_SUBJECTS = frozenset(
    "i i'm i've i'd i'll im ive it it's he she they we he's she's they're we're there there's that's this you".split()
)
_JOINS = frozenset("and or also plus which who".split())


def clauses(words: Words) -> list[tuple[int, int]]:
    """The clauses as (first word, word after the last), in order; together they cover every word once."""
    cuts = sorted({0, len(words), *(place for place in range(1, len(words)) if _begins(words, place))})
    return [(first, after) for first, after in zip(cuts, cuts[1:], strict=False) if first < after]


def _begins(words: Words, place: int) -> bool:
    if place in words.stops:
        return True
    word, before = words.said[place], words.said[place - 1]
    if word == "then" and before == "back":
        return False
    if word == "cause" and before in _MAY:  # "could cause"
        return False
    if word in _BREAKS:
        return not (word == "so" and place + 1 < len(words) and place not in words.pauses and before in _VERY)
    follows = words.said[place + 1] if place + 1 < len(words) else ""
    if word in _JOINS and (follows in _SUBJECTS or (follows == "my" and place in words.pauses)):
        return True
    return place in words.pauses and (word in _SUBJECTS or word in _JOINS | _NOW and follows in _SUBJECTS)


_NOW = frozenset("now then lately sometimes today still maybe these".split())
_MAY = frozenset("can could may might to will would does did not possibly the a root only also often probably".split())
_VERY = frozenset("i'm am is are was were feel feeling felt get getting be been it's ever not and".split())


def clause_of(place: int, found: list[tuple[int, int]]) -> tuple[int, int]:
    """The clause that holds word ``place``."""
    return next(clause for clause in found if clause[0] <= place < clause[1])
