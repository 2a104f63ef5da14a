"""The appointment as a day to count from: "the day before my appointment". Which day it is, the conversation knows."""

from __future__ import annotations

import re

from bot.nlu.times.found import Asking, Days, Rule, on

# "My dentist appointment" and "my appointment with the physio" may be another one: its day only they know.
_APPOINTMENT = re.compile(
    r"\b(?:my|our|the|this)(?: next)? (?:app?oint?e?ments?|appt|apt|visit|consultation)\b"
    r"(?! (?:with|at|for|to|from|of|about)\b)(?: (?:is|has been|was|'s) (?:done|over|finished|behind me|out of the way))?")
_COUNTED_FROM = re.compile(
    r"\b(?:(?:day|morning|afternoon|evening|date|time) (?:as|of)|on|at|after|before|following|from|until|till|til|by|since|"
    r"once|when) $")


def _appointment(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    led = _COUNTED_FROM.search(asking.text[:match.start()])
    return on(asking.visit) if asking.visit is not None and led else None


RULES: tuple[Rule, ...] = ((_APPOINTMENT, _appointment, "visit"),)
