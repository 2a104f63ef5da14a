"""Whether the words are a clinician's: told or asked of "you", an examination read out, a plan. What they name is nobody's
own concern; it turns up where a letter is copied, or where a transcript has taken one speaker for the other."""

from __future__ import annotations

import re

_CUES = re.compile(
    r"\b(?:have you (?:ever|noticed|experienced|been (?:having|taking|feeling)|done anything|tried)|"
    r"are you (?:able to (?:move|walk|lift|bend|feel|"
    r"stand|sleep|raise)|having any|allergic|taking any)|do you (?:have any|smoke|drink|feel any|notice|experience|remember)|"
    r"did you (?:fall|feel|hear|lose|notice|injure|hurt|hit|pass out)|"
    r"(?:any(?:one|body)|run|runs|conditions?) (?:\w+ )?in your family|what about your family|"
    r"on (?:your )?(?:\w+ )?(?:exam|examination)\b|(?:appreciate|hear) any (?:murmurs?|wheez\w+|crackles|rales)|"
    r"physical exam(?:ination)?|within normal limits|my (?:assessment|impression)|i reviewed your|review your results|"
    r"your (?:\w+ )?(?:vitals|labs?|lab work|x-rays?|mri|panel|ekg) (?:\w+ )?(?:show\w*|were|was|is|are|look\w*|came)|"
    r"i(?:'m| am|'ll| will|'d| would)? (?:also |just )?(?:going to|gon ?na|like to|want to)? ?(?:just |also )?(?:order (?:a|"
    r"an|some)|prescribe you|"
    r"refer you|start you on|examine you)|i(?:'d| would)? (?:want|need|like) you to (?:watch|be|keep|take|do|stop|come|follow|"
    r"continue)|"
    r"see you back in|sounds like (?:you|it's related)|i (?:also )?see(?: here)?(?: that)? you(?:r|'re|'ve)|"
    r"you're (?:here|coming in)|if you(?:'re| do)? (?:start to notice|not seeing)|how you're doing with|we (?:may|"
    r"might) have to|does (?:that|the|your|this) pain (?:radiate|travel|go|shoot)|if i (?:push|press|lift|squeeze|tap)|"
    r"(?:can|could) you describe (?:your|how|to me|for me|a little|when|where|the (?:pain|ache|feeling))|"
    r"give (?:me|us) a call|do you (?:live|wear|exercise|use) |"
    r"(?:does|do|is|are|did|has|have|was|were) (?:\w+ ){0,4}your (?:\w+ )?(?:knee|hip|back|foot|toe|ankle|leg|arm|hand|"
    r"shoulder|neck|chest|throat|stomach|belly|head|pain|symptoms?)s?\b|"
    r"(?:when|if) (?:when )?you're having|for your (?:first|second|third|next) problem|you have a history)\b"
)

_OWN = re.compile(
    r"\bmy (?!assessment|impression|exam|plan|opinion|concern|recommendation|thought|understanding|notes?\b)|"
    r"\b(?:i'm|im|i am|i can'?t|i cannot|i've (?:got|had|been)|i had|i get|i got|i keep)\b|"
    r"\bi have (?!\w+ed\b)|\bi feel (?!an?\b|some\b|the\b)")
_YOURS = re.compile(r"\b(?:you|your|you're|you've|yours)\b")


def tells_ones_own(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``start`` to ``end`` is told of the speaker, with "my" or "I", between two pauses."""
    part = re.split(r"[.!?;,\n]", text[:start])[-1] + text[start:end]
    part = " ".join(part.replace("’", "'").casefold().split())
    own = list(_OWN.finditer(part))
    return bool(own) and _YOURS.search(part, own[-1].start()) is None


def is_a_clinicians(text: str) -> bool:
    """True when the words read as said by a clinician to a patient. Never raises."""
    return _CUES.search(" ".join(text.replace("’", "'").replace(" n't", "n't").casefold().split())) is not None
