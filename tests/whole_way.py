"""One whole preparation, for tests that are about something else: two things in order, a change with a plan, a check-in.

It is told by the question, not by the place: what is asked in which order is for ``bot/content/paths.yml`` to say.
"""

from __future__ import annotations

from bot.core.preparation import Preparation
from bot.core.read_back import picks

ANSWERS = {
    "consent": ">agree", "matters:1": "My left knee", "matters:2": "Sleep", "matters:3": "no", "priority:1": ">2",
    "importance:2": ">8", "importance:1": ">6", "hope": "To sleep through", "pressures:1": ">no",
    "question:1": "Do I still need the blue ones?", "question:2": "no", "change_topic": "Walk more",
    "doing_it": ">not_yet", "thinking_of_it": ">next_month", "first_step": "Ten minutes after tea",
    "change_importance": ">7", "change_confidence": ">8", "check_in": ">in_two_weeks",
}
WORDS = {ref: turn for ref, turn in ANSWERS.items() if turn != "no" and not turn.startswith(">")}
PRIVATE = "hope"  # what they keep to themselves at the read-back
SKIP = "/skip"
MOST_TURNS = 40
_MOST_PRIORITIES = 3


def turn_at(ref: str) -> str:
    """What they do when ``ref`` is asked on the way to the read-back: ``>value`` taps, ``/command`` orders."""
    return ANSWERS.get(ref, SKIP)


def next_turn(p: Preparation) -> str | None:
    """What they do now; None once they have shared. At the read-back they first keep one thing private."""
    if p.asking == "afterwards":
        return None
    if p.asking == "read_back":
        return ">share" if p.answers[PRIVATE].private else ">change"
    if p.asking == "choose_change":
        return next(f">{one.item.number}" for one in picks(p, _MOST_PRIORITIES) if one.ref == PRIVATE)
    return ">keep_private" if p.asking == "item_menu" else turn_at(str(p.asking))
