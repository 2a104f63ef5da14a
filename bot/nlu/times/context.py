"""What the words around a time say about it: "any day but Friday", "my sister comes on Friday", "if I get a lift"."""

from __future__ import annotations

import re

_ENDS = re.compile(r"[,;.!?\n]| but (?!not\b)| so | and then ")
_NOT = re.compile(
    r"\b(?:not|no(?! (?:i|i'm|i've|it|it's|we|that|rush|hurry|problem)\b)|never|"
    r"cannot|can't|cant|couldn't|won't|wont|don't|dont|doesn't|isn't|except|apart from|other than|instead of|"
    r"rather than|avoid|bar|nor|neither)\b(?! (?:until|till|til|before|sure|later than|earlier than|sooner than|"
    r"for (?:an?|another|at least|\d+|some)|only|too|that|mind|bothered|far)\b)")
_WHY_NOT = re.compile(r"\b(?:why not|if not)\b")
_ANY_BUT = re.compile(r"\b(?:any|every|all|most)\w*(?: \w+){0,3},? (?:but|except|bar|apart from|other than|not)(?: "
                      r"for)?(?: on)?(?: a)? $")
_NO_GOOD = re.compile(
    r" ?(?:is|are|'s|isn't|was|would be)? ?(?:no good|no use|not good|out\b|isn't (?:good|any good|possible|great)|"
    r"doesn't (?:work|suit)|won't (?:work|do|suit)|not possible|i can't|i cannot|i'm away|i am away|i'm busy|i work\b)")
_OTHERS = re.compile(
    r"\b(?:my|our|the|his|her) (?:husband|hubby|wife|mum|mam|mother|dad|father|son|daughter|sister|brother|partner|friend|"
    r"neighbour|nan|nana|gran|grandad|carer|boss|boy|girl|kids?|children|niece|nephew|aunt|uncle|doctor|nurse|dog)\b"
    r"|\b(?:he|she|they)(?:'s|'ll|'re| )")
_MYSELF = re.compile(r"\b(?:i|i'm|i'll|i've|i'd|me|we|we're|we'll)\b")
_IF = re.compile(
    r"\b(?:if(?! (?:that'?s|that is|it'?s|it is|you|poss|possible|ok|okay|not)\b)|unless|(?<!i )suppose|supposing|in case|"
    r"might|hopefully|"
    r"depend(?:s|ing)?|providing|provided|would have|were to)\b")


def negated(text: str, start: int, end: int) -> bool:
    """Whether the time at ``start`` to ``end`` of the folded text is ruled out."""
    before = text[:start]
    if _ANY_BUT.search(before) or _NO_GOOD.match(text[end:]):
        return True
    if re.match(r"not\b", text[start:end]):
        return False  # "not next week, the week after": what is meant is read already
    clause = _ENDS.split(before)[-1]
    return _NOT.search(clause) is not None and _WHY_NOT.search(clause) is None


def other_person(text: str, start: int, end: int) -> bool:
    """Whether the clause speaks of somebody else and not of the person."""
    clause = _clause(text, start, end)
    return _OTHERS.search(clause) is not None and _MYSELF.search(clause) is None


def hypothetical(text: str, start: int, end: int) -> bool:
    """Whether the sentence makes the time hang on an "if"."""
    before, after = re.split(r"[.!?;\n]", text[:start])[-1], re.split(r"[.!?;\n]", text[end:])[0]
    return _IF.search(f"{before} · {after}") is not None


def _clause(text: str, start: int, end: int) -> str:
    return _ENDS.split(text[:start])[-1] + text[start:end] + _ENDS.split(text[end:])[0]


_EVENT = re.compile(
    r"\b(?:after|before|once|when|until|till|til|as soon as|by the time|following|during|over|since)\b"
    r" (?!(?:an? (?:day|week|month|year|fortnight)|every|or twice|that|this|then|"
    r"it suits|which|what|i say|you say|long|now|all|too|or|and|noon|ever)\b)[^.!?;\n]{3,80}")


def event(text: str) -> tuple[int, int] | None:
    """Where a time is named by what happens then ("after my holiday"), which only the person can put a day to."""
    match = _EVENT.search(text)
    return (match.start(), match.start() + len(match[0].rstrip(" ,"))) if match else None
