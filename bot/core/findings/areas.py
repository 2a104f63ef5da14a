"""What part of the body or of life something is about, roughly: two troubles of one area are not taken for two things.

For telling things apart only. It is no grouping by illness and is never shown.
"""

from __future__ import annotations

import re

_WORDS = {
    "knee": r"knee\w*|kneecaps?|patella",
    "hip": r"hips?|groin|pelvis",
    "leg": r"legs?|calf|calves|shins?|thighs?|ankles?|foot|feet|toes?|heels?|soles?|toenails?|bunions?|veins?",
    "back": r"back(?= (?:\w+ )?(?:is|has|hurts?|aches?|pain|ache|goes|gone|no)\b)|back's|spine|sciatica|backache|tailbone",
    "neck": r"neck|shoulders?|collarbone",
    "arm": r"arms?|elbows?|wrists?|hands?|fingers?|thumbs?|knuckles?|grip|buttons?|dropping|fist|cup|jars?",
    "moving": (
        r"walk\w*|stairs|steps|hills?|bend\w*|lift\w*|standing|climb\w*|get (?:about|around|out|up|dressed)|driv\w+|"
        r"plaster|leave the house|bus|shoes?|socks?|exercis\w*|wheelchair|dress(?:ed)?|wash(?:ed|ing)?|kneel\w*|"
        r"put weight"
    ),
    "balance": r"dizz\w+|balance|faint\w*|blackouts?|unsteady|wobbly|vertigo|light-?headed|giddy|funny turns?",
    "falls": r"fall(?:s|ing|en)? (?:over|down|a lot|all)|falls|falling|keep falling",
    "head": r"head|heads|face|headaches?|migraines?",
    "eye": r"eyes?|eyesight|eyelids?|vision|sight|reading|blurr\w+|floaters?|glasses",
    "ear": r"ears?|hearing|hear|deaf\w*|tinnitus|ringing|telly",
    "throat": r"throat|nose|sinus\w*|snot\w*|tonsils?|voice|swallow\w*|hoarse\w*|sneez\w+|cold|flu|hay fever|hayfever",
    "chest": (
        r"chest|lungs?|cough\w*|breath\w*|wheez\w*|asthma|inhalers?|copd|heart|palpitations?|puff|angina|phlegm|"
        r"bronchitis"
    ),
    "pressure": r"blood pressure|bp|hypertension",
    "belly": (
        r"stomach|tummy|belly|guts?|bowels?|constipat\w+|diarrh\w+|runs|wind|bloat\w+|heartburn|reflux|indigestion|"
        r"nause\w+|sick|vomit\w*|throwing up|appetite|eat|eats|eating|food|poo\w*|piles|acid|ibs|stoma|milk"
    ),
    "water": (
        r"pee\w*|wee|weeing|bladder|urine|waterworks|incontinen\w+|leak(?:s|ing)?|loo|toilet|uti|prostate|kidneys?|"
        r"thirsty|catheter|run to the loo"
    ),
    "women": r"periods?|menopause|breasts?|pregnan\w+|hrt|coil|womb|vagina\w*|flush\w*|fibroids?|smear",
    "sex": r"erections?|sex|sex drive|libido",
    "mouth": r"tooth|teeth|gums?|mouth|tongue|jaw|ulcers?",
    "skin": (
        r"skin|rash\w*|itch\w*|moles?|eczema|psoriasis|acne|spots?|warts?|verruca\w*|lumps?|wounds?|dressings?|"
        r"nails?|sores?|cyst|bruis\w+|bleed easily"
    ),
    "hair": r"hair|scalp|bald\w*|eyebrows?",
    "sugar": r"sugars?|diabet\w+|insulin|hypos?",
    "weight": r"weight|stone|pounds|kilos|overweight",
    "general": (
        r"tired\w*|exhaust\w+|fatigue\w*|shattered|knackered|drained|worn out|no energy|weak|weakness|shiver\w*|"
        r"fever\w*|temperature|sweat\w*|thirst|run down|unwell|poorly|achy|hot|always cold"
    ),
    "mood": (
        r"low(?= |$)|mood\w*|depress\w+|anxi\w+|panic\w*|cry|crying|cries|stress\w*|lonely|loneliness|cope|coping|"
        r"nerves|bothered|fed up|angry|temper|hopeless|tearful|down in the dumps|antidepressants?|grief|irritable|"
        r"racing|races"
    ),
    "sleep": r"sleep\w*|insomnia|nights?|snor\w+|awake|nightmares?|bad dreams?",
    "mind": (
        r"memory|forget\w*|forgot|confus\w+|concentrat\w+|lose words|lost words|get lost|getting lost|muddled|"
        r"mixed up|foggy|mind|thinking straight|remember\w*|names"
    ),
    "medicine": (
        r"tablets?|pills?|medicines?|medications?|meds|injections?|statins?|dose|prescriptions?|antibiotics?|"
        r"painkillers?|blood thinners?|antidepressants?|side effects?|metformin|steroids?|jabs?|vaccin\w+|boosters?|"
        r"(?:ome|lanso)prazole|amlodipine|ramipril|warfarin|sertraline|patch(?:es)?|drops|cream|inhalers?"
    ),
    "habit": r"smok\w+|drinking|alcohol|booze|vap\w+|cigarettes?|gambl\w+|the drink|weed",
    "papers": (
        r"letters?|sick notes?|fit notes?|forms?|results?|scans?|x-rays?|operation|surgery|referral|referred|"
        r"blood tests?|appointments?|check-?up|insurance"
    ),
    "money": (
        r"money|rent|heating|afford|bills?|debts?|benefits?|council|mortgage|housing|damp|mould|evict\w+|job|work|"
        r"boss|food bank|taxi|school"
    ),
    "people": (
        r"husband|wife|partner|mother|mum|mam|mom|father|dad|daughter|son|sister|brother|ex|neighbours?|kids|children|"
        r"grandson|granddaughter|carer|caring|grandchildren"
    ),
}
_AREAS = {name: re.compile(rf"(?<![\w'])(?:{words})(?![\w])") for name, words in _WORDS.items()}

# Areas that one and the same trouble often touches.
_BESIDE = {
    "knee": "leg moving falls",
    "hip": "leg back moving falls",
    "leg": "back moving falls",
    "back": "neck moving water",
    "neck": "arm head moving",
    "arm": "moving",
    "moving": "balance chest general weight mood falls money",
    "balance": "falls head ear general medicine pressure eye belly",
    "falls": "general",
    "head": "eye pressure general belly throat mouth",
    "eye": "throat sugar",
    "ear": "throat",
    "throat": "chest general mouth",
    "chest": "general pressure mood",
    "pressure": "general",
    "belly": "mood general women weight water sugar",
    "water": "sugar weight women general",
    "women": "general mood sleep sex",
    "mouth": "general skin",
    "skin": "general",
    "sugar": "general weight",
    "weight": "general",
    "general": "mood sleep mind",
    "mood": "sleep mind people habit",
    "sleep": "mind",
    "papers": "money people",
    "money": "people",
}
_TOGETHER = frozenset(frozenset((one, other)) for one, others in _BESIDE.items() for other in others.split())


def areas_of(said: str) -> frozenset[str]:
    """The areas that ``said`` (lower case, plain apostrophes) names. Never raises."""
    return frozenset(name for name, pattern in _AREAS.items() if pattern.search(said))


def belong_together(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether what is said of ``some`` areas may well be the same trouble as what is said of ``others``."""
    return bool(some & others) or any(frozenset((one, other)) in _TOGETHER for one in some for other in others)
