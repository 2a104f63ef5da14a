"""What staff read on a sheet besides the person's own words. No verdicts, no advice. Headings speak as the person."""

from __future__ import annotations

NOTES = {
    "answered": "", "skipped": "They skipped this", "not_sure": "They were not sure", "no": "They said no",
    "unclear": "It was not clear what they meant", "absent": "",
}
NOT_KNOWN_WHY = "They do not know why they were asked to come"
# Several questions left in the same way stand on one quiet line.
QUIET = {"skipped": "Skipped", "not_sure": "Not sure", "no": "Said no", "unclear": "Not clear"}
NO_NUMBER = "no number"
NO_QUESTIONS = "No questions"
LATER = "Left for later"
NO_ORDER = "Not put in order."

HELPERS = {
    "carer": "a carer", "family": "a relative or friend", "advocate": "an advocate", "staff": "a member of staff",
}
SOMEONE = "someone helping them"


def helper(role: str | None) -> str:
    """How a helper's words are labelled on every item."""
    return f"in the words of {HELPERS[role]}" if role else "in the helper's words"


def all_by(role: str | None) -> str:
    """Said once, at the top of a sheet on which every answer is a helper's."""
    return f"All {helper(role)}"


def adds(role: str | None) -> str:
    """How a helper's words beside the person's own are labelled."""
    who = HELPERS.get(role or "", "the helper")
    return f"{who[0].upper()}{who[1:]} adds"


PARTS = {
    "why_coming": "Why I think I am coming", "hope": "What I hope for",
    "priorities": "What matters most to me, in my order", "other_items": "Also on my mind",
    "questions": "My questions", "pressures": "Hard for me just now", "life": "My life and what helps",
    "change": "A change I am thinking about", "plan": "My plan for it", "wishes": "How I want to decide",
    "practical": "For the visit",
    "unordered": "What matters to me", "unplaced": "What the helper adds",
}
PRESSURES = {"food": "Food", "warmth": "Keeping warm", "home": "A home", "money": "Money"}
CARD = "Takes the three-question card along: options, good and bad sides, how likely."
BALANCE = ("Good things", "Downsides")
BALANCE_ROWS = ("Changing", "Staying the same")

# One label for each question, short enough for a column. The key is the question's, or the change's field.
LABELS = {
    "why_coming": "Why I think I am coming", "hope": "What I hope for", "helps": "What helps",
    "support": "Who supports me", "daily_life": "My daily life", "worries": "What worries me",
    "pressures": "What is hard just now", "days": "Days that never work", "question": "My questions",
    "card": "Three-question card", "role": "Who decides", "how_much": "How much to know",
    "access": "What I need", "coming": "Who is coming", "longer": "Longer visit",
    "find_out": "To find out or bring", "found_out": "What I found out",
    "change_topic": "A change", "stage": "Where I am", "used_to": "Before", "change_hope": "My hope for it",
    "importance": "Importance", "confidence": "Confidence",
    "importance_from": "Where the importance comes from", "confidence_from": "Where the confidence comes from",
    "confidence_higher": "What would raise it", "importance_higher": "What would raise it", "first_step": "First step",
    "smaller_step": "Smaller step", "timescale": "By when", "how_often": "How often", "in_the_way": "In the way",
    "way_round": "Way round it", "tell_someone": "Who I will tell", "check_in": "Check-in",
    "good_change": "Good about changing", "hard_change": "Hard about changing",
    "good_same": "Good about staying the same", "hard_same": "Hard about staying the same",
    "change_importance": "Importance of the change", "change_confidence": "Confidence",
    "matters": "More of what matters", "priority": "My order", "doing_it": "Where I am",
    "thinking_of_it": "Where I am", "other_item": "Also on my mind", "pressure": "What is hard just now",
}
# Beside a number, what it comes from and what could raise it need fewer words.
REASONS = {"importance_from": "From:", "confidence_from": "From:", "confidence_higher": "Higher with:",
           "importance_higher": "Higher with:"}
# What was left for later is named by its part, not question by question.
_PLAN = dict.fromkeys(
    ("timescale", "how_often", "in_the_way", "way_round", "smaller_step", "tell_someone"), "details of the plan")
_SIDES = dict.fromkeys(("good_change", "hard_change", "good_same", "hard_same"), "both sides of the change")
_READY = dict.fromkeys(("doing_it", "thinking_of_it"), "stage of the change")
_SCORES = dict.fromkeys(("change_importance", "change_confidence"), "importance and confidence")
_REASONS = dict.fromkeys(
    ("importance_from", "importance_higher", "confidence_from", "confidence_higher"), "what these numbers come from")
LEFT = {**_PLAN, **_SIDES, **_READY, **_SCORES, **_REASONS, "change_topic": "a change", "question": "more questions",
        "question_more": "more questions", "matters": "more of what matters", "importance": "importance of each"}


