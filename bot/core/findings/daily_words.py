"""Ways of telling a trouble by what it does to the day: what one must do or has given up, what grows, what is lost,
forgotten or dropped again, what clothes and food and nights are like."""

from __future__ import annotations

import re

_ADVERBS = (
    r"(?:just |really |still |also |always |now |even |all |so |very |quite |only |nearly |almost |sometimes |often |been )*"
)
GROWS = re.compile(
    r" (?:the |my |this |that |a |these |it |they )?\w+(?:'s| is| are| has been| have been| keeps?)? getting (?:so |much |a "
    r"lot |a bit |even )*(?:bigger|larger|darker|thinner|heavier|deeper|longer|harder|redder|lumpier|tighter|smaller|more "
    r"(?:painful|swollen|sore|tired|difficult|confused|frequent|forgetful|stiff)) ")
GIVEN_UP = re.compile(
    r" (?:i've |i have |i |we |have |ive )+(?:stopped|stop|given up|give up|gave up) (?:going (?:out|anywhere|to|up|for)|"
    r"seeing|eating|driving|walking|enjoying|working|cooking|reading|playing|swimming|dancing|gardening|sleeping|talking|"
    r"getting|leaving|the (?:garden|allotment|car)) "
    r"| (?:i )?can only (?:do(?! (?:\w+days?|mornings|evenings|after|before)\b)|walk|manage|eat|stand|sit|lift|sleep|see|"
    r"hear|get|go|breathe|use|drink|work) ")
MUST = re.compile(
    rf" {_ADVERBS}(?:have|having|has) to (?:keep )?(?:sleep (?:in|sitting|on|propped)|sit (?:up|down|on)|"
    r"stop (?:for (?:breath|a)|every|halfway|to|and|on)|hold (?:on|onto|my)|rest (?:after|every|half)|crawl|lean on|strain|"
    r"lie down|clear my|catch my|be (?:helped|lifted|careful what)|get up (?:\w+ ){1,4}times|wear (?:pads?|nappies)|rush|run "
    r"to|pull myself|turn my whole|shuffle|go (?:\w+ ){0,3}times) "
    r"| keep having (?:to \w+|these|this|a|an|\w+s) ")
TAKES_LONG = re.compile(
    r" (?:it )?(?:takes|taking|took) (?:me |us )?(?:all (?:morning|day|night)|ages|hours|for ?ever|twice as long|so long|"
    r"much longer|longer|half an hour|an hour) (?:to|just) (?!get (?:here|there|home|in)|come|drive)")
RACING = re.compile(r" (?:mind|head|heart|thoughts?)(?:'s|s| is| are)? (?:just |always |constantly )*(?:racing|going round|"
    r"spinning|whirring) ")
NO_MORE = re.compile(
    r" (?:no|not much|hardly any|not enough|run out of) (?:puff|breath|food|money|hot water|heating|friends|family nearby|"
    r"help at home|sleep|interest|patience|get-up-and-go|motivation|life) (?!worries|worry|problems?|issues?|troubles?)(?:in "
    r"|left |to |at |with |for |from |anymore |now |at all )*")
A_COLD = re.compile(
    r" (?:got|have|had|caught|with|having|gets?|getting|has) (?:(?:a|this|another|such|the|an|some|that|terrible|bad|awful|"
    r"nasty|heavy|stinking) )+(?:tummy |stomach |chest |head |winter |sickness )?(?:cold|bug|chill|lurgy|virus)(?! (?:drink|"
    r"shower|house|room|compress|pack|beer|day|bath|water|one)) ")
SEES = re.compile(r" (?:(?:seeing|hearing) things|(?:seeing|see|saw|hearing|hear) (?:double|spots|stars|flashes|floaters|"
    r"voices|zig-?zags|black spots|halos)) ")
FORGOT = re.compile(
    r" (?:i )?(?:forgot|forget|forgotten|can't remember|couldn't remember) (?:my own|(?:my \w+|people)'s|names|where i|how "
    r"to|what day|the way|words|i'd) ")
TEMPER = re.compile(
    r" (?:i )?(?:shout|shouting|snap|snapping|snapped|scream|screaming|lash out|lashing out|take it out) (?:at|on) "
    r"(?:everyone|everybody|the (?:kids|wife|children)|my \w+|people|him|her|them) | (?:short|bad|quick|hot)[- ]tempered ")
