"""Words by which people name a trouble, a worry or a wish; and words that look like it and are none."""

from __future__ import annotations

import re

NEAR = 8  # words between a part of the body and what is wrong with it
VAGUE = frozenset(
    "pain ache discomfort pressure problem trouble issue difficulty sensation surgery operation break blood spot cut wind "
    "growth burn gas soreness tenderness stress side chill sore injury bite sting".split()
)
HAVE = frozenset(
    "have having had has got get getting gotten 've i've ive with from this these some an a this my like develop developed "
    "noticed noticing notice experiencing experience been suffer suffering feel feeling feels".split()
)
MUCH = re.compile(
    r" (?:in|a lot of|lots of|amount of|mostly|still|"
    r"so much|terrible|severe|constant|bad|awful|horrible|this|these|some|chronic|having|the same|"
    r"persistent|"
    r"significant|ongoing|nagging|unbearable|excruciating|dull|sharp|burning|throbbing|shooting|stabbing|had the|have the|"
    r"got the|little) "
    r"(?:\w+ )?(?:pain|ache|discomfort|agony) "
)
FEEL = frozenset(
    "am i'm im is are was were be been being feel feels feeling felt get gets getting got so very really quite bit too "
    "pretty always "
    "constantly permanently super fairly awfully terribly slightly absolutely extremely still went go goes "
    "turned turn look looks looking woke wake it's she's "
    "he's they're just more little kind sort been keep keeps all a i've".split()
)
HAS_SO = frozenset("i'm im am get gets got getting feel feeling felt was been".split())
CANNOT = re.compile(
    r"^(?:can't|couldn't|cannot|can hardly|can barely|hardly|barely|can not|unable to|not able to|not been able to|"
    r"haven't been able to|"
    r"wasn't able to|(?:having |have |had |has |got |get )?(?:some |a lot of |a |such |such a |real |great )?(?:trouble|"
    r"difficulty|hard time|problem|problems|issues|issue)"
    r"(?: with| in)?|(?:is |it's |find it |finding it |makes it |so |very |really )?(?:hard|difficult|harder|"
    r"tough)(?: for me)? to|"
    r"struggling (?:to|with)|struggle (?:to|with)|(?:i'm |am )?not|haven't been|haven't|don't|didn't|keep me from|stops me|"
    r"stops me from|keeps me from|"
    r"worse at|scared to|afraid to|no good at|bad at|never)$"
)
FILLERS = frozenset(
    "really even properly well much very been always quite my get to the seem able proper good enough a".split()
)
WORRY = re.compile(
    r" (?:worried|worry|worries me|worrying|worries|scared|afraid|concerned|concern|anxious|nervous|frightened|terrified|"
    r"petrified|paranoid|fear|fearing|panicking|dread|dreading) "
    r"(?:is |are |sick |to death |stiff )?(?:about|of|that|it|if|whether|because|for|over|my|i|i'm|im|ill|i'll|he|she|they|"
    r"they'll|"
    r"we|there's|it's|its|that's|the|this|being|getting|having|losing|going|ending|what|how|something|to(?! (?:say|tell|"
    r"hear|see|think) )|in case) "
)
NO_WORRY = re.compile(
    r" (?:not|n't|isn't|wasn't|don't|aren't|never|no) (?:\w+ ){0,2}(?:worried|worry|scared|afraid|concerned|concern|"
    r"anxious|nervous|frightened) "
)
WORRIED = re.compile(r" (?:i'm|im|i am|i get|i feel|i'm just) (?:\w+ ){0,2}(?:worried|scared|frightened) $")
THEIR_WORRY = re.compile(
    r" (?:they|he|she|they're|he's|she's|doctor|doctors|wife|husband|mom|mum|everyone|people|nurse|"
    r"you) (?:\w+ ){0,4}(?:worried|worry|"
    r"concerned|scared|afraid|nervous|frightened|terrified|anxious) "
)
WANT = re.compile(
    r" (?:i'd|i would|would|i|we|just|do|really) (?:really |just |also |still |probably )?(?:like|wan na|wanna|want|wanted|"
    r"need|needed|love|hoping|"
    r"hope|wish) "
    r"(?:(?:you|him|her|them) to \w+|to (?:talk|ask|know(?! that| how this)|discuss|find out|"
    r"get(?! out| up| to| better| one| it| them| there| back| away| another)|"
    r"see (?:a|the|you|if|whether|what|someone)|"
    r"check|speak|understand|"
    r"try|stop|start|come off|have (?:a|an|my|some|the)|go back|lose|learn|request|quit|cut down|fix|sort|improve|"
    r"get back to)|(?:a|some|something|help|more|"
    r"another|an) \w+) "
)
RATHER = re.compile(
    r" (?:i'd|i would|id) (?:much |really |still |also )*(?:rather|prefer)(?: not)?(?: to)? (?!say |wait till |come )\w+ "
    r"| (?:i|we) (?:really |just |definitely |still )*(?:don't|do not) (?:really |particularly |ever )*want (?:to (?:take|"
    r"have|go back on|"
    r"go on (?!living)|be on|start|keep taking|go through|lose|end up|go to (?:the )?hospital)|any more|more|any|another|"
    r"an?|surgery|the (?:operation|"
    r"surgery|"
    r"injections?|op)) | (?:could|can) (?:really |just )*do with \w+ | (?:could|can) (?:really |just )*use (?:a|an|some|"
    r"help) \w* ?")
