"""Words that tell a score of another time, of somebody else, denied, wished for or put right from the one meant now."""

from __future__ import annotations

import re

WISH = re.compile(
    r"\b(?:would be\b.*\bif|it'd be\b.*\bif|if\b.*\bwould be|would like|'d like|id like|(?:'d|would|id) love|"
    r"like (?:it|this|that) to|"
    r"want to be|want it (?:to|at)|wanna be|wish|hope to|hope for|hoping|"
    r"should be|could be (?:a |an )?\w+ if|could be if|aiming|aim for|like to be|like to get|get to a|get it to|"
    r"get up to|if it was|if it were|"
    r"if i had(?! to (?:put|say|choose|pick|give|guess|rate))|if i could|ideally|"
    r"would make it|would've been|might get to|need to be|"
    r"supposed to be|would have been|one day|could be \w+ by|by (?:next|christmas|easter|summer|spring|then|"
    r"the (?:end|time|summer))|next (?:week|month|year|time)|(?:it|this|that|i) (?:might|may) be \w+ (?:by|soon|when|"
    r"after)|in theory|on paper|tomorrow|want to (?:get|reach|hit)|goal|target|aim|dreams?|"
    r"will be \w+ (?:\w+ )?(?:when|if|by|"
    r"once|after|soon)|if only)\b"
)
# A score for some of the time: by itself it is none; beside another one it says that scores vary.
SOME_OF_THE_TIME = re.compile(
    r"(?<!that's )(?<!thats )\bon an? (?:good|bad|rough|great|decent) (?:day|un|one|night)|\bhalf the time\b|"
    r"\bsome (?:days|mornings|nights)\b|"
    r"\bwhen(?:ever)? (?:i'm|im|i am|he's|hes|he is|she's|shes|she is|they're|they are|my \w+(?: is|'s)) "
    r"(?:with|at|around|here|there|home|in|out|away|alone|on (?:my|his|her|their) own|by myself)\b"
)
BEFORE_NOW = re.compile(
    r"\b(?:used to|ago|last (?:year|week|time|month|night|summer|winter|spring|autumn|visit|appointment)|"
    r"(?<!since )yesterday|"
    r"previously|back then|at first|to start with|when (?:we|i) (?:first )?(?:started|came|began|saw|met)|"
    r"would have (?:put|said|been|given)|before (?:the|i|my|we|this|all)|before$|at (?:christmas|easter)|"
    r"said \w+ to the|told the (?:nurse|"
    r"doctor|gp)|asked at|if you'd(?:'ve| have)? asked|in (?:january|february|march|april|june|july|august|september|"
    r"october|"
    r"november|december)|"
    r"started (?:at|on|off)|started out|started|then i|had been|formerly|at the start|first time|once it was|^ ?once|"
    r"at one (?:time|point)|in my (?:\w+ties|teens)|when i was|(?:days|weeks|months|years|while) back|(?:it'd|"
    r"it would) have been)\b"
)
WAS = re.compile(r"\b(?:was|were)\b")
IS_NOW = re.compile(
    r"\b(?:now|today|currently|at present|at the moment|these days|nowadays|this (?:morning|week|time|month|year)|"
    r"the now|rn|atm|"
    r"presently)\b"
)
CORRECTS = re.compile(
    r"\b(?:i meant|meant|i mean|make it|make that|oops|whoops|typo|sorry|scrub that|scrap that|scratch that|"
    r"change that|correction|"
    r"i'll change|as you were|on second thoughts?|no wait|wait no|actually make)\b"
)
_KIN = (
    "wife|husband|hubby|missus|partner|girlfriend|boyfriend|gf|bf|fiancee?|other half|daughter|son|lad|lass|mum|mam|"
    "mom|mother|"
    "dad|father|brother|sister|nan|gran|grandad|friend|mate|neighbour|carer|nurse|doctor|doc|gp|consultant|physio|"
    "pharmacist|"
    "surgeon|therapist|dietitian|he|she|they|everyone|people|some|others|some folk|chart|screen|monitor|machine|form|"
    "letter|leaflet|sheet|computer"
)
OTHERS = re.compile(
    r"\byou (?:said|say|told me|put|wrote)(?: press| it was| it is)? (?:an? )?$|"
    rf"\b(?:{_KIN})\b(?:(?!\bi\b|\bi'|\bme\b)[^.,;])*\b(?:put|said|gave|scored|rated|ticked|wrote)(?: it| me|"
    rf" this)?(?: an?| as| at| down)* $|"
    r"\bthe \w+ (?:gives|says|thinks|reckons)(?: me| it)? (?:an? )?$|"
    rf"\b(?:{_KIN})(?:'s|'d| is| was| were| would|s)? (?:(?:have|has|had) me (?:down )?|(?:me )?)(?:at|on|as) an? $|"
    rf"\b(?:{_KIN})(?:'s|'d)? (?:(?!i\b|i')[a-z]+ )?(?:says?|said|thinks?|thought|reckons?|gave|gives|puts?|told|"
    rf"rates?|rated|scored?|go|goes|going|"
    r"wants?|hopes?|expects?|guess(?:ed)?|marked|shouts?|shouting|yells?|yelling|saying|had me|has me|would go|"
    r"would say|would put|would give)\b(?!.*\b(?:but|so|i'd|i say|i'm|im)\b)|"
    rf"\b(?:{_KIN})'?s? (?:number|score|answer|rating|one)(?: is| was|'s|'d be)? (?:an? )?$|\b(?:his|hers|"
    rf"theirs)(?: is| was|'s) (?:an? )?$|"
    r"\b(?:service|app|bot|staff|reception|receptionists?|surgery|food|hospital|website|parking|practice) (?:is |was |"
    r"gets? |an? )*$|"
    rf"\b(?:{_KIN}) (?:a |an |is |was |gets? |at |on |only |just |now |about |like |nearly )*$|\b(?:would be the|"
    rf"who (?:rated|put|gave|scored|said)\b.*) $|"
        r"\b(?:him|her|them|wife|husband|wife's|husband's|hubby) (?:is |on |at )*$|\b(?:hospital|they|nurse|doctor|"
        r"physio|gp|he|"
    r"she) (?:had|have|has|hears?|heard|keeps?)\b|"
    r"\b(?:he|she|they|wife|husband|partner|missus|hubby|daughter|son|mum|mam|dad|nurse|doctor|gp|consultant|physio|friend|"
    r"sister|brother|everyone|people|mate)(?:'s|'d| is| would| will)? "
    r"(?:tell you|says?|said|say|thinks?|reckons?|gave|puts?|put|thought|told|rates?|go|goes|a|an)\b|\b(?:to|"
    r"for) (?:him|her|"
    r"them|others|my (?:wife|husband|daughter|son|mum|dad))\b(?=.*\bme\b)"
)
VARIES = re.compile(
    r"\b(?:weekdays?|weekends?|mornings?|nights?|evenings?|afternoons?|good days?|bad days?|wan day|one day|some days?|"
    r"other days?|next day|sometimes|without|with|if|when|depends|unless|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|in (?:the )?(?:morning|evening|winter|summer)|at (?:night|home|work|"
    r"rest)|for (?:importance|confidence|the)|importance|confidence|after|before|"
    r"other|each|left|right|whereas|while|but)\b"
)
# Whose it is not, for all that somebody else is named: "me and the wife both said 5", "with my sister 8".
SHARED_OR_HELPED = re.compile(
    r"\b(?:me|i|we|us) and\b|\bboth\b|\b(?:with|without|off|after|before|if|when|telling|asking)\b|"
    r"\bi (?:\w+ )?give (?:him|her|it|them)\b"
)
LABEL = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|nights?|evenings?|afternoons?|weekends?|weekdays?|"
    r"(?:good|bad) (?:days?|ones?|un)|importance|confidence|left|right|other|for the|after(?= *$))\b"
)
DENIES = re.compile(
    r"(?:\bnot|\bnever|n't|\bnowhere near|\bfar from|\brather than|\binstead of|\bnot even|\bisnt|\baint|\bnae|\bno even|"
    r"\bno'|\bdont think|\bif i (?:say|said)|\b(?:you|u) (?:\w+ )?want|\blove to say|\blike to say|\bwish i could say|"
    r"\bthought (?:about|of)|\bcould have said|\btempted to say|\b(?:suppose|imagine|pretend|what if|say) i (?:say|"
    r"said|put)|\bfor example|\be\.? ?g\.?|\bsuch as|\banything but|\bmake me (?:say|put)|\brefuse to (?:say|put|go)|"
    r"\bdont make me say|\b(?:was|were) (?:going|gonna|about) to say|\bnearly (?:said|put))(?: (?:a|an|at|mean|quite|"
    r"really|exactly|be|"
    r"it's|its|even|as|far|high|near|going|to|say|put|give|go|for|with|like|my|the|full|up|i'll|ill|ever|i|me|about|"
    r"to be)){0,6}$"
)
OTHERS_AFTER = re.compile(
    r" for (?:the|your|my) (?:nurse|app|bot|surgery|service|doctor|gp|staff|receptionists?|reception|hospital|"
    r"practice|physio)\b"
)
