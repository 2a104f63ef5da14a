"""Whether a number that reads like a score is one of some other thing: an amount, or a number that is spoken about.

What stands behind a number tells: "6 each", "3 so far" are amounts, "10 is good" says what a ten means, "5 is neutral
right" asks. None of them is stored; each may be asked back.
"""

from __future__ import annotations

import re

from bot.core.scale_numbers import Number
from bot.core.scale_spans import clause_of
from bot.core.scale_words import MAY_FOLLOW, is_filler

_NUMBER_ONE = re.compile(r"(?:\b(?:number|no\.?|num)|#) ?$")
_IS_A_LIST = re.compile(r"\W*(?:(?:\d|one|two|three)\) ?[a-z]|[1-3]\. (?:my |the )[a-z]+$)")
_TIME = "hour|day|night|week|month|year|morning|evening|afternoon|shift|go|dose|time|visit|month|minute|fortnight"
_MEAL_OR_ROUTINE = (
    "bed|bedtime|food|meals?|eating|breakfast|lunch|dinner|tea|supper|work|school|church|class|sleep|exercise|"
    "(?:the|my) (?:walk|shower|bath|gym|run)"
)
# Shared out, added up, so many in so long.
_AMOUNT_AFTER = re.compile(
    r"(?:ish)? (?:(?:or so|or thereabouts|x|times) )?"
    rf"(?:each(?! (?:way|time|other))|apiece|per \w+|(?:a|an|every|each) (?:{_TIME})s?\b|all\W*$|in all\b|all in\b|"
    r"in total|total\b|altogether|"
    r"so far|up to now|to date|and counting|left\b|remaining|gone\b|spare|overdue|"
    r"(?:night|dai|week|month|year|hour|fortnight)ly|"
    rf"(?:before|after) (?:{_MEAL_OR_ROUTINE})\b|other (?!than\b|days|times|people'?s)[a-z]+|"
    r"if (?:you|u|we|i) (?:count|include)|(?:not )?(?:counting|including) )"
    r"| (?:or so|or more|or fewer) (?!points|years old|as|this|is|was)(?:[a-z]+s|people|folk)\b"
    r"| (?:doc|doctor|nurse|boss|chief|captain|babe|miss|man|love|pet|duck|son|sir|mate|robot|full|same|next|half|right|main|"
    r"dear|whole|less) (?!as\b|is\b|this\b|days? (?:out|in)\b|points|marks|always|sometimes|makes|feels|seems)"
    r"(?:old |new |big |good )?[a-z]{2,}[a-rt-z]s\b"
    r"| points (?:to|for) (?!me\b|this\b)[a-z]+"
    r"|(?:ish )(?:pm|am|tonight|tomorrow)\b"
)
_AMOUNT_BEFORE = re.compile(
    r"\b(?:(?<!at )all|both|every|another|plus|there's|theres|there are|there is|there were|there was|the other|"
    r"these|those|all the|"
    r"the (?:last|first|next|same)|(?:i|we|they|you)'ve|(?:i|we|they) have) (?:about |around |only |just |like |at least )*$"
)
_OF_THE_SCORE = re.compile(r" (?:of|for) (?:importance|confidence|pain|sureness)\b")
_IS = r"(?:'s|is|was|means|meant|being|=|equals|would be|'d be|must be|seems|sounds|feels)"
# "7 is my answer", "8 is about right", "5 it is", "10 is how sure I am": what is said of the number is that it is the answer.
_IS_THE_ANSWER = re.compile(
    rf" {_IS} (?:(?:about|just|still|probably|only|really|honestly|pretty much|as|what|how|where|closest|"
    r"nearest|nearer|the|my) )*"
    r"(?:my (?:(?:honest|final|true|real|best|own) )?(?:answer|score|number|rating|choice|pick|guess|limit|level|pain|"
    r"importance|"
    r"confidence|vote)|"
    r"(?:answer|score|number|rating|choice|pick|guess|vote|one)(?! (?:i |that i )?(?:like|love))|"
    r"right\b(?!\W*\?)|fair|fairer|honest|"
    r"(?:more )?accurate|realistic|true|truthful|generous|kind|blunt|"
    r"serious|real|optimistic|pessimistic|polite|nice|brutally|very|totally|closest|nearest|it|me|"
    r"close|that|this|good as|high as|far as|low as|mine|i|i'd|i'm|im|we|we'd|how|where|what i\b|for me|"
    r"me|today|now|because|cos|coz|since)\b"
)
_SPOKEN_ABOUT = re.compile(rf" (?:(?:i|you|u|they|we) (?:guess|think|say|mean|take it) )?{_IS} ")
_TAG = re.compile(r"\W+(?:right|yes|yeah|no|ok|okay|correct|eh|isn'?t it|innit|is that right|does it|is it)\W*\?")