def left_for_later(keys: tuple[str, ...]) -> str:
    """The line for questions nobody asked, each part once; empty when everything was asked."""
    labels = dict.fromkeys(LEFT.get(key) or within(LABELS.get(key, key.replace("_", " "))) for key in keys)
    return f"{LATER}: {'; '.join(labels)}." if labels else ""


def within(label: str) -> str:
    """A label as it stands within a sentence."""
    return label if label.startswith("I ") else label[0].lower() + label[1:]


# The five stages of change with their windows, as sentences; the stage's own name stands in brackets after it.
STAGES = {
    "precontemplation": "Not thinking of starting in the next 6 months",
    "contemplation": "Thinking of starting in the next 6 months",
    "preparation": "Means to start in the next month",
    "action": "Started in the last 6 months",
    "maintenance": "Has been doing it for more than 6 months",
}
USED_TO = "Did it before and stopped"
LONGER = "A longer appointment is wished for"

MAIL = {
    "sent": "e-mail sent", "waiting": "e-mail about to go", "trouble": "e-mail not sent yet", "none": "on the page only",
    "refused": "e-mail refused", "not_needed": "e-mail not needed any more",
}


def told(name: str, at: str, mail: str) -> str:
    """Who was told of a flag, when, and how the e-mail stands."""
    return f"{name}, {at} ({MAIL[mail]})"


OTHER_STEP = "This was about another first step than the one above."
CHECK_IN_ANSWERS = {
    "done": "Done", "partly": "Partly", "not_yet": "Not yet", "not_yet_done": "Not yet",
    "changed_mind": "Changed their mind", "skipped": "They skipped this", "not_sure": "They were not sure",
    "no": "They said no", "unclear": "It was not clear what they meant",
}
CHECK_IN_STATES = {
    "planned": "Not asked yet", "asked": "Asked, no answer yet", "answered": "Answered",
    "stopped": "Stopped before it was answered",
}

STATES = {
    "not_invited": "Not invited yet.",
    "invited": "Invited; the link has not been opened.",
    "expired": "Invited; the link ran out before it was opened.",
    "opened": "The link has been opened; no answers yet.",
    "in_progress": "In progress.",
    "declined": "They chose not to prepare this way. Their care does not depend on it.",
}
NOT_SHARED = "Not shared yet. Nothing they have said is shown until they share it."
DECLINED = "Not shared. Nothing they may have said is shown."
CHANGING = "They are changing it now. This is what they shared last."

CONFIRMED_BY = {
    "patient": "read and shared by the patient", "together": "read and shared by both together",
    "helper": "read and shared by the helper alone",
}
AGREES = {
    "yes_here": "The patient agrees and is there, the helper says.",
    "yes_away": "The patient agrees and is not there, the helper says.",
    "cannot_say": "The patient cannot say whether they agree, the helper says.",
    "no": "The patient does not agree, the helper says.",
}
TYPES = {"follow_up": "Follow-up", "first": "First appointment", "review": "Review", "new": "First appointment"}


def answered_by(givers: frozenset[str], with_help: bool, role: str | None, confirmed_by: str) -> str:
    """Who answered and who let it be shared.

    Args:
        givers: whose words stand on the sheet: ``patient``, ``helper`` or both.
    """
    who = HELPERS.get(role or "", SOMEONE)
    if "helper" in givers:
        said = f"Answered by the patient and {who}" if "patient" in givers else f"Answered by {who}"
    else:
        said = f"Answered by the patient, with {who}" if with_help else "Answered by the patient"
    return f"{said}; {CONFIRMED_BY[confirmed_by]}" if with_help or confirmed_by != "patient" else said


def history(confirmed: str, earlier: list[str], follows: str | None, carried: bool) -> tuple[str, ...]:
    """When it was shared and changed, and which preparation it follows."""
    shared = f"Shared {confirmed}."
    if earlier:
        versions = f" ({len(earlier) + 1} versions)" if len(earlier) > 1 else ""
        shared = f"Changed on {confirmed}, after first sharing on {earlier[0]}{versions}."
    if follows is None:
        return (shared,)
    start = ", and started from what was said then" if carried else ""
    return shared, f"Follows the preparation of {follows}{start}."


def type_of(appointment_type: str) -> str:
    """An appointment's type as people read it; one we have no words for, with its underscores taken out."""
    return TYPES.get(appointment_type, appointment_type.replace("_", " ").capitalize())


def kept_private(count: int) -> str:
    """How much was kept to themselves, as a count and nothing more."""
    if count == 0:
        return "Nothing was kept private."
    return "1 answer was kept private." if count == 1 else f"{count} answers were kept private."
