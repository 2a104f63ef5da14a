"""Every state of the conversation, and the turns that lead a person there from the opened link."""

from __future__ import annotations

AGREED = (">agree",)
NAMED = (*AGREED, "My left knee", "Sleep", "The blue tablets", "Getting out more", "no")
RANKED = (*NAMED, ">2", ">1", ">3")
WEIGHED = (*RANKED, ">8", ">6", ">3")
HOPED = (*WEIGHED, "To sleep through")
ASKED = (*HOPED, "Do I still need the blue ones?", "no")
CHANGE = (*ASKED, ">yes", "Walk more", ">not_yet", ">next_month")
PLANNED = (*CHANGE, ">7", ">5", "Ten minutes after tea")
READ_BACK = (*PLANNED, ">in_two_weeks")

STATES: dict[str, tuple[str, ...]] = {
    "consent": (),
    "matters:1": AGREED,
    "matters:3": (*AGREED, "My left knee", "Sleep"),
    "priority:1": NAMED,
    "priority:2": (*NAMED, ">2"),
    "importance:2": RANKED,
    "hope": WEIGHED,
    "question:1": HOPED,
    "question:2": (*HOPED, "Do I still need the blue ones?"),
    "change_wanted": ASKED,
    "change_topic": (*ASKED, ">yes"),
    "doing_it": (*ASKED, ">yes", "Walk more"),
    "thinking_of_it": (*ASKED, ">yes", "Walk more", ">not_yet"),
    "change_importance": CHANGE,
    "change_confidence": (*CHANGE, ">7"),
    "first_step": (*CHANGE, ">7", ">5"),
    "check_in": PLANNED,
    "read_back": READ_BACK,
    "choose_change": (*READ_BACK, ">change"),
    "start_again": (*HOPED, "/start_again"),
    "afterwards": (*READ_BACK, ">share"),
}
