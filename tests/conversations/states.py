"""Every state of the conversation, and the turns that lead a person there from the opened link."""

from __future__ import annotations

AGREED = (">agree",)
NAMED = (*AGREED, "My left knee", "Sleep", "The blue tablets", "Getting out more", "no")
RANKED = (*NAMED, ">2", ">1", ">3")
WEIGHED = (*RANKED, ">8", ">6", ">3")
# One thing that matters leaves room for everything about a change.
ONE = (*AGREED, "My left knee", "no", ">8")
HOPED = (*ONE, "To sleep through")
UNPRESSED = (*HOPED, ">no")
ASKED = (*UNPRESSED, "Do I still need the blue ones?", "no")
TOPIC = (*UNPRESSED, "no", "Walk more")  # no question of their own: room for the whole plan
THINKING = (*TOPIC, ">not_yet")
PLANNING = (*THINKING, ">next_month")
STEP = (*PLANNING, "To feel well again", "Ten minutes after tea")
PLAN = (*STEP, ">7", "From tomorrow", "Three days a week", "The rain")
CONFIDENT = (*PLAN, ">5", "I did it before")
CONTEMPLATING = (*THINKING, ">next_six_months")
BOTH_SIDES = (*CONTEMPLATING, "More air", "The effort", "The sofa", "Getting stiff")
CHECK_IN = (*CONFIDENT, "Five minutes")
PLANNED = (*CHECK_IN, ">no_check_in")  # the room is used up: the read-back comes, the rest can be added
NO_CHANGE = (*ASKED, ">no_change")
WORRIED = (*NO_CHANGE, "Falling on the stairs")
ABOUT_ME = (*WORRIED, "The bench", "My daughter", "I stop at every bench", ">together", ">everything", ">no_needs",
            ">just_me", ">no_days", ">no")
READ_BACK = ABOUT_ME
SHARED = (*READ_BACK, ">share")
HELPER = (">agree_helping",)

STATES: dict[str, tuple[str, ...]] = {
    "consent": (),
    "helper_role": HELPER,
    "person_agrees": (*HELPER, ">family"),
    "matters:1": AGREED,
    "matters:3": (*AGREED, "My left knee", "Sleep"),
    "split:1": (*AGREED, "My left knee hurts\nI cannot sleep"),
    "priority:1": NAMED,
    "priority:2": (*NAMED, ">2"),
    "importance:2": RANKED,
    "hope": ONE,
    "pressures:1": HOPED,
    "pressures:2": (*HOPED, ">warmth"),
    "question:1": UNPRESSED,
    "question:2": (*UNPRESSED, "Do I still need the blue ones?"),
    "change_topic": ASKED,
    "doing_it": TOPIC,
    "thinking_of_it": THINKING,
    "change_hope": PLANNING,
    "first_step": (*PLANNING, "To feel well again"),
    "change_importance": STEP,
    "timescale": (*STEP, ">7"),
    "how_often": (*STEP, ">7", "From tomorrow"),
    "in_the_way": (*STEP, ">7", "From tomorrow", "Three days a week"),
    "change_confidence": PLAN,
    "confidence_from": (*PLAN, ">5"),
    "confidence_higher": (*PLAN, ">9", "I did it before"),
    "smaller_step": CONFIDENT,
    "check_in": CHECK_IN,
    "good_change": CONTEMPLATING,
    "hard_change": (*CONTEMPLATING, "More air"),
    "good_same": (*CONTEMPLATING, "More air", "The effort"),
    "hard_same": (*CONTEMPLATING, "More air", "The effort", "The sofa"),
    "worries": NO_CHANGE,
    "helps": WORRIED,
    "support": (*WORRIED, "The bench"),
    "daily_life": (*WORRIED, "The bench", "My daughter"),
    "role": (*WORRIED, "The bench", "My daughter", "I stop at every bench"),
    "how_much": ABOUT_ME[:-5],
    "access": ABOUT_ME[:-4],
    "coming": ABOUT_ME[:-3],
    "days": ABOUT_ME[:-2],
    "longer": ABOUT_ME[:-1],
    "tell_someone": (*PLANNED, "+plan"),
    "way_round": (*PLANNED, "+plan", "My sister"),
    "importance_from": (*PLANNED, "+change"),
    "importance_higher": (*PLANNED, "+change", "It matters to my wife"),
    "read_back": READ_BACK,
    "choose_change": (*READ_BACK, ">change"),
    "item_menu": (*READ_BACK, ">change", ">2"),
    "choose_more": (*READ_BACK, ">add_more"),
    "confirmed_by": (*HELPER, ">family", ">yes_here", "Her knee", *["/skip"] * 17, ">share"),
    "parked_question": (*ONE[:-1], "should I stop taking the blue tablets?"),
    "start_again": (*HOPED, "/start_again"),
    "afterwards": SHARED,
    "find_out": (*SHARED, ">find_out"),
    "found_out": (*SHARED, ">find_out", "What the letter says", ">share", ">found_out"),
}
