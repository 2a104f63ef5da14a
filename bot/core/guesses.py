"""How far a guess at what a message is for is believed.

The understanding is certain only of whole, reviewed phrases. Everything else it takes for no answer is a guess: in such
a message nothing was found that could stand on a sheet, but a guess never answers a question and never moves anybody on.
"""

from __future__ import annotations

from bot.core.asked_of_us import is_question_or_order

NOTHING_SAID = "nothing_said"  # a yes, a no or a command in words that are on no list: we ask again
PERHAPS_BESIDE = "perhaps_beside"  # looks beside the point, and not plainly: it is kept, with a yes where none was asked
CERTAIN = 1.0
SURE = 0.75
_FEW = 4  # words
_LONGEST_WORD = 40  # letters; what is longer is no word of any small talk, and is kept as it is
_BESIDE = frozenset({"off_topic", "about_us", "angry", "inform"})
OFF_TOPIC = frozenset({"off_topic", "about_us"})
_DECIDE = frozenset({"affirm", "deny", "start"})  # these answer something, or decide whether we write
_WHEN_SURE = frozenset({"skip", "go_back", "start_again", "later", "swap", "copy", "add_more", "not_sure", "help", "why",
                        "repeat", "person"})
# Where whatever somebody says of the world may be what matters to them, or what they ask; elsewhere only a question or an
# order can be beside the point ("the weather" is what gets in the way).
ABOUT_ANYTHING = frozenset({"matters", "question", "why_coming", "found_out", "find_out"})


def believed(intent: str | None, confidence: float, text: str = "") -> str | None:
    """The intent the conversation goes by.

    >>> believed("off_topic", 0.9), believed("off_topic", 0.7)
    ('off_topic', 'perhaps_beside')
    >>> believed("affirm", 1.0), believed("affirm", 0.9), believed("skip", 0.8), believed("skip", 0.6)
    ('affirm', 'nothing_said', 'skip', 'nothing_said')
    >>> believed("thanks", 0.8, "x" * 200), believed("thanks", 0.8, "ta x")
    ('inform', 'thanks')
    """
    if confidence >= CERTAIN or intent is None:
        return intent
    if intent in OFF_TOPIC and confidence < SURE:
        return PERHAPS_BESIDE
    words = text.split()
    if any(len(word) > _LONGEST_WORD for word in words):
        return "inform"
    if intent not in _BESIDE and (len(words) > _FEW or text.rstrip().endswith("?")):
        return "inform"  # so much is no slip of a command: it is kept as what was said
    if intent in _DECIDE or (intent in _WHEN_SURE and confidence < SURE):
        return NOTHING_SAID
    return intent


def may_be_beside_the_point(text: str, key: str | None) -> bool:
    """Whether a message that looks off the topic may be taken so where ``key`` is asked; None when that is not known."""
    return key is None or key in ABOUT_ANYTHING or is_question_or_order(text)
