"""Finds several concerns in one message. Every part is a piece of it as it was written; nothing is reworded.

Cut only where both sides stand by themselves: at a new line, at a numbered or dashed list, at a word that announces
another thing ("also", "the other thing is"), between sentences that turn to something else, where things are counted or
announced, and in a plain list ("my knee, my hip and the blue tablets"). A story about one thing stays one thing.
"""

from __future__ import annotations

import re

from bot.core.counted import announced, clauses, numbered, ordinals
from bot.core.findings.areas import areas_of, belong_together
from bot.core.findings.joined import TALE
from bot.core.turning import ANNOUNCES, GOES_ON, VERB, has_a_word, names_a_concern, shares_a_word, stands, turns

MOST_PARTS = 12  # more is no list to answer yes or no to; the message stays whole

_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.):]|\(?[a-h][.)])\s+")
_JOINER = re.compile(
    r"^(?:(?:and|also|plus|then|oh|&)\b[,:]?\s*|(?:and )?(?:another|the other|one more|a second|the second|"
    r"second) thing (?:is|would be|was)\b[,:]?\s*|"
                     r"(?:secondly|thirdly|lastly|finally|firstly|first of all)\b[,:]?\s*)+", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:hi|hello|hiya|dear|good (?:morning|afternoon|evening)|thanks|thank you|regards|"
    r"yours)\b[^.!?]{0,40}$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\s\d])")

_HERE = r"(?:my|the|our|a|an|some)"
# Places in a sentence where another thing begins: "… and also my hip hurts", "… and my husband is ill".
_AND_ALSO = re.compile(
    r"[,;]?\s+(?:and|plus|&)\s+(?=(?:also|then there(?:'s|’s| is| are)|i also|i've also|i’ve also|i'm also|"
    r"i’m also|another thing|the other thing)\b)"
    r"|[,;]?\s+(?:also|plus)\s+(?=(?:my|the|i|i'm|i’m|i've|i’ve|there)\b)"
    r"|[,;]?\s+and\s+(?=(?:i(?:'m|’m| am) (?:(?:worried|scared|afraid|anxious) about|not sleeping|lonely)|i worry about|"
    r"i (?:can't|can’t|cannot|cant|don't|don’t|dont) sleep)\b)"
    r"|[,;]?\s+and\s+(?=my [a-z]+(?: [a-z]+)?(?: [a-z]+)? (?:is|are|was|were|has|have|hurts?|aches?|keeps?|feels?|"
    r"gets?|won't|won’t|doesn't|don't|swells?|itch\w*|goes|go|started|makes?)\b)",
    re.IGNORECASE)
_NOUN_PIECE = re.compile(rf"^(?:(?:and|also|plus)\s+)?{_HERE}\s+\S.*$", re.IGNORECASE)
_LIST_LEAD = re.compile(r"^(?:(?:it(?:'s|’s| is)|mainly|mostly|well|um|just|probably)\s+)*", re.IGNORECASE)


def concerns_in(text: str) -> tuple[str, ...]:
    """The separate concerns of a message, in its order; empty when it is one, or when that is not plain. Never raises.

    Every part is a piece of ``text``, without a list's number, a leading "and", "also" or "first", and without what only
    announces the list ("Two things:").

    >>> concerns_in("My left knee hurts\\nI cannot sleep")
    ('My left knee hurts', 'I cannot sleep')
    >>> concerns_in("My knee hurts. It started in March.")
    ()
    """
    rest, counted = announced(text)
    kept = _kept(_found_in(rest or text))
    return kept or _kept(counted)


def _found_in(text: str) -> list[str]:
    if found := ordinals(text) or ([] if "\n" in text.strip() else numbered(text)):
        return found
    return [part for block in _blocks(text) for piece in _sentences(block) for part in _clauses(piece)]


def _kept(parts: list[str]) -> tuple[str, ...]:
    """The parts, tidied; none where one of them says nothing by itself, or where they are too few or too many."""
    kept = [part for part in (_tidied(part) for part in parts) if part]
    if not 2 <= len(kept) <= MOST_PARTS or any(not stands(part) for part in kept):
        return ()
    return tuple(kept) if len({part.casefold() for part in kept}) == len(kept) else ()


def lines_in(text: str) -> tuple[str, ...]:
    """One thing on each line, for somebody who was asked to write them so; without bullets and joining words."""
    return tuple(part for line in text.split("\n") if (part := _tidied(line)))


def _blocks(text: str) -> list[str]:
    """The lines that begin something; a line that goes on with the one before stays with it."""
    blocks: list[str] = []
    for line in (line.rstrip() for line in text.split("\n")):
        if not line.strip():
            continue
        if blocks and not _BULLET.match(line) and (_runs_on(blocks[-1], line) or GOES_ON.match(line.strip())):
            blocks[-1] += "\n" + line
        elif not _OPENING.match(line.strip()):
            blocks.append(line)
    return blocks


