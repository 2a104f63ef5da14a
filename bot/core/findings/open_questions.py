"""Whether a question asks openly what somebody would like to talk about."""

from __future__ import annotations

import re

_OPEN = re.compile(
    r"\b(?:what (?:would|do|did) you (?:most )?(?:like|want|wish) to (?:talk|speak|discuss|ask|raise|bring)|what matters|"
    r"what(?:'s| is) (?:on your mind|most important to you)|"
    r"(?:is there )?(?:something|anything) else(?! (?:that )?(?:\w+ )?(?:makes?|made|helps?|helped|tried|take|relieves?|"
    r"you (?:take|do|did|tried)))|what brings you|what brought you|what (?:else )?(?:can|may) (?:i|we) (?:do|"
    r"help)|what(?:'s| is) (?:been )?(?:troubling|bothering|worrying|going on(?! (?:with|there))|happening)|"
    r"how (?:can|may) (?:i|we) help|what (?:is|are) (?:your|the) (?:concerns?|main (?:problem|reason|thing))|"
    r"why (?:do you think )?(?:you are|are you|you're) (?:coming|here)|"
    r"what(?:'s| is) going on with you|what (?:would|do) you (?:like|want|hope) to get (?:out of|from)|tell me what(?:'s| is)|"
    r"what (?:are you|is it you're|you're) (?:most |more |really )?(?:worried|concerned|scared|afraid|frightened)|"
    r"what(?:'s| is) your (?:biggest|main|greatest) (?:worry|fear|concern)|"
    r"(?:anything|something) (?:\w+ )?(?:worrying|bothering|troubling|upsetting) you|"
    r"what worries you|your concerns|reason for (?:your|the|this) (?:visit|appointment)|what seems to be the (?:problem|"
    r"trouble)|what(?:'s| is) (?:wrong|the matter))\b"
)


def asks_for_concerns(question: str | None) -> bool:
    """True for "What would you most like to talk about?" and its like; False when nothing was asked."""
    return question is not None and _OPEN.search(question.replace("’", "'").casefold()) is not None


_HOW_IT_IS = re.compile(
    r"\b(?:how(?:'s| is| are| has| have)|how did) (?:the|your|that|those|this|these) (?!day|family|weekend|job|work|holiday|"
    r"trip|"
    r"diet|wife|husband|son|daughter|kids|children|mum|mom|dad|mother|father)\w+(?: \w+){0,4}\W*$|"
    r"\b(?:did|has|have|is|are) (?:the|your|that|this) \w+(?: \w+)? (?:go down|gone down|settled?|healed|healing|better|"
    r"improved|"
    r"cleared(?: up)?|gone(?: away)?)\b[^.?!]*\W*$")


def asks_how_it_is(question: str | None) -> bool:
    """True for "How is the wound?" and "Did the swelling go down?"; False when nothing was asked."""
    return question is not None and _HOW_IT_IS.search(question.replace("’", "'").casefold()) is not None
