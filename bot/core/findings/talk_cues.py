"""Words that speak for a change, for staying as it is, or for neither; in what people say and in what they were asked.

After the categories of client language in MISC 2.5 (Houck and others, 2010): desire, ability, reasons, need,
commitment and taking steps, each for changing or for staying.
"""

from __future__ import annotations

import re

ASKED_OF_STAYING = re.compile(
    r"\b(?:hard|harder|difficult|tough|challeng\w+|obstacle\w*|barrier\w*|struggl\w+|gets? in the way|in the way|hold(?:s|"
    r"ing)? you back|kept you|"
    r"keeps? you (?:going|smoking|from)|keeping you|drawback\w*|downside\w*|enjoy(?:ed|able)?|like about|likes? (?:it|most)|"
    r"might not like|appeal\w*|"
    r"pleasur\w+|comfort(?:s|ing)?|good things|benefits? (?:you )?(?:get|of (?:smoking|drinking|staying))|what does (?:it|"
    r"smoking|drinking) (?:do|give|offer|bring)|"
    r"role|purpose|satisf\w+|crav\w+|urge\w*|trigger\w*|relaps\w+|slip|hesita\w+|unsure|uncertain|worr\w+ about (?:quitting|"
    r"stopping|changing)|stress\w*|"
    r"not (?:ready|sure)|miss about|tempt\w+|doubt|rely|relying|helps? you cope|coping|stops? you|puts? you off|"
    r"what do you get|give up|stuck)\b"
)
ASKED_OF_CHANGE = re.compile(
    r"\b(?:benefit\w*|improve\w*|better|healthier|health|motivat\w+|reasons?|want to (?:quit|stop|change|cut)|"
    r"would you like to (?:change|do)|first steps?|"
    r"next steps?|small(?:er)? (?:steps?|changes?)|steps?|plan\w*|goals?|change\w*|ready|confiden\w+|quit(?:ting)?|"
    r"stop(?:ping)?|cut(?:ting)? (?:back|down)|"
    r"reduc\w+|future|imagine|picture|vision|without (?:it|smoking|cigarettes)|concern\w*|bother\w*|cost\w*|positive|hope\w*|"
    r"proud|strateg\w+|try(?:ing)?|"
    r"important|succe\w+|worked|helped|alternativ\w+|how does that (?:sound|feel)|less|incorporat\w+|impact\w*|affect\w*|"
    r"pushing you|looking forward|managed)\b"
)
ASKED_OF_NEITHER = re.compile(
    r"\b(?:how are you|how's it going|how have you been|how has your day|anything else|something else|else (?:you'd|"
    r"you would|on your mind)|"
    r"continue the conversation|take care|welcome|good to (?:see|meet)|great to|nice to|thank(?:s| you) for|catch(?:ing)? up|"
    r"next session|reach out|goodbye|"
    r"hello|hi there|what brings you|tell me (?:a (?:bit|little) )?(?:more )?about (?:yourself|your|how)|for how long|"
    r"how long|how many|how often|when did|"
    r"usually|typical\w*|look like for you|who (?:do|are)|where do)\b"
)
STAYING = re.compile(
    r"\b(?:(?:i )?(?:like|love|enjoy|enjoyed) (?:it|smoking|to smoke|the|that it|how|a|my|having|cigarettes|drinking|eating|"
    r"them)|relax\w*|de-?stress\w*|calm\w*|"
    r"stress reliever|comfort\w*|soothing|relie(?:f|ves?)|(?:can't|cannot|cant|couldn't|can not|won't|wont|"
    r"couldnt) (?:seem to )?(?:stop|quit|imagine|see|do|think|give|cope|function|"
    r"resist|live|manage|help|go|afford|handle|be bothered|face|part)|hard(?:er)?|difficult|tough|struggl\w+|crav\w+|urges?|"
    r"tempt\w+|addict\w+|"
    r"never (?:stick|work|last|want|going|will|been)|doesn't (?:stick|work|bother|affect)|didn't (?:work|help|stick|last)|"
    r"don'?t (?:want to|wanna|see why|see the point|fancy|care|mind) ?(?:quit|stop|give|change|lose|let|gain)?|not (?:now|"
    r"for me|ready|yet|my thing|worth|bothered|one bit)|too (?:soon|late|old|tired|busy|much)|"
    r"no (?:desire|intention|interest|plan|point|reason|willpower|way|chance|time)|rather not|habit|used to it|need (?:it|"
    r"a cigarette|one|them|to smoke)|makes me feel (?:better|good|calm|relaxed)|"
    r"helps? me (?:to )?(?:cope|relax|focus|concentrate|deal|calm|unwind|think|sleep|get|with|de)|gives? me (?:a|something|"
    r"time|pleasure)|gain weight|weight gain|"
    r"withdrawal\w*|anxi\w+|boredom|bored|boring|bond\w*|social\w*|break from|take a break|a break|(?:always|usually|"
    r"keep) (?:going|go|come|coming|fail\w*|relaps\w+|end)|"
    r"gave in|give in|relaps\w+|fail\w*|tried (?:many|several|multiple|everything|quitting|to quit|so)|(?:when|if) i (?:quit|"
    r"stop|try|don't smoke)|fear|afraid|"
    r"scared|dread|worr(?:y|ied)|stuck|trigger\w*|reach for|pleasures?|treat|reward|around smokers|smokes? too|"
    r"still (?:smoke|want|like|enjoy|get|have|crave)|back to smoking|"
    r"light(?:ing)? up|want (?:a|one|to smoke)|not (?:that|highly|really|very) (?:bad|addicted|worried|bothered|interested|"
    r"motivated)|lack|happy as i am|fine as (?:i am|it is)|leave me|whats the point|"
    r"what's the point|climbing the walls|go mad|puts me off)\b"
)
CHANGING = re.compile(
    r"\b(?:(?:want|like|love|need|have|ready|hope|hoping|plan|planning|going|gonna|trying|try|wish|wanted|willing|decided|"
    r"determined|able|glad|time|prefer|rather) "
    r"(?:i could |to |me to |for me to )?(?:finally |be able to |really |just |start |try |completely |"
    r"eventually )*(?:to )?(?:quit\w*|stop\w*|cut\w*|reduc\w+|change|"
    r"give (?:it |them )?up|be healthier|be (?:smoke|free)|kick|get (?:rid|off|out|healthier|fit|back)|do (?:it|this|better)|"
    r"live|start|improve|save|see|avoid|find|make|replace|"
    r"limit|lower|exercise|run|breathe|feel)|i (?:will|can|could|would|should|must|need|might|may|am going|plan|'ll|have to)|"
    r"i'll|i'd|id (?:love|like)|maybe i|"
    r"(?:better|improv\w+|healthier|health|breath\w*|lungs?|cancer|copd|cough\w*|smell\w*|stink\w*|teeth|skin|money|"
    r"expens\w+|cost\w*|sav(?:e|ing|ings)|kids?|children|"
    r"daughter|son|baby|family|wife|husband|grand\w+|live longer|longer life|die|dying|energy|taste|fit(?:ter|ness)?|"
    r"disgust\w*|hate|gross|guilt\w*|asham\w+|embarrass\w+|"
    r"tired of|sick of|fed up|regret|dependen\w+|slave|control\w*|harm\w*|damag\w+|bad for|kill\w*|freedom|free|proud|"
    r"accomplish\w*|achiev\w+|motivat\w+|success\w*|confident|"
    r"determin\w+|gum|patch\w*|lozenge\w*|walk\w*|exercis\w+|gym|yoga|meditat\w+|distract\w*|hobb\w+|instead|replac\w+|"
    r"delay\w*|cold turkey|taper\w*|gradual\w*|less|fewer|"
    r"without (?:it|smoking|cigarettes)|quitting|smoke[- ]free|stopped|quit|cut (?:down|back)|deep breath\w*|drink water|"
    r"sounds? (?:good|great|like)|good idea|makes sense|"
    r"definitely|absolutely|helpful|it would|would (?:be|help|feel|make|improve)|enough is enough|now or never|no bother))\b"
)
NEITHER = re.compile(
    r"^(?:no|nope|nah|none|nothing|no thanks?|no thank you|ok|okay|k|sure|thanks?(?: you)?|thank ?you.*|hi|hello|hey|yes|"
    r"yeah|yep|yes please|i don'?t know|idk|not sure|i'?m not sure|"
    r"i am not sure|maybe|good|fine|great|i'?m (?:good|fine|ok|okay|well|great|doing).*|not really|not right now|"
    r"not at the moment|i don'?t think so|bye|goodbye|you too|"
    r"no that'?s (?:all|it)|nothing else.*|that'?s (?:all|it)|pretty good|go on|both|a bit|somewhat|not yet|no i don'?t|"
    r"i guess|possibly|perhaps|hmm)[\s.,!]*$"
)
