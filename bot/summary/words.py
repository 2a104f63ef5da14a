"""What staff read on a sheet besides the person's own words. No verdicts, no advice."""

from __future__ import annotations

NOT_ASKED = "Not asked"
NOTES = {
    "answered": "", "skipped": "They skipped this", "not_sure": "They were not sure", "no": "They said no",
    "unclear": "It was not clear what they meant", "not_asked": NOT_ASKED,
}
NO_NUMBER = "no number"
HELPER = "in the helper's words"

# The five stages of change with their windows, as sentences; the stage's own name stands in brackets after it.
STAGES = {
    "precontemplation": "Not thinking of starting in the next 6 months",
    "contemplation": "Thinking of starting in the next 6 months",
    "preparation": "Means to start in the next month",
    "action": "Started in the last 6 months",
    "maintenance": "Has been doing it for more than 6 months",
}

FLAGS = {
    "emergency": "May be an emergency",
    "self_harm": "May be at risk of self-harm or suicide",
    "harm_by_others": "May be being harmed by someone",
    "child_at_risk": "A child may be at risk",
    "overdose": "May have taken too much of something",
    "low_mood": "Low mood, said more than in passing",
}
A_FLAG = "A message that may mean danger"

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

ANSWERED_BY = {"patient": "the patient", "helper": "someone helping them"}
TYPES = {"follow_up": "Follow-up", "first": "First appointment", "review": "Review", "new": "First appointment"}


def type_of(appointment_type: str) -> str:
    """An appointment's type as people read it; one we have no words for, with its underscores taken out."""
    return TYPES.get(appointment_type, appointment_type.replace("_", " ").capitalize())


def kept_private(count: int) -> str:
    """How much was kept to themselves, as a count and nothing more."""
    if count == 0:
        return "Nothing was kept private."
    return "1 answer was kept private." if count == 1 else f"{count} answers were kept private."
