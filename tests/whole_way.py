"""One whole preparation, for tests that are about something else: two things in order, a change with a plan, a check-in."""

from __future__ import annotations

# 20 questions and the read-back. Nothing in here can be left for later: the whole of it fits.
READ_BACK = (
    ">agree", "My left knee", "Sleep", "no", ">2", ">8", ">6", "To sleep through", "Falling on the stairs", ">no",
    "Do I still need the blue ones?", "no", "Walk more", ">not_yet", ">next_month", "To feel well again",
    "Ten minutes after tea", ">7", ">8", ">in_two_weeks",
)
# Lines that can be picked, in the read-back's order: the hope, each thing and how important it is, the question, the
# worry. So the worry is the seventh.
WORRY_KEPT_PRIVATE = (">change", ">7", ">keep_private")
SHARED = (*READ_BACK, *WORRY_KEPT_PRIVATE, ">share")
WORDS = {
    "matters:1": "My left knee", "matters:2": "Sleep", "hope": "To sleep through", "worries": "Falling on the stairs",
    "question:1": "Do I still need the blue ones?", "change_topic": "Walk more", "change_hope": "To feel well again",
    "first_step": "Ten minutes after tea",
}
PRIVATE = "Falling on the stairs"
