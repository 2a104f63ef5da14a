"""Further ways of telling a trouble without its name, as people say it at a visit: what a treatment does to them, what sets in,
what never came back, what is beyond them. ``plain_words`` holds the rest."""

from __future__ import annotations

import re

_VERY = (
    r"(?:really |just |still |also |always |kind of |kinda |sort of |a bit |a little |so |very |all |quite |all of a sudden |"
    r"even |started to |now |then )*"
)
# Of many that may be so of a person, those that are no trouble.
_WELL = (
    r"(?:feel |feeling )?(?:so |much |a lot |really |very )*(?:better|good|great|happy|fine|well|laugh|smile|think|want|"
    r"do|go|come|wonder)\b"
)
MAKES_ME = re.compile(
    rf" (?:it |they |that |which |these |this |tablets? |pills? )?{_VERY}(?:makes?|made|making) me (?!{_WELL})(?:feel )?{_VERY}"
    r"(?:\w+y|ill|sick|tired|worse|pee|wee|poo|cough|faint|vomit|ache|sweat|shake|itch|bloated|constipated|nauseous|anxious|"
    r"depressed|breathless|weak|unwell|poorly|cry|jump|numb|confused|swell|sore|fat|hot|cold|rotten|awful|terrible) "
)
DONE_TO_ME = re.compile(
    rf" {_VERY}(?:gives?|giving|gave|given) me (?!a (?:call|ring|lift|hand|shot|prescription|leaflet|refill|note)\b)"
    r"(?:(?:a|an|the|some|such|terrible|really|bad|this|lots of|awful) )*(?:runs|trots|shakes|sweats|squits|headaches?|"
    r"cramps?|wind|"
    r"rash|heartburn|diarrhoea|diarrhea|hives|nightmares|pain|grief|gyp|jip|trouble|bother|a bad \w+|a dry \w+|"
    r"an upset \w+) (?!medicine |medication |relief |tablets? |pills? )"
    r"| (?:bungs?|bunged|bunging|knocks?|knocked|knocking|wipes?|wiped|spaces?|blows?|blew) me (?:right |all |completely )?"
    r"(?:up|out|for six|sideways) | (?:upsets?|upsetting|tears?|ripping|rips) (?:my|me) (?:stomach|tummy|guts?|belly|insides) "
)
THE_RUNS = re.compile(
    r" (?:get|gets|getting|got|have|having|had|with|been having) (?:(?:really|always|still|terrible|bad) )*"
    r"the (?:runs|trots|shakes|sweats|squits|shivers|jitters|collywobbles|hiccups|spins|fear|blues) "
)
SETS_IN = re.compile(
    r" (?:i'm |im |i am |i think i'm |must be |been |be )?(?:coming|going|come|came) (?:down with|out in) (?:(?:a|an|the|"
    r"some|these|"
    r"big|nasty|red|cold|itchy) )*(?:something|it|colds?|flu|bug|virus|infection|rash|spots|hives|lumps|blisters|boils|sweats?|"
    r"bumps|sores|welts|covid|shingles) "
    r"| (?:bring|brings|bringing|coughing|throwing|cough) (?:\w+ )?up (?!to |with |the (?:subject|topic)|my |this |that )"
    r"(?:\w+ ){0,6}?(?:phlegm|mucus|blood|stuff|yuck|gunk|muck|sputum|food|bile|green|yellow|everything|acid) "
    r"| (?:coming|falling|dropping) out in (?:handfuls?|clumps?|lumps|bunches) "
)
STUCK = re.compile(
    r" (?:it|food|tablets?|pills?|things?|bread|meat|everything|something|they|knee|finger|thumb|jaw|hip) (?:just |always |"
    r"often |"
    r"sometimes |keeps? )*(?:get|gets|getting|gets?|goes|feels?|is) (?:stuck|jammed|caught) "
)
NOT_DOWN = re.compile(
    r" (?:food|tablets?|pills?|bread|meat|it|drink|nothing|they) (?:won't|doesn't|don't|will not|not) (?:go|stay) down "
)
NEVER_BACK = re.compile(
    r" (?:i've |i have |ive |i |it's |it |she's |he's )?(?:never|haven't|hasn't|not|didn't) (?:really |quite |fully |"
    r"properly |ever |yet )*(?:"
    r"(?:got|gotten|had|get) (?:my |the |any )?(?:\w+ ){1,3}back|(?:got|gotten) (?:over (?:it|that|the \w+|my \w+)|"
    r"going again)|been (?:the "
    r"same|right|myself|well|the person i was)|picked up|recovered|bounced back|worked properly) "
)
BEYOND = re.compile(
    r" (?:(?:is|are|it's|getting|got|all|just|all getting|become|becoming) )*(?:beyond me|(?:got |getting |"
    r"gets )?on top of me|weighing on "
    r"me|weighs on me|(?:taken|took|taking|takes) (?:a|its|their) toll(?: on me)?|more than i can (?:manage|cope with|take|"
    r"handle|bear)|getting too much) "
)
HARD_TIME = re.compile(
    r" (?:i'm |i've |been |i )*(?:have|having|had|got|giving me|going through) (?:quite |such |just |still )*(?:a )?"
    r"(?:really |very |pretty |real |bit of a )*(?:hard|tough|rough|difficult|bad|rotten|hellish) (?:time|patch|few \w+|spell)"
    r"(?: (?:of|with) (?:it|my \w+|the \w+))? "
)
STILL_THERE = re.compile(
    rf" (?:it|that|they|which|there|he|she)(?:'s| is| are)? {_VERY}still {_VERY}(?:hurts?|hurting|aches?|aching|burns?|"
    rf"burning|itch(?:es)?|itching|"
    r"swells?|swelling|bleeds?|bleeding|bothers|bothering|throbs?|stings?|clicks?|locks?|leaks?|swollen|sore|painful|stiff|"
    r"numb|tender) "
    rf"| still (?:{_VERY}(?:in|getting|having|got|get|have) )?(?:(?:a lot of|some|the|a bit of|quite a bit of|these|"
    rf"those) )*(?:burning|hurting|"
    r"aching|itching|bleeding|coughing|limping|vomiting|throwing up|wheezing|leaking|swollen|sore|stiff|painful|tender|numb) "
    r"| (?:and|but|now) it just hurts "
)
IT_HURTS_MUCH = re.compile(
    r" (?:it |that |this |they )(?:just |really |also |still |always )*(?:hurts?|aches?|stings?|burns?|"
    r"throbs?) (?:quite a bit|a lot|so much|"
    r"so bad|really bad|really badly|badly|like (?:hell|mad|crazy|anything)|something (?:awful|terrible|rotten)|terribly|"
    r"too much) "
)
FEEL_A = re.compile(
    r" (?:i |i've |also |still |just |sometimes |can |and )*(?:feel|feeling|felt|get|getting|got|have|having) (?:(?:a|an|"
    r"some|this|these|like|little|slight|"
    r"bit|of|sort|kind|sudden|sharp|odd|funny|horrible|big) )+(?:jolts?|zings?|twinges?|zaps?|knots?|flutters?|fluttering|"
    r"thump|thud|"
    r"electric shocks?|shooting|pulling|tugging|dragging|grinding|crunching|clicking|popping|snapping|clunk(?:ing)?|jerks?|"
    r"gurgling|prickling|heaviness|"
    r"tightening|stabbing|gnawing|"
    r"nagging|grating|squeezing|catching|pounding) "
)
ON_AND_ON = re.compile(
    r" (?:getting |get |got |wake |waking |i'm |am )?up (?:(?:to|about|at least|around|maybe|"
    r"sometimes) )*(?:\w+ ){1,4}?times (?:a|in the|every|each|at|"
    r"to|per|most) (?:night|pee|wee|go|the loo|the toilet|nights) "
    r"| (?:don't|can't|doesn't|couldn't|never|won't|not) (?:always |quite |often |even |usually )*(?:make|making|"
    r"made) it (?:to the "
    r"(?:loo|toilet|bathroom)|in time|$)"
    r"| (?:go|going|been|to) (?:to )?the (?:loo|toilet|bathroom) (?:(?:about|like|at least) )*(?:\w+ times|all the time|"
    r"constantly|every) "
    r"| (?:running|dashing|rushing|run|rush) to the (?:loo|toilet|bathroom) "
    r"| (?:wet|wetting|wets) (?:myself|the bed|himself|herself) "
)
WAS_FORGOTTEN = re.compile(
    r" (?:i'm |im |i |am |keep |i've been |been |always |just |kept )+(?:forgetting|losing|misplacing|repeating|muddling|"
    r"dropping|mixing up) (?:names?|things?|"
    r"words?|where|what|to|people|appointments?|my (?:keys|words|glasses|balance|train|way|tablets)|myself|track|everything|"
    r"faces) "
)
BREAKS = re.compile(
    r" (?:my |the |me )?(?:hair|nails?|skin|lips?|heels?|teeth|tooth|gums?|toenails?|stitches|scab|wound|scar) (?:\w+ ){0,2}?"
    r"(?:(?:is|are|keeps?|'s|has|have|keep|been|just|really|all) )*(?:splitting|splits?|cracking|cracks?|crumbling|"
    r"crumbles?|peeling|peels?|"
    r"flaking|flakes?|coming (?:out|away|off|apart)|come (?:out|away|apart)|opened up|opening up|falling (?:out|apart)|"
    r"breaking|bursting|burst|"
    r"weeping|weeps?|oozing|oozes?|bleeding|bleeds?|receding|thinning|wobbly|loose) "
)
# What goes wrong with a wound or a part that was asked about ("how is the wound?").
IS_DOING = re.compile(
    r" (?:it's|its|it is|they're|they are|it|they)(?: (?:just|really|still|always|all|been|also|a bit|now|keeps?|keep|gone|"
    r"got|very|so|quite))* (?:weeping|oozing|"
    r"leaking|bleeding|smells?|smelling|smelly|stinks|itching|itchy|throbbing|burning|swollen|puffy|red|hot|infected|"
    r"inflamed|opened "
    r"up|gone (?:red|black|green|hard|hot)|sticky|sore|tender|numb|stiff|painful|worse|getting worse|playing up|bad|terrible|"
    r"awful|dreadful|shocking|killing me) "
)
UNDONE = re.compile(  # what others or the house fail in
    r" (?:council|landlord|housing|neighbours?|work|boss|social|dwp) (?:\w+ )?(?:won't|will not|hasn't|haven't|refuses?|keeps?|"
    r"doesn't) (?:to )?(?:fix|mend|repair|help|listen|answer|do|sort|move|treat|shouting|bullying)(?:ed|ing)? "
)
BOTHERS_ME = re.compile(
    r" (?:it|that|this|they|what)(?: (?:just|really|still|kind of|kinda|also|sort of|does|always|do|"
    r"sometimes))* (?:bothers?|bugs?|troubles?|"
    r"worries|scares|frightens|upsets?|annoys?|gets to) me "
)
ODD = re.compile(
    r" (?:a|an|this|that|the|some) (?:really |very |bit of a )*(?:funny|strange|weird|odd|horrible|metallic|metal|bitter|"
    r"foul|nasty|bad|awful) "
    r"(?:metal |metallic )?(?:taste|smell|noise|sound|odou?r) ")
