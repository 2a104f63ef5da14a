"""Words around a score from 0 to 10: which lead to it, which may follow it, which take it back."""

from __future__ import annotations

import re

_ALSO_SPELT = {
    "nowt": "zero",
    "zilch": "zero",
    "wan": "one",
    "yin": "one",
    "twa": "two",
    "tow": "two",
    "fife": "five",
    "siks": "six",
    "sixx": "six",
    "saxt": "six",
    "sevan": "seven",
    "svn": "seven",
    "seveb": "seven",
    "aight": "eight",
    "eit": "eight",
    "nein": "nine",
    "tenn": "ten",
    "tne": "ten",
}
_NOT_A_SLIP = frozenset(
    """
    for fur our fou fore fie five ive ice even seen eve seve thee tree there here hee see ten tern hero zer ero ine inne nie
    wine sight ight sever
    ofur trhee theer
""".split()
)


def _slips(word: str) -> set[str]:
    """The word with one letter left out, doubled or swapped with the next."""
    places = range(len(word))
    return (
        (
            {word[:i] + word[i + 1 :] for i in places}
            | {word[:i] + word[i] + word[i:] for i in places}
            | {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places[:-1]}
        )
        - {word}
        - _NOT_A_SLIP
    )


MISSPELT = (
    {slip: word for word in ("zero", "three", "four", "five", "seven", "eight", "nine") for slip in sorted(_slips(word))}
    | {"tree": "three"}
    | _ALSO_SPELT
)
# Said around a number that is the whole answer, or the whole of a clause.
FILLERS = frozenset(
    """
    a an the about around round roughly approximately approx abt like maybe probably perhaps possibly mebbe prob just only
    still even at least
    say saying said id i'd i i'm im i'll am is it it's its be me my mine we we'd they're that's thats this that so well um uh
    er erm ermm hm hmm hmmm oh ooh ok okay
    yes yeah yep yup aye ah right now then today currently ee och hey hi honestly really truly definitely deffo easily easy
    tbh lol haha ha please pls thanks thank you ta cheers love lass pet duck mate doc doctor son hen cariad bach hun dear pal
    bro sir darling
    guess suppose spose spoze think reckon feel put give giving go going went with for call make mark rate rated score scored
    scoring number level no more nor less not sure
    solid good big fat strong clear firm proud wee straight full stop period max maximum tops top minimum mate x xx xxx there
    from fae on one
    importance confidence confident important pain answer of course obviously absolutely moment would was has been always
    plain bare
    im we're would've have to had got get gotta most days mostly usually overall all told flat out thinking settle settled final
    cos because cause too also very quite pretty i've actually let's lets see hmm sort kind kinda sorta ish roundabout
    ballpark as each both
    depends dunno know don't dont idk comma ye yh na nah poss probs stroke kinda thing situation proper steady guid low high
    final answer's between somewhere either could might may or to and up until till through half plus over under above below
    than near nearly almost
    think's time same here dead bang on exactly sharp again
""".split()
)
# Before a number in its clause: the number is a score.
SCORING = re.compile(
    r"\b(?:say|said|saying|put|give|giving|gave|go|going|call|rate|rated|score|scored|pick|choose|chose|reckon|guess|suppose|"
    r"think|make|mark|vote|stick|plump|settle|"
    r"opt|answer|answered|number|level|confidence|importance|pain|meant|mean|type|typed|press|tap|tick|circle|thinking|"
    r"plumping|opting|sticking|settling)\b(?:[\s,]+[\w']+){0,6}$"
    r"|\b(?:it's|its|it is|it was|it|is|i'm|im|i am|am|be|was|were|that's|thats|they're|they are|now|today|at|currently|been|"
    r"we're|i|mine's|so|oops|whoops|typo|sorry|floating|hovering|sitting|sat|stuck|down|up|"
    r"more)(?: (?:just|only|still|now|today|more|really|probably|maybe|about|around|like|at|a|an|to|on|the|in|say|roughly|"
    r"currently|definitely|honestly|"
    r"usually|easily|solid|good|wee|big|fat|firm|strong|perhaps|possibly|of|as|near|nearly|almost|under|over|above|below|or|"
    r"not|quite|close|i'd|got|kind|sort|up|down|less|than|no|between|"
    r"somewhere|nearer|closer|hovering|sitting|high|low|proud|clear|straight|weak|shaky|it's))*$"
    r"|\bbetween (?:an? )?[\w.]+ and(?: an?)?$"
    r"|\b(?:a|an|about|around|roughly|maybe|probably|perhaps|nearly|almost|under|over|above|below|between|than|least|like|"
    r"from|or|to|nearer|closer|solid|between|either|mostly|it|be)$"
)
# After a number: it is still a score.
MAY_FOLLOW = frozenset(
    """
    or to and maybe probably perhaps possibly i i'd i'm im id but because cos cause cuz coz as so since right now today at for
    when on with without
    if though please pls thanks thank ta really ish in point plus is it it's its definitely most usually currently overall
    only just honestly this these my
    average would will still that than again always mostly all altogether even easily like sorry no not being mate atm tbh lol
    haha max maximum
    minimum after before was there they then you u hmm um where what which due ok okay yes yeah aye through out of over outa
    outta from fae depending depends
    nearly fae less more above below under half until till up down lass love pet duck doc doctor son hen cariad bach hun dear
    pal bro sir the moment
    from me here however isn't isnt innit eh hen way tops full stop x xx nothing he she we our everything feels felt feel
    makes don't dont can't cant until
    by each every both either between wi mind next other another weekends mornings oops whoops typo meant you've ive i've i'll
    am be do did does has have had get gets got could should might may while
    until unless although except depending that's thats who how why who's there's mainly purely simply again i'd've rn ngl fr
    imo iirc o
""".split()
)
# After a number: it counts something, so it is no score.
COUNTED = re.compile(
    r"^(?:%|percent|per cent|pc|stars?|°|years?|yrs?|yr|weeks?|wks?|months?|mths?|days?|nights?|hours?|hrs?|minutes?|mins?|"
    r"seconds?|times?|kids?|children|grandkids|grandchildren|"
    r"tablets?|pills?|mg|mcg|ml|stones?|st|lbs?|pounds?|kg|kilos?|miles?|km|metres?|meters?|steps?|stairs|flights?|people|"
    r"doctors?|nurses?|goes|sessions?|"
    r"o'?clock|am|pm|units?|pints?|cups?|cigarettes?|fags?|packs?|boxes|sisters?|brothers?|sons?|daughters?|dogs?|cats?|"
    r"operations?|appointments?|visits?|falls?|"
    r"points?|quid|p|grand|thousand|hundred|million|dozen|things?|reasons?|questions?|of (?:my|the|us|them|these|those)|"
    r"inch(?:es)?|foot|feet|cm|litres?|puffs?|months'|weeks'|years'|or so (?:years|weeks|days|months))\b"
)
WISH = re.compile(
    r"\b(?:would be\b.*\bif|it'd be\b.*\bif|if\b.*\bwould be|would like|want to be|want it|wanna be|wish|hope to|hoping|"
    r"should be|could be (?:a |an )?\w+ if|could be if|aiming|aim for|like to be|like to get|get to a|get it to|"
    r"get up to|if it was|if it were|if i had|if i could|ideally|would make it|would've been|might get to|need to be|"
    r"supposed to be|would have been|one day)\b"
)
BEFORE_NOW = re.compile(
    r"\b(?:used to|ago|last (?:year|week|time|month|night|summer|winter|spring|autumn|visit|appointment)|yesterday|"
    r"previously|back then|at first|to start with|when (?:we|i) (?:first )?(?:started|came|began|saw|met)|"
    r"would have (?:put|said|been|given)|before (?:the|i|my|we|this|all)|before$|i said|said \w+ to the|told the (?:nurse|"
    r"doctor|gp)|asked at|if you'd(?:'ve| have)? asked|in (?:january|february|march|april|june|july|august|september|october|"
    r"november|december)|"
    r"started (?:at|on|off)|started out|started|i put|i typed|then i|had been|formerly|at the start|first time)\b"
)
WAS = re.compile(r"\b(?:was|were)\b")
IS_NOW = re.compile(
    r"\b(?:now|today|currently|at present|at the moment|these days|nowadays|this (?:morning|week|time)|the now|rn|atm|"
    r"presently)\b"
)
CORRECTS = re.compile(
    r"\b(?:i meant|meant|i mean|make it|make that|oops|whoops|typo|sorry|scrap that|scratch that|change that|correction|"
    r"i'll change|on second thoughts?|no wait|wait no|actually make)\b"
)
OTHERS = re.compile(
    r"\b(?:him|her|them|wife|husband|wife's|husband's|hubby) (?:is |on |at )*$|\b(?:hospital|they|nurse|doctor|physio|gp|he|"
    r"she) (?:had|have|has|hears?|heard|keeps?)\b|"
    r"\b(?:he|she|they|wife|husband|partner|missus|hubby|daughter|son|mum|mam|dad|nurse|doctor|gp|consultant|physio|friend|"
    r"sister|brother|everyone|people|mate)(?:'s|'d| is| would| will)? "
    r"(?:tell you|says?|said|say|thinks?|reckons?|gave|puts?|put|thought|told|rates?|go|goes|a|an)\b|\b(?:to|for) (?:him|her|"
    r"them|others|my (?:wife|husband|daughter|son|mum|dad))\b(?=.*\bme\b)"
)
NO_SCORE_BEFORE = re.compile(
    r"\b(?:stone|foot|feet|ft|lbs?|half past|quarter (?:past|to)|past|flat|room|ward|house|door number(?:'s)?|bus|bay|floor|"
    r"page|type|stage|grade|chapter|gate|platform|unit|form|section|route|no\.|number \d+|post ?code|road|street|extension|"
    r"ext|"
    r"born|aged?|chart|kids? under|children under|windows|iphone|galaxy|android|channel|radio|band|tier|phase|junction|"
    r"level of|size|vitamin b|omega|covid|b|c|t|l)\s*$"
    r"|\b(?:appointment|appt|meet|come|visit|clinic|bus|train|school|work|booked|starts?|finish(?:es)?|up|bed|sleep|wake|"
    r"open|closes?|surgery)\b[^.]{0,25}\bat\s*$"
)
DENIES = re.compile(
    r"(?:\bnot|\bnever|n't|\bnowhere near|\bfar from|\brather than|\binstead of|\bnot even|\bisnt|\baint|\bnae|\bno even|"
    r"\bno'|\bdont think|\bif i (?:say|said)|\b(?:you|u) (?:\w+ )?want|\blove to say|\blike to say|\bwish i could say|"
    r"\bthought (?:about|of)|\bcould have said|\btempted to say|\bnearly (?:said|put))(?: (?:a|an|at|quite|really|exactly|be|"
    r"it's|its|even|as|high|near|going|to|say|put|give|go|for|with|like|my|the|full|up|i'll|ill|ever|i|me|about|to be)){0,6}$"
)
UNDECIDED = re.compile(
    r"\b(?:torn|can't (?:decide|choose|pick)|cant (?:decide|choose|pick)|one of those|whichever|take your pick|you choose|"
    r"you pick|you decide)\b"
)
VARIES = re.compile(
    r"\b(?:weekdays?|weekends?|mornings?|nights?|evenings?|afternoons?|good days?|bad days?|wan day|one day|some days?|"
    r"other days?|next day|sometimes|without|with|if|when|depends|unless|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|in (?:the )?(?:morning|evening|winter|summer)|at (?:night|home|work|"
    r"rest)|for (?:importance|confidence|the)|importance|confidence|after|before|"
    r"other|each|left|right|whereas|while|but)\b"
)
NOT_SURE = re.compile(
    r"\bnot (?:so |too |really |very )?(?:sure|certain)\b|\b(?:don't|dont|do not|dunno|dinnae) (?:really )?(?:know|ken)\b|"
    r"\bnot bad\b|\bdunno\b|\bno idea\b|\bnot (?:very|much|that|really|brilliant|great|good|high|hugely|overly|massively|"
    r"especially|terribly|too)\b"
)
RANGE_JOINS = re.compile(
    r"[\s,]*(?:or(?: (?:maybe|perhaps|possibly|even|more like|could be|say|so))?(?: an?)?|-|–|—|to(?: an?)?|up to(?: an?)?|"
    r"until(?: an?)?|till|/|maybe(?: an?)?|possibly(?: an?)?|"
    r"perhaps(?: an?)?|if not(?: an?)?|~|through|could be(?: an?)?|might be(?: an?)?|might (?:stretch|push) to(?: an?)?|"
    r"going on(?: an?)?|stroke|poss|(?:ish )?(?:or thereabouts)?,? ?could be(?: an?)?|as in(?: an?)?|kind of|and up to|"
    r"down to|even(?: an?)?)[\s,]*"
)
# What may "be" a score; "my daughter is 8" is none.
MAY_BE = frozenset(
    """
    it this that pain confidence importance score answer number level mine rating today now which there stress mood one i
    sureness chances
    honestly really truth figure guess
""".split()
)
# "One" that is a word for a thing, not a number: "the deaf one", "one of them", "one had gone".
ONE_AS_NUMBER = re.compile(
    r"^\s*(?:$|[.,;!?)\-–/:]|(?:out|or|to|maybe|i|because|cos|from|for|at|really|please|and a|point|probably|mate|love|being|"
    r"as|on the|for|just|sorry|only|if|when|with|without|after|before|in|by|but|and|right|tbh|it's|its)\b)"
)
ONE_AS_THING = re.compile(
    r"\b(?:the|this|that|which|any|every|each|no|some|my|his|her|your|other|another|good|bad|hard|tough|deaf|last|first|new|old|easy|big|only|on|little)\s*$"
)
# Words that settle which of several numbers is the answer.
SETTLES = re.compile(
    r"\b(?:so (?:it's|its|that's|that is|that'd be|that would be|i(?:'d)? (?:say|give|go|put)|i'm|im|a|an)|i'd (?:say|give|"
    r"go|have to|still|only|put)|i give (?:this|it)|call it|leave it|(?:but|so) put|"
    r"all in all|overall|right now|at present|being real|my answer|final answer|settle|honestly|seriously|still only give it|"
    r"i could hold|i can do so|mark me|for me (?:is|it's)|confidence wise)\b[^.!?]*$"
)
