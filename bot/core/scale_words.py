"""Words around a score from 0 to 10: which lead to it, which may follow it, which take it back."""

from __future__ import annotations

import re

# Said around a number that is the whole answer, or the whole of a clause.
FILLERS = frozenset(
    """
    a an the about around round roughly approximately approx abt like maybe probably perhaps possibly mebbe prob just only
    still even at least
    say saying said id i'd i i'm im i'll am is it it's its be me my mine we we'd they're that's thats this that so well
    um uh
    er erm ermm hm hmm hmmm oh ooh ok okay
    yes yeah yep yup aye ah right now then today currently ee och hey hi honestly really truly definitely deffo easily easy
    tbh lol haha ha please pls thanks thank you ta cheers love lass pet duck mate doc doctor son hen cariad bach hun dear
    pal
    bro sir darling
    guess suppose spose spoze think reckon feel put give giving go going went with for call make mark rate rated score
    scored
    scoring number level no more nor less not sure
    solid good big fat strong clear firm proud wee straight full stop period max maximum tops top minimum mate x xx xxx
    there
    from fae on one
    importance confidence confident important pain answer of course obviously absolutely moment would was has been always
    plain bare
    im we're would've have to had got get gotta most days mostly usually overall all told flat out thinking settle
    settled final
    cos because cause too also very quite pretty i've actually let's lets see hmm sort kind kinda sorta ish roundabout
    ballpark as each both
    depends dunno know don't dont idk comma ye yh na nah poss probs stroke kinda thing situation proper steady guid low high
    final answer's between somewhere either could might may or to and up until till through half plus over under above below
    than near nearly almost
    think's e aboot abaht roond points point circa average avg c fine inshallah mashallah alhamdulillah willing god gawd
    gosh blimey jeez
    crikey lord bruh bruv man ugh meh phew wow eh ay och ooft nah mi seh woulda darlin darling innit ngl fr ig whole one
    proper steady guid decent sir
    time same here dead bang on exactly sharp again imo thnx thx thanx plz ty k omg imho afaik tho though
    omfg wtf lmao rofl argh ouch oof yikes yea yeh yeha hope believe lemme imma shall
""".split()
)
ADJ = (
    "solid|good|wee|big|fat|firm|strong|proper|steady|guid|gid|generous|healthy|comfortable|decent|respectable|definite|"
    "resounding|cautious|reluctant|genuine|real|honest|safe|poor|measly|whopping|full|fair|hard|low|high|weak|shaky|"
    "bare|rock|"
    "confident|nervous|tentative|sad|massive|huge|very|right|canny|cracking|strong"
)
# Said before a score is given: on what grounds, and how plainly.
SO_SAID = (
    r"this (?:week|time|morning|year|month)|in (?:practice|reality)|realistically|truthfully|things stand|it stands|"
    r"on reflection|to my head|on heart|of my head|considered|in fairness|be told|be real|hands down|"
    r"being (?:realistic|honest|fair|truthful|generous|kind|blunt)|leaning(?: towards?)?|comfortably|rock bottom|full marks|"
    r"top (?:marks|whack)|with hindsight|no doubt|without (?:a doubt|question)|knowing me|after talking to you|"
    r"since we talked"
)
# Before a number in its clause: the number is a score.
SCORING = re.compile(
    r"\b(?:say|said|saying|put|give|giving|gave|go|going|call|rate|rated|score|scored|pick|choose|chose|reckon|guess|"
    r"suppose|"
    r"think|make|mark|vote|stick|plump|settle|"
    r"opt|answer|answered|number|level|confidence|importance|pain|meant|mean|type|typed|press|tap|tick|circle|thinking|"
    r"plumping|opting|sticking|settling|write|writing|seh|sey|rating|feeling|ans|choosing|choice|picked|opinion|view|"
    r"sureness|certainty|gut says|telling (?:you|u))\b(?:[\s,]+[\w']+){0,6}$"
    r"|\b(?:it's|its|it is|it was|it|is|i'm|im|i am|am|be|was|were|that's|thats|they're|they are|(?:pain|"
    r"confidence|importance|score|answer|number|level)'s|now|today|currently|been|"
    r"we're|i|mine's|so|oops|whoops|typo|sorry|floating|hovering|sitting|sits|sat|stuck|down|up|"
    r"more)(?: (?:just|only|still|now|today|more|really|probably|maybe|about|around|like|at|a|an|to|on|the|in|say|roughly|"
    r"currently|definitely|honestly|"
    r"usually|easily|solid|good|wee|big|fat|firm|strong|perhaps|possibly|of|as|near|nearly|almost|under|over|above|"
    r"below|or|"
    r"not|quite|close|i'd|got|kind|sort|up|down|less|than|no|between|"
    r"somewhere|nearer|closer|hovering|sitting|high|low|proud|clear|straight|weak|shaky|it's|at|"
    rf"{ADJ}))*$"
    r"|^\W*(?:still |currently |about |somewhere |sitting |hovering )*at (?:an|a|about|around|maybe)$"
    r"|\b(?:holding|staying|hovering|sitting|sticking|stuck|floating|steady) (?:steady )?at(?: an?)?$"
    rf"|\b(?:an?|the) (?:{ADJ})$"
    rf"|\b(?:{SO_SAID})$"
    r"|\bbetween (?:an? )?[\w.]+ and(?: an?)?$"
)
# A hint of a score, and no more, in a longer answer.
HEDGED = re.compile(
    r"\b(?:a|an|about|around|roughly|maybe|probably|perhaps|nearly|almost|under|over|above|below|between|than|least|like|"
    r"from|or|to|nearer|closer|solid|between|either|mostly|it|be)$"
)
# After a number: it is still a score.
MAY_FOLLOW = frozenset(
    """
    or to and maybe probably perhaps possibly i i'd i'm im id but because cos cause cuz coz as so since right now today
    at for
    when on with without
    if though please pls thanks thank ta really ish in point plus is it it's its definitely most usually currently overall
    only just honestly this these my
    average would will still that than again always mostly all altogether even easily like sorry no not being mate atm
    tbh lol
    haha max maximum
    minimum after before was there they then you u hmm um where what which due ok okay yes yeah aye through out of over outa
    outta from fae depending depends
    nearly fae less more above below under half until till up down lass love pet duck doc doctor son hen cariad bach hun
    dear
    pal bro sir the moment
    from given considering seeing knowing same points point sounds seems looks rather instead compared according lah yaar
    ji god insha'allah inshallah
    alhamdulillah mashallah
    'll 'd dae do mainly me here however anyway anyhow upwards upward onwards rising falling climbing ig ffs smh tbf ofc
    obvs wouldn't
    wouldnt won't wont ill bless darlin darling man bestie fam isn't isnt innit eh hen way tops full stop x xx nothing he
    she we our everything feels felt feel
    makes don't dont can't cant until
    by each every both either between wi mind next other another weekends mornings oops whoops typo meant you've ive i've
    i'll
    am be do did does has have had get gets got could should might may while
    until unless although except depending that's thats who how why who's there's mainly purely simply again i'd've rn
    ngl fr
    imo iirc o cba ya whatever init wait whoops zilch nada nowt nil none idc luv sis pmsl xd defo definately actually
    thnx thx thanx plz ty k imo imho tho bc hope lowkey deadass nurse m8 guv boss chief babe babes miss
    mister buddy dude sis captain bot robot sweetheart petal flower squire guaranteed provided providing assuming overnight
""".split()
)
NO_ADVERBS = frozenset(
    "hardly barely scarcely rarely formerly previously originally initially ideally hopefully eventually theoretically "
    "early deadly lovely lonely lively ugly silly jolly holy curly bubbly likely unlikely nightly "
    "daily emily sally kelly molly billy holly italy belly jelly bully "
    "family families weekly hourly yearly monthly assembly butterfly elderly friendly beverly kimberly reply supply apply "
    "quarterly fortnightly".split()
)


