"""Things a person counted, announced, or put one after the other in clauses: "1) knee 2) sleep", "Two things: …".

Each function gives the pieces of a message as they stand in it, without the number or the word that counts them; empty
when the message is not plainly so.
"""

from __future__ import annotations

import re

_COUNTS = {"two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6,
           **{str(number): number for number in range(2, 10)}}
_THINGS = r"(?:things?|problems?|concerns?|worries|issues|questions|points|topics|reasons)"
_ANNOUNCED = re.compile(
    r"\s*(?:(?:well|so|hi|hello|ok|okay)[,.]? )*(?:(?:i have|i've got|i’ve got|there are|there's|there’s|it's|it’s|my|the) )?"
    rf"(?:main )?(?P<count>{'|'.join(_COUNTS)}|a few|several|some) (?:main |different |other )?{_THINGS}"
    r"(?: (?:really|mainly|for me|today|please|i want to (?:say|ask|talk about|discuss)))*\s*[:.–—-]+\s*", re.IGNORECASE)
_JOINTS = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|plus|&)\s+|[.]\s+", re.IGNORECASE)


def announced(text: str) -> tuple[str, list[str]]:
    """What follows "Two things:", and its pieces where there are just as many as announced; both empty without it."""
    match = _ANNOUNCED.match(text)
    if match is None:
        return "", []
    rest = text[match.end():]
    parts = [part.strip() for part in _JOINTS.split(rest.strip().rstrip(".!")) if part.strip()]
    return rest, parts if len(parts) == _COUNTS.get(match["count"].casefold()) else []


_NUMBERED = re.compile(r"(?:(?<=\s)|^|(?<=[,;.]))\(?(?P<number>[1-9]|1[0-2])(?:[.):](?!\d)|\))\s*", re.MULTILINE)
_ORDINALS = re.compile(
    r"(?:(?<=[.!?;,\n])\s*|^\s*)(?:and |then )?(?P<word>first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?)"
    r"(?:(?: of all| one| thing)?(?: is| would be)?\b\s*[,:-]?\s+)(?=\S)", re.IGNORECASE)
_WORDS = ("first", "second", "third", "fourth")
# "First time it hurt", "second opinion", "third floor": no counting of things.
_COUNTS_SOMETHING = re.compile(
    r"(?:time|thing in|day|week|month|year|floor|opinion|aid|name|visit|appointment|dose|child|wife|husband|baby|scan|test|"
    r"operation|surgery|attack|stroke|hand|class|place|line|half|person|doctor|toe|finger)\b", re.IGNORECASE)


def numbered(text: str) -> list[str]:
    """The things of "1) knee 2) sleep 3) the bills", counted from 1 without a gap and nothing before the first."""
    marks = list(_NUMBERED.finditer(text))
    if len(marks) < 2 or [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    return _between(text, marks)


def ordinals(text: str) -> list[str]:
    """The things of "First my knee. Second I can't sleep.": each word once, in order, and nothing before the first."""
    marks = [mark for mark in _ORDINALS.finditer(text) if not _COUNTS_SOMETHING.match(text, mark.end())]
    words = tuple(mark["word"].casefold().removesuffix("ly") for mark in marks)
    return _between(text, marks) if len(words) >= 2 and words == _WORDS[:len(words)] else []


def _between(text: str, marks: list[re.Match[str]]) -> list[str]:
    if text[:marks[0].start()].strip():
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [text[mark.end():end].strip() for mark, end in zip(marks, ends, strict=True)]
    return parts if all(parts) else []


_COMMA = re.compile(r"\s*,\s+(?:(?:and|plus)\s+)?(?:also\s+)?|\s+and\s+(?=(?:my|i)\b)", re.IGNORECASE)
_OWN_SUBJECT = re.compile(
    r"(?:my (?P<noun>[a-z]+(?: [a-z]+)?(?: [a-z]+)?) (?:is|are|was|has|have|hurts?|aches?|keeps?|feels?|gets?|won't|won’t|"
    r"doesn't|doesn’t|don't|don’t|swells?|itch\w*|goes|go|makes?|gives?|can't|can’t|cannot|needs?|burns?|rings?)\b"
    r"|i(?:'m|’m| am) (?P<state>(?:always |so |really |also |very |not )*[a-z]+)"
    r"|i (?P<cannot>(?:can't|can’t|cannot|can not|cant) [a-z]+)|i (?P<worry>worry)\b"
    r"|i(?:'ve| have|’ve| get| keep) (?P<have>[a-z]+ ?[a-z]*)|there(?:'s|’s| is| are) (?P<there>[a-z]+ ?[a-z]*))",
    re.IGNORECASE)
# A clause that leans on the one before, or tells what happened in order.
_LEANS = re.compile(
    r"\b(?:it|its|it's|it’s|that|this|them|they|those|these|him|her|he|she|which|because|so|then|when|since|after|before|if|while|"
    r"there|too|either|yesterday|ago|last|went|came|told|said|did|had|was|were|been|started|year|years)\b", re.IGNORECASE)
_MOST_WORDS = 12


def clauses(text: str) -> list[str]:
    """Three clauses or more with a subject each ("my knee hurts, I can't sleep, and my tablets make me sick").

    Two clauses are often one thing and what it does, so they are not enough here.
    """
    body = text.strip().rstrip(".!")
    parts = [part.strip() for part in _COMMA.split(body)]
    if len(parts) < 3 or any(not part or len(part.split()) > _MOST_WORDS for part in parts):
        return []
    found = [_OWN_SUBJECT.match(part) for part in parts]
    if any(match is None for match in found) or any(_LEANS.search(part) for part in parts):
        return []
    about = [next((name, word.casefold()) for name, word in match.groupdict().items() if word) for match in found if match]
    alike = {name for name, _ in about} in ({"have"}, {"state"})  # "I'm tired, I'm cold, I'm fed up" is one thing
    return parts if len(set(about)) == len(about) and not alike else []