CAME = re.compile(
    r" (?:here for(?! (?!my |the )(?:\w+ ){1,3}?(?:years?|months?|weeks?|days?|hours?|while|time)\b| nothing)|here because|"
    r"here about|come in for|came in for|coming in for|came in because|come about|here to "
    r"(?:see|talk|get|discuss|find|ask|check)|came to (?:see|talk|get|discuss|find|ask|check)|wondering if|wondering about|"
    r"wondering whether|"
    r"i wonder if|i wonder whether|was hoping|ask you about|ask about|talk about)(?! (?:it|it's|them|that|this) ) "
)
# Danger is answered elsewhere and is never an item for the visit: to hurt oneself or somebody, a wish to be dead.
HARM = re.compile(
    r" (?:hurt|harm|kill|cut|stab|hurting|harming|killing) (?:myself|meself|somebody|someone) "
    r"| (?:kill|killing|stab) (?:him|her|them) | (?:end|ending) (?:it all|it|my life|things) ")
WISH_TO_BE_DEAD = re.compile(
    r" (?:to die|to be dead|to be gone|to disappear|to never wake up|to not wake up|to not be here|not to be here|"
    r"not to wake up) ")
BAD_MEASURE = re.compile(
    r" (?:high|low|up|down|bad|poor|worse|problem|problems|trouble|issue|issues|all over|dropped|dropping|going|gone|losing|"
    r"lost|gained|gaining|"
    r"raised|rubbish|terrible|awful|failing|off|not good|not great|too|up and down|worst|elevated|through the roof|creeping|"
    r"disturbed|broken|no|isn't (?:under|well|coming)|aren't (?:under|well|coming)|not (?:under|well|controlled|coming)|"
    r"out of control|uncontrolled|"
    r"decreased|increased|changed|struggling|worried|put on) "
)
# Of these "down" is good news.
DOWN_IS_WELL = re.compile(
    r" (?:pressure|bp|cholesterol|sugar|sugars|weight) (?:is |are |has |have |'s |came |come |coming |gone )+down ")
FEEL_WELL = re.compile(r" (?:feel )?(?:so |much |a lot |really |very )*(?:better|great|good|well|fine|human|normal|happy) ")
LIFE = re.compile(
    r" (?:worried|worry|worrying|can't|cannot|afford|struggling|struggle|behind|lost|losing|no|cold|stress|stressful|hard|"
    r"difficult|problem|problems|cut|"
    r"trouble|tight|short|nobody|too|debt|alone|caring|looking|keep|due|stressed|argument|fighting|evicted|damp|mould) "
)
CANNOT_DO = re.compile(
    r" (?:i |and |i just |just |really |we |still |so i |then i |also |that i )?(?:can't|cannot|couldn't|can barely|"
    r"can hardly|could barely|am unable to|unable to|haven't been able to|not been able to|"
    r"i'm not able to|not able to|not being able to|have (?:a hard time|trouble|difficulty)|having (?:a hard time|trouble|"
    r"difficulty)) (?:even |really |properly |always |just |fully |seem to |get to (?!the |my |a |it |work |sleep |"
    r"bed ))*(?P<verb>[a-z]+)"
)
NO_HARDSHIP = frozenset(
    """
    recall say tell believe wait complain imagine explain describe know be help seem understand really pinpoint figure even
    blame guarantee promise miss thank decide come afford answer go you give
    right now at today on with for and but the my this because so either anymore either yet in tomorrow until
""".split()
)
# Words after a verb that say more often "I do not know" than "I am not able to", by which it is a hardship all the same.
HARD_WITH = {
    "go": "out outside anywhere up upstairs down near without far five into",
    "do": "up my anything things the much steps it without any",
    "make": "a fist it",
    "find": "the words my work",
    "be": "bothered arsed alone left",
    "hear": "what my half the people anything properly well out",
    "see": "properly well out anything the far things my",
    "remember": "names things anything words faces to where",
    "stand": "up for long on still properly without",
    "think": "straight clearly",
    "put": "my weight any the on",
    "stop": "itching scratching coughing crying worrying eating thinking drinking smoking shaking being",
    "have": "sex children babies",
}
WEIGHT = re.compile(
    r" (?:gained|lost|put on|gaining|losing|dropped) (?:about |around |almost |over |nearly |like |a |some |"
    r"up to )*(?:\w+ )?(?:\w+ )?(?:pounds|lbs|stone|kilos|kg|weight) "
)
NEED_HELP = re.compile(r" i (?:really |do |just |think i )*need help ")
# Said with a verb that only troubles go with, whatever is named after it.
SUFFERED = re.compile(
    r" (?:experiencing|suffering (?:from|with)|suffer (?:from|with)|struggling with|struggle with|"
    r"(?:been|i'm|im|still) dealing with|diagnosed with) (?:(?:a lot of|some|my|these|the|a|an|really|bad|severe) )*"
    r"(?!it |that |him |her |them |this |those |you |any |anything |pain |and |or |what |something |"
    r"for |since |too |with |as |so |few |medical )[a-z]+ ")
