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
    r"(?:feel |feeling )?(?:so |much |a lot |really |very )*(?:better|good|great|happy|fine|well|laugh|smile|think|want|do|"
    r"go|come|wonder)\b"
)
MAKES_ME = re.compile(
    rf" (?:it |they |that |which |these |this |tablets? |pills? )?{_VERY}(?:makes?|made|making) me (?!{_WELL})(?:feel "
    rf")?{_VERY}"
    r"(?:\w+y|ill|sick|tired|worse|pee|wee|poo|cough|faint|vomit|ache|sweat|shake|itch|bloated|constipated|nauseous|anxious|"
    r"depressed|breathless|weak|unwell|poorly|cry|jump|numb|confused|swell|sore|fat|hot|cold|rotten|awful|terrible) "
)
DONE_TO_ME = re.compile(
    rf" {_VERY}(?:gives?|giving|gave|given) me (?!a (?:call|ring|lift|hand|shot|prescription|leaflet|refill|note)\b)"
    r"(?:(?:a|an|the|some|such|terrible|really|bad|this|lots of|awful) )*(?:runs|trots|shakes|sweats|squits|headaches?|"
    r"cramps?|wind|rash|heartburn|diarrhoea|diarrhea|hives|nightmares|pain|grief|gyp|jip|trouble|bother|a bad \w+|a dry \w+|"
    r"an upset \w+) (?!medicine |medication |relief |tablets? |pills? )"
    r"| (?:bungs?|bunged|bunging|knocks?|knocked|knocking|wipes?|wiped|spaces?|blows?|blew) me (?:right |all |completely "
    r")?(?:up|out|for six|sideways) | (?:upsets?|upsetting|tears?|ripping|rips) (?:my|me) (?:stomach|tummy|guts?|belly|"
    r"insides) "
)
THE_RUNS = re.compile(
    r" (?:get|gets|getting|got|have|having|had|with|been having) (?:(?:really|always|still|terrible|bad) )*the (?:runs|trots|"
    r"shakes|sweats|squits|shivers|jitters|collywobbles|hiccups|spins|fear|blues) "
)
SETS_IN = re.compile(
    r" (?:i'm |im |i am |i think i'm |must be |been |be )?(?:coming|going|come|came) (?:down with|out in) (?:(?:a|an|the|"
    r"some|these|big|nasty|red|cold|itchy) )*(?:something|it|colds?|flu|bug|virus|infection|rash|spots|hives|lumps|blisters|"
    r"boils|sweats?|bumps|sores|welts|covid|shingles) "
    r"| (?:bring|brings|bringing|coughing|throwing|cough) (?:\w+ )?up (?!to |with |the (?:subject|topic)|my |this |that "
    r")(?:\w+ ){0,6}?(?:phlegm|mucus|blood|stuff|yuck|gunk|muck|sputum|food|bile|green|yellow|everything|acid) "
    r"| (?:coming|falling|dropping) out in (?:handfuls?|clumps?|lumps|bunches) "
)
STUCK = re.compile(
    r" (?:it|food|tablets?|pills?|things?|bread|meat|everything|something|they|knee|finger|thumb|jaw|hip) (?:just |always |"
    r"often |sometimes |keeps? )*(?:get|gets|getting|gets?|goes|feels?|is) (?:stuck|jammed|caught) "
)
NOT_DOWN = re.compile(
    r" (?:food|tablets?|pills?|bread|meat|it|drink|nothing|they) (?:won't|doesn't|don't|will not|not) (?:go|stay) down "
)
NEVER_BACK = re.compile(
    r" (?:i've |i have |ive |i |it's |it |she's |he's )?(?:never|haven't|hasn't|not|didn't) (?:really |quite |fully |"
    r"properly |ever |yet )*(?:(?:got|gotten|had|get) (?:my |the |any )?(?:\w+ ){1,3}back|(?:got|gotten) (?:over (?:it|that|"
    r"the \w+|my \w+)|going again)|been (?:the same|right|myself|well|the person i was)|picked up|recovered|bounced back|"
    r"worked properly) "
)
BEYOND = re.compile(
    r" (?:(?:is|are|it's|getting|got|all|just|all getting|become|becoming) )*(?:beyond me|(?:got |getting |gets )?on top of "
    r"me|weighing on me|weighs on me|(?:taken|took|taking|takes) (?:a|its|their) toll(?: on me)?|more than i can (?:manage|"
    r"cope with|take|handle|bear)|getting too much) "
)
HARD_TIME = re.compile(
    r" (?:i'm |i've |been |i )*(?:have|having|had|got|giving me|going through) (?:quite |such |just |still )*(?:a "
    r")?(?:really |very |pretty |real |bit of a )*(?:hard|tough|rough|difficult|bad|rotten|hellish) (?:time|patch|few \w+|"
    r"spell)(?: (?:of|with) (?:it|my \w+|the \w+))? "
)
STILL_THERE = re.compile(
    rf" (?:it|that|they|which|there|he|she)(?:'s| is| are)? (?:just |really |also |always )*still {_VERY}(?:hurts?|hurting|"
    rf"aches?|aching|burns?|"
    rf"burning|itch(?:es)?|itching|"
    r"swells?|swelling|bleeds?|bleeding|bothers|bothering|throbs?|stings?|clicks?|locks?|leaks?|swollen|sore|painful|stiff|"
    r"numb|tender) "
    rf"| still (?:{_VERY}(?:in|getting|having|got|get|have) )?(?:(?:a lot of|some|the|a bit of|quite a bit of|these|those) "
    rf")*(?:burning|hurting|"
    r"aching|itching|bleeding|coughing|limping|vomiting|throwing up|wheezing|leaking|swollen|sore|stiff|painful|tender|numb) "
    r"| (?:and|but|now) it just hurts "
)
IT_HURTS_MUCH = re.compile(
    r" (?:it |that |this |they )(?:just |really |also |still |always )*(?:hurts?|aches?|stings?|burns?|throbs?) (?:quite a "
    r"bit|a lot|so much|so bad|really bad|really badly|badly|like (?:hell|mad|crazy|anything)|something (?:awful|terrible|"
    r"rotten)|terribly|too much) "
)
FEEL_A = re.compile(
    r" (?:i |i've |also |still |just |sometimes |can |and )*(?:feel|feeling|felt|get|getting|got|have|having) (?:(?:a|an|"
    r"some|this|these|like|little|slight|bit|of|sort|kind|sudden|sharp|odd|funny|horrible|big) )+(?:jolts?|zings?|twinges?|"
    r"zaps?|knots?|flutters?|fluttering|thump|thud|electric shocks?|shooting|pulling|tugging|dragging|grinding|crunching|"
    r"clicking|popping|snapping|clunk(?:ing)?|jerks?|gurgling|prickling|heaviness|tightening|stabbing|gnawing|nagging|"
    r"grating|squeezing|catching|pounding) "
)
ON_AND_ON = re.compile(
    r" (?:getting |get |got |wake |waking |i'm |am )?up (?:(?:to|about|at least|around|maybe|sometimes) )*(?:\w+ "
    r"){1,4}?times (?:a|in the|every|each|at|to|per|most) (?:night|pee|wee|go|the loo|the toilet|nights) "
    r"| (?:don't|can't|doesn't|couldn't|never|won't|not) (?:always |quite |often |even |usually )*(?:make|making|made) it "
    r"(?:to the (?:loo|toilet|bathroom)|in time|$)"
    r"| (?:go|going|been|to) (?:to )?the (?:loo|toilet|bathroom) (?:(?:about|like|at least) )*(?:\w+ times|all the time|"
    r"constantly|every) "
    r"| (?:running|dashing|rushing|run|rush) to the (?:loo|toilet|bathroom) "
    r"| (?:wet|wetting|wets) (?:myself|the bed|himself|herself) "
)
WAS_FORGOTTEN = re.compile(
    r" (?:i'm |im |i |am |keep |i've been |been |always |just |kept )+(?:forgetting|losing|misplacing|repeating|muddling|"
    r"dropping|mixing up) (?:names?|things?|words?|where|what|to|people|appointments?|my (?:keys|words|glasses|balance|train|"
    r"way|tablets)|myself|track|everything|faces) "
)
BREAKS = re.compile(
    r" (?:my |the |me )?(?:hair|nails?|skin|lips?|heels?|teeth|tooth|gums?|toenails?|stitches|scab|wound|scar) (?:\w+ "
    r"){0,2}?(?:(?:is|are|keeps?|'s|has|have|keep|been|just|really|all) )*(?:splitting|splits?|cracking|cracks?|crumbling|"
    r"crumbles?|peeling|peels?|flaking|flakes?|coming (?:out|away|off|apart)|come (?:out|away|apart)|opened up|opening up|"
    r"falling (?:out|apart)|breaking|bursting|burst|weeping|weeps?|oozing|oozes?|bleeding|bleeds?|receding|thinning|wobbly|"
    r"loose) "
)
# What goes wrong with a wound or a part that was asked about ("how is the wound?").
IS_DOING = re.compile(
    r" (?:it's|its|it is|they're|they are|it|they)(?: (?:just|really|still|always|all|been|also|a bit|now|keeps?|keep|gone|"
    r"got|very|so|quite))* (?:weeping|oozing|leaking|bleeding|smells?|smelling|smelly|stinks|itching|itchy|throbbing|burning|"
    r"swollen|puffy|red|hot|infected|inflamed|opened up|gone (?:red|black|green|hard|hot)|sticky|sore|tender|numb|stiff|"
    r"painful|worse|getting worse|playing up|bad|terrible|awful|dreadful|shocking|killing me) "
)
UNDONE = re.compile(  # what others or the house fail in
    r" (?:council|landlord|housing|neighbours?|work|boss|social|dwp) (?:\w+ )?(?:won't|will not|hasn't|haven't|refuses?|"
    r"keeps?|doesn't) (?:to )?(?:fix|mend|repair|help|listen|answer|do|sort|move|treat|shouting|bullying)(?:ed|ing)? "
)
BOTHERS_ME = re.compile(
    r" (?:it|that|this|they|what)(?: (?:just|really|still|kind of|kinda|also|sort of|does|always|do|sometimes))* (?:bothers?|"
    r"bugs?|troubles?|worries|scares|frightens|upsets?|annoys?|gets to) me "
)
ODD = re.compile(
    r" (?:a|an|this|that|the|some) (?:really |very |bit of a )*(?:funny|strange|weird|odd|horrible|metallic|metal|bitter|"
    r"foul|nasty|bad|awful) (?:metal |metallic )?(?:taste|smell|noise|sound|odou?r) ")
