"""How a finding is meant: negated, past, about somebody else, hypothetical. Four separate answers.

The scope of each word follows the ConText idea (Harkema and others, J Biomed Inform 2009): a word opens a scope that
reaches to the end of its clause, or to a word that closes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.findings.denied import begins_anew, is_denied, is_denied_after, is_denied_inside
from bot.core.findings.over import is_not_bad, is_only_if, is_only_looked_for, is_over_later, was_seen_to
from bot.core.findings.people import asked_of_kin, whose
from bot.core.findings.tokens import Words

_OVER = re.compile(
    r" (?:(?:has|have|had|is|are|was|were|'s|it's|they're|all) (?:now |all |completely |mostly |pretty much |pretty |"
    r"totally |really |been )?(?:gone|"
    r"settled|resolved|stopped|cleared|fine|ok|okay|good|great|normal|better|under control|well controlled|controlled|"
    r"negative|stable|well managed|managed)|"
    r"went away|came and went|got over (?:it|that)|gone away|cleared up|got better|no longer|doing (?:well|good|great|fine|"
    r"okay|ok)|going (?:well|good|great)|"
    r"under control|"
    r"well controlled|doesn't bother|don't bother|not bothering|resolved|improved|better now|removed|thing of the past|"
    r"more or less (?:stopped|gone)|behind me|wore off|worn off|eased off|subsided|"
    r"good as new|right as rain|back to normal|went(?= $)|"
    r"(?:was|were|been|"
    r"it) (?:treated|cured|cut out|taken out)|have (?:all )?gone) "
)
_TAKEN_AWAY = re.compile(
    r" (?:remove|removed|removing|take out|took out|taking out|beat|survived|overcame|recovered from|cured of) "
    r"(?:all |some of |those |these |the |my |a |an )*(?:\w+ )?$")
_NOT_NOW = re.compile(
    r" (?:but )?not (?:(?:so much|really) )?(?:right now|now|recently|today|anymore|lately|at the moment|currently|any more) ")
_TIMES = re.compile(r" (?:once|twice|(?:two|three|four|five|six|seven|\d+) times|before) ")
_NOT_YET = re.compile(r" (?:not|never|\w+n't|hardly|barely)(?: (?:really|quite|been|all|very|so))? $")
_USED_TO = re.compile(
    r" (?:used to|when i was|when he was|when she was|as a (?:kid|child|teenager|baby|boy|girl|teen)|years ago|year ago|"
    r"months ago|months back|"
    r"years back|in the past|in (?:nineteen|two thousand|19\d\d|20\d\d|my (?:teens|twenties|thirties|forties))|"
    r"growing up|at first|"
    r"until i had|back in|"
    r"previously|at th(?:e|at) time|back then|in those days|at one (?:time|point)|"
    r"history of|in high school|in college|last (?:year|summer|winter|spring|autumn|fall)|with my (?:first|second|third|"
    r"last|eldest|youngest)) "
)
_BEGAN = re.compile(
    r" (?:since|started|began|starting|beginning|noticed|diagnosed|been|for|keeps?|still|now|lately|recently|getting|ever|"
    r"again|"
    r"whole life|all my life|injured|hurt|have|i'm|am|having|'ve|i've|that history) "
)
_STILL = re.compile(r" (?:still|again|now|today|lately|recently|back) ")
_AND_STILL = re.compile(r" (?:still|again|came back|come back|is back|are back) ")
_HAD = re.compile(
    r" (?:had|was|were|got|did|couldn't|suffered|used|broke|history|dislocated|fractured|sprained|tore|twisted|"
    r"injured|broken) ")
_ASKED_OF_THE_PAST = re.compile(
    r"\b(?:as a (?:child|kid)|childhood|growing up|in your (?:youth|teens)|past (?:surger|operation|illness)\w*)\b")
_GONE_SINCE = re.compile(
    r" (?:it's|it has|it|that's|that|they've|they) (?:\w+ )?(?:gone away|got better|gotten better|cleared up|went away|settled|"
    r"got resolved|resolved|stopped) |"
    r" (?:cleared|fixed|sorted|cured|treated|healed) (?:it|that|them)(?: up| out| all)? (?!but |only |for a |though )|"
    r" (?:and )?(?:then )?(?:i|it) (?:was|were) (?:absolutely |all |completely )?(?:fine|ok|okay|alright|right|nothing) "
    r"(?:again |after |afterwards )?$")
_THEIRS = re.compile(r" (?:that )?(?:they|he|she) (?:had|has|have|got|died) | (?:passed away|died) ")
_KIN = re.compile(r" (?:runs? in (?:the|my|our) family|in (?:the|my|our) family|family history|(?<!like )someone|"
    r"(?<!like )somebody|(?:lady|man|woman|chap|bloke|boy|girl|people|patients) with) ")
_I_THINK = re.compile(r" (?:i think|i'm worried|i'm scared|i'm afraid|afraid) (?:that )?(?:i|it|this) (?:might|may|could) be ")
_SPEAKER = frozenset("i i'm i've i'd me myself im ive".split())
_NOW_OVER = re.compile(
    r" (?:but |and |though )*(?:it's|it|it is|it has|they've|they|that's|that|those) (?:(?!not |no |never |\w+n't )\w+ ){0,2}"
    r"(?:improved|gone|better(?! than)|"
    r"resolved|cleared|stopped|"
    r"settled|fine|went away) "
)
_SUPPOSED = re.compile(
    r" (?:what if|if i (?:ever |do |should |were to )?(?:get|got|have|had|develop|start|take|took|need)|in case|"
    r"should i (?:ever )?(?:get|have)|"
    r"thought (?:that )?(?:it was|it might be|i had|that was)|like i (?:was|am) having|"
    r"if it (?:is|was|were|turns|comes|gets)|could it be|might be|may be|risk of|chance of|prevent|avoid|so i don't get|"
    r"to stop me getting|might get|could get|"
    r"(?:you|we) (?:had |have |just )?(?:mentioned|asked about|asked if|warned (?:me )?about|talked about|told me about)|"
    r"can cause|can possibly cause|may cause|could cause|might cause|signs of|sign of|symptoms of|watch for|look out for) "
)


@dataclass(frozen=True)
class Meant:
    """The four flags of one finding; all false for what the person says of themselves, now."""

    negated: bool = False
    past: bool = False
    other_person: bool = False
    hypothetical: bool = False

    @property
    def present(self) -> bool:
        """Said of oneself, now, as it is."""
        return not (self.negated or self.past or self.other_person or self.hypothetical)


def meant_of(words: Words, first: int, after: int, clause: tuple[int, int], question: str | None = None) -> Meant:
    """The flags of the finding at words ``first`` to ``after``, inside the clause from word ``clause[0]`` to ``clause[1]``.

    Args:
        question: what was asked before, when known; asked about relatives, an answer without "I" is about them.
    """
    before, behind = _line(words, clause[0], first), _line(words, after, clause[1])
    later = _line(words, clause[1], min(len(words), clause[1] + 7))
    inside = _line(words, first, after)
    whole = f"{before}{inside[1:]}{behind[1:]}"
    return Meant(
        negated=(
            is_denied(words, clause[0], first)
            and not begins_anew(words, first, after)
            or is_denied_inside(words, first, after)
            or is_denied_after(words, after)
        ),
        past=bool(_is_over(behind) or is_not_bad(behind) or is_over_later(words, after)
            or was_seen_to(before, behind) or behind.endswith(" before ") or _NOW_OVER.match(later)
            or _NOT_NOW.match(_line(words, after, min(len(words), after + 5)))
            or _TAKEN_AWAY.search(before)
            or inside == " pregnant " and _TIMES.search(behind)) or (
            _was(whole, f"{before}{inside[1:]}") and not _AND_STILL.search(later))
        or bool(_GONE_SINCE.search(_line(words, after, min(len(words), after + 14))))
        or _asked_of_the_past(question) and bool(_HAD.search(before)),
        other_person=(
            whose(words, clause[0], first) is not None
            or _THEIRS.match(behind) is not None
            or _KIN.search(whole) is not None
            or asked_of_kin(question)
            and not set(words.said[clause[0] : clause[1]]) & _SPEAKER
        ),
        hypothetical=bool(_SUPPOSED.search(before) and not _I_THINK.search(before))
        or is_only_if(before)
        or is_only_looked_for(words, before, after),
    )


def _is_over(behind: str) -> bool:
    """ "Has improved", "under control"; not "hasn't improved", "isn't under control"."""
    return any(not _NOT_YET.search(behind[: match.start() + 1]) for match in _OVER.finditer(behind))


def _asked_of_the_past(question: str | None) -> bool:
    return question is not None and _ASKED_OF_THE_PAST.search(question.casefold()) is not None


def _line(words: Words, first: int, after: int) -> str:
    return f" {' '.join(words.said[first:after])} "


_AS_BEFORE = re.compile(  # "all the jobs I used to do"
    r" (?:what|that|which|things|stuff|jobs|projects|chores|everything|all|way|half of what) (?:i|we|it|they) used to ")


def _was(whole: str, before: str) -> bool:
    whole = _AS_BEFORE.sub(" ", whole)
    if " used to " in whole or " in the past " in whole and not _STILL.search(whole):
        return True
    return bool(_USED_TO.search(whole)) and bool(_HAD.search(before)) and not _BEGAN.search(whole)