def is_filler(word: str) -> bool:
    """Whether a word around a score says nothing that turns it: one of ``FILLERS``, or an adverb ("generally five")."""
    adverb = len(word) > 4 and word.endswith("ly") and not word.endswith(("elly", "illy", "olly"))
    return word in FILLERS or adverb and word not in NO_ADVERBS


# After a number: it counts something, so it is no score.
COUNTED = re.compile(
    r"^(?:%|percent|per cent|pc|stars?|°|years?|yrs?|yr|weeks?|wks?|months?|mths?|days?|nights?|hours?|hrs?|minutes?|mins?|"
    r"seconds?|times?|kids?|children|grandkids|grandchildren|"
    r"tablets?|pills?|mg|mcg|ml|stones?|st|lbs?|pounds?|kg|kilos?|miles?|km|metres?|meters?|steps?|stairs|flights?|people|"
    r"doctors|nurses|goes|sessions?|"
    r"o'? ?clock|am|pm|strokes?(?! (?:an? )?(?:\d|two|three|four|five|six|seven|eight|nine|ten))|past$|to$|"
    r"on the (?:test|form|exam|quiz)|hourly|with (?:breakfast|food|water|meals?|lunch|dinner|tea|milk)|"
    r"in the (?:house|queue|family|line)|more than|and then some|of each|less\b|fewer\b|out of (?:my|our|their|his|"
    r"her)|more(?! (?:like|"
    r"or less|than i|to me|for me|because|"
    r"cos|so))|to go|would suit|suits|shoes?|in (?:trousers|jeans|shoes|"
    r"tops)|of (?:him|her)|units?|pints?|cups?|cigarettes?|fags?|packs?|boxes|lots?|sisters?|brothers?|sons?|"
    r"daughters?|dogs?|cats?|"
    r"operations?|appointments?|visits?|falls?|"
    r"quid|p|grand|thousand|hundred|million|dozen|things?|reasons?|questions?|of (?:my|the|us|them|these|those)|"
    r"inch(?:es)?|foot|feet|cm|litres?|puffs?|months'|weeks'|years'|or so (?:years|weeks|days|months))\b"
)
NO_SCORE_BEFORE = re.compile(
    r"\b(?:stone|foot|feet|ft|lbs?|half past|quarter (?:past|to)|past|flat|room|ward|house|door number(?:'s)?|bus|bay|"
    r"floor|"
    r"page|type|stage|grade|chapter|gate|platform|unit|form|section|(?:of|in|since|january|february|march|april|may|"
    r"june|july|august|september|october|november|december) oh?|route|line|no\.|(?:^|on|until|up to|by|from|now|"
    r"at) (?:day|week|month|year|step|part|question|item)|number \d+|post ?code|road|street|extension|"
    r"ext|"
    r"born|aged?|chart|kids? under|children under|\bhalf|(?:skip|jump|go|move|back) (?:back )?(?:on )?to(?: question|"
    r" number)?|\bin|live at(?: number)?|house number|put on|it's been|top|round|since (?:i|he|she) was|(?:^|i'm|im|"
    r"been|get|woke|wake|got) up|"
    r"(?:\b(?:volume|heating|thermostat|alarm|timer|brightness|oven|gas mark|temperature)\b.*|twice|double|triple|treble|"
    r"another) (?:an? )?|wear(?:ing)?(?: an?)?|(?:count|counted|counting|goes) (?:up )?to|reference(?: number| is)*|"
    r"any ?time (?:but|after|before)|(?:i'm|im|am|she's|he's|i was) on|phq|gad|audit|test|exam|quiz|apgar|news|"
    r"gleason|(?:phq|gad|audit|epworth|frailty|test|exam|quiz) (?:score )?(?:of|was|is|score)|on the|january|february|"
    r"march|april|^\W*may|june|july|august|september|october|november|december|windows|iphone|galaxy|android|channel|"
    r"radio|band|tier|phase|junction|"
    r"level of|size|vitamin b|omega|covid|b|c|t|l)\s*$"
    r"|\b(?:appointment|appt|meet|meeting|see|seen|call|ring|phone|back|leave|collect|pick|due|there|from|round|visit|"
    r"clinic|bus|train|school|work|booked|starts?|finish(?:es)?|up|bed|sleep|wake|"
    r"open|closes?|surgery)\b[^.]{0,25}\bat\s*$"
)
UNDECIDED = re.compile(
    r"\b(?:torn|can't (?:decide|choose|pick)|cant (?:decide|choose|pick)|one of those|whichever|take your pick|you choose|"
    r"you pick|you decide)\b"
)
NOT_SURE = re.compile(
    r"\bnot (?:so |too |really |very )?(?:sure|certain)\b|\b(?:don't|dont|do not|dunno|dinnae) (?:really )?(?:know|ken)\b|"
    r"\bnot bad\b|\bdunno\b|\bno idea\b|\bnot (?:very|much|that|really|brilliant|great|good|high|hugely|overly|massively|"
    r"especially|terribly|too)\b"
)
RANGE_JOINS = re.compile(
    r"[\s,]*(?:or(?: (?:maybe it is|maybe it's|maybe|perhaps|possibly|even|more like|could be|say|so))?(?: an?)?|-|–|"
    r"—|to(?: an?)?|up to(?: an?)?|"
    r"until(?: an?)?|till|/|maybe(?: an?)?|possibly(?: an?)?|"
    r"perhaps(?: an?)?|me?i?bbe(?: an?)?|"
    r"(?:(?:but|and|maybe|perhaps|possibly) )*(?:even|nearly|almost|close to|pushing|touching|nudging|"
    r"(?:verging|bordering)(?: on)?|"
    r"(?:heading|leaning|tipping|edging)(?: for| to| into| towards?)?|knocking on|getting on for|"
    r"on the (?:way|verge) (?:to|of))"
    r"(?: an?)?|ish|ish(?: or|-|,| to)?|if not(?: an?)?|~|through|"
    r"could be(?: an?)?|might be(?: an?)?|might (?:stretch|push) to(?: an?)?|"
    r"going on(?: an?)?|stroke|slash|poss|(?:ish )?(?:or thereabouts)?,? ?could be(?: an?)?|as in(?: an?)?|kind of|and up to|"
    r"down to|even(?: an?)?)[\s,]*"
)
# What may "be" a score; "my daughter is 8" is none.
MAY_BE = frozenset(
    """
    it this that me think sure sureness important number's say choice vote pain confidence importance score answer number
    level mine rating today now which there stress mood one i
    sureness chances certainty belief likelihood motivation willingness desire
    honestly really truth figure guess pick confident important nearest closest
""".split()
)
# "One" that is a word for a thing, not a number: "the deaf one", "one of them", "one had gone".
ONE_AS_NUMBER = re.compile(
    r"^\s*(?:$|[.,;!?)\-–/:]|(?:out|or|to|maybe|i|because|cos|from|for|at|really|please|and a|point|probably|mate|"
    r"love|being|"
    r"as|on the|for|just|sorry|only|if|when|with|without|after|before|in|by|but|and|right|tbh|it's|its)\b)"
)
ONE_AS_THING = re.compile(
    r"\b(?:the|this|that|which|any|every|each|no|some|my|his|her|your|other|another|good|bad|pick|choose|been|right|"
    r"left|(?:was|were|is) (?:just|only)|(?:the|that|my) (?!number|score|answer)\w+(?: \w+)?|either|neither|hard|"
    r"tough|deaf|last|first|new|old|easy|big|only|on|little)\s*$"
)
# Words that settle which of several numbers is the answer.
SETTLES = re.compile(
    r"(?:\b(?:let'?s (?:say|go|call)|so i'll (?:say|go|put)|i'll (?:say|go|put|take|settle)|i'd (?:write|mark|call)|"
    r"go(?:ing)? with|stick(?:ing)? with|make it|whole (?:one|number)|on balance|(?:had|have) to (?:pick|choose|"
    r"say)(?: one)?|"
    r"has to be|round(?:ing)? (?:it )?(?:up|down)|(?:say|said) (?:then|so))|(?:^\s*|[.!?,;…] ?|\b(?:but|so|please|just) )"
    r"(?:put|mark|write|give)|"
    r"\b(?:so (?:it's|its|that's|that is|that'd be|that would be|i(?:'d)? (?:say|give|go|put)|i'm|im|a|an)|i'd (?:say|give|"
    r"go|have to|still|only|put)|i give (?:this|it)|call it|leave it|(?:but|so) put|"
    r"all in all|overall|right now|at present|being real|my answer|final answer|settle|honestly|seriously|"
    r"still only give it|"
    r"i could hold|i can do so|mark me|for me (?:is|it's)|confidence wise))\b(?:[\s,:]+(?:an?|about|around|maybe|it|"
    r"me|my|down|as|at|for|the|roughly|"
    r"probably|only|still|give|strong|solid|proper|steady|like|is|it's|i'd|say|to|with|be|just|on|whole|one|number|"
    r"this|that|"
    r"good|wee|score|of|in|so|then|honestly|real|really|i'm|im|more|go|put|call|that's))*[\s,:]*$"
)
OVERALL = re.compile(r"\b(?:all in all|overall|on balance|taken together|all told)\b[^.!?]{0,20}$")
# Words for a score, hardly ever for an amount: "a proper nine overnight".
SCORE_CALLED = re.compile(
    r"\ban? (?:solid|strong|proper|steady|firm|weak|shaky|definite|confident|low|high|honest|safe|cautious|guid) $"
)
# "Me 8 him 3": what follows the number leads to another one.
OTHER_AND_NUMBER = re.compile(r" (?:him|her|he|she|them|(?:the |my )?(?:wife|husband|hubby|mum|dad|partner))(?:'s)?(?: an?)? "
    r"(?=\d|zero|one|two|three|four|five|six|seven|eight|nine|ten)"
)
