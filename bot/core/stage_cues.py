"""What people say about a change they do, did, mean to do or do not want: one expression a line."""

from __future__ import annotations

import re

# What people give up, by its everyday names. "Used to smoke" is not a relapse.
HABIT = (
    r"(?:(?:the|my|on|all|any|a|to) )*(?:smok\w*|vap(?:es?|ed|ing)|cig\w*|fags?|tobacco|nicotine|roll[- ]?ups?|"
    r"drink\w*|drunk|drank|booz\w*|alcohol|beers?|wine|vodka|cider|lager|drop|gambl\w*|betting|weed|cannabis|drugs|"
    r"sugar\w*|sweets|choc\w*|crisps|biscuits|cakes?|takeaways?|fizzy|pop|cola|coffee|caffeine|junk|snack\w*|meat|salt|"
    r"bread)\b")
_ONE = r"(?:a|an|one|two|three|four|five|six|a few|a couple(?: of)?|\d+) (?:day|week|month|year)s?"
_TIME_AHEAD = r"(?=$| ,| \d| (?:back|way|in|at|on|over|last|since|from|during|after|about|around|just|early|mid|late|" \
              r"this|yesterday|recently|the other|when|a|an|one|two|three|four|five|six|seven|eight|nine|ten|nearly)\b)"


def _cue(lines: str) -> re.Pattern[str]:
    """Any of the lines, as whole words; a backslash ends a line that goes on. The names stand for what is above."""
    put_in = {"HABIT": HABIT, "ONE_LENGTH": _ONE, "TIME_AHEAD": _TIME_AHEAD}
    alternatives = []
    for line in filter(None, map(str.strip, re.sub(r"\\\n\s*", "", lines).splitlines())):
        for name, pattern in put_in.items():
            line = line.replace(name, pattern)
        alternatives.append(line)
    return re.compile(r"(?<![\w'])(?:" + "|".join(alternatives) + r")(?!\w)")


# Somebody else, a condition, a plan that came to nothing, a memory in doubt: never read.
IN_DOUBT = _cue(r"""
    (?:should|could|would)(?:'ve| have|a| of)
    (?:meant|meaning|supposed|was going|were going|wanted|tried|hoped) to (?:start|stop|give|quit|begin|do|go)
    was gonna
    (?:nearly|almost) (?:gave|quit|started|stopped|did)
    wish
    if i|if only|if it
    (?:told|wants|asked|tells|telling|reckons|thinks) (?:me|i)
    (?:he|she|they|wife|husband|partner|son|daughter|mum|mam|mom|dad|brother|sister|friend|mate|doctor|dr|nurse|\
        gp|you)(?:'s)? (?:gave|give|quit|stopp?ed|start|started|did|does|has|have|had|is|was|been|said|says?|\
        wants?|thinks?|told|keeps?)
    on and off|off and on|now and (?:then|again)|sometimes|some days|most days
    or was it|can'?t remember|not sure when|used to it
""")

# It was done before, and is not any more.
BEFORE = _cue(r"""
    (?:used|use) to(?! it\b| HABIT)
    (?:gave|given|give|giving) (?:up )?(?:it |that |them )?(?:up )?(?:on (?:it|that|this|them)|after only|trying|\
        after ONE_LENGTH)
    stop(?:p?ed|ping)? (?:doing|going|it|that|walking|exercising|running|swimming|cycling|attending|training|\
        bothering|after ONE_LENGTH)
    (?:did|done|doing|was|were|tried|started|strated|began|went|going|had|kept|walked|swam|ran)\b.*\b(?:but|then|\
        and|,)(?: then| now)?(?: i| i've| ive)? (?:stop(?:p?ed)?|gave up|gave it up|given up|quit|gave in|\
        packed it in|jacked it in)
    (?:fell|fallen|falling|fall|came|come) off (?:the wagon|it|track)
    (?:re)?lapsed?|slipp?(?:ed|ing)? (?:back|up)|had a slip
    let it (?:all )?(?:slip|slide|go|drop)
    (?:went|gone|going|go) (?:right |straight )?back (?:to|on)
    back (?:on|to) (?:it|old|my old|square one|HABIT)
    HABIT again|old (?:ways|habits)
    (?:was|were|been|did|do|went|walked|swam)\b.*(?<!not )\b(?:until|till|til|up to)
    (?:did ?n'?t|did not|could ?n'?t|could not|can'?t|not|never) (?:last|lasted|stick|stuck|keep|kept|\
        manage to keep) ?(?:it|at it|to it|with it|up|it up|long)?(?= |$)
    only lasted|it lasted|lasted (?:about )?ONE_LENGTH
    lost (?:interest|heart|motivation|the will)|(?:tailed|petered|fizzled|dropped) (?:off|out)
    not any ?more|no longer (?:do|go)
    (?:don't|dont|do not) (?:do|go)\b.*\bany ?more
    did (?:do )?(?:it |this |that )?(?:once|before|years ago|in the past|a while (?:back|ago))
    (?:have )?(?:tried|done) (?:it |this |that )?(?:once|before|in the past)
    in the past|previously|back in the day|lost my way
    kept (?:it|that) up for ONE_LENGTH
""")