WAKES = re.compile(
    r" (?:wake|wakes|woke|waking|woken)(?: up)? (?:(?:most|some|every) (?:nights?|mornings?) )?(?:drenched|soaked|sweating|"
    r"soaking|gasping|choking|crying|screaming|in pain|in a (?:sweat|panic)|stiff|exhausted|coughing|(?:at|from) (?:two|"
    r"three|four|five|\d\w*)(?: (?:every|most|each|in the))?) ")
LOW = re.compile(
    r" (?:(?:hit|at|reached) rock bottom|nothing (?:gives me|makes me) (?:any |much )?(?:pleasure|joy|happy|laugh|smile)|no "
    r"pleasure in|(?:i )?(?:argue|arguing|row|rowing|fighting) (?:all the time|every day|constantly|a lot|with (?:my|"
    r"everyone)))")
WAITING = re.compile(
    r" (?:(?:still |been |i'm |im )+waiting (?:for|on|to)|waiting (?:for|on)) (?:(?:my|the|a|an|some|that|his|her|hear "
    r"about) )*(?:\w+ )?(?:op|operation|appointment|scan|results?|referral|letter|surgery|injections?|physio|mri|date|tests?|"
    r"replacement|clinic|therapy|counselling|assessment|hospital) "
    r"| (?:heard nothing|not heard (?:anything|back|from)|haven't heard (?:anything|back|from|a)|never heard (?:anything|"
    r"back|from)|no word|(?:gone|went|go) missing|(?:got|been|get) lost|(?:hasn't|haven't|not|never) come through) ")
AIDS = re.compile(
    r" (?:hearing aids?|dentures?|glasses|brace|boot|splint|catheter|stoma(?: bag)?|pump|c ?pap|mask|frame|stick|wheelchair|"
    r"insoles?|plate|stockings|crutch(?:es)?) (?:(?:is|are|keeps?|has|have|just|really|been|always|got|all) )*(?:whistles?|"
    r"whistling|leaks?|leaking|rubs?|rubbing|hurts?|hurting|digs?|digging|slips?|slipping|broken|broke|packed up|don't fit|"
    r"doesn't fit|don't work|doesn't work|too \w+|falls? off|coming off|falling (?:off|out)|blocked|loose) ")
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
