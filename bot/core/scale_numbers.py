"""The numbers in an answer, and what each can be: a score, a count of something, or part of another scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.numbers import SCALES, TENS, UNITS
from bot.core.scale_spelling import MISSPELT, OTHER_WORDS
from bot.core.scale_words import COUNTED, MAY_FOLLOW, ONE_AS_NUMBER, ONE_AS_THING, RANGE_JOINS

TOP = 10


@dataclass(frozen=True)
class Number:
    """A number in the answer, at ``start`` to ``end`` of the plain text.

    ``of_ten``: "out of ten" follows. ``foreign``: it belongs to another scale, a date, a time, money. ``counts``: it
    counts something ("2 kids").
    """

    value: float
    start: int
    end: int
    of_ten: bool = False
    foreign: bool = False
    counts: bool = False


_WORDS = "|".join(sorted([*UNITS, *TENS, *SCALES, *MISSPELT], key=len, reverse=True))
_AND = r"(?:and|an|n|'n'?|&|\+)"
_FIND = re.compile(
    rf"(?P<money>[£$€]\s?)?(?P<sign>(?<![\w.])(?<!\w )[-−]\s?|\b(?:minus|negative)\s)?"
    rf"(?P<whole>(?!\d{{1,2}}\.\d/10\b)\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?<![a-z\d])[.,]?\d+(?:[.,:]\d+)*|"
    rf"\b(?:{_WORDS})(?:[\s-]+(?:(?<=hundred\s)and\s|(?<=thousand\s)and\s)?(?:{_WORDS}))*(?!-?[a-hj-z])(?!'(?!ll|d)))"
    rf"(?P<part>\s(?:point\s\w+|{_AND}\s(?:(?:a|one|two|three|[1-3])\s)?(?:bit|smidge|smidgen|tad|touch|little|half|third|quarter|fourth|fifth|eighth|tenth)s?\b|"
    rf"(?:{_AND}\s)?[1-3]/[2-5]\b)|\s?½|\.5)?"
)
_OF = re.compile(
    rf"(?:\s(?:marks|points|stars)(?=\sout of (?:10|ten)\b))?\s*(?:/|\bout\s?(?:of|o'?)\b|\bof\b|\bover\b|\bupon\b|"
    rf"\b(?:on|from)(?=\s(?:10|ten)$)|\bouta\b|\boutta\b|\boot o'?|"
    rf"\btae\b)\s*(?:a\s(?:possible\s)?|(?<=out of )the\s)?(?P<of>\d+(?:\.\d+)?|"
    rf"\b(?:{_WORDS})\b)"
)
_IS_A_DATE = re.compile(r"\b(?:on|since|until|till|by|dated?|date is|appointment|appt|seen|due|born)(?: is| on| for)? $")
# "Out of ten" is the scale when no score stands before it.
_THE_TOP = re.compile(r"\b(?:out of|out o'|outta|oot o'?|oot a) (?:a )?$")
_CALLED_A_SCORE = re.compile(r"\b(?:an?|say|put|give(?: it| this)?|score|number|about|around|it's|its|only) $")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_SUM = re.compile(r"\s*(?:[x×*+÷]|times|multiplied by|divided by|in(?: an?| every)?)\s*")
_COUNTED_TOO = re.compile(
    r"(?: (?!i'?d\b|i'?m\b|say\b|it'?s\b|now\b|so\b|but\b)[a-z'-]+){0,5}(?: (?:and|then|plus)| of(?: the| my| our)?) |"
    r" ?(?:kids|children|boys|girls|lads|grandkids|grandchildren|bairns|ones|sons|daughters),? (?:aged )?| and "
)
_FOREIGN_AFTER = re.compile(r"\s?(?:%|percent\b|per cent\b|°|:\d|st\b|nd\b|rd\b|th\b)|[a-z]*\d|[a-hj-z]|i(?!sh)")


def numbers_in(said: str) -> list[Number]:
    """Every number in ``said`` (made plain by ``scale_text``), in order."""
    every = (replace(number, foreign=number.foreign or _is_another_word(number, said)) for number in _found(said))
    found = _reckoned([replace(number, counts=_counts(number, said)) for number in every], said)
    for place in range(len(found) - 2, -1, -1):  # "4 or 5 times": both count
        one, other = found[place], found[place + 1]
        joint = said[one.end : other.start]
        if other.counts and (RANGE_JOINS.fullmatch(joint) or joint.strip() == "," and other.value == one.value + 1):
            found[place] = replace(one, counts=True)
    for place in range(1, len(found)):  # "6 tablets each morning and 2 at night", "two kids, 4 and 6"
        one, other = found[place - 1], found[place]
        a_count = one.counts and said[one.start : one.end] != "one"
        joint = said[one.end : other.start]
        told = said[: one.start]
        carried = (_USED_TO_TAKE.search(told) or one.counts and told.endswith(" was ")) and _AND_NOW.fullmatch(joint)
        same = _COUNTED_TOO.fullmatch(joint) or joint.strip() and RANGE_JOINS.fullmatch(joint)
        if carried:
            found[place - 1] = replace(one, counts=True)
        if carried or a_count and not other.of_ten and same:
            found[place] = replace(other, counts=True)
    return _without_readings(found, said)


def _without_readings(found: list[Number], said: str) -> list[Number]:
    """With decimals other than halves, as machines give them ("9.2"), taken as no score beside another number."""
    readings = {n for n in found if (2 * n.value) % 1 and not any(_is_next(n, other, said) for other in found)}
    return [replace(n, foreign=True) if n in readings and len(found) > 1 else n for n in found]


def _is_next(one: Number, other: Number, said: str) -> bool:
    first, second = sorted((one, other), key=lambda n: n.start)
    return one is not other and RANGE_JOINS.fullmatch(said[first.end : second.start]) is not None


def _is_another_word(number: Number, said: str) -> bool:
    """ "Nein, danke": the word is no number but where "out of ten" follows or words for a score lead to it."""
    word = said[number.start : number.end]
    return word in OTHER_WORDS and not number.of_ten and _CALLED_A_SCORE.search(said[: number.start]) is None


def _reckoned(found: list[Number], said: str) -> list[Number]:
    """With numbers that make a sum, odds, or a long number of digits ("2 x 5", "1 in 4", "0161 496 0000") taken as no score."""
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        joint = said[one.end : other.start]
        digits = not joint.strip() and all(said[n.start : n.end].isdigit() and n.end - n.start > 2 for n in (one, other))
        if digits or _SUM.fullmatch(joint) and not other.of_ten and not said[other.end :].startswith("/"):
            found[place], found[place + 1] = replace(one, foreign=True), replace(other, foreign=True)
    return found


def _found(said: str) -> list[Number]:
    found: list[Number] = []
    place = 0
    while match := _FIND.search(said, place):
        place = match.end()
        found += _split(match)
        last = found[-1]
        if _IS_A_DATE.search(said[: last.start]) and (date := re.match(r"(?:\s?/\s?\d+)+", said[last.end :])):
            place = last.end + date.end()
            found[-1] = replace(last, foreign=True, end=place)
            continue
        if last.value == TOP and _THE_TOP.search(said[: last.start]):
            found[-1] = replace(last, foreign=True)
        elif of := _OF.match(said, place):
            other = value_of(of["of"])
            neighbour = other == last.value + 1 and "/" in of[0]
            if other == TOP:
                place = of.end()
                found[-1] = replace(last, of_ten=True, end=place)
            elif not neighbour and (other > last.value or " of " not in of[0] or "out" in of[0] or of["of"][0].isdigit()):
                place = of.end()
                found[-1] = replace(last, foreign=True, end=place)
        if _FOREIGN_AFTER.match(said, place):
            found[-1] = replace(found[-1], foreign=True)
    return found


def _split(match: re.Match[str]) -> Iterator[Number]:
    """One number for what was found, or several: "four five" are two."""
    whole, start, end = match["whole"], match.start(), match.end()
    if not whole[0].isalpha() and _THOUSANDS.fullmatch(whole):
        whole = whole.replace(",", "")
    if (
        match["money"]
        or re.match(r"0\d{2}|\d{1,3}\.\d{3}$", whole)
        or not whole[0].isalpha()
        and (whole[0] in ".," or "/" in whole or "-" in whole or whole.count(".") + whole.count(",") > 1 or ":" in whole)
    ):
        yield Number(0, start, end, foreign=True)
        return
    values = [float(whole.replace(",", "."))] if not whole[0].isalpha() else _spoken(re.split(r"[\s-]+", whole))
    if match["part"]:
        values[-1] += 0.5
    if match["sign"]:
        values[0] = -1 - abs(values[0])  # below nought, also for "minus zero": asked again
    yield from (Number(value, start, end) for value in values)


def _spoken(words: list[str]) -> list[float]:
    values: list[float] = []
    open_tens, last = False, ""
    for word in (MISSPELT.get(one, one) for one in words if one != "and"):
        value = UNITS.get(word, TENS.get(word, 0))
        if last in SCALES and word not in SCALES or last in UNITS and 0 < UNITS[last] < TOP < value:
            values[-1] += value if last in SCALES else 99 * values[-1] + value  # "one twenty" is 120, "seven thirty" 730
        elif word in SCALES:
            values[-1:] = [(values[-1] if values else 1) * SCALES[word]]
        elif open_tens and 0 < UNITS.get(word, 0) < TOP:
            values[-1] += UNITS[word]
        else:
            values.append(float(UNITS[word] if word in UNITS else TENS[word]))
        open_tens, last = word in TENS, word
    return values


def value_of(written: str) -> float:
    """The value of one number, in digits or in a word."""
    return float(written) if written[0].isdigit() else _spoken([written])[0]


def _counts(number: Number, said: str) -> bool:
    """ "2 kids", "3 months", "74 and …": whether it counts something."""
    if number.of_ten:
        return _IN_TEN.match(said[number.end :]) is not None or _TAKEN.search(said[: number.start]) is not None
    if said[number.start : number.end] == "one" and (
        not ONE_AS_NUMBER.match(said[number.end :]) or ONE_AS_THING.search(said[: number.start])
    ):
        return True
    after = said[number.end :].lstrip(" -")
    if COUNTED.match(after) or _AT_A_TIME.match(after) and _BARE.fullmatch(said[: number.start]):
        return True
    if not re.match(r"(?:please|of (?:10|ten|confidence)|for (?:this|that|importance|confidence))\b", after) and _TAKEN.search(
        said[: number.start]
    ):
        return True
    if number.value > TOP and _AGE.search(said[: number.start]) and (after or len(said[: number.start].split()) > 3):
        return True
    if _OR_TWO.search(said[: number.start]):
        return True
    if number.value == 1 and _ONE_PERSON.match(after):
        return True
    word = re.match(r"[a-z']+", said[number.end :].lstrip()) if said[number.end : number.end + 1] in (" ", "") else None
    return (
        word is not None
        and word[0] not in MAY_FOLLOW
        and word[0].endswith("s")
        and not word[0].endswith(("ss", "us", "is"))
        and len(word[0]) > 3
        and (word[0] not in _NO_PLURALS)
    )


# "I used to smoke 10, now 4"; "a week, maybe 2": the second is so many of the same.
_USED_TO_TAKE = re.compile(
    r"\bused to (?:take|smoke|drink|have|do|eat|need|get|walk|run|weigh|use|be on|work|sleep)"
    r"(?: (?:about|around|like|maybe))? $"
)
_AND_NOW = re.compile(
    r"(?: [a-z]+)?,? (?:(?:and|but|so) )?(?:now|today)(?: (?:it's|its|only|just|about|like|more like|"
    r"down to|i(?:'m(?: on)?| [a-z]+)))* "
)
_OR_TWO = re.compile(r"\ban? (?:minute|hour|day|night|week|month|year|mile|couple),? (?:or |maybe |perhaps |possibly )+$")
_ONE_PERSON = re.compile(r"(?:doctor|nurse)\b")  # "8 doctor" speaks to one
_TAKEN = re.compile(
    r"(?:^|\b(?:i|i've|ive|i'm|im|we|we've|he|she|they|you|only|just|and) )(?:(?:only|just|am|already|still|normally|"
    r"usually|about) )*"
    r"(?:take|took|taking|taken|gotten|had|have|having|got|get|getting|need|needed|smoke|smoked|drink|drank|drinking|eat|"
    r"eaten|ate|"
    r"did|done|do|lost|gained|missed|managed|walked|slept|use|used|paid|waited|fell|fallen|saw|seen|tried)"
    r"(?: (?:about|around|only|just|maybe|roughly|like|another|all))* $"
)
# "7 out of 10 people": a share of them, and no score.
_IN_TEN = re.compile(
    r" (?:of (?:my|the|us|them) |bad |good )?(?:people|(?!always|perhaps|feels|seems|sounds|looks|makes|hurts|matters|"
    r"means|depends|sits|sometimes|besides|thanks|cheers|is |as |yes|this|was|"
    r"points|others)[a-z]{2,}[a-rt-z]s)\b| (?:on|in) (?:the|a) (?:\w+ )?(?:quiz|test|exam|form)\b"
)
# "2 in the morning" is a time or a dose; "it's a 2 in the morning" may be a score.
_AT_A_TIME = re.compile(
    r"(?:ish )?(?:(?:in|each|every) (?:the |an? )?(?:mornings?|evenings?|afternoons?|day|night|week|month)|"
    r"at (?:night|bedtime|noon|"
    r"lunch)|(?:a|per) (?:day|night|week|month)|tonight|tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
)
_BARE = re.compile(r"(?:.*[.,;!?] ?)?(?:(?:at|about|around|maybe|it's at|like|just|only|take|or|and) )*")
_AGE = re.compile(r"\b(?:i'm|im|i am|i was|he's|she's|he is|she is|at|aged|age|turned|turning|nearly|over)\s*$")
_NO_PLURALS = frozenset(
    "poss probs perhaps weekends mornings nights evenings sometimes days always others thereabouts "
    "this thanks cheers perhaps across "
    "points unless whereas afterwards besides".split()
)
