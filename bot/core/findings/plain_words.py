"""Ways of telling a trouble without its name: what somebody cannot do, what keeps happening, how it feels, what is lost."""

from __future__ import annotations

import re

# Verbs that say nothing is wrong when somebody "keeps" doing it.
_FINE_TO_KEEP = (
    r"(?:on\b|going |trying|doing|taking|working|moving|walking|exercising|living|having|thinking|telling|saying|asking|using|"
    r"watching|monitoring|checking|reading|swimming|playing|talking|seeing|coming|looking|up |busy|fit|active|eating|being|"
    r"track)"
)
KEEPS = re.compile(
    rf"(?<!\bto)(?<!\bwill)(?<!\bcan)(?<!\bshould)(?<!i'll) (?:i |it |they |he |she |also |still |just )?(?:keep|keeps|"
    rf"kept) (?:on )?(?!{_FINE_TO_KEEP})[a-z]+ing ")
KEEPS_GOING = re.compile(r" (?:my|me|the|both) (?!to |i )(?:\w+ )?(?!to |i )\w+ keeps? (?:on )?(?:\w+ing|\w+ed) ")
ON_ME = re.compile(
    r" (?:it |they |my \w+ |knee |hip |leg )?(?:just |always |sometimes |keeps? )*(?:locks?|locking|gives?|giving|goes|going|"
    r"seizes?|dies|packs?|cramps?|plays?|went|jams?|sticks?) (?:(?:up|out|in|off|dead|numb|funny) )?on me "
)
IT_DOES = re.compile(
    r" (?:it|they|foot|feet|leg|legs|thumb|finger|fingers|hand|hands|ear|arm|eyes?|knees?|hip|skin) "
    r"(?:just |really |sometimes |also |keeps? |always |all )*"
    r"(?:locks?|catch(?:es)?|clicks?|drags?|sticks?|swells?|burns?|throbs?|pops?|crackles?|weeps?|oozes?|leaks?|"
    r"smells?|stings?|itch(?:es)?|tingles?|twitch(?:es)?|shakes?|trembles?|bleeds?|cramps?|jumps?|swollen|stiffens?) "
)
FEELS = re.compile(
    r" (?:it |they |i |head |he |she )?(?:just |always )?(?:feel|feels|feeling) (?:kinda |kind of |sort of |a bit |a little |"
    r"really |very |so |all |just |quite |always )*"
    r"(?:warm|hot|cold|heavy|tight|full|funny|strange|weird|off|rubbish|awful|terrible|horrible|dreadful|lousy|grotty|"
    r"crap|rotten|weak|weaker|dead|numb|woozy|spaced out|spaced|pointless|hopeless|bleak|unreal|trapped|bad|ill|sick|poorly|"
    r"out of it|empty|useless|worthless|flat|guilty|unsafe|"
    r"like (?:a|an|my|the|crap|rubbish|death|something|somebody|someone|there|there's|walking|pins|electric|ice|lead|jelly)) "
)
OUT_OF_BREATH = re.compile(
    r" (?:run|runs|running|get|gets|getting|always|i'm|im|am|so) (?:a bit |a little |so |right |well )?out of (?:puff|breath) "
)
FEELING = re.compile(
    r" (?:this|these|a|an|some|that|the) (?:\w+ )?(?:\w+ing|\w+y|weird|odd|strange|tight|numb|dull|sharp|hot|cold|sick|"
    r"full) (?:feeling|feelings|sensation|sensations) "
)
BEATEN = re.compile(
    r" (?:(?:is |it's |are |just |getting |all |gets )*too much for me|(?:is |are |it's )?(?:wearing|grinding|"
    r"dragging) me (?:out|"
    r"down)|(?:wears|grinds|drags) me (?:out|down)|(?:i'm |im |am )?on my (?:knees|last legs)|(?:does|doing|do) my head in|"
    r"(?:get|gets|getting) me down|(?:driving|drives) me (?:mad|crazy|insane|nuts|up the wall|round the bend)|"
    r"at my (?:wits|wit's) end|end of my tether|(?:is |it's )?(?:hard|difficult) (?:for me )?to (?!say|tell|know|explain|"
    r"keep track|keep a track|"
    r"describe|believe|remember|think|detect|miss|beat|find time|predict|compare|judge|park|answer|get (?:here|an))\w+|"
    r"(?:is |are )?killing me|(?:stairs|steps|hills) kill me|"
    r"(?:i )?(?:get|got|getting) (?:lost|muddled|mixed up|confused)|(?:i )?lose (?:words|my words|my balance|my way|track|"
    r"things)|"
    r"losing my (?:balance|words|voice|hair|grip|mind|hearing|sight|temper|memory|way)|"
    r"(?:i've |i have |ive )?gone (?:right |completely |clean )?off (?:my )?(?:food|drink|eating|it|meat)) "
)
NOT_RIGHT = re.compile(  # "that's not right" mends what was said
    r"(?<!\bthat)(?<!that's)(?<!\bthat is)(?<!\bthats)(?<!\bthis) (?:(?:i'm |im |am |is |it's |just |still |feel |"
    r"feels )*(?:not|isn't|"
    r"aren't|wasn't|don't feel|doesn't feel|not feeling|"
    r"haven't been feeling|haven't felt) (?:(?:really|quite|feeling|been|very|so|all|at all|just) )?(?:myself|himself|"
    r"herself|itself|right|normal|well)(?! (?:now|here|after|away|this|at|controlled|managed) )|"
    r"(?:something|summat) (?:is not|isn't|is|feels|'s) (?:not )?(?:right|wrong|off|up)|something's (?:not right|wrong|off|up)|"
    r"\w+ (?:is|are|isn't|aren't|not) (?:not )?what (?:it|they) (?:was|were|used to be)) "
)
FELL = re.compile(
    r" (?:had|have had|having|have|keep having|i've had) (?:a|an|another|two|three|four|several|some|more|many|these|a few|a "
    r"couple of) (?:bad |nasty |little |more )?(?:falls?|funny turns?|turns|tumbles?|collapse) "
    r"| (?:a|another|these|two|three|funny) (?:funny )?turns? | (?:i )?(?:fell|have fallen|fallen|"
    r"i've fallen) (?:\w+ )?(?:(?:in|on|down|off|out of|over|getting|at|into) (?:\w+ ){1,4}?)?(?:twice|\w+ times|"
    r"again|three times|several times|a few times|many times|this (?:week|month)|yesterday|last week|\w+ or \w+ days ago|"
    r"\w+ days ago|the other day|last (?:week|month|night)) "
)
GONE_WRONG = re.compile(
    r" (?:my|me|the|both|her|his) (?:\w+ )?(?:\w+) (?:goes|go|has gone|have gone|is going|are going|went|'s gone|'s going) "
    r"(?:funny|dead|numb|blue|white|red|cold|blurry|cloudy|all over|haywire|wrong|stiff|weak|off|out(?! to)|black|yellow|"
    r"septic) "
    r"| (?:won't|doesn't|don't|not|never|hasn't|isn't) (?:\w+ )?(?:heal|healing|healed|shift|shifting|shifted|go down|latch|"
    r"settle|clear up|go away|budge|stop \w+ing) "
    r"| (?:won't|will not) (?:bend|straighten|open|close|move|keep still|stay still|stay up|hold) "
)
FOUND = re.compile(
    r" (?:they|doctor|dentist|nurse|optician|hospital|physio|scan|x-ray|chemist|pharmacist) (?:has |have |had )?(?:found|saw|"
    r"spotted|showed|picked up|noticed) (?:a|an|some|something|two|blood|protein) "
)
NIGHT_AND_DAY = re.compile(
    r" (?:up|awake|waking|wake|woke) (?:again )?(?:at|every|all|\w+ times|in the) (?:night|hour|two|three|four|five|hours|"
    r"\d+|\d+\s?am|"
    r"middle) | (?:peeing|weeing|pee|wee|up) (?:all (?:night|the time|day)|every|at night|loads|a lot|constantly) "
    r"| (?:i'm |im |am |feel |feeling |get |getting |always |(?<!it's )(?<!it has )been )(?:so |always |very |really |"
    r"all )*(?:thirsty|hungry|hot|"
    r"cold|itchy|dry|sleepy|sad|angry|forgetful|slow) "
    r"| (?:crying|cry|cries) (?:for no|all the|a lot|at|every|over)(?: \w+){0,2} | up (?:two|three|four|five|six|\d) times |"
    r" so (?:thirsty|hungry|itchy|dry|sleepy|sad|forgetful) (?:all|lately|now|at|and) "
)
SAY_SO = re.compile(
    r" (?:i )?(?:bruise|bruises|cry|leak|wheeze|itch|sneeze|cough|burp|retch|gag|choke|vomit|stammer|tremble|shake|snore|"
    r"sweat|bleed|ache|limp|stumble|trip|choke|faint|"
    r"forget) "
    r"(?:when|at|all|every|so|like an?|easily|if|in|too|over|a lot|everything|on|names|things|where) "
)
SEEN_BY_OTHERS = re.compile(
    r" (?:wife|husband|partner|family|kids|children|daughter|son|friends?|people|everyone|mum|mam|mom|he|she) "
    r"(?:says?|say|tells? me|keeps? saying|keep telling me|noticed|reckons?|thinks?|complains?) (?:that )?(?:when \w+ \w+ )?"
    r"(?:i|i'm|im|i've|my) (?!should|need|must|could|have to|ought|look (?:well|fine|good)|will|can )\w+ "
)
FACULTIES = (
    "sex drive|libido|grip|strength|confidence|appetite|voice|concentration|hearing|eyesight|sight|memory|balance|taste|"
    "sense of smell|get up and go|energy|stamina|interest"
)
LESS = re.compile(
    rf" (?:{FACULTIES})(?: is|'s| has| are|s)* (?:all |completely |just |"
    r"nearly )?(?:zero|gone|"
    r"going|bad|worse|poor|terrible|awful|shot|failing|hopeless|rubbish|low|not what|nil|keeps going) "
    r"| (?:no|lost(?: all)?(?: my)?|little|hardly any) (?:periods? (?:for|since)|sex drive|sex life|social life|joy|libido|"
    r"grip|strength|"
    r"confidence|interest|feeling|support|"
    r"get up and go|stamina|motivation|patience|rest|sense of \w+|sense of taste) "
)
LONELY = re.compile(
    r" (?:no one|nobody|no-one) (?:to talk|listens|to help|has told|tells|visits|to turn|comes|believes|will)(?: \w+)* "
    r"| (?:i )?(?:don't|never) (?:laugh|smile|enjoy|see anyone|go out|leave the house|want to (?:get up|"
    r"see anyone))(?: \w+)* "
    r"| (?:drinking|smoking|gambling|using|eating) (?:more than|too much|a lot more|again)(?: \w+)* | tempted(?: again|"
    r" to \w+)? "
)
TIRED_OUT = re.compile(
    r" (?:i'm |im |am |always |so |very |too |really |just |feel |feeling |wake up |fair |dead |bone |dog |absolutely |"
    r"completely |totally )+"
    r"(?:shattered|knackered|wabbit|jiggered|done in|wiped out|wiped|whacked|cream crackered|burnt out|burned out|washed out|"
    r"drained|frazzled|zonked|beat|pooped|spent|puggled|cattled|tire|mithered|peely wally) "
)
STILL_HURTS = re.compile(
    r" (?:it's |its |it |they |that's |has |have )*(?:just |really )?been (?:really |just |kind of |a bit )*(?:hurting|"
    r"bothering|aching|coughing|vomiting|throwing up|wheezing|sneezing|limping|fainting|"
    r"burning|itching|swelling|throbbing|killing|leaking|bleeding|playing up) | (?:walking|driving|sitting|standing|lying|"
    r"sleeping|"
    r"breathing|eating|writing|typing|coughing|swallowing|talking|bending|lifting|running|chewing) (?:really |just |"
    r"now )?(?:hurts|aches) "
    r"| (?:it |they |has |have )+(?:swelled|swollen|blown|flared|blew|puffed) up "
)
NOT_HAD = re.compile(
    r" (?:haven't|not|hasn't) (?:had|been|passed|opened) (?:a |my |any )?(?:bowels?|bowel movement|poo|period|periods|wee|"
    r"urine|stool|"
    r"proper \w+|decent \w+|good night|night's sleep|to the toilet) "
)
SLOWER = re.compile(
    r" (?:a lot |much |far |so much |getting )*(?:weaker|slower|stiffer|shakier|clumsier|heavier|thinner|shorter|deafer|"
    r"fatter|blurrier|"
    r"breathless) than (?:before|it|i|usual|normal|last|they|ever) | (?:become|becoming|got|getting) (?:very |so |really |"
    r"too |more and "
    r"more )*(?:slow|weak|stiff|clumsy|forgetful|shaky|unsteady|short of breath|thin|frail) "
    r"| (?:it's |it |is )*(?:taking|takes) (?:me )?(?:a while|ages|forever|a long time|so long|hours) (?:actually |just )*to "
)
BACK_AGAIN = re.compile(
    r" (?:\w+ )?(?:it's|they're|it is|they are|has come|have come|it came|keeps coming|keep coming|is|are) back (?:now |"
    r"again )*$"
)
A_STRUGGLE = re.compile(
    r" (?:been|is|it's|that's|its) (?:been )?(?:such |quite |really |just |a real )*(?:a |an )?(?:struggle|nightmare|misery|"
    r"hell|agony|"
    r"torture|battle) "
)
LEVELS = re.compile(
    r" (?:my |the )?(?:\w+ ){0,3}(?:levels?|counts?|numbers?|results?|readings?) (?:(?:is|are|was|were|has|have|came back|"
    r"come back|been|"
    r"still|a bit|very|too|really|going|always) )*(?:high|low|up|off|abnormal|raised|borderline|aren't|isn't|weren't|"
    r"not right|not normal) "
)
PATTERNS: tuple[tuple[re.Pattern[str], int], ...] = (
    (KEEPS, 6),
    (KEEPS_GOING, 7),
    (ON_ME, 6),
    (FEELS, 9),
    (OUT_OF_BREATH, 8),
    (FEELING, 9),
    (BEATEN, 7),
    (NOT_RIGHT, 7),
    (FELL, 7),
    (GONE_WRONG, 7),
    (FOUND, 9),
    (NIGHT_AND_DAY, 7),
    (SAY_SO, 7),
    (LESS, 6),
    (LONELY, 9),
    (TIRED_OUT, 6),
    (SEEN_BY_OTHERS, 12),
    (STILL_HURTS, 7),
    (NOT_HAD, 8),
    (SLOWER, 7),
    (BACK_AGAIN, 5),
    (A_STRUGGLE, 5),
    (LEVELS, 9),
)
# They hold the denial that makes them a trouble.
SETTLED = frozenset({NOT_RIGHT, GONE_WRONG, LESS, LONELY, SEEN_BY_OTHERS, NOT_HAD, LEVELS})
# What somebody or something else does is no trouble of one's own; of others ("the stairs are killing me") it may be.
OF_ITS_SUBJECT = frozenset({KEEPS, KEEPS_GOING, ON_ME, FEELS, NOT_RIGHT, FELL, GONE_WRONG, LESS, NOT_HAD})
NEED = re.compile(
    r"^ (?:(?:hi|hello|please|doctor|also|and|just|really|i|we|i'm|im|i'd|id|would|still|could|might) )*"
    r"(?:need|want|wanna|wanting|needing|like|hoping|hope|request|requesting) (?!to (?:say|thank)|you (?:are|were|had|have)|"
    r"nothing|it |this |that |your? |"
    r"him |her )"
    r"(?:\w+) "
)
ABOUT = re.compile(
    r" (?:it's|its|it is|is|here|came|come|coming|was|just|something|someone|all|mainly|mostly|talk|speak|chat|ask|asking) "
    r"(?:about|regarding) (?!\d|two |three |four |five |six |a (?:week|month|year) |me |it |that |this ?$|you |"
    r"everything )(?:\w+) "
)
HOW_TO = re.compile(r"^ (?:\w+ )?(?:what|how|when|where|which|whether) (?:to|much|many|can i|do i|i can|i should) ")
