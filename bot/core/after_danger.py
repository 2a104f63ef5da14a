"""After a safety text the conversation waits. What is said then is kept beside the flag, until the person goes on.

Going on is tapping a button, saying so, giving a command, or plainly answering the question that waits. "I rang them",
"ok" and "please don't tell anyone" are none of it: they never become an answer or a thing on the list.
"""

from __future__ import annotations

from bot.core.commands import GO_ON_AFTER_DANGER, obey
from bot.core.guesses import NOTHING_SAID
from bot.core.hearing import Heard, NotUnderstood, read_answer
from bot.core.moving import Result, Setting, asked
from bot.core.phrases import is_one_of
from bot.core.preparation import Preparation
from bot.core.quick_replies import options_for
from bot.core.remarks import is_about_the_danger, wants_to_go_on
from bot.core.saying import Say, Turn
from bot.core.short_answers import is_no, is_yes
from bot.core.told import troubles_in

_BESIDE, _URGENTLY, _LITTLE = "utter_waiting_beside", "utter_waiting_urgent", "utter_waiting_little"
_URGENT = frozenset({"emergency", "overdose", "child_at_risk"})  # kinds whose help is one number, at once
_FEW = 3  # words; "ok thank you" and "sorry" need no more than a short word back
_SHORT_DAY = 4  # words; in more of them a day is when they rang somebody, not when they wish to be asked
_HELD_COMMANDS = frozenset({"help"})  # "help me" is no question about how this works now
_SMALL = frozenset({"thanks", "greet", "affirm", "deny", NOTHING_SAID})  # no goodbye: that gets the numbers again


def still_waiting(p: Preparation, heard: Heard, setting: Setting) -> Result | None:
    """What to say to ``heard``, a typed text straight after a safety text; None when the person goes on with it.

    Nothing in ``p`` changes. Whoever takes the turn keeps the words beside the flag, see :func:`is_kept_beside`.
    """
    if setting.after_danger is None or heard.kind != "text":
        return None
    if wants_to_go_on(heard.text, setting.remarks):
        return asked(p, setting)
    intent = heard.command or heard.intent
    if intent == "about_us":
        return _wait(p, setting, _LITTLE, Say("utter_about_us", setting.facts))
    if intent == "person":
        return _wait(p, setting, _LITTLE, obey("person", p, heard, setting)[1].says[0])
    about = is_about_the_danger(heard.text, setting.remarks)
    if not about and (heard.command and heard.command not in _HELD_COMMANDS or _answers(p, heard, setting)):
        return None
    return _wait(p, setting, _LITTLE if _is_small(heard) else _URGENTLY if setting.after_danger in _URGENT else _BESIDE)


def is_kept_beside(turn: Turn) -> bool:
    """Whether a turn leaves the conversation waiting, and the words belong beside the flag."""
    return bool(turn.says) and turn.says[-1].key in {_BESIDE, _URGENTLY, _LITTLE}


def _wait(p: Preparation, setting: Setting, key: str, *before: Say) -> Result:
    last = Say(key, setting.facts, question=p.asking, choices=GO_ON_AFTER_DANGER)
    return p, Turn((*before, last), p.asking)


def _answers(p: Preparation, heard: Heard, setting: Setting) -> bool:
    """Whether a text plainly answers what was asked before."""
    question = setting.book.of(p.asking or "")
    if question.kind == "words":
        return bool(troubles_in(heard.text, setting.vocabulary, None, beside=True))
    options = options_for(p.asking or "", p, setting.path, setting.paths.modules)
    reading = read_answer(heard, question, p, setting.book, options, setting.now, setting.zone, setting.times,
                          setting.topics, setting.visit_day)
    if isinstance(reading, NotUnderstood):
        return reading.why in {"range", "unsure"}
    if question.kind == "when":
        return len(heard.text.split()) <= _SHORT_DAY
    return question.kind != "choice" or (not _is_small(heard) and any(
        is_one_of(heard.text, setting.book.typed.get(one, frozenset()))  # in the very words: "yes, they came" is no consent
        for one in question.choices))


def _is_small(heard: Heard) -> bool:
    """A yes, a no, a thank you: to what the safety text said, as likely as to the question before it."""
    intent = heard.command or heard.intent
    return len(heard.text.split()) <= _FEW and (intent in _SMALL or is_yes(heard.text) or is_no(heard.text))