# "7 for me" is a score; "7 for the party", "I gave 5 to charity", "it's 7 in the evening" may be a number of anything.
_ABOUT_IT = re.compile(
    r" (?:in (?:terms|"
    r"all|general|truth|fairness|fact|practice|reality|this|that|importance|confidence|pain|total honesty|honesty|"
    r"a nutshell|a heartbeat|the grand scheme|my reckoning|"
    r"(?:the|my) (?:(?:very )?middle|opinion|view|mind|eyes|heart|head|book|moment|end|main|case))|"
    r"on (?:this|that|it|average|reflection|balance|god|importance|confidence|pain|your|a (?:good|bad) day|"
    r"the (?:whole|day|dot|nose|button|scale|pain scale|spot|money))|"
    r"at (?:a push|a guess|a stretch|the outside|best|worst|(?:the )?(?:very )?(?:most|least)|present|"
    r"the (?:moment|mo|minute|end of the day)|"
    r"this (?:point|stage|moment|time|minute)|all)|"
    r"for (?:me|us|now|this|that|it|today|sure|real|definite|definitely|certain|both|importance|confidence|pain|being|"
    r"starters|a start|my (?:money|part)|how|"
    r"(?:my |the |our )(?:[a-z]+ )?(?:kids|children|family|bairns|babies|little ones|grandkids|"
    r"grandchildren|health|sake|future)|"
    r"the (?:moment|time|minute|pain|record|most|first|rest|day|importance|confidence))|"
    r"to (?:be|me|get|do|see|make|keep|walk|tell|start|try|sort|have|live|feel|stop|say|give|help|know|find|my mind)|"
    r"from (?:me|us|both|the (?:both|two) of us|last|before|where|"
    r"(?:an? )?(?:\d|zero|one|two|three|four|five|six|seven|eight|nine|ten))|"
    r"with (?!breakfast|food|milk|water|lunch|dinner|tea|meals?)|"
    r"by (?:far|a mile|my)|of (?:10|ten|importance|confidence|pain|course)|off (?:the|my)|the (?:now|noo|day|morn))\b"
)
_RELATES = re.compile(r" (?:in|on|at|for|to|from|with|by|of|off|per|a|an|the)\b")
_MORE_THINGS = re.compile(r" (?:down|up|below|above)(?=$| \d)")
_WRITES = re.compile(r"\b(?:put|mark|write|jot|note|stick|bung|pop)\b")

