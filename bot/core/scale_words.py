"""Words around a score from 0 to 10: which lead to it, which may follow it, which take it back."""

from __future__ import annotations

import re

BEFORE_A_SCORE = frozenset("""
    a an about around round roughly approximately approx say saying said maybe probably perhaps possibly like at
    is it's its it i'm im am be was were rate rated give put score scored scoring guess think just only still
    solid strong definitely honestly well um uh er erm oh ok okay yes yeah yep hmm so number level easily
    currently now today out than under over above below to between or and nearly almost least most up confidence
    importance pain answer choose pick go with big fat clear that's thats call mark as low high perfect full close
    quite approaching i'd into got more less they're from good
""".split())
AFTER_A_SCORE = frozenset("""
    or to and maybe probably perhaps possibly i i'd i'm but because cos cause as so since right now today at for
    when on with without if though please thanks thank really ish in point plus is it it's its im id definitely
    most usually currently overall only just honestly this these my average would will still that than again
    always mostly all altogether even easily ten like sorry no not being mate atm tbh lol max maximum minimum
    after before was there they then you u hmm um where what which due ok okay yes through
""".split())
# What may "be" a score; "my daughter is 8" is none.
SCORED = frozenset("""
    it this that pain confidence importance score answer number level mine rating today now which there stress
    mood
""".split())
# A wish, a condition or the past: the number is not where the person is now.
NOT_MEANT_NOW = tuple(f" {phrase} " for phrase in (
    "used to be", "it would be", "it'd be", "would like to be", "want to be", "want it to be", "wish", "hope to",
    "hoping for", "should be", "could be", "aiming for", "aim for", "like to be", "like to get", "get to a",
    "get it to", "if it was", "if it were",
))
WAS_BEFORE = re.compile(r"\bwas\b(?!.*\b(?:now|today)\b).*\b(?:before|ago|yesterday|last (?:week|month|time|year))\b")
NOT_SURE = re.compile(
    r"\bnot (?:so |too |really |very )?(?:sure|certain)\b|\b(?:don't|dont|do not) (?:really )?know\b|\bnot bad\b")
CHANGES = re.compile(
    r"\b(?:went|gone|goes|came|dropped|drops|down|improved|was|used|before|then|sorry|mean|actually|rather|sometimes|"
    r"yesterday|last|without|other|depends|depending|from \w+ (?:down|up)|no,? )\b")
RANGE_JOINS = re.compile(
    r",? ?(?:or(?: maybe| perhaps| possibly| even)?(?: an?)?|-|–|—|to(?: an?)?|/|maybe(?: an?)?|possibly(?: an?)?|"
    r"perhaps(?: an?)?|if not(?: an?)?|~|through)")
