"""The forms of a change to a number: the one said before put right, or a number for a thing that is named.

Strict as ``bot.core.corrections``, which asks this before the forms without a name.
"""

from __future__ import annotations

import re

from bot.core.correction_forms import IT, LEADS, MENDS, PLEASE, Correction, bare
from bot.core.phrases import plain
from bot.core.scales import read_scale

_NUMBER = r"(?:\d{1,2}|zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_OF_TEN = r"(?: ?/ ?10| out of (?:10|ten))?"
_SCORE = rf"(?P<score>{_NUMBER}{_OF_TEN})"
_SHOULD = r"(?:should|was (?:meant|supposed) to|is (?:meant|supposed) to|ought to)(?: be| have been| say| read| get)"
_SAID_AND_MEANT = re.compile(
    rf"{LEADS}i (?:said|put|tapped|pressed|wrote|typed) (?:an? )?(?P<other>{_NUMBER})(?: but| and| when| where)*"
    rf"(?: i (?:really )?meant(?: to (?:say|put|tap|press|write))?| i should have (?:said|put)| it {_SHOULD}|"
    rf" it'?s(?: really)?) (?:an? )?{_SCORE}{PLEASE}")
_NOT_BUT = re.compile(rf"{LEADS}(?:i meant )?(?:not (?:an? )?(?P<other>{_NUMBER})(?: but)? (?:an? )?{_SCORE}"
                      rf"|(?:an? )?(?P<score2>{_NUMBER}) not (?:an? )?(?P<other2>{_NUMBER}))")
_WRONG = re.compile(
    rf"{LEADS}(?:that'?s|that is|that was|this is|it'?s|it is) (?:wrong|not right|a mistake|incorrect|a typo)"
    rf"(?: (?:it|that|this))?(?: {_SHOULD}| i meant| is| it'?s)? (?:an? )?{_SCORE}{PLEASE}")
_FOR_A_NAME = tuple(re.compile(form) for form in (
    rf"{LEADS}(?P<name>.{{1,60}}?) {_SHOULD} (?P<a>an? )?{_SCORE}{PLEASE}",
    rf"{LEADS}(?:change|set|make|put|correct) (?P<name>.{{1,60}}?) (?P<a>(?:(?:down |up )?to (?:an? )?|as (?:an? )?|at |an? ))"
    rf"{_SCORE}{PLEASE}",
    rf"{LEADS}(?:put|give) (?P<a>an? )?{_SCORE} (?:for|to) (?P<name>.{{1,60}}?){PLEASE}",
    rf"{LEADS}give (?P<name>.{{1,60}}?) (?P<a>an? ){_SCORE}{PLEASE}",
    rf"(?:{MENDS} )+(?P<name>.{{1,60}}?) (?:is|was|are)(?: more like| closer to| really| only| actually)? (?P<a>an? )"
    rf"{_SCORE}{PLEASE}"))


def score_named(said: str, text: str) -> Correction | None:
    """A number put right or given to what is named; ``other`` is the number said before, when that was said."""
    if "/" in text:
        said = plain(text.replace(" /", "/").replace("/ ", "/"))
    for form in (_SAID_AND_MEANT, _WRONG):
        if match := form.fullmatch(said):
            return _scored(None, match["score"], match["other"] if form is _SAID_AND_MEANT else None)
    if match := _NOT_BUT.fullmatch(said):
        return _scored(None, match["score"] or match["score2"], match["other"] or match["other2"], put_to_us=False)
    for form in _FOR_A_NAME:
        match = form.fullmatch(said)
        if match is None or bare(match["name"]) in IT:
            continue
        # "My sugar should be 7" is about sugar; "pain should be a 9" is a score.
        if form is not _FOR_A_NAME[0] or match["a"] or "/" in said or " out of " in said or re.match(_PLAINLY, said):
            return _scored(bare(match["name"]), match["score"], put_to_us=False)
    return None


_PLAINLY = rf"{MENDS}\b|(?:the |my )?(?:importance|number|score|rating|confidence)\b"


def _scored(name: str | None, score: str, old: str | None = None, put_to_us: bool = True) -> Correction | None:
    reading = read_scale(score)
    before = read_scale(old).value if old else None
    if reading.kind != "exact" or (old and before is None):
        return None
    return Correction("score", name, reading.value, other=None if before is None else str(before), put_to_us=put_to_us)
