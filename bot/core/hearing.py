"""What came in, and how an answer to each kind of question is understood. What is not understood is never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from bot.core.answers import State, Value
from bot.core.guesses import NOTHING_SAID
from bot.core.phrases import is_one_of, plain
from bot.core.preparation import Item, Preparation
from bot.core.questions import Question, QuestionBook
from bot.core.scales import read_scale
from bot.core.short_answers import begins_with_no, begins_with_yes, ends_a_list, is_no, place_named, refuses, yes_for_somebody
from bot.core.times import TimeReader
from bot.core.when import NoDay, read_when
from bot.core.words import kind_of_text, tidy

COMMANDS = frozenset({
    "skip", "back", "help", "start_again", "why", "repeat", "start", "not_sure", "person", "later", "swap", "copy",
    "add_more",
})
COMMAND_OF_INTENT = {**{command: command for command in COMMANDS}, "go_back": "back"}
INTENTS_THAT_DENY = frozenset({"deny"})
# What a plain yes or no stands for, where a question has such a choice.
AFFIRMED = ("agree", "yes", "share", "done", "apart", "all_still", "yes_here", "helper_here", "together_confirms")
DENIED = ("decline", "no", "not_yet", "not_now", "no_check_in", "not_yet_done", "whole", "start_fresh", "leave_it",
          "helper_confirms")
INTENTS_THAT_AFFIRM = frozenset({"affirm"})


@dataclass(frozen=True)
class Heard:
    """One inbound message as understood so far.

    Args:
        kind: ``text`` ``tap`` ``command`` ``begin`` ``check_in``.
        text: what was typed, or the tapped button's title.
        question: the reference the sender was looking at, when the channel knows it.
        value: the tapped button's value, the command, or the check-in's id.
        intent: what the assistant's understanding made of a typed text.
    """

    inbox_id: str
    kind: str
    text: str = ""
    question: str | None = None
    value: str | None = None
    intent: str | None = None

    @property
    def command(self) -> str | None:
        """The command this is, tapped or typed; None for an answer."""
        if self.kind == "command":
            return self.value if self.value in COMMANDS else None
        if self.kind == "tap" and (self.value or "").startswith("/"):
            return self.value[1:] if self.value[1:] in COMMANDS else None
        return COMMAND_OF_INTENT.get(self.intent or "") if self.kind == "text" else None


@dataclass(frozen=True)
class Understood:
    """An answer: its state and value; ``also`` holds further answers given in one go (a whole ranking)."""

    state: State
    value: Value = None
    also: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True)
class NotUnderstood:
    """Why not: ``number`` ``unsure`` ``other_score`` ``range`` ``choice`` ``ranking`` ``digits`` ``emoji`` ``empty``; NoDay."""

    why: str
    low: int | None = None
    high: int | None = None
    days: tuple[date, ...] = ()
    words: str = ""


def read_answer(
    heard: Heard, question: Question, preparation: Preparation, book: QuestionBook, options: tuple[Item, ...],
    now: datetime, zone: tzinfo, times: TimeReader, topics: tuple[str, ...] = (), visit: date | None = None,
) -> Understood | NotUnderstood:
    """What ``heard`` says in answer to ``question``.

    Args:
        options: what can be chosen from, for a ranking.
        now, zone, times: for a day to come back, in the person's own zone.
        topics: what the clinic offers to tick.
        visit: the day of the appointment, there.
    """
    if heard.kind == "text" and kind_of_text(heard.text) == "empty":
        return NotUnderstood("empty")
    if heard.kind == "text" and heard.intent == "not_sure":
        return Understood(State.NOT_SURE)
    if question.kind == "words":
        return _words(heard, question, preparation, book, topics)
    if question.kind == "scale":
        return _scale(heard, preparation)
    if question.kind == "ranking":
        if question.repeats and (heard.value == "no" or _says_no(heard, book)):
            return Understood(State.NO)
        return _ranking(heard, options)
    if question.key == "helper_role" and heard.kind == "text":
        heard = replace(heard, text=_I_AM_THEIR.sub("", plain(heard.text)))
    choice = _choice(heard, question, book)
    if question.kind == "when":
        return _when(heard, choice, preparation, times, now, zone, visit)
    return Understood(book.state_of(choice), choice) if choice else NotUnderstood("choice")


def _words(
    heard: Heard, question: Question, p: Preparation, book: QuestionBook, topics: tuple[str, ...],
) -> Understood | NotUnderstood:
    if heard.kind == "tap":
        return _tapped_words(heard, question, book, topics)
    if question.repeats and _says_no(heard, book):
        return Understood(State.NO)
    if choice := _typed_choice(heard, question, book):
        return Understood(book.state_of(choice), choice)
    too_short_to_say = heard.intent == NOTHING_SAID and len(heard.text.split()) < _SAYS_SOMETHING
    if heard.intent in INTENTS_THAT_AFFIRM or too_short_to_say:
        return NotUnderstood("go_on")
    kind = kind_of_text(heard.text)
    if kind in {"number", "emoji"} and p.misses == 0:
        return NotUnderstood({"number": "digits", "emoji": "emoji"}[kind])
    return Understood(State.ANSWERED)


def _tapped_words(
    heard: Heard, question: Question, book: QuestionBook, topics: tuple[str, ...],
) -> Understood | NotUnderstood:
    if question.repeats and heard.value == "no":
        return Understood(State.NO)
    offered = {f"topic:{place}" for place in range(1, len(topics) + 1)} if question.key == "matters" else set()
    if heard.value in offered or heard.value in question.choices:
        return Understood(book.state_of(heard.value), heard.value)
    return NotUnderstood("choice")


def _says_no(heard: Heard, book: QuestionBook) -> bool:
    return heard.kind == "text" and (
        is_one_of(heard.text, book.nothing_else) or heard.intent in INTENTS_THAT_DENY or ends_a_list(heard.text)
        or refuses(heard.text) or is_no(heard.text))


def _typed_choice(heard: Heard, question: Question, book: QuestionBook) -> str | None:
    """The one quick reply of a words question that the whole message stands for; a plain no is its no."""
    found = [one for one in question.choices if is_one_of(heard.text, book.typed.get(one, frozenset()))]
    if not found and (heard.intent in INTENTS_THAT_DENY or refuses(heard.text) or is_no(heard.text)):
        found = [one for one in question.choices if one in book.means_no]
    return found[0] if found else None


def _scale(heard: Heard, p: Preparation) -> Understood | NotUnderstood:
    reading = read_scale(heard.value or "" if heard.kind == "tap" else heard.text)
    if p.score_waits is not None and heard.kind == "text" and reading.kind in {"none", "unsure"}:
        if heard.intent in INTENTS_THAT_AFFIRM or begins_with_yes(heard.text) and reading.value in {None, p.score_waits}:
            return Understood(State.ANSWERED, p.score_waits)
        if heard.intent in INTENTS_THAT_DENY or is_no(heard.text):
            return NotUnderstood("other_score")
    if reading.kind in {"exact", "unsure"}:
        return Understood(State.ANSWERED, reading.value) if reading.kind == "exact" else NotUnderstood("unsure", reading.value)
    return NotUnderstood("range", reading.low, reading.high) if reading.kind == "range" else NotUnderstood("number")


_SAYS_SOMETHING = 6  # words; with so many, what looked like a yes, a no or a command is an answer
_I_AM_THEIR = re.compile(r"^(?:(?:i'?m|i am|it'?s) )?(?:(?:his|her|their|the|a|an|your) )?")


def _choice(heard: Heard, question: Question, book: QuestionBook) -> str | None:
    if heard.kind == "tap":
        return heard.value if heard.value in question.choices else None
    found = [one for one in question.choices if is_one_of(heard.text, book.typed.get(one, frozenset()))]
    if len(found) == 1:
        return found[0]
    if question.key == "consent" and heard.kind == "text":
        return "agree_helping" if yes_for_somebody(heard.text) else "agree" if begins_with_yes(heard.text) else \
            "decline" if is_no(heard.text) or refuses(heard.text) else None
    if question.key == "thinking_of_it" and heard.kind == "text" and begins_with_no(heard.text):
        return "not_now"
    if heard.intent in INTENTS_THAT_AFFIRM:
        return _first_of(question, AFFIRMED)
    if heard.intent in INTENTS_THAT_DENY:
        return _first_of(question, DENIED)
    return None


def _first_of(question: Question, names: tuple[str, ...]) -> str | None:
    return next((name for name in names if name in question.choices), None)


def _when(
    heard: Heard, choice: str | None, p: Preparation, times: TimeReader, now: datetime, zone: tzinfo,
    visit: date | None,
) -> Understood | NotUnderstood:
    offered = tuple(map(date.fromisoformat, p.parked.parts)) if p.parked and p.day_waits else ()
    if choice == "no_check_in" and not (offered and heard.kind == "text" and is_no(heard.text)):
        return Understood(State.NO)  # a plain no under a day is a no to that day
    typed = heard.text if heard.kind == "text" else heard.value or ""
    day = read_when(choice if choice and choice != "no_check_in" else typed, offered, times, now, zone, visit)
    if isinstance(day, NoDay):
        return NotUnderstood(day.why, days=day.days, words=day.words)
    return Understood(State.ANSWERED, day.isoformat())


def _ranking(heard: Heard, options: tuple[Item, ...]) -> Understood | NotUnderstood:
    by_number = {place: item.number for place, item in enumerate(options, start=1)}
    if heard.kind == "tap":
        numbers = {str(item.number): item.number for item in options}
        return Understood(State.ANSWERED, numbers[heard.value]) if heard.value in numbers else NotUnderstood("ranking")
    said = plain(heard.text).replace(" then ", " ").replace(" and ", " ").replace("number ", "").split()
    if said and all(word.isdecimal() for word in said):
        places = [int(word) for word in said]
        if len(set(places)) == len(places) and all(place in by_number for place in places):
            chosen = [by_number[place] for place in places]
            return Understood(State.ANSWERED, chosen[0], tuple(("", number) for number in chosen[1:]))
        return NotUnderstood("ranking")
    if place := place_named(heard.text, len(options)):
        return Understood(State.ANSWERED, options[place - 1].number)
    item = None if heard.text.rstrip().endswith("?") else named(heard.text, options)
    return Understood(State.ANSWERED, item.number) if item else NotUnderstood("ranking")


_LITTLE = frozenset((
    "a an the my me i i'm i've it is it's to of for and or in on at with about that this one thing most first have "
    "has been be am are was so not no yes do does get getting number maybe think i'd say perhaps probably new would like "
    "please about line please more very really just"
).split())


def named(text: str, options: tuple[Item, ...]) -> Item | None:
    """The one option that reads as ``text``, else the one that holds most of its words; None when that is unclear."""
    same = [item for item in options if plain(item.words) == plain(text)]
    if len(same) == 1:
        return same[0]
    said = set(plain(text).split()) - _LITTLE
    shared = sorted(((len(said & set(plain(item.words).split())), item) for item in options),
                    key=lambda pair: pair[0], reverse=True)
    if not shared or shared[0][0] * 2 < max(len(said), 1):
        return None  # a word in common is no name
    return shared[0][1] if len(shared) == 1 or shared[0][0] > shared[1][0] else None


def verbatim(heard: Heard) -> str | None:
    """The words to keep with an answer."""
    return tidy(heard.text) or None
