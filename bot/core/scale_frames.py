"""Whether what stands around a number in its clause is wholly understood: only then is the number kept without asking.

Scores are given in few ways: bare, or after words that put a score ("I'd say about a", "my answer would be"). A number led
to by anything else may still be meant, and is asked back ("Did you mean 7?").
"""

from __future__ import annotations

import re

from bot.core.scale_asides import ASIDES, HOW_IT_IS, HOW_ONE_FEELS, NOTHING_AT_ALL
from bot.core.scale_numbers import Number
from bot.core.scale_spans import clause_of
from bot.core.scale_tails import is_about_a_thing, is_an_amount, is_spoken_about
from bot.core.scale_words import ADJ, FILLERS, MAY_FOLLOW, NO_ADVERBS, OTHER_AND_NUMBER, is_filler

_NO_ADVERB = "|".join(sorted(NO_ADVERBS))
_HEDGE = (
    r"(?:a|an|the|about|aboot|abaht|abt|around|round|roundabout|roond|approx|circa|like|maybes?|mebbes?|mibbes?|"
    r"happen|lowkey|highkey|deadass|ca|perhaps|prob|"
    r"poss|just|"
    r"nobbut|still|even|now|today|more|always|already|again|somewhere|sort|kind|of|nearer|closer|near|"
    r"towards?|both|hence|tbh|quite|so|then|well|highish|lowish|[a-z]+wise|defo|obvs|idk|soft|light|um+|uh+|erm*|er+|hm+|"
    r"a+h+|o+h*|ok|okay|yes|yeah|aye|bit|at|overall|easy|"
    r"medium|moderate|mild|severe|dead|centre|center|maxed|bloody|flipping|flippin|freaking|fricking|frigging|effing|"
    r"bleeding|bleedin|blinking|damn|ruddy|"
    rf"though|rock|bottom|say|(?!(?:{_NO_ADVERB})\b)[a-z]+ly|{ADJ})"
)
_OBJECT = (
    r"(?:me|it|that|this|myself|them|him|her|us|things|you|(?:my|the|this) (?:pain|confidence|importance|score|"
    r"answer|number|"
    r"chances?|level|mood|rating|(?:whole )?thing|head|back|knees?|hip|sleep|worry|stress|idea|plan))"
)
_I = (
    r"(?:lemme|imma|ah'd|ah'll|aw'd|a'd|i|i'd|id|i'll|ill|i'm|im|i am|i've|ive|"
    r"we|we'd|we'll|me|mi|you|u|ah|a|and|but|so|then|yes|yeah|"
    r"ok|please|"
    r"just|lets|let's|let us)"
)
_MAY = (
    r"(?:shall|can|could|may|might|must|would|woulda|wid|wud|will|should|wad|have to|had to|has to|hae tae|need to|"
    r"got to|"
    r"gotta|want to|going to|gonna|am|was going to|do|did|say|only|just|even|really|still|maybe|probably|honestly|"
    r"now|always|"
    r"inclined to|all|have|also|both|to|go|tae)"
)
_VERB = (
    r"(?:say|said|seh|sey|put|give|gie|gave|giving|go|goes|gone|going|call|rate|rated|rating|score|scored|pick|"
    r"picked|choose|"
    r"chose|chosen|reckon|guess|suppose|spose|think|thinking|make|mark|vote|stick|plump|opt|settle(?: on)?|answer|"
    r"answered|type|typed|"
    r"tick|ticked|circle|circled|write|wrote|feel|feeling|mean|meant|select|selected|selecting|click|clicked|take|"
    r"sit|sitting|hover|hovering|place|stand(?! for)|"
    r"hold|stay|"
    r"choosing|saying|plumping|opting|sticking|settling(?: on)?|settled on|lean|leaning|floating|land|rank|enter|"
    r"tap|press|pressed|come out|pop|gimme|chuck|whack|bung|slap|shove|hope|believe|hazard|venture|estimate|"
    r"imagine|chalk|count|lob|award|consider|evaluate|fink)"
)
_TO = r"(?:down|as|for|with|to|at|in|it|is|be|it's|its|i'm|im|i am|that|number|that's|score|towards?|was)"
_PUT = (
    rf"(?:(?:^|[^a-z']|(?<=\s)){_I}(?: {_MAY})* {_VERB}|"
    rf"^\W*(?:(?:no|nah|nope|wait|right|well|oh)\W+)*"
    rf"(?:[a-z]+ly |please |just |shall (?:we|i) |{_MAY} )*(?!press|tap|type|enter|imagine|count|"
    rf"take){_VERB})(?: {_OBJECT})?(?: {_TO})*"
)
_NAMED = (
    r"(?:it|this|that|these|they|which|what|mine|i|pain|confidence|importance|score|answer|number|level|rating|"
    r"sureness|sure|important|confident|you|choice|vote|figure|guess|today|now|there|stress|mood|chances|think|ye|"
    r"truth|for me|"
    r"thing|u|as|pick|wise|nearest|closest)"
)
_BE = (
    r"(?:'s|s|'d|'m|m|'re|'ll|is|are|am|be|would|wud|wid|will|must|has|have|had|to|got|gotta|go|should|could|might|"
    r"may|make|"
    r"makes|ranks|rates|scores|gets|earns|deserves|merits|warrants|feels|stands|sits|comes|seems|looks|sounds|"
    r"out|in|at|giving|remains|gonna|hae|tae|not|of|=|:|level|"
    r"score|number|"
    r"rating|wise|for|me|today|now)"
)
_IS = (
    rf"(?:\b(?:im|id|ill|its|thats|{_NAMED}(?:'(?:s|d|m|ll|re)|\s?[=:]| (?!(?:for|at|in|out|of|to)\b){_BE}))"
    rf"(?: {_BE}| {_HEDGE})*|"
    r"\b(?:it's|its|i'm|im|ah'm|a'm|that's|thats|thas|dat's|dats|das|they're|'?tis|"
    r"'?twill be)|^\W*(?:am|are|is))"
)
_LABELLED = (
    r"(?:(?:my|the|a|an|for|how|current|present|overall) )*"
    r"(?:lvl|lv|scale|selection|certainty|belief|likelihood|sureness|motivation|willingness|desire|pain|"
    r"confidence|importance|confident|important|sure|"
    r"score|"
    r"answer|number|rating|level|ans|choice|vote)(?:[ -](?:level|score|wise|rating|number))?(?: (?:today|now))?\s*"
    r"(?:is|=|:|-|of)?"
)
_WENT = (
    r"(?:gone|went|got|moved|come|came|crept|jumped|dropped|climbed|risen|fallen|shot|"
    r"eased|calmed|settled|improved|worsened|slipped|edged|bumped)"
)
_MOVED = (
    rf"^\W*(?:(?:it's|its|it has|it|i've|ive|i) )?{_WENT}(?: up| down| back| off)? to|"
    rf"^\W*(?:(?:i'm|im|it's|its|i|it) )?(?:still )?"
    rf"(?:remains?|settle[sd]? (?:at|on)|stuck at|land(?:ed|ing|s)? on)|^\W*(?:up|down|back) to|"
    r"(?:it's|its|it is) (?:now )?(?:up|down|back) to an?|(?:it's|its|it has) been (?:about |at )?an?|"
    rf"\b{_WENT} (?:up |down )?from .+ to|\b(?:end|ended|ends|wound) up (?:at|on|as|with)"
)
_SCORE_IS = r"\b(?:answer|score|number|rating|choice|guess)(?: [a-z']+){0,4} (?:is|would be|will be|has to be|must be|'s|'d be)"
_ELIDED = (
    r"^\W*(?:gets|deserves|earns|merits|worth|rates|looks like|sounds like|feels(?: like)?|today'?s)|"
    r"^\W*(?:it )?(?:has to|has got to|got to|gotta|must|would have to|will|would|could only|can only) be"
)
_LEAD = re.compile(
    rf"(?:.*[^a-z'])?(?:{_PUT}|{_IS}|{_LABELLED}|{_MOVED}|{_SCORE_IS}|{_ELIDED}|both (?:say|said|think)|"
    rf"\b(?:holding|sitting|now) at|\b(?:u|you) can have)(?:[\s,]+{_HEDGE})*\W*"
)
_NO_OPENERS = frozenset(
    "on one from for up down to till until through under over above below half whole time call as each both no not "
    "less was would "
    "could might may than flat be been number score rate mark give us my mine days stroke got get had have gotta we "
    "we'd they're we're time "
    "moment thing situation there willing son say said going go went put giving make settle settled".split()
)
_OPENERS = FILLERS - _NO_OPENERS
_THE_ONE = re.compile(r"one (?:is|was) (?:at|on|in) ")  # "the next one is at 4"
_A_SUCH_ONE = re.compile(rf"\b(?:an?|the) (?!(?:{ADJ}|mere|lonely|big fat) )[a-z]+ $")  # "a great one"
_PUTS_RIGHT = frozenset("no nah nope wait oops whoops sorry typo rather to not".split())
_HEDGE_WORD = re.compile(_HEDGE)
_AT_MOST = 12  # words before a number that are looked at
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|wait|well|sorry|then) )*(?!shall (?:we|i) (?:say|put|go)|(?:would|will) (?:say|be|put|"
    r"give|go)|"
    r"(?:can|could) (?:you )?put|is (?:(?:an?|about|like|from|more|only) )*$|can only|could (?:say|be)|"
    r"should(?:'ve| have| of) been|"
    r"what did i (?:just )?(?:say|put)|was )"
    r"(?:what|what's|whats|why|how|who|where|is|are|am|does|do|did|can|could|should|shall|would|will) "
)
_MINE = re.compile(
    r"\W*(?:(?:maybe|probably|so|well|oh|um|uh|erm|hmm|i think|i suppose|like|about|an?|i(?:'d| would) say|i guess|"
    r"it's|its|"
    r"perhaps|possibly|say|around|(?:i )?dunno|i don'?t know|id say|not sure|no idea)\W*)*"
)
# "Dad, 7", "tablets, 7": what is named before it is somebody else, or counted.
_NAMED_BEFORE = re.compile(
    r"(?:^|[.!?;,…])\W*(?:(?:and|so|well|as for|for) )?(?:(?:my|the|our|his|her|\d+) )?(?:wife|husband|hubby|missus|"
    r"partner|"
    r"girlfriend|boyfriend|daughter|(?<=my )son|mum|mam|mom|mother|dad|father|brother|sister|nan|gran|grandad|he|"
    r"she|they|him|her|"
    r"them|kids|children|tablets?|pills?|mg|steps|stairs|times|years|weeks|months|hours|minutes|cigarettes|fags|"
    r"pints|units|"
    r"age|aged|size|room|ward|flat|house|bus|bed)\W*$"
)
_ONE_OF_SOMETHING = re.compile(
    r" (?:for (?!me\b|now\b|this\b|that\b|importan|confiden|pain|sure)|at (?!most|best|a push|the mo|present|least))"
)


def plainly_given(number: Number, numbers: list[Number], said: str) -> bool:
    """Whether what stands before the number in its clause, or since the number before it, gives a score.

    Args:
        numbers: all in ``said``, in order.
    """
    before, after = clause_of(number, said)
    if number.value == 0:
        before = NOTHING_AT_ALL.sub(" ", before)
    if _asks(number, before, said) or is_an_amount(number, said) or is_spoken_about(number, said):
        return False
    if _NAMED_BEFORE.search(said[: number.start]) and not number.of_ten:
        return False
    if is_about_a_thing(number, said):
        return False
    follows = re.match(r" ([a-z']+)", after)
    known = follows is None or follows[1] in MAY_FOLLOW or is_filler(follows[1])
    known = known or HOW_ONE_FEELS.fullmatch(after) or OTHER_AND_NUMBER.match(after)
    if not known:
        return False
    if said[number.start : number.end] == "one" and (
        re.search(r"\bnumber $", said[: number.start])
        or _A_SUCH_ONE.search(said[: number.start])
        or _ONE_OF_SOMETHING.match(after)
    ):
        return False
    earlier = [n for n in numbers if n.start < number.start and not _THE_ONE.fullmatch(said[n.start : number.start])]
    if earlier:
        own = said[max(number.start - len(before), earlier[-1].end) : number.start]
        if _opens(own, _OPENERS | _PUTS_RIGHT) or _leads(own):
            return True
    return _opens(before, _OPENERS) or _leads(before)


def _opens(before: str, openers: frozenset[str]) -> bool:
    """Whether nothing but openers, hedges and asides ("well, to be honest, about a") stands there."""
    words = re.findall(r"[^\W_]+(?:'[a-z]+)?", HOW_IT_IS.sub("", ASIDES.sub(" ", before)))
    return all(word in openers or _HEDGE_WORD.fullmatch(word) for word in words)


def _leads(before: str) -> bool:
    """Whether words that put a score end there ("…, so I'd say about a")."""
    words = before.split()
    near = before if len(words) <= _AT_MOST else " ".join(["…", *words[-_AT_MOST:]])
    return _LEAD.fullmatch(near.rstrip()) is not None


def _asks(number: Number, before: str, said: str) -> bool:
    """Whether the number stands in a question ("what's a 7", "you mean 7?"), and not in a score given with doubt "
    "("a 7?")."""
    sentence = re.split(r"[.!?…]", said[: number.start])[-1]
    if _ASKS.match(before) or re.match(r" (?:or|so|as) what\b", said[number.end :]):
        return True
    asked = re.match(r"[^.!…,;-]*(?:, ?(?:then|right|yes|yeah|no|or what))?\?", said[number.end :]) is not None
    return asked and (_MINE.fullmatch(before) is None or _ASKS.match(sentence) is not None)
