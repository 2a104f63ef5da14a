"""Which of several numbers give way to another: put right, moved on from, only compared with, told of another time."""

from __future__ import annotations

import re

from bot.core.scale_numbers import TOP, Number
from bot.core.scale_spans import clause_of, joined
from bot.core.scale_turn_words import (
    BEFORE_NOW,
    CORRECTS,
    DENIES,
    IS_NOW,
    OTHERS,
    OTHERS_AFTER,
    SHARED_OR_HELPED,
    SOME_OF_THE_TIME,
    VARIES,
    WAS,
    WISH,
)
from bot.core.scale_words import NOT_SURE

_LEAD = (
    r"(?:(?:a|an|it's|its|it is|that's|i'm|im|put|give(?: it)?|say|i'd say|i'll say|go for|go|with|let's say|um|uh|er|"
    r"oh|more|like|prob|"
    r"probably|maybe|just|yeah|yes|yep|really|be|to be|love|pet|doc) ?)*"
)
_TAKES_BACK = re.compile(
    rf"\s*(?:->|→|=>)\s*{_LEAD}|(?:^|.*[\s,.;:!?…–-])(?:no|nah|nope|naw|na|wait|hang on|hold on|(?:or )?rather|"
    rf"actually|i mean|sorry|seriously|"
    rf"ok(?:ay)?|alright|fine|joking|kidding|jk)[\s,.;:!…–-]*{_LEAD}"
)
_BY_MISTAKE = re.compile(
    r"\b(?:by (?:mistake|accident)|wrong (?:one|button|number|key)|should(?:'ve| have| of) been|"
    r"(?:no|nah|nope),? (?:i'll |i'd |just )?(?:stick|keep|leave))\b"
)
_MOVED_FROM = re.compile(
    r"\b(?:gone|went|came|come|comes|dropped|fallen|fell|risen|rose|jumped|climbed|moved|improved|slipped|crept|shot|"
    r"up|down|taken|took|brought|got|pushed|knocked)\b(?: \w+){0,3} from (?:(?:an?|about|around|like) )*$"
)
_CAME_FROM = re.compile(
    r"\b(?:gone|went|came|come|dropped|fallen|fell|risen|rose|jumped|climbed|moved|improved|slipped|"
    r"crept)\b.* from (?:an? )?$|\b(?:up|down) to .* from (?:an? )?$"
)
_IS = r"(?:is|'s|was|seems|sounds|feels|would be|'d be)"
_TOO_MUCH = re.compile(
    rf" {_IS} (?:a )?(?:lying|lie|pushing it|generous|silly|daft|for \w+)\b|"
    rf"(?: {_IS})?(?: (?:way|far|much|a bit))* too (?:high|much|low|far)\b"
)
# "More than a 6, so 7": the first only bounds the second.
_BEYOND = re.compile(r"\b(?:more|less|better|worse|higher|lower|greater) than (?:(?:an?|last \w+'?s|about) )*$")
_SO = re.compile(r"(?:[.,;…]|\bso) ?(?:(?:so|say|call it|it's|i'd say|make it|put|an?) )*$")
# "Up 2 to a 6", "dropped by 3 points to 4": by how much, and to what.
_BY = re.compile(r"\b(?:up|down|dropped|risen|rose|fallen|fell|jumped|improved)(?: by)?(?: an?)? $")
_TO_AFTER = re.compile(r"(?: (?:points?|places?|notch(?:es)?) to(?: (?:an?|about))?| to (?:an?|about|now)) ?")
_SAYS_ANOTHER = re.compile(  # "10, he says"
    r"[, ]+(?:he|she|they|(?:my |the )?(?:wife|husband|mum|dad|son|daughter|nurse|doctor|gp)) (?:says?|said|reckons?|thinks?)"
    r"\W*(?:[.,;!?]|$|\bbut\b)"
)
_NO_WAY = re.compile(
    r"(?:\b(?:no way|no chance|not in a million years)(?: (?:that|is|it's|its|it|this|i'm|im|an?|would|be|of))+|"
    r"\banything but(?: an?)?) $"
)
_IF_NOT = re.compile(r"\bif not(?: an?)?$")
_ONLY_THOUGHT = re.compile(
    r"\b(?:(?:want|wanted|like|love|tempted|going|should|could|ought|meant) (?:to )?(?:say|put|go for)|should be|"
    r"ought to be)"
    r"(?: (?:a|an|it's|its|maybe|about|that))* $"
)
_DENIED_AFTER = re.compile(
    r"\s*\?+\s*(?:no|nah|nope|no (?:way|chance)|not really)\W*$|\W*(?:or not|maybe not|not|(?:i )?(?:don't|"
    r"dont) think so)\W*$|"
    r" (?:was|is|isn't|isnt|wasn't|seems|sounds|feels|looks) (?:not |a |a bit |way |far )*(?:wrong|mistake|typo|"
    r"too (?:high|low|much)|right)"
    r"(?<!is right)(?<!feels right)(?<!sounds right)(?<!looks right)(?<!seems right)(?<!was right)\b|"
    r" (?:of |to )?(?:what|who|which)\W*$"
)
_TO = re.compile(r" (?:right |all the way )?(?:up |down |back )?to (?:(?:an?|about|around|like|more like) )*")
_AWAY_FROM = re.compile(
    r"\b(?:(?<!end )(?<!ended )(?<!wound )(?<!ends )up|"
    r"down|better|worse|improved|risen|dropped|fallen|rising|cut)(?: (?:a (?:bit|lot)|slightly))? (?:from|on) "
    r"(?:(?:an?|about|around|like|the) )*$"
)
_COMPARED_WITH = re.compile(
    r"\b(?:more (?:(?:like|of|towards?)|(?:an? )?\S+ (?=than))|closer|nearer|rather|sooner|"
    r"instead)\b[^.,;!?]*\b(?:than|of)(?: to)?(?: an?)? $"
)
_WENT_ON = re.compile(r"\b(?:but|and|then|so|it's|its|i'm|im|was|were|used|now|today|currently)\b")
_PRESENT = re.compile(r"\b(?:it's|its|it is|i'm|im|is|i'd|i'll|now|today)\b")
_HAVE_SAID = re.compile(r"\bi'd (?:have|of|'ve) (?:said|put|been|given|gone)\b|\bi (?:said|put|typed|pressed|ticked)\b")
_SAME_AS = re.compile(r"\b(?:same as|as before|like (?:last time|before)|as always)\b")
_ASKED_BACK = re.compile(r"\b(?:last time|before|was it|did i (?:say|put|give)|i said)\b")