WAKES = re.compile(
    r" (?:wake|wakes|woke|waking|woken)(?: up)? (?:(?:most|some|every) (?:nights?|mornings?) )?(?:drenched|soaked|sweating|"
    r"soaking|gasping|"
    r"choking|crying|screaming|in pain|in a (?:sweat|panic)|stiff|exhausted|coughing|(?:at|from) (?:two|three|four|five|\d\w*)"
    r"(?: (?:every|most|each|in the))?) ")
LOW = re.compile(
    r" (?:(?:hit|at|reached) rock bottom|nothing (?:gives me|makes me) (?:any |much )?(?:pleasure|joy|happy|laugh|smile)|"
    r"no pleasure in|"
    r"(?:i )?(?:argue|arguing|row|rowing|fighting) (?:all the time|every day|constantly|a lot|with (?:my|everyone)))")
WAITING = re.compile(
    r" (?:(?:still |been |i'm |im )+waiting (?:for|on|to)|waiting (?:for|on)) (?:(?:my|the|a|an|some|that|his|her|"
    r"hear about) )*(?:\w+ )?"
    r"(?:op|operation|appointment|scan|results?|referral|letter|surgery|injections?|physio|mri|date|tests?|replacement|"
    r"clinic|therapy|"
    r"counselling|assessment|hospital) "
    r"| (?:heard nothing|not heard (?:anything|back|from)|haven't heard (?:anything|back|from|a)|never heard (?:anything|"
    r"back|from)|no word|"
    r"(?:gone|went|go) missing|(?:got|been|get) lost|(?:hasn't|haven't|not|never) come through) ")
