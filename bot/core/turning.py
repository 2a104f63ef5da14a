"""Whether a sentence turns to another thing than the one before it, and whether a piece says something by itself."""

from __future__ import annotations

import re

_LEAST_LETTERS = 3

# A sentence that goes on about the thing before it.
GOES_ON = re.compile(
    r"^(?:it|it's|its|it’s|that|that's|that’s|this|these|those|they|them|he|she|his|her|their|which|who|because|cause|cos|so|but|then|when|if|since|"
    r"after|before|especially|mostly|mainly|usually|sometimes|only|just|even|still|maybe|i think|i guess|i mean|"
    r"i know|not|no|yes|"
    r"like|for example|at (?:first|night|times)|there's no|what i mean|as|or|now|every|last|until|once|while|"
    r"some(?:times| days)?)\b",
    re.IGNORECASE)
ANNOUNCES = re.compile(
    r"^(?:also|plus|and also|another thing|the other thing|other thing|one more thing|secondly|thirdly|lastly|"
    r"finally|on top of that|apart from that|besides|"
    r"i also|i've also|i’ve also|i am also|i'm also|i’m also|my other|and then there(?:'s|’s| is|"
    r" are))\b", re.IGNORECASE)
_NEW_SUBJECT = re.compile(r"^(?:and )?my (?P<noun>[a-z]+(?: [a-z]+)?)", re.IGNORECASE)
_NEW_WISH = re.compile(
    r"^(?:and )?(?:i(?:'m|’m| am) (?:also )?(?:worried|scared|afraid|anxious|not sleeping|low|lonely|struggling)|"
    r"i worry|"
    r"i (?:also )?(?:want(?:ed)?|would like|need)(?: you)? to (?:ask|talk|know|discuss|see about)|i(?:'d|"
    r"’d) like to (?:ask|talk|know|discuss)|"
    r"i (?:can't|can’t|cannot|can not|cant|don't|don’t|dont) sleep)\b", re.IGNORECASE)

VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|hurts?|aches?|keeps?|feels?|gets?|got|gives?|gone|goes|went|makes?|can|can't|can’t|cannot|"
    r"won't|want|need|think|know|worry|started|comes?|came|wakes?|takes?|took|sleep|swells?|itch\w*|i'm|i’m|i've|i’ve|it's|it’s|there's|there’s|that's|used)\b",
    re.IGNORECASE)


def turns(rest: str, before: str) -> bool:
    """Whether ``rest`` begins another thing than ``before`` was about."""
    first = re.split(r"[.!?]", rest)[0]
    if ANNOUNCES.match(rest):
        if _I_ALSO.match(rest):  # in a long story, or in an answer, it goes on more often than it turns
            goes_on = GOES_ON.match(before.strip()) or shares_a_word(first, before) or re.search(r"\bthere$", first)
            return len(before.split()) <= _LONG and not goes_on
        return not (_MY_OTHER.match(rest) and _POINTS_BACK.search(first))
    if GOES_ON.match(rest) or not names_a_concern(before):
        return False
    if subject := _NEW_SUBJECT.match(rest):
        nouns = subject["noun"].casefold().split()
        return not (nouns[0] in _OF_BEFORE or any(noun.rstrip("s") in before.casefold() for noun in nouns[-2:] if noun != "is")
                    or shares_a_word(first, before) or _POINTS_BACK.search(first))
    return _NEW_WISH.match(rest) is not None and VERB.search(before) is not None


_I_ALSO = re.compile(r"^(?:i also|i've also|i’ve also|i am also|i'm also|i’m also)\b", re.IGNORECASE)
_MY_OTHER = re.compile(r"^my other\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:it|this|them|those|these|both)\b", re.IGNORECASE)
_LONG = 30
# "My other brother", "my only sister": of what was said before.
_OF_BEFORE = frozenset(("other", "only", "main", "oldest", "youngest", "own", "late"))
# How somebody begins to name a concern; a message that begins in another way tells a story or answers something.
_BEGINS = re.compile(
    r"^(?:(?:and|also|so|hello|hi),? )*(?!a (?:lot|bit|little)\b|i (?:don't|don’t|dont) (?:think|know|have)|"
    r"i have (?:no|been)\b|not (?:really|too|so|that)\b)(?:(?:my|our|the|a|an|pain|pains|trouble|getting|paying|not) "
    r"|(?:i(?:'m|’m| am) (?:also |so |very |always )?(?:worried|scared|afraid|anxious|not sleeping|low|lonely|"
    r"struggling|tired|short of)"
    r"|i (?:can't|can’t|cannot|can not|cant|have|get|keep|need|want|would like|worry|don't|don’t|dont|still)"
    r"|i(?:'ve|’ve) (?:got|had)|i(?:'d|’d) like)\b)", re.IGNORECASE)
_SHORT = 16  # words; what is longer before the turn is mostly one story


def names_a_concern(left: str) -> bool:
    """Whether what stands before a turn is short, one sentence, and begins as a concern does."""
    sentences = [one for one in re.split(r"[.!?]\s+", left.strip()) if stands(one)]
    return len(left.split()) <= _SHORT and len(sentences) == 1 and _BEGINS.match(sentences[0]) is not None


def shares_a_word(one: str, other: str) -> bool:
    """Whether the same thing is named in both: a word of five letters or more, plural or not."""
    first, second = ({word.rstrip("s") for word in re.findall(r"[a-z]{5,}", text.casefold())} for text in (one, other))
    return bool((first & second) - _COMMON)


_COMMON = frozenset("really about there would could always never often having being getting pretty where which think".split())


def has_a_word(part: str) -> bool:
    """Whether there is a word of three letters or more in it."""
    return any(len(word) >= _LEAST_LETTERS for word in re.findall(r"[^\W\d_]+", part))


# Words that say nothing by themselves: a part made of them alone is no concern.
_SAYS_NOTHING = frozenset((
    "yes yeah yep yup no nope nah ok okay great good fine well um uh er oh ah hmm huh right correct sure thanks thank "
    "you doc doctor so much they it that he she we i do did does is was are were have has had am not really just a lot "
    "very i'm it's that's please sorry "
    "hello hi wait here there relatively speaking unfortunately actually exactly true one time think"
).split())


def stands(part: str) -> bool:
    """Whether a part says something by itself."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", part.casefold())
    return has_a_word(part) and any(word.replace("’", "'") not in _SAYS_NOTHING for word in words)