def given_way(numbers: list[Number], said: str) -> set[Number]:
    """Those that another number takes the place of, in so many words ("6, no 7", "from 4 to 7", "closer to 8 than 7")."""
    gone: set[Number] = set()
    for place, number in enumerate(numbers):
        before, _ = clause_of(number, said)
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        moved = following is not None and _TO.fullmatch(said[number.end : following.start]) is not None
        if following is not None and _BY.search(before) and _TO_AFTER.fullmatch(said[number.end : following.start]):
            gone.add(number)
        if moved and _MOVED_FROM.search(before) or not moved and _AWAY_FROM.search(before):
            gone.add(number)
        if place and _COMPARED_WITH.search(before) and re.search(r"\d|\b[a-z]+", before):
            gone.add(number)
        if len(numbers) > 1 and (_CAME_FROM.search(before) and not moved or _TOO_MUCH.match(said[number.end :])):
            gone.add(number)
        if following is not None and _BEYOND.search(before) and _SO.search(said[number.end : following.start]):
            gone.add(number)
        if following is not None and _ONLY_THOUGHT.search(before):
            gone.add(number)
        if following is not None and taken_back(number, following, said):
            gone.add(number)
            for earlier in reversed(numbers[:place]):
                if joined(earlier, number, said):
                    gone.add(earlier)
    for one, other in zip(numbers, numbers[1:], strict=False):
        if one.counts and one.value == other.value and not re.search(r"\bso\b", said[one.end : other.start]):
            gone.add(other)  # "Ten years I've had this. Ten!"
    return gone


def comes_from_off_the_scale(numbers: list[Number], said: str) -> bool:
    """Whether a number moved away from one that is no score: "gone from 20 to 10", "down from 40, 6 now"."""
    return any(
        number.value > TOP and (_MOVED_FROM.search(before) or _AWAY_FROM.search(before) or before.endswith("from "))
        for number, before in ((number, clause_of(number, said)[0]) for number in numbers)
    )


def taken_back(one: Number, other: Number, said: str) -> bool:
    """Whether the second number puts the first one right."""
    if one.counts or other.counts:
        return False
    joint = said[one.end : other.start]
    if re.search(r"\bor\b(?! rather)", joint):
        return False
    if _BY_MISTAKE.search(joint):
        return True
    around = clause_of(one, said)[0] + joint + clause_of(other, said)[1]
    if re.search(rf"[.!?…;] ?(?:no|nah|nope)[\s,]+{_LEAD}$", joint):
        return True
    if not VARIES.search(around):
        return _TAKES_BACK.fullmatch(joint) is not None or CORRECTS.search(joint) is not None or (
            TOP < one.value <= 100 and re.search(r"\bi said (?:an? )?$", joint) is not None
        )
    return False


