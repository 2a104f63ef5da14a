"""Whether a finding is denied, and where a denial ends: "no fever, chills or cough", "not really, it's still swollen"."""

from __future__ import annotations

import re

from bot.core.findings.people import SELF
from bot.core.findings.tokens import Words

_DENIES = frozenset(
    "no not never without neither nor none denies deny nothing nowhere nobody cannot hardly rarely seldom".split())
_CLOSES = frozenset(
    "but except although though however just only still because cause cos so apart aside besides unless yet".split()
)
# "not only", "not sure": words that look like a denial and are none.
_NO_DENIAL = re.compile(
    r" (?:no (?:mostly|just|only|it's|really)|"
    r"not (?:only|just|sure|certain|really sure|getting better|going away|any better|great|good|well|too good|so good|"
    r"sleeping|"
    r"eating|improving|right|helping|working)|no (?:better|idea|doubt|wonder|matter|longer|sleep|energy|appetite|strength|"
    r"change|improvement|"
    r"relief|good|joke|one)|never (?:goes|stops|sleep|mind)|nothing (?:helps|works)|"
    r"(?:don't|do not|doesn't|didn't|does not) (?:know|understand|think it's|go away|want|like|help|work|feel (?:well|right|"
    r"good|great|like|myself|up|safe|able|strong|any|so|hungry|rested)|"
    r"sleep|eat|get much|stop)|can't \w+|not able|couldn't \w+|won't (?:go|stop|heal|shift|clear|budge)|"
    r"wouldn't (?:stop|go)|isn't (?:getting|going|healing|working)|"
    r"hasn't (?:gone|got|helped|worked|gotten|cleared|settled|improved)|haven't (?:slept|been sleeping|been able|"
    r"been eating)|aren't (?:working|helping)) "
)
_SOME_OF_IT = re.compile(
    r" (?:and |but |just |maybe |only |uh |um )*(?:a (?:little|bit|slight|lot|mild|few)|too much|some|slight|mild|"
    r"occasional|more (?:of |like )?an?|rather an?) ")
_VERBS = frozenset("is are am feel feels get gets got goes going hurts hurt aches burns swells keeps keep can't has".split())
_THINK = frozenset("like think believe suppose reckon".split())


def is_denied(words: Words, start: int, first: int) -> bool:
    """Whether a denial reaches the finding. In a list ("no fever, chills or cough") it reaches every member."""
    if "any" in words.said[max(start, first - 3) : first]:
        return any(word in _DENIES or word.endswith("n't") for word in words.said[start:first])
    for place in range(first - 1, max(start, first - 12) - 1, -1):
        word = words.said[place]
        if word in SELF and _is_not_thought(words, start, place):
            return True
        if word in _CLOSES or (
            place + 1 < first and word in SELF and word not in ("it", "my", "me", "our") and place - start > 0
            and words.said[place + 1] not in ("mean", "guess")
        ):
            return False
        joined = place in words.pauses or place > start and words.said[place - 1] == "and"
        if word in ("my", "me") and joined and _tells(words, place, first):
            return False
        if word in _DENIES or word.endswith("n't"):
            if _is_an_answer(words, place, first):
                return False
            around = f" {' '.join(words.said[place : place + 4])} "
            return not _NO_DENIAL.match(around) and not _something_after(words, place, first)
    return False


def _is_an_answer(words: Words, place: int, first: int) -> bool:
    """ "Not really, it's still swollen": the denial answers what was asked, and ends there."""
    return (
        words.said[place] == "not" and place + 2 <= first and place + 2 in words.pauses | words.stops
        and words.said[place + 1] in ("really", "exactly", "quite", "much", "entirely", "particularly")
    )


def _is_not_thought(words: Words, start: int, place: int) -> bool:
    """ "I don't feel like I have a cold", up to the second "I"."""
    return place > start and words.said[place - 1] in _THINK and any(
        word.endswith("n't") for word in words.said[max(start, place - 3) : place])


def _tells(words: Words, place: int, first: int) -> bool:
    """ "… won't fix it and my chest is bad": after "and my" something is told with a verb of its own."""
    return bool(set(words.said[place + 1 : first + 5]) & _VERBS)


def _something_after(words: Words, denial: int, first: int) -> bool:
    """ "No fever, a little cough": after a pause some of it is claimed."""
    return any(
        _SOME_OF_IT.match(_line(words, place, min(len(words), place + 5)))
        for place in words.pauses if denial < place <= first)


def begins_anew(words: Words, first: int, after: int) -> bool:
    """ "No headaches, eyes get gritty", "I have not but it feels warm": something is told with a verb or "it" of its own."""
    if words.said[first] in ("i", "it", "it's", "they", "i'm", "im") and not any(
        word in _DENIES or word.endswith("n't") for word in words.said[max(0, first - 3) : first]
    ):
        return True
    return first in words.pauses and bool(set(words.said[first:after]) & _VERBS)


def is_denied_inside(words: Words, first: int, after: int) -> bool:
    """ "My left knee doesn't hurt"; not "my knee won't heal"."""
    inside = [word for word in words.said[first + 1 : after - 1]]
    return any(
        word.endswith("n't") and word not in ("won't", "can't") or word in ("not", "never", "no") for word in inside
    ) and not any(word in inside for word in ("sure", "only", "just", "reason"))


def is_denied_after(words: Words, after: int) -> bool:
    """ "Chest pain? Never had it."; "pain: none"."""
    if after >= len(words) or words.said[after] not in ("no", "none", "nope", "never", "not"):
        return False
    between = words.text[words.ends[after - 1] : words.starts[after]]
    return "?" in between or ":" in between


def _line(words: Words, first: int, after: int) -> str:
    return f" {' '.join(words.said[first:after])} "