_AND = re.compile(r"^\s*(?:and|also|plus)\b", re.IGNORECASE)
_HANGING = re.compile(
    r"(?:\b(?:and|or|but|the|a|an|my|to|of|for|in|on|at|with|i|is|are|was|that|when|because|so|very|from|by|can|can't|can’t|cannot|don't|don’t|"
    r"not|have|has|had|do|will|would|get|go|feel|it|he|she|they|we|you|no|this|these|their|his|her|really|more)|"
    r",)$", re.IGNORECASE)


def _runs_on(line: str, after: str) -> bool:
    """Whether a line breaks off in the middle, as in a text that was wrapped; not before an "and" that begins anew."""
    return _HANGING.search(line) is not None and (line.endswith(",") or not _AND.match(after))


def _sentences(block: str) -> list[str]:
    """The block cut where a sentence turns to another thing."""
    found: list[str] = []
    start = 0
    for gap in _SENTENCE.finditer(block):
        rest = block[gap.end():]
        if stands(block[start:gap.start()]) and turns(rest, block[start:gap.start()]):
            found.append(block[start:gap.start()])
            start = gap.end()
    return [*found, block[start:]]


def _clauses(piece: str) -> list[str]:
    """A sentence cut where another thing is announced in it, at its semicolons, or where it is a plain list."""
    if named := _plain_list(piece) or _not_of_one_thing(clauses(piece)) or _apart_at_semicolons(piece):
        return named
    found, start = [], 0
    for gap in _AND_ALSO.finditer(piece):
        left, right = piece[start:gap.start()], piece[gap.end():]
        if len(left.split()) < 2 or len(right.split()) < 2 or not stands(left) or _HANGING.search(left):
            continue
        also = ANNOUNCES.match(right) or re.search(r"\b(?:also|plus)\b", gap.group(), re.IGNORECASE)
        whole = VERB.search(left) or right[:2].casefold() == "i "
        if not shares_a_word(right, left) and (
                also or (whole and names_a_concern(left) and not _of_one_thing(left, right))):
            found.append(left)
            start = gap.end()
    return [*found, piece[start:]]


def _not_of_one_thing(parts: list[str]) -> list[str]:
    """The clauses, or none where two that follow each other are of one area ("I'm not sleeping, I get up exhausted")."""
    return [] if any(_of_one_thing(left, right) for left, right in zip(parts, parts[1:], strict=False)) else parts


def _of_one_thing(left: str, right: str) -> bool:
    return bool(TALE.search(f" {left} ".casefold())) or belong_together(areas_of(left.casefold()), areas_of(right.casefold()))


def _apart_at_semicolons(piece: str) -> list[str]:
    """"My knee hurts; I can't sleep": cut when each turns to another thing than the one before."""
    parts = [part.strip() for part in piece.split(";") if part.strip()]
    apart = all(_NOUN_PIECE.match(right) and not shares_a_word(right, left) or turns(right, left)
                for left, right in zip(parts, parts[1:], strict=False))
    return parts if len(parts) >= 2 and apart else []


def _plain_list(piece: str) -> list[str]:
    """The things of "my knee, the tablets and getting out"; empty when the sentence is no plain list.

    Two things joined by "and" are a list only when each has its own "my" or "the" and neither has a verb.
    """
    lead = _LIST_LEAD.match(piece)[0]  # type: ignore[index]
    named = _named_in(piece[len(lead):].rstrip().rstrip("."))
    if not named or TALE.search(f" {named[0]} ".casefold()):
        return []
    if re.search(r"\bit\b", lead, re.IGNORECASE) and not _NOUN_PIECE.match(named[0]):
        return []
    return [lead + named[0], *named[1:]]


def _named_in(body: str) -> list[str]:
    commas = re.split(r"[,;]\s+(?:and\s+)?|\s+and\s+(?=(?:my|the|our|a|an|getting|not)\b)", body)
    if len(commas) >= 3:
        *commas, last = commas
        commas += re.split(r"\s+(?:and|&)\s+", last, maxsplit=1)
    if len(commas) < 2 or any(not part.strip() for part in commas):
        return []
    if any(len(part.split()) > 6 or (VERB.search(part) and len(part.split()) > 1) or GOES_ON.match(part) for part in commas):
        return []
    if len(commas) >= 3:
        return commas if all(has_a_word(part) for part in commas) and not _one_noun(commas) else []
    return commas if all(_NOUN_PIECE.match(part) and not _INSIDE.search(part) for part in commas) else []


_INSIDE = re.compile(r"\b(?:in|of|on|with|between|from|both|for|about|to)\b", re.IGNORECASE)


def _one_noun(parts: list[str]) -> bool:
    """"A dull, aching, burning pain": words that belong to one thing."""
    before = [re.sub(r"^(?:a|an|the|some) ", "", part, flags=re.IGNORECASE) for part in parts[:-1]]
    return len(parts[-1].split()) >= 2 and all(
        len(part.split()) == 1 and part.endswith(("ing", "y", "ful", "ed", "ll", "p", "t")) for part in before)


def _tidied(part: str) -> str:
    return _JOINER.sub("", _BULLET.sub("", part)).strip().strip(",;").strip()