BOTHERS = re.compile(
    r" (?:my|the|this|these) (?!had |has |is |was |one |only )(?:\w+ ){1,3}?"
    r"(?:(?:is|are|was|keeps?|has been|have been) )?(?:(?:really|still|kind of|also|"
    r"starting to) )*(?:bothering|bothers?|bugging|bugs|troubling|troubles|worrying|worries|scares|annoys) me ")
TROUBLE_WITH = re.compile(
    r" (?:have|having|had|got|i've) (?:(?:some|a lot of|such|real|big|many|terrible) )*"
    r"(?:problems?|trouble|difficulty|difficulties|issues?) with (?!that |it |this |them |those |these |you |him |her )"
    r"(?:my |the )?[a-z]+ ")
KIND_OF_TROUBLE = re.compile(
    r" (?:having|have|got|get|getting) (?:(?:some|a lot of|such|real|big|many|terrible|these|a few|a bit of|more|lots of) )+"
    r"(?!no |any |other |health |medical |major |family |same |similar |the |my |problems? |issues? |of |"
    r"with )(?P<kind>[a-z]+) "
    r"(?:problems?|issues?|trouble|difficulties) ")
IT_HURTS = re.compile(
    r" (?:it |that |they |which )?(?:just |really |also |only |always )?(?:hurts|hurt|aches|stings|burns|throbs) (?:when|"
    r"to|if|every time|whenever|at night|all night|all day|day and night|constantly|all the time) "
)
# What may stand before a word that is all of an answer ("yes, a bit tired").
LEADS_UP = frozenset(
    "yes yeah yep um uh well oh just a bit little really very so quite pretty always mostly still rather kind of sort and "
    "more feeling too now also all constantly i'd say probably".split()
)
MOODS = frozenset("low down rough weak sick ill frustrated embarrassed faint confused".split())
FEELS = frozenset("feel feels feeling felt i'm im am been".split())
NOT_MINE = frozenset("your his her their someone's everybody's people's".split())
IS_AT = frozenset(
    "it's now just only is mostly mainly probably also actually and in on my the a left right both lower upper".split()
)
OF_IT = frozenset(
    "vaccine vaccination shot jab test clinic study medicine medication pill tablet nurse team leaflet group specialist "
    "doctor screening one test level job work unit department centre center appointment risk free repair "
    "operation op surgery removal treatment".split()
)
TAKEN_FOR = re.compile(
    r" (?:take|takes|taking|took|on|prescribed|given|uses?|using|steroids?|injections?|dilantin|medicine|"
    r"medication|\w+(?:in|ol|ide|one|ine|am|il|an)) "
    r"(?:\w+ ){0,5}for (?:my |the |a |his |her |this |some )?$"
)
MY = frozenset("my the lower upper mid middle bad of low left right our".split())
ACHES = frozenset("pain ache problem trouble issue hurt spasm injury ached discomfort surgery".split())
LIFTED = re.compile(
    r" (?:lift\w*|off|bear\w*|weights|the) (?:\w+ )?weights? | weight (?:off|on|bear\w*|train\w*|study|loss study|watchers) "
)
OF_OTHERS = re.compile(r" (?:you|he|she|they|doctor|doctors|nobody|people|nothing|anything|something) (?:i |that i )?$")
ONLY_NOT = (("not",), ("i'm", "not"), ("am", "not"), ("haven't",), ("haven't", "been"), ("don't",), ("didn't",), ("never",))
NOT_ENOUGH = frozenset("sleep sleeping coping cope eating eat drink relax".split())
# Symptoms that are other things as well; they need "I have".
TWO_SENSES = frozenset("wind gas frequency urgency leaking spotting".split())
NO_TROUBLE = frozenset(
    "who what when where which why if any anything exactly the that it of how whether anytime anyone to you them "
    "it's now a him her there off right been last honestly".split()
)