_AT_A_TIME = re.compile(
    r"\b(?:go|going|went|come|coming|came|start|starts|starting|arrive|leave|leaving|be|get|there|here|home|off|away|"
    r"free|busy) "
    r"(?:there |here |home )?at(?: about| around| roughly)? $|^\W*at (?:about|around|roughly) $|"
    r"\b(?:worse|worst|better|bad|sore|hurts|aches|up|awake)\b[^.,;]* at(?: about| around)? $|"
    r"\bgot (?:up |down )?to(?: an?)? $|\b(?:let me|can't|cant|cannot|won't|wont) (?:press|tap|click|type|select|"
    r"enter)(?: an?| the)? $|"
    r"^\W*(?:give me|gimme) $"
)
_AIMED_AT = re.compile(r"\b(?:goal|target|aim|dream)(?: is)?\s*[:=-]? ?$")
_HYPOTHETICAL = re.compile(
    r" if (?:only|(?:i|he|she|they|we|it|you|someone|somebody|my [a-z]+)(?: (?:just|only|really))? "
    r"(?:had|was|were|could|did|didn't|didnt|wasn't|wasnt|weren't|hadn't|hadnt|couldn't|slept|got|went|knew|lived|stopped|"
    r"came|felt|lost|[a-z]{3,}ed)\b)"
)
# "My number is 5", "stress level 7"; "my phone number is 5", "sugar level 8", "my sister's pain is a 9" are others.
_NUMBER_OF = re.compile(
    r"([a-z']+) (?:number|score|level|rating|answer|choice|count|reading|grade)(?: (?:today|now|wise))?"
    r"(?: ?(?:is|was|of|at|about|around|only|'s|:|=|-|an?))* ?$"
)
_SOMEONES = re.compile(
    r"(?<!\w)(?!today's|it's|that's|what's|mine's|here's|there's|now's|everything's)[a-z]+'s (?:[a-z]+ )?"
    r"(?:pain|confidence|importance|sureness|mood|stress)\b[^.,;]*$"
)
_OF_ONESELF = frozenset(
    """
    today's todays pick picked choose chose choosing pain stress mood worry anxiety energy motivation readiness comfort
    honest realistic gut truthful sensible real true actual current present exact best closest nearest safe lower higher round
    whole own this these our and but or if when with
""".split()
)


def _names_another_number(before: str) -> bool:
    """Whether a number of some other thing is led to: a level, a score or a count with a name of its own, or somebody's."""
    named = _NUMBER_OF.search(before)
    own = named is None or named[1] in _OF_ONESELF or named[1] in MAY_FOLLOW or is_filler(named[1])
    strange = not own or named is not None and named[0].startswith(("on number", "at number", "to number"))
    return strange or _SOMEONES.search(before) is not None


def is_an_amount(number: Number, said: str) -> bool:
    """Whether the words around say that the number is so many of something ("6 each", "all three", "about 5 a day")."""
    if number.of_ten or _OF_THE_SCORE.match(said[number.end :]):
        return False
    if number.value == 1 and _NUMBER_ONE.search(said[: number.start]) or _IS_A_LIST.match(said):
        return True
    return _AMOUNT_AFTER.match(said[number.end :]) is not None or _AMOUNT_BEFORE.search(said[: number.start]) is not None


def is_spoken_about(number: Number, said: str) -> bool:
    """Whether the sentence says or asks what the number is ("10 is good", "5 is neutral right"), and does not give it."""
    after = said[number.end :]
    if number.of_ten:
        return False
    if _SPOKEN_ABOUT.match(after) and not _IS_THE_ANSWER.match(after):
        return True
    return _SPOKEN_ABOUT.match(after) is not None and _TAG.search(after) is not None and not clause_of(number, said)[0].strip()


def is_about_a_thing(number: Number, said: str) -> bool:
    """Whether the number is tied to a place, a time or a person of its own ("8 at the table", "5 to charity")."""
    before, after = clause_of(number, said)
    if number.of_ten:
        return after.startswith(" for ") and _ABOUT_IT.match(after) is None
    if _AIMED_AT.search(said[: number.start]) or _names_another_number(before) or _AT_A_TIME.search(before):
        return True
    if _MORE_THINGS.match(after) and not _WRITES.search(before):
        return True
    if _HYPOTHETICAL.match(after):
        return True
    return _RELATES.match(after) is not None and _ABOUT_IT.match(after) is None