BACK_ON = re.compile(
    r" (?:back|gone back|started) on the (?:cigarettes|fags|drink|booze|bottle|smokes|drugs|gear|vape) "
    r"| drinking (?:a|two|three|half a|\w+) (?:bottles?|cans?|pints?|glasses?|litres?) (?:of \w+ )?(?:a|every|each) (?:night|"
    r"day) ")
THE_PAIN_IS = re.compile(
    r" (?:the |this |my |that )(?:pain|pains|ache|itch|itching|cough|swelling|sickness|nausea|dizziness|tiredness|stiffness|"
    r"burning|bleeding|rash|lump|infection|headaches?)(?:'s| is| has| have| are| keeps?| came| comes)?(?: (?:just|really|"
    r"been|straight|right|come|came|coming|all|absolutely|so|still))* (?:shocking|terrible|awful|dreadful|unbearable|murder|"
    r"agony|horrendous|horrible|excruciating|back|killing me|driving me \w+|spreading|spread|no better|getting worse) "
    r"| (?:in|absolute|such|complete) (?:agony|bits|absolute agony) ")
NEARLY = re.compile(
    r" (?:nearly|almost|just about) (?:went over|fell|fainted|passed out|collapsed|blacked out|choked|tripped|toppled|went "
    r"down|keeled over) "
    r"| (?:legs?|knees?|ankles?) (?:just |suddenly )?(?:went|goes|go|gave|buckled|buckles|gone) (?:from under|from beneath|"
    r"under) ")
TASTES = re.compile(r" (?:food|everything|nothing|it|water|tea) (?:just )?tastes? (?:right|of|like|funny|awful|metallic|"
    r"wrong|bitter|off|foul) ")
PADS = re.compile(r" (?:wearing|wear|using|going through|get through|in) (?:\w+ )?(?:pads|nappies) ")
GOES_ON = re.compile(
    r" (?:i'm |im |i |always |keep |and )*(?:leaking|coughing|wheezing|itching|sweating|crying|shaking|limping|snoring|"
    r"sneezing|burping|retching|choking|stumbling|trembling|hobbling|aching|bruising|forgetting) (?:when|at night|all|every|"
    r"so|whenever|too|over nothing|a lot|everything|constantly|like|badly) ")
ONCE_MORE = re.compile(
    r" (?:i |i've |she |he )*(?:dropped|tripped|fell|fallen|fainted|burnt|burned|wet|collapsed|choked|blacked out|bumped|"
    r"fitted)(?: \w+){0,3} again ")
CLOTHES = re.compile(
    r" (?:trousers|clothes|rings?|shoes|skirt|jeans|bra|belt|socks|slippers)(?: (?:are|is|keep|keeps|just|all|now))* "
    r"(?:falling off|hanging off|don't fit|doesn't fit|won't go on|too (?:tight|big|loose|small)|leave (?:marks|dents)|"
    r"slipping off) ")
FEELS_LIKE = re.compile(
    r" feels? like (?:it's|it is|they're|everything(?:'s| is)|i'm|i am|something(?:'s| is)) (?:\w+ )?(?:tearing|ripping|"
    r"burning|stuck|swollen|on fire|going to (?:burst|give way|explode|fall|choke|pass out|throw up|be sick|faint)|choking|"
    r"drowning|falling|closing|crushing|dying|pulling|breaking|in a (?:dream|fog|vice)) ")
NOT_WELL = re.compile(
    r" (?:not|isn't|ain't|don't|doesn't|haven't been|hasn't been) (?:\w+ )?feel(?:ing)? (?:so |too |very |that |all that |at "
    r"all |really )*(?:good|great|well|clever|hot|grand) | feeling not (?:so |too |very |really )*(?:good|great|well) ")
IS_LIKE = re.compile(
    r" (?:it's|it is|its|that's|just) (?:\w+ )?like (?:walking on|having (?:a|an)|being (?:stabbed|kicked|squeezed|punched|"
    r"burnt|on)|someone|somebody|a (?:knife|band|tight|weight|vice|hot|red|ton|lump|stabbing)|an (?:electric|elephant|iron)|"
    r"toothache|pins|ants|needles) ")
