"""The forms of a change that names what it is about: another order, other words, what stays private, taking back.

Strict as ``bot.core.corrections``, which asks these one after the other. Each gets the message plain and as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.phrases import plain


@dataclass(frozen=True)
class Correction:
    """A change to an earlier answer.

    Args:
        kind: ``first`` ``rank`` ``before`` ``swap`` ``score`` ``reword`` ``remove`` ``add`` ``private`` ``share`` ``undo``.
        name: how the person names what it is about ("pain", "the second one", "my hope"); None when they do not.
        value: a place from 1, for ``rank``; the number from 0 to 10, for ``score``.
        words: the new words as they were typed, for ``reword`` and ``add``.
        other: what ``name`` comes before or changes places with; the number said earlier, for ``score``.
        put_to_us: whether it is plainly said to us. When not, it counts only where everything it names is known.
    """

    kind: str
    name: str | None = None
    value: int | None = None
    words: str | None = None
    other: str | None = None
    put_to_us: bool = True


LEAD = (
    r"(?:(?:actually|sorry|oh|no|wait|hang on|hmm|um|well|on second thoughts?|can (?:you|i|we)|could (?:you|i|we)|please|"
    r"i(?:'d| would) like to|i want to|i(?:'d| would) rather|let'?s|let me|maybe) )*")
LEADS = LEAD.removesuffix(") )*") + r"|i think|i guess|i'?d say|to be honest|then|but|and|oops) )*"
MENDS = r"(?:no|nope|actually|sorry|wait|oops|hang on|on second thoughts?)"
PLEASE = r"(?: (?:please|now|instead|really|on (?:my|the) list|to me|for me|right now|after all))*"
NAME = r"(?P<name>.{1,60}?)"
_ABOUT = r"(?:(?:the |my )?(?:importance|number|score|rating|confidence)(?: (?:of|for|on))? )?"
# Names that name nothing by themselves.
IT = frozenset({
    "it", "that", "this", "one", "that one", "this one", "them", "the number", "the score", "my number", "my score", "number",
    "score"})
_OTHER = r"(?P<other>.{1,60}?)"

_MORE = (
    r"(?:(?:is|are)(?: (?:much|far|even|a lot))? more (?:important|urgent)|matters?(?: much| far| a lot)? more)"
    r"(?: to me| for me)?")
_BEFORE = re.compile(
    rf"{LEADS}{NAME} {_MORE} than {_OTHER}(?: (?:is|are|does|do))?{PLEASE}"
    rf"|{LEADS}(?:put|move|rank|place|have) (?P<name2>.{{1,60}}?) (?:before|above|ahead of|in front of) (?P<other2>.{{1,60}}?)"
    rf"{PLEASE}"
    rf"|{LEADS}(?P<name3>.{{1,60}}?) (?:should (?:come|go|be)|has to (?:come|go)|comes|goes) (?:before|above|ahead of) "
    rf"(?P<other3>.{{1,60}}?){PLEASE}")
_THE_REST = re.compile(
    r"(?:all )?(?:of )?the (?:rest|others?|other (?:one|ones|things?|two|three))(?: of (?:it|them))?|everything else|all else")


def _before(said: str, text: str) -> Correction | None:
    match = _BEFORE.fullmatch(said)
    if match is None:
        return None
    name = match["name"] or match["name2"] or match["name3"]
    other = match["other"] or match["other2"] or match["other3"]
    if _THE_REST.fullmatch(other):
        return Correction("first", bare(name), put_to_us=False)
    return Correction("before", bare(name), other=bare(other), put_to_us=False)


_FIRST = r"(?:comes?|goes|is|should (?:come|be)) (?:the )?(?:first|more important|most important)"
_MATTERS_MORE = re.compile(rf"(?:{MENDS} )+{NAME} (?:{_MORE}|{_FIRST}){PLEASE}")
_NOT_THIS = re.compile(
    rf"(?:(?:no|sorry|actually),? )*not (?P<other>[^,;]{{1,60}})[,;] ?(?:but )?(?P<name>[^,;]{{1,60}}?) {_FIRST}{PLEASE}"
    rf"|(?:(?:no|sorry|actually),? )*(?P<name2>[^,;]{{1,60}}?) {_FIRST}[,;]? (?:and )?not (?P<other2>[^,;]{{1,60}})")


def _first(said: str, text: str) -> Correction | None:
    if match := _NOT_THIS.fullmatch(straight(text).casefold()):
        return Correction("first", bare(match["name"] or match["name2"]), put_to_us=False)
    match = _MATTERS_MORE.fullmatch(said)
    return Correction("first", bare(match["name"]), put_to_us=False) if match else None


_SWAP = re.compile(
    rf"{LEADS}(?:swap|switch|reverse|change round)(?: round| around| over)?(?: the order of)? "
    r"(?:(?P<two>(?:the |my )?(?:first|top) two(?: things)?)|(?P<both>them|these|those|these two|those two|the two|the order|"
    r"both)|(?:numbers? )?(?P<name>.{1,60}?) (?:and|with) (?:number )?(?P<other>.{1,60}?))(?: (?:round|around|over))?"
    rf"{PLEASE}|(?:{MENDS} )+(?:it'?s |it is |that'?s )?(?P<turned>the other way (?:round|around))")


def _swap(said: str, text: str) -> Correction | None:
    match = _SWAP.fullmatch(said)
    if match is None:
        return None
    if match["two"]:
        return Correction("swap", "first", other="second")
    if match["both"] or match["turned"]:
        return Correction("swap", put_to_us=False)
    return Correction("swap", bare(match["name"]), other=bare(match["other"]), put_to_us=False)


_OURS = r"(?:(?:the|my) (?:doctor|nurse|team|clinic|clinician)|them|you)"
_PRIVATE = re.compile(
    rf"{LEADS}(?:keep|make|mark|leave) {NAME} (?:private|off (?:the|my) sheet|out of (?:the|my) sheet|(?:just )?for me only)"
    rf"{PLEASE}"
    rf"|{LEADS}(?:don'?t|do not|i (?:don'?t|do not) want (?:you )?to) (?:share|show|pass on|tell {_OURS}(?: about)?) "
    rf"(?P<name2>.{{1,60}}?)(?: (?:with|to) {_OURS})?{PLEASE}"
    rf"|{LEADS}i (?:don'?t|do not) want {_OURS} to (?:see|read|know about) (?P<name3>.{{1,60}}?){PLEASE}")
_SHARE = re.compile(
    rf"{LEADS}(?:you|they) can (?:share|show) {NAME}(?: (?:with|to) {_OURS})?{PLEASE}"
    rf"|{LEADS}(?:share|show) (?P<name2>.{{1,60}}?) after all(?: please)?"
    rf"|{LEADS}(?P<name3>.{{1,60}}?) (?:is (?:not|no longer)|isn'?t|(?:doesn'?t|does not) (?:have|need) to be) private"
    r"(?: any ?more| after all)?")
_SAID_ABOUT = re.compile(
    r"^(?:(?:what|the (?:bit|part|line|thing|one|words?|answer)|my answer|everything)(?: (?:i|where i) (?:just )?(?:said|"
    r"wrote|told you|"
    r"talked|mentioned))? (?:about|on|to|with) )")
_LAST = frozenset((
    "that", "it", "this", "that one", "this one", "what i said", "what i just said", "what i wrote", "what i just wrote",
    "the last one", "the last answer", "my last answer", "that answer", "that last one", "that bit", "that last bit",
    "the last bit", "the last thing", "that part"))


def _private(said: str, text: str) -> Correction | None:
    kind = "private" if (match := _PRIVATE.fullmatch(said)) else "share"
    match = match or _SHARE.fullmatch(said)
    if match is None:
        return None
    name = match["name"] or match["name2"] or match["name3"]
    if name in _LAST:
        return Correction(kind) if kind == "private" else None  # "they can share it" may be about anything
    about = _SAID_ABOUT.match(name)
    return Correction(kind, bare(name[about.end():] if about else name), put_to_us=about is not None)


_MEANT = re.compile(
    r"(?:(?:no|sorry|actually|oops|wait|oh),? )*(?:i (?:didn't|didnt|"
    r"did not) mean (?P<name>[^,;]{1,60}?)[,;.]? (?:but )?i meant "
    r"(?P<words>.{1,120})"
    r"|i (?:said|wrote|put) (?P<name2>[^,;]{1,60}?)[,;.]? (?:but |when )?i meant (?P<words2>.{1,120})"
    r"|i meant (?P<words3>[^,;]{1,60}?)[,;]? (?:and )?not (?P<name3>[^,;]{1,60})"
    r"|(?P<name4>[^,;]{1,60}?) should (?:say|read) (?P<words4>.{1,120}))", re.IGNORECASE)
_I_MEANT = re.compile(r"(?:(?:no|sorry|oops|wait|oh),? )+i meant (?P<words>(?:my|the|our|his|her) .{1,100})", re.IGNORECASE)


def _meant(said: str, text: str) -> Correction | None:
    flat = straight(text)
    if match := _MEANT.fullmatch(flat):
        name = match["name"] or match["name2"] or match["name3"] or match["name4"]
        words = match["words"] or match["words2"] or match["words3"] or match["words4"]
        if plain(name) in IT or not plain(words):
            return None
        return Correction("reword", bare(plain(name)), words=as_typed(text, words), put_to_us=match["name4"] is None)
    match = _I_MEANT.fullmatch(flat)
    return Correction("reword", words=as_typed(text, match["words"])) if match else None


_UNDO = re.compile(
    rf"{LEADS}(?:cancel|scratch|scrap|undo|ignore|disregard|strike|take back) (?:that|this|that one|that last one|"
    r"the last one|the last answer|my last answer|that answer|what i (?:just )?(?:said|wrote|put)|the last (?:thing|bit)|"
    rf"that last bit){PLEASE}|{LEADS}i take (?:that|it) back"
    rf"|{LEADS}forget what i (?:just )?(?:said|wrote){PLEASE}|{LEADS}i take back what i (?:just )?said"
    rf"|{LEADS}(?:that'?s|that is|that was|it'?s) not what i (?:meant|said|wanted to say)|{LEADS}that was a mistake"
    rf"|{LEADS}i (?:didn'?t|did not) mean (?:that|to (?:say|tap|press|put|write|send) (?:that|it|this))"
    rf"|{LEADS}(?:i )?(?:pressed|tapped|hit|clicked)(?: on)? the wrong (?:one|button|number)|{LEADS}wrong button")


def _undo(said: str, text: str) -> Correction | None:
    return Correction("undo") if _UNDO.fullmatch(said) else None


FORMS: tuple[Callable[[str, str], Correction | None], ...] = (_undo, _private, _meant, _swap, _before, _first)


def bare(name: str) -> str:
    """A name without what only leads to it."""
    name = re.sub(rf"^{_ABOUT}", "", name.strip()) or name
    return re.sub(r"^(?:the one about|the thing about|my|about|how important(?: is)?) ", "", name)


def straight(text: str) -> str:
    """Single spaces and plain apostrophes, nothing at the edges; as many characters as are needed to find words again."""
    return " ".join(text.replace("’", "'").split()).rstrip(" .!")


def as_typed(text: str, words: str) -> str:
    """``words``, found again in the message as it was typed."""
    flat = " ".join(text.split())
    at = flat.replace("’", "'").rfind(words)
    return flat[at:at + len(words)] if at >= 0 else words