AIDS = re.compile(
    r" (?:hearing aids?|dentures?|glasses|brace|boot|splint|catheter|stoma(?: bag)?|pump|c ?pap|mask|frame|stick|wheelchair|"
    r"insoles?|plate|"
    r"stockings|crutch(?:es)?) (?:(?:is|are|keeps?|has|have|just|really|been|always|got|all) )*(?:whistles?|whistling|"
    r"leaks?|leaking|rubs?|"
    r"rubbing|hurts?|hurting|digs?|digging|slips?|slipping|broken|broke|packed up|don't fit|doesn't fit|don't work|"
    r"doesn't work|too \w+|"
    r"falls? off|coming off|falling (?:off|out)|blocked|loose) ")
LIKE_A = re.compile(
    r" (?:i |i'm )(?:just |now |feel and )*(?:walk|walking|move|moving|shuffle|shuffling|look|looking|sound|sounding|eat|"
    r"waddle) (?:around )?like an? \w+ ")
PATTERNS: tuple[tuple[re.Pattern[str], int], ...] = (
    (MAKES_ME, 8),
    (DONE_TO_ME, 8),
    (THE_RUNS, 6),
    (SETS_IN, 7),
    (STUCK, 6),
    (NOT_DOWN, 7),
    (NEVER_BACK, 9),
    (BEYOND, 7),
    (HARD_TIME, 9),
    (STILL_THERE, 7),
    (FEEL_A, 10),
    (ON_AND_ON, 9),
    (WAS_FORGOTTEN, 6),
    (BREAKS, 7),
    (UNDONE, 7),
    (BOTHERS_ME, 6),
    (ODD, 8),
    (WAKES, 7),
    (LOW, 7),
    (WAITING, 10),
    (AIDS, 7),
    (LIKE_A, 7),
)
# They hold the denial that makes them a trouble.
SETTLED = frozenset({NOT_DOWN, NEVER_BACK, UNDONE, LOW, WAITING, AIDS})
# What somebody or something else does is no trouble of one's own.
OF_ITS_SUBJECT = frozenset({STUCK, NEVER_BACK, HARD_TIME, FEEL_A, ON_AND_ON, WAS_FORGOTTEN})
