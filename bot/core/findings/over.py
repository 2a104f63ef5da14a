"""Words that come after or before a trouble and say that it is over, was only looked for, or might only be: none of them
stands next to it."""

from __future__ import annotations

import re

from bot.core.findings.tokens import Words

_REACH = 16  # words after the trouble in which it may be said to be over
_FINE_NOW = re.compile(
    r" (?:(?:i'm|im|i am|it's|its|it is|that's|they're|all|touch wood|but|and|completely|absolutely|perfectly|totally|much|"
    r"been) )*(?:(?:right as rain|good as new|fine|ok|okay|alright|all right|better|good|great|gone|sorted|healed|recovered|"
    r"cleared up|well|clear) (?:again )?(?:now|since|these days|today)|over (?:it|that|them|the worst)(?: now)?|(?:none|"
    r"nothing|nowt|not|never|not had (?:one|it|any)|(?:haven't|hasn't) (?:had|seen|felt|noticed|been)(?: \w+){0,3}) since(?: "
    r"then)?(?! (?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|then \w)\b)|(?:it|that|they) (?:all |soon |has |"
    r"have |then )*(?:(?:went|gone) (?:right |straight )?(?:away|off)|gone|healed|cleared|settled|passed|wore off)(?: up| "
    r"down)?)(?= (?!but |though |well |again |wrong |worse |downhill |black |numb |dead |blue |straight |into |to |on |"
    r"through )|$)")
_STILL = re.compile(
    r" (?:still|again|came back|come back|is back|are back|keeps?|worse|not|isn't|aren't|won't|but (?:my|i|it|now|the)|yet) ")
_NOT_BAD = re.compile(
    r"^ (?:(?:is|are|was|has been|have been) not|(?:isn't|aren't|hasn't been|haven't been|wasn't)) (?:too|so|that|as|all "
    r"that) (?:bad|awful|much of a \w+) |^ (?:is|are|has been|have been) (?:not (?:too |so |that )?bad|behaving|manageable|"
    r"quiet|no (?:bother|trouble|problem)) ")
_LOOKED_FOR = re.compile(
    r" (?:ruled out|rule out|ruling out|negative for|clear of|check(?:ed|ing|s)? (?:me |us |him |her |you )?for|test(?:ed|"
    r"ing|s)? (?:me |us |him |her )?for|screen(?:ed|ing|s)? (?:me )?for|(?:scan|ultrasound|x-ray|swab|bloods?) (?:\w+ )?for|"
    r"look(?:ed|ing) for|looks? after \w+ with|to look for|hate to (?:get|have|end up with)|hope i (?:don't|never) (?:get|"
    r"have)|(?:guard|protect|insure|vaccinated|immunised|jabbed) (?:\w+ )?(?:against|for)) (?:(?:a|an|any|the|some|having|"
    r"anything like) )*$")
_FOUND_SO = re.compile(r" (?:positive|found|confirmed|i (?:have|had) it|turned out|sure enough|i've got it) ")
_IF = re.compile(
    r"(?:^| (?:and|but|so|then|well|okay|ok|yeah|yes|i'd know|ring|call|come back|come in|let you know|tell you|shout)) "
    r"(?:if|unless|even if|as long as|so long as) (?:(?:i|it|my|the|they|a|an|ever|feel|feels|get|gets|have|has|had|start|"
    r"starts|to|still|do|am|i'm|it's|really|very|so|too|any|some|bit|that|is|are|bad|more|don't|doesn't) )*$")
_SEEN_TO = re.compile(
    r"(?<! to) (?:had|took|taken|have taken|cut|burnt|burned|froze|got) (?:(?:my|the|a|an|both|two|some|all|his|her|left|"
    r"right|that|this) )+$")
_DONE = re.compile(
    r"^ (?:\w+ )?(?:done|out|off|away|removed|replaced|fixed|repaired|seen to|treated|operated|lasered|stripped|tied|burnt|"
    r"frozen|taken) ")
_WAS_WORRIED = re.compile(r"(?:^| )(?:was|were|had been|been|got|thought) (?:\w+ ){0,3}$")
_AT_FIRST = re.compile(r" (?:at first|used to be|used to get|at the time|back then) ")
_GOOD_NEWS = re.compile(
    r" (?:(?:is|are|was|were|it's|came back|come back|said it was|all|that's|been|be|looked|turned out to be|they're|"
    r"everything's) (?:\w+ ){0,2}?(?:fine|clear|normal|nothing|okay|ok|good|negative|benign|all right|alright|harmless)|"
    r"false alarm|all[- ]clear|nothing (?:to worry|serious|sinister|wrong)|didn't find anything|found nothing|cleared up) ")


def is_over_later(words: Words, after: int) -> bool:
    """ "Bad chest in January, fine now"; not "gone now but it came back"."""
    line = _line(words, after, min(len(words), after + _REACH))
    match = _FINE_NOW.search(line)
    return match is not None and not _STILL.search(line[: match.start() + 1]) and not _STILL.search(line[match.end() :])


def is_not_bad(behind: str) -> bool:
    """ "My arthritis isn't too bad"."""
    return _NOT_BAD.search(behind) is not None


def was_seen_to(before: str, behind: str) -> bool:
    """ "I had my cataracts done", "they took a mole off"."""
    return _SEEN_TO.search(before) is not None and _DONE.search(behind) is not None


def is_only_looked_for(words: Words, before: str, after: int) -> bool:
    """ "They checked me for diabetes"; not "… and found it"."""
    return _LOOKED_FOR.search(before) is not None and not _FOUND_SO.search(_line(words, after, min(len(words), after + _REACH)))


def is_only_if(before: str) -> bool:
    """ "If I feel dizzy I sit down"; not "if I walk far, my knee hurts"."""
    return _IF.search(before) is not None


def is_laid_to_rest(words: Words, start: int, first: int, after: int) -> bool:
    """ "I was worried that it might be cancer but it was nothing": a worry of then, and good news."""
    line = _line(words, first, min(len(words), after + 2 * _REACH))
    if " at first " in line[:80] or _AT_FIRST.search(_line(words, start, first)):
        return not _STILL.search(line)
    return (
        _WAS_WORRIED.search(_line(words, start, first)) is not None
        and _GOOD_NEWS.search(line) is not None
        and not _STILL.search(line.replace(" but it was ", " "))
    )


def _line(words: Words, first: int, after: int) -> str:
    return f" {' '.join(words.said[first:after])} "
