"""What people say beside a score, which leaves it a score: how sure they are of it, how they came to it, how it feels."""

from __future__ import annotations

import re

from bot.core.scale_words import SO_SAID

ASIDES = re.compile(
    r"\b(?:too? be honest(?: with (?:you|u|myself))?|hand on heart|without (?:a )?doubt|at present|at the (?:moment|"
    r"minute)|in my (?:view|opinion|mind)|"
    r"for me|(?:as|like) i said|on balance|all in all|on average|no doubt|(?:most|these|some) days|more or less|"
    r"off the top of my head|i(?:'d| would) say|"
    r"(?:closer|nearer) to|bang on|spot on|(?:that )?should(?:'ve| have| of) been|gotta be|i think|i guess|"
    r"(?:somewhere )?in the (?:region|neighbourhood|vicinity|ballpark) of|along the lines of|"
    r"(?:something|somewhere|summat|owt|sth) (?:like|near|around|close to)|"
    r"(?:can't|cant|won't|wont|not (?:gonna|going to)|wouldn't|no|no word of a) lie|touch wood|fingers crossed|knock on wood|"
    r"(?:(?:so|very|a bit|rather|really) )?(?:embarrassed|ashamed|sad|happy|pleased|proud|sorry|glad|afraid|delighted|"
    r"relieved|hate|loath) to (?:say|admit|report|tell you)|"
    r"(?:(?:right|slap bang|smack bang|smack|bang|dead|just|somewhere) )*(?:in|at|near|towards) the (?:very )?(?:top|bottom|"
    r"middle|centre|center)(?: of (?:the|your) scale)?|(?:top|bottom) of the scale|on (?:the|that|this|your) scale|"
    r"all the way(?: up| down)?|(?:straight |right )?down the middle with|pretty much|near enough|as good as|by and large|"
    r"not (?:very|much|a lot|great|(?:too|so|that) (?:good|bad))|"
    r"let me (?:see|think)(?: about (?:it|that|this))?|(?:sorry |oops )?wrong (?:one|button|key)|"
    r"(?:after (?:a lot of|some|much) )?thought(?: (?:long and hard )?about (?:it|this|that))?|"
    r"(?:my )?gut(?: feeling| instinct| says| tells me)?|(?:my )?first instinct|"
    r"if (?:pushed|pressed|forced|i must|i have to|"
    r"i had to (?:choose|pick|say|guess|answer)|you(?:'re| are) making me choose)|"
    r"(?:to |if i (?:had|have) to )?put(?:ting)? a (?:number|figure) (?:on|to) it|"
    r"(?:(?:about|still) )?(?:the )?same as (?:before|last time|always|ever)|no change|unchanged|"
    r"at a stretch|at the outside|at the end of the day|when all is said and done|when it comes down to it|"
    r"(?:if )?push comes to shove|"
    r"bottom line|long story short|in short|in my (?:case|situation|book)|from my (?:side|point of view|perspective)|"
    r"speaking (?:for|as) \w+|(?:considering|given) everything|(?:everything|all things) considered|"
    r"(?:taking|weighing|adding) (?:it|everything|things)(?: all)? (?:up|together|into account)|as i (?:sit|type|"
    r"stand|speak|write)(?: here| this)?|"
    r"(?:that |which )?(?:comes|springs) to mind|(?:my )?(?:heart|brain|head|mind|instinct) (?:says|tells me)|"
    r"something tells me|"
    r"on (?:that|the pain|this) front|(?:dead|smack|slap|smack bang) on|"
    r"right this (?:minute|second|moment)|honest to god|(?:my )?best guess|guessing|(?:very )?(?:hard|difficult|"
    r"tricky) to say|"
    r"(?:good|tough|hard|tricky) (?:one|question)|(?:i )?doubt it|hell (?:yes|yeah|no)|no way(?: jose)?|"
    r"more (?:yes|no) than (?:yes|no)|neither here nor there|per ?cent(?= (?:sure|certain))|"
    r"if i(?:'m| am)? (?:honest|being honest|fair|truthful)|"
    rf"(?:[a-z']+ ){{0,3}}(?:{SO_SAID})|hang on|fat fingers)\b"
)
_HOW_MUCH = (
    r"(?:(?:quite |just )?a (?:tiny |little |fair |good )?bit|a little|a lot|loads|(?:very|so) much(?: so)?|"
    r"slightly|"
    r"could be (?:better|worse)|been (?:better|worse)|"
    r"(?:(?:bit of )?a )?struggle|struggling(?: with (?:it|this))?|keen(?: as mustard)?|raring to go|can't wait|cant wait|"
    r"bring it on|let'?s (?:do this|go)|count me in|game on|"
    r"likely|unlikely|possible|probable|impossible|certain|hopeless|useless|great|brilliant|amazing|fantastic|"
    r"rubbish|crap|poor|"
    r"mediocre|neutral|duh|crucial|vital|essential|critical|massive|huge)"
)
# How strong the thing asked about is, said before its number: "throbbing 8", "hurts like hell, 9".
HOW_IT_IS = re.compile(
    rf"\b(?:{_HOW_MUCH}|"
    r"(?:it |this )?(?:hurts|kills|aches|throbs|stings|burns)(?: (?:me|bad|badly|loads|like (?:hell|mad|crazy)))?|"
    r"(?:it's )?killing me|(?:in )?(?:agony|pain(?= \w))|"
    r"aching|achy|ache|sore|stiff|tender|dull|sharp|throbbing|stabbing|burning|shooting|"
    r"excruciating|unbearable|horrendous|horrific|awful|terrible|horrible|shocking|bad|worse|better|bearable|"
    r"manageable|tolerable|uncomfortable|comfortable|painful)\b"
)
# After a number, to the end of its clause: "4 scared", "9 excited to start".
HOW_ONE_FEELS = re.compile(
    rf" (?:{_HOW_MUCH}|(?:the )?(?:highest|lowest|top|bottom|most|middle|halfway|half way)|barely|hardly|"
    rf"not (?:in the slightest|one bit|at all)|life or death|"
    r"means (?:everything|the world|a lot|so much)|(?:comes|springs) to mind|(?:(?:feeling|and|but|still|quite|"
    r"very|really|so|bit|too|pretty|a bit) )*(?:scared|frightened|worried|"
    r"anxious|nervous|excited|"
    r"tired|knackered|shattered|exhausted|motivated|confident|determined|ready|hopeful|optimistic|sure|certain|"
    r"happy|sad|stressed|"
    r"sore|okay|ok|good|great|fine|fed up|desperate|embarrassed|ashamed|proud|relieved))(?: (?:to|about|of|that|i|"
    r"im|i'm|now|today|at)\b.*)?"
)
# Before a nought only: it says the same.
NOTHING_AT_ALL = re.compile(
    r"\b(?:no pain(?: at all)?|pain ?free|nothing(?: at all)?|"
    r"none(?: at all| whatsoever)?|not (?:at all|in the slightest|one bit))\b"
)
