"""Reads a message that changes an earlier answer: "actually make pain first", "it's more like a 7", "take the knee off".

Strict on purpose: what is not plainly such a message is None, and then is the answer it would have been.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core.correction_forms import FORMS, LEAD, Correction, as_typed, bare, straight
from bot.core.correction_scores import score_named
from bot.core.phrases import plain
from bot.core.scales import read_scale

_LONGEST = 40  # words; a longer message is an answer
_PLACES = {"first": 1, "1st": 1, "top": 1, "at the top": 1, "number one": 1, "number 1": 1, "second": 2, "2nd": 2,
           "number two": 2, "number 2": 2, "third": 3, "3rd": 3, "number three": 3, "number 3": 3, "last": 99}
_PLACE = "|".join(sorted(_PLACES, key=len, reverse=True))


def read_correction(text: str, words_asked: bool = False) -> Correction | None:
    """The change a message asks for; None when it is not plainly one. Never raises.

    Args:
        words_asked: whether a sentence is being asked for. Then "take the stitches out" is an answer, and a change has
            to be put to us ("actually", "can you", "off my list"), or is one only where what it names is known: such a
            one comes back with ``put_to_us`` false ("sleep is more important than the knee").

    >>> read_correction("Actually make pain first")
    Correction(kind='first', name='pain', value=None, words=None, other=None, put_to_us=True)
    >>> read_correction("My first thought was the knee") is None
    True
    """
    said = plain(text)
    if not said or "\n" in text.strip() or len(said.split()) > _LONGEST:
        return None
    put_to_us = not words_asked or _TO_US.search(said) is not None
    for form in (score_named, *FORMS):
        if not _asks(text, said) and (found := form(said, text.strip())) is not None:
            return replace(found, put_to_us=found.put_to_us or put_to_us)
    for read in _READERS if put_to_us else ():
        if (found := read(said, text.strip())) is not None:
            return found
    return None


def _asks(text: str, said: str) -> bool:
    """Whether the message is a question, and not a change put as one ("can you swap the first two?")."""
    return text.rstrip().endswith("?") and not re.match(r"(?:please )?(?:can|could) (?:you|we|i)\b", said)


_ORDER = re.compile(
    rf"{LEAD}(?:make|put|move|bring|have|rank) (?P<name>.{{1,80}}?) (?:as |come |to |to be |to the |in |"
    rf"at )?(?:the )?(?P<place>{_PLACE})(?: (?:one|place|please|instead|priority|on (?:my|the) list))*"
    rf"|{LEAD}(?P<name2>.{{1,80}}?) (?:should|must|has to|needs to|ought to) (?:come|be|"
    rf"go) (?:the )?(?P<place2>{_PLACE})(?: (?:one|please|instead|really))*"
    rf"|{LEAD}(?P<name3>[^,.]{{1,60}}?) (?:is|comes|goes) (?:the )?(?:most important|first)(?: (?:one|thing|to me|for me|"
    r"really|now|please))*")


def _order(said: str, text: str) -> Correction | None:
    match = _ORDER.fullmatch(said)
    if match is None:
        return None
    name = match["name"] or match["name2"] or match["name3"]
    place = _PLACES[match["place"] or match["place2"] or "first"]
    return Correction("first", bare(name)) if place == 1 else Correction("rank", bare(name), place)


_KNOWN = (
    r"(?:hopes?|wish|worry|worries|fear|change|step|first step|plan|check[- ]in|reminder|what helps|support|"
    r"daily life|everyday life)")
_SCORE = re.compile(
    rf"{LEAD}(?:(?:it'?s|it is|it was|that'?s|i'?m|i am) (?:more like|closer to|nearer(?: to)?|really|actually)|"
    rf"i meant(?: to (?:say|put|tap))?|i should have (?:said|put)|"
    r"(?:make|change) (?:it|that)(?: to)?|more like|call it|(?:it|that|that one|the (?:last |previous )?(?:number|score|one)) "
    r"(?:should|ought to) (?:be|have been|say)) (?:an? )?(?P<score>[\w/ ]{1,20})")


def _score(said: str, text: str) -> Correction | None:
    match = _SCORE.fullmatch(said.removesuffix(" instead").removesuffix(" now").removesuffix(" please"))
    if match is None:
        return None
    reading = read_scale(match["score"])
    return Correction("score", value=reading.value) if reading.kind == "exact" else None


_TO_US = re.compile(
    r"^(?:actually|sorry|wait|hang on|on second thoughts?|can you|could you|please)\b|\b(?:on|off|from|"
    r"of|to) (?:my|the) list\b|"
    rf"\b(?:first|second|third|last) one\b|\bi meant\b|\b(?:change|correct|reword) (?:my|the) {_KNOWN}\b|"
    rf"\bmore like (?:an? )?\d")
_REWORD = re.compile(
    rf"{LEAD}(?:change|reword|rewrite|correct|edit|replace)(?: (?:my answer|what i said|the words?|"
    rf"the line))?(?: (?:about|for|on|to))? (?P<name>.{{1,80}}?)(?: (?:to say|to read|to|into|"
    rf"with) (?P<words>.+))?",
    re.IGNORECASE | re.DOTALL)


_AN_ANSWER = re.compile(r"\b(?:my answer|what i said|the (?:words?|line|one|bit|thing)) (?:about|for|on)\b")


def _reword(said: str, text: str) -> Correction | None:
    match = _REWORD.fullmatch(straight(text))
    if match is None or plain(match["name"]) in {"it", "that", "this", "something", "my mind", "one", "things"}:
        return None
    name, words = bare(plain(match["name"])), match["words"]
    if not _AN_ANSWER.search(plain(text)) and not re.search(rf"\b{_KNOWN}$|\b(?:first|second|third|last)\b", name):
        return None  # "change my diet" is a change of their own, not a change to an answer
    kept = as_typed(text, words) if words else None
    return Correction("reword", name, words=kept)


_REMOVE = re.compile(
    rf"{LEAD}(?:(?:take|leave|cross|strike|scratch) (?P<name>.{{1,80}}?) (?:off|out)(?: (?:of )?(?:my|"
    rf"the) list)?(?: please)?"
    rf"|(?:take|leave|cross) (?:off|out) (?P<name2>.{{1,80}}?)(?: please)?"
    r"|(?:remove|delete) (?P<name3>.{1,80}?)(?: from (?:my|the) list)?(?: please)?"
    r"|(?:forget|drop|ignore) (?:about )?(?P<name4>(?:the|that|my) (?:last|first|second|third) (?:one|thing|bit)|"
    r"what i (?:just )?said|that last (?:one|bit))(?: please)?)")


def _remove(said: str, text: str) -> Correction | None:
    match = _REMOVE.fullmatch(said)
    if match is None:
        return None
    name = match["name"] or match["name2"] or match["name3"] or match["name4"]
    if name in {"it", "that", "this", "that one", "this one"} or name.startswith("what i") or name == "that last bit":
        return Correction("remove")
    if name.split()[0] in {"time", "some", "me", "days", "weeks"}:
        return None  # "take time off"
    return Correction("remove", bare(name))


_ADD = re.compile(
    r"(?:oh |and |sorry |wait |actually |ah )*(?:also|one more thing|another thing|i forgot(?: to (?:say|mention|"
    r"tell you))?|i meant to (?:say|mention)|"
    r"(?:can|could) (?:you|i) (?:also )?add|please add|add)(?: (?:is|that|"
    r"this))?\s*[,:;–-]?\s+(?P<words>.+)", re.IGNORECASE | re.DOTALL)


def _add(said: str, text: str) -> Correction | None:
    match = _ADD.fullmatch(straight(text))
    if match is None:
        return None
    words = as_typed(text, match["words"])
    words = re.sub(r"(?:,)? (?:to (?:my|the) list|as well|too)(?: please)?\s*$", "", words)
    return Correction("add", words=words) if len(words.split()) >= 2 and not _SOMETHING.fullmatch(plain(words)) else None


_SOMETHING = re.compile(r"(?:something|one more|another)(?: (?:else|thing|one))*")
_READERS: tuple[Callable[[str, str], Correction | None], ...] = (_order, _score, _remove, _reword, _add)
