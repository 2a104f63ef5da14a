"""Whether a question asks openly what somebody would like to talk about."""

from __future__ import annotations

import re

_OPEN = re.compile(
    r"\b(?:what (?:would|do|did) you (?:most )?(?:like|want|wish) to (?:talk|speak|discuss|ask|raise|bring)|what matters|"
    r"what(?:'s| is) (?:on your mind|most important to you)|"
    r"(?:is there )?(?:something|anything) else|what brings you|what brought you|what (?:else )?(?:can|may) (?:i|we) (?:do|"
    r"help)|what(?:'s| is) (?:been )?(?:troubling|bothering|worrying|going on)|"
    r"how (?:can|may) (?:i|we) help|what (?:is|are) (?:your|the) (?:concerns?|main (?:problem|reason|thing))|"
    r"why (?:do you think )?(?:you are|are you|you're) (?:coming|here)|"
    r"what worries you|your concerns|reason for (?:your|the|this) (?:visit|appointment)|what seems to be the (?:problem|"
    r"trouble)|what(?:'s| is) (?:wrong|the matter))\b"
)


def asks_for_concerns(question: str | None) -> bool:
    """True for "What would you most like to talk about?" and its like; False when nothing was asked."""
    return question is not None and _OPEN.search(question.replace("’", "'").casefold()) is not None