NOT_DONE = re.compile(r" (?:haven't|hasn't|not|barely|hardly) (?:really |even |properly )*(?:slept|eaten|weed|been out|"
    r"been to the (?:toilet|loo)|been well) ")
HURT_FOR = re.compile(r" (?:the|my|it|that|this) (?:\w+ )?(?:hurts?|ached?|aches) (?:for (?:days|weeks|ages|hours)|"
    r"ever since|so much|like \w+) ")
OFF_IT = re.compile(r" (?:been|gone|went|i'm|im|am|right|completely|totally) off (?:my |all )?(?:food|drink|meals?|sex|meat|"
    r"eating|tea|dinner) ")
BLOOD = re.compile(
    r" (?:blood|pus|mucus|slime|threads) (?:in|on|from|when|coming|after) (?:my |the |it |his |her )?(?!test|sample|pressure|"
    r"sugar)\w+ ")
BEGUN = re.compile(
    r" (?:started|begun|taken to|keep on|begin|begins|starting) (?:stammering|shaking|wetting|forgetting|falling (?:over|"
    r"down|asleep)|drooling|dribbling|limping|slurring|tripping|choking|twitching|bleeding|leaking|wheezing|snoring|sweating|"
    r"sleepwalking|dropping|losing|stumbling|hallucinating) ")
VEERS = re.compile(r" (?:veer|drift|list|lean|lurch|stagger|pull)(?:s|ing)? to (?:the|one) (?:left|right|side) ")
DOES_NOT_WORK = re.compile(
    r" (?:my|me) (?:\w+ )?\w+ (?:won't|doesn't|don't|hasn't been) work(?:ing)? | \w+ (?:isn't|aren't|are not|is not|stopped) "
    r"(?:really |even |much )?(?:helping|working|touching it) ")
NO_ANSWER = re.compile(
    r" (?:nobody|no one|no-one|they never|never) (?:has |have |ever )?(?:rang|rung|called|phoned|got back|answered|answers|"
    r"explained|explains|told me (?!anything|off|not)|at home|else to|around to|to (?:talk|help|turn|look|drive)) ")
HOMELESS = re.compile(
    r" (?:sleeping|living|staying|sofa-surfing|kipping) (?:on (?:my |a |\w+ )?(?:\w+ )?(?:sofa|couch|floor|streets?)|in "
    r"(?:my|the|a) (?:car|van|hostel|tent|shed|b and b)|rough) ")
DOS = re.compile(
    r" (?:funny|dizzy|blank|absent|fainting|weird|strange|giddy|hot) (?:do's|dos|spells?|episodes?|attacks?|moments?|dos|"
    r"turns?) ")
PATTERNS: tuple[tuple[re.Pattern[str], int], ...] = (
    (GROWS, 7), (GIVEN_UP, 8), (MUST, 9), (TAKES_LONG, 8), (RACING, 5), (NO_MORE, 5), (A_COLD, 7), (SEES, 5), (FORGOT, 8),
    (TEMPER, 6), (BACK_ON, 7), (THE_PAIN_IS, 7), (NEARLY, 6), (TASTES, 6), (PADS, 5), (GOES_ON, 7), (ONCE_MORE, 7),
    (CLOTHES, 7), (IS_LIKE, 8), (NOT_DONE, 6), (HURT_FOR, 7), (FEELS_LIKE, 9), (NOT_WELL, 7),
    (OFF_IT, 6), (BLOOD, 7), (BEGUN, 6), (VEERS, 6), (DOES_NOT_WORK, 7), (NO_ANSWER, 8), (HOMELESS, 8), (DOS, 6),
)
# They hold the denial that makes them a trouble.
SETTLED = frozenset({GIVEN_UP, NO_MORE, TASTES, NOT_DONE, NOT_WELL, CLOTHES, DOES_NOT_WORK, NO_ANSWER})
# What somebody or something else does is no trouble of one's own.
OF_ITS_SUBJECT = frozenset({GIVEN_UP, MUST, FORGOT, TEMPER, GOES_ON, ONCE_MORE, A_COLD, BACK_ON, NOT_DONE, BEGUN, VEERS,
    DOES_NOT_WORK, HOMELESS})