# Begun again: of the wanted thing or of the unwanted one. Asked.
AGAIN = _cue(r"""
    (?:start(?:ed|ing)?(?: up)?|strated|began|begun|doing it|at it|going|gave up|quit|trying) again
    re-?started|back (?:doing|at|into) it|back on (?:it|track|the wagon)|again now
""")

UNWILLING = _cue(r"""
    not for me
    no (?:plans?|intentions?|desire|wish|interest|chance|way)
    not (?:really |at all )?interested
    (?:don't|dont|do not) (?:really |even )?(?:want|intend|plan|wish|fancy)(?! .*\byet$)
    not (?:even )?(?:thinking|thinkin|planning|considering|intending|going to|gonna)
    never (?:will|going to|gonna)|(?:won't|wont|will not)(?: be)?
    (?:can't|cant|cannot) be (?:bothered|arsed)
    happy (?:as|the way|how) (?:i|it|things)
    not in the next (?:six|6) months|not any ?time soon|no thank(?:s| you)
""")

NOT_BEGUN = _cue(r"""
    not (?:yet|currently|at the moment|at present|right now|now|ready|for now|doing|started|begun|next|in the next)
    (?:have ?n'?t|haven't|havnt|havent|have not|has ?n'?t|not|never|did ?n'?t|did not|ain't) (?:even |really |\
        actually |been )?(?:start(?:ed)?|begun|began|tried|done|doing)
    (?:don't|dont|do not|doesn't) (?:do|go)
    yet to (?:start|begin)|still (?:smok\w+|drink\w*|vap\w+)
""")

INTENDING = _cue(r"""
    thinking|thinkin|think (?:about|of)
    considering|contemplating|hoping|planning|intending|aiming|wanting
    (?:want|hope|plan|intend|aim|need) (?:to|begin|start|stop)|wanna|i want
    (?:would|i'd|id) (?:like|love)
    going to(?! (?:the|my|a|class|gym|slimming))|gonna|will|i'll|about to|ready to|looking to
    soon
    (?:might|may|could) (?:start|stop|try|begin|give|do|quit|go)
    starting|stopping|giving up|givin up|quitting|beginning(?! of)|going back|not (?:until|till)
""")

# Makes a time to come of one that may also be gone by ("maybe March"); so does "after Christmas".
AHEAD = _cue(r"""
    maybe|probably|probs|prob|hopefully|perhaps|possibly|next|come
    after (?:the )?(?:christmas|chrismas|xmas|crimbo|new year|easter)|in the new year|new year
""")

# A change with a beginning: a day, a month or "three weeks ago" goes with it.
BEGAN = _cue(r"""
    (?:gave|given|give|giv) up(?: HABIT(?: and HABIT)?|TIME_AHEAD)
    quit(?: HABIT|TIME_AHEAD)
    (?:packed|jacked|chucked) in HABIT|knocked HABIT on the head
    stop(?:p?ed)? (?:having |eating |using )?HABIT
    kicked (?:the habit|HABIT)
    c[ou]t(?:ting)? (?:right )?(?:down|back|out)(?: on)?(?: HABIT)?
    c[ao]me off HABIT
    (?<!it )(?<!that )(?<!this )(?<!they )(?<!pain )(?<!symptoms )(?<!problem )(?:i |i've |ive |just |only |\
        properly |and )*(?:started|strated|start|begun|began)
    (?:took|taken|take) (?:it|this) up
""")

# A change that goes on: "for two years", "since March" goes with it.
GOING_ON = _cue(r"""
    (?:doing|doin|do|done) (?:it|this|that)
    been (?:at|on) (?:it|them|this)|at it|been going
    been (?:walking|running|swimming|cycling|exercising|jogging|dieting|training|stretching)
    been eating (?:better|healthier|healthily|well|less)
    (?:been |come )?off HABIT
    (?:smoke|alcohol|nicotine|sugar|drink|vape|drug|meat|caffeine)[ -]?free|sober|teetotal|tee total|abstinent|\
        on the wagon
    (?:have ?n'?t|haven't|havnt|havent|have not|has ?n'?t|not|never|no|without|don't|dont|do not|am not|\
        ain't)(?: (?!but|and)\w+){0,3}? HABIT
    been HABIT[ -]free
""")

# All that may stand round a bare time ("yes, about two years now").
AROUND = re.compile(
    r"(?:\W|\b(?:yes|yeah|yep|yea|ye|oh|well|i|i've|ive|have|been|it's|its|that's|it|is|was|about|for|so|probably|think|"
    r"already|and|now|roughly|ages|donkey'?s?|just|only|must|be|good|or more|long|long time|guess|say|i'd|or so)\b)*")
JUST_BEGUN = _cue(r"""
    (?:i've |ive |i |have |only |yes |yeah )*just (?:started|strated|begun|gave up|given up|quit|stopped HABIT)
""")
