"""Whether somebody says how hard it is for them. Used for a warm word only, never to decide anything.

Danger is the safety check's business (``bot.core.safety``), which looks at every message before this does.
"""

from __future__ import annotations

import re

from bot.core.phrases import plain

_HARD = re.compile(
    r"\b(?:(?:so|very|really|too|bit|quite|just|am|i'?m|i feel|feeling|feel) (?:(?:so|very|really|a bit|quite|all) )*"
    r"(?:scared|frightened|terrified|afraid|alone|lonely|lost|low|down|hopeless|useless|overwhelmed|ashamed|worthless|"
    r"desperate|tearful|exhausted|worn out|fed up with it all|worried sick|helpless)|"
    r"worried (?:sick|i have|i've got|it'?s|that it|about dying)|"
    r"(?:can'?t|cannot|cant) (?:do this|cope|go on like this|take (?:it|any more)|face it)|"
    r"(?:keep|been|was|am) crying|in tears|breaks my heart|at (?:my|the) wits'? end|end of my tether|scares me|frightens me|"
    r"nightmare|(?:is|it'?s|what) a disgrace|disgraceful|(?:sick|tired|fed up) (?:of|with) (?:waiting|it all)|"
    r"no(?:body| one) (?:ever |even )?(?:rings|listens|answers|cares|calls|helps|told)|"
    r"wait(?:ed|ing) (?:\w+ ){0,3}(?:months|weeks|years))\b")


def sounds_hard(text: str) -> bool:
    """Whether a message tells of fear, loneliness, or of not coping. Never raises.

    >>> sounds_hard("I'm so scared"), sounds_hard("my knee")
    (True, False)
    """
    return _HARD.search(plain(text)) is not None