def told_apart(number: Number, numbers: list[Number], said: str) -> tuple[bool, bool, bool, bool]:
    """Whether the number is told of an earlier time, with "was", as a wish, of somebody else."""
    before, after = clause_of(number, said)
    lead, tail = _own_part(number, numbers, said)
    own = f"{lead} {tail}"
    once = len(numbers) > 1 and _HAVE_SAID.search(lead) is not None
    now = IS_NOW.search(lead) is not None or IS_NOW.search(tail) is not None and not once and not BEFORE_NOW.search(lead)
    if _SAME_AS.search(own):
        return False, False, False, False
    past = once or (BEFORE_NOW.search(own) or BEFORE_NOW.search(before) and not _PRESENT.search(lead)) is not None
    was = WAS.search(lead) or WAS.search(before) and not _PRESENT.search(lead)
    around = f"{before}{said[number.start : number.end]}{after}"
    sometimes = SOME_OF_THE_TIME.search(around) is not None and (len(numbers) == 1 or IS_NOW.search(said) is not None)
    asked = said[number.end :].lstrip()
    sentence = re.split(r"[.!?…]", said[: number.start])[-1] + re.split(r"[.!…]", said[number.end :])[0]
    back = "?" in asked and "?" in sentence and _ASKED_BACK.search(sentence.split("?")[0]) is not None and not now
    return (
        past and not now and not any(taken_back(n, number, said) for n in numbers[: numbers.index(number)][-1:]) or back,
        was is not None and not now,
        WISH.search(before) is not None or WISH.search(around) is not None or sometimes,
        OTHERS.search(before) is not None and not SHARED_OR_HELPED.search(before) and not (
            lead != before and _SAYS_ONESELF.search(lead)
        ) or OTHERS_AFTER.match(after) is not None or _SAYS_ANOTHER.match(said[number.end :]) is not None,
    )


def _own_part(number: Number, numbers: list[Number], said: str) -> tuple[str, str]:
    """What stands before and after the number in its clause and belongs to it, not to the number beside it."""
    before, after = clause_of(number, said)
    place = numbers.index(number)
    start, end = number.start - len(before), number.end + len(after)
    lead, tail = before, after
    if place and numbers[place - 1].end > start:
        lead = _shared(numbers[place - 1], number, numbers, said)[1]
    if place + 1 < len(numbers) and numbers[place + 1].start < end:
        tail = _shared(number, numbers[place + 1], numbers, said)[0]
    return lead, tail


def _shared(one: Number, other: Number, numbers: list[Number], said: str) -> tuple[str, str]:
    """The words between two numbers of one clause, as the first one's and the second one's."""
    between = said[one.end : other.start]
    before, _ = clause_of(one, said)
    for earlier in numbers:
        if earlier.end <= one.start and earlier.end > one.start - len(before):
            before = said[earlier.end : one.start]
    timed = any(form.search(before) for form in (WAS, BEFORE_NOW, IS_NOW))
    if timed and (IS_NOW.search(between) or BEFORE_NOW.search(between)):
        return "", between
    cut = _WENT_ON.search(between)
    if cut is None or not between[: cut.start()].strip() and not between[cut.end() :].strip() and cut[0] in _TIMES:
        return between, ""
    return between[: cut.start()], between[cut.start() :]


_SAYS_ONESELF = re.compile(r"\b(?:i (?:say|think|reckon|put|give|go)|i'd|id|i'll|i'm|im|i am|mine)\b")
_TIMES = ("now", "today", "currently")


def denied(number: Number, said: str) -> bool:
    """Whether the number is said not to be the score: "not a 9", "8 is too high", "7? no"."""
    before, _ = clause_of(number, said)
    lead = before.rstrip()
    if _NO_WAY.search(said[: number.start]) or _TOO_MUCH.match(said[number.end :]):
        return True
    if _DENIED_AFTER.match(said[number.end :]) or number.value > 2 and re.match(r"\W*(?:no|nah|nope)\W*$", said[number.end :]):
        return True
    return (
        DENIES.search(lead) is not None
        and not _IF_NOT.search(lead)
        and not NOT_SURE.search(lead)
        and not re.search(r"\b(?:more|less|higher|lower|over|under|above|below)(?: than)?(?: an?)?$", lead)
    )
