"""Safety rules as data: what the reviewed files hold, in the shape the check reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from bot.core.safety_numbers import Numbers
from bot.core.safety_patterns import Patterns
from bot.core.safety_phrases import Grammar
from bot.core.safety_sentences import SentenceWords
from bot.core.safety_text import Spelling

# The order in which alerts are answered when a message holds several.
KINDS = ("emergency", "overdose", "self_harm", "child_at_risk", "harm_by_others", "low_mood")
CONTEXTS = ("negated", "past", "tense", "present", "other_person", "hypothetical")


@dataclass(frozen=True)
class Rule:
    """One rule. ``any`` are patterns; an ``unless`` pattern takes a match back that it shares words with ("want to die of
    laughing"): what else is in the message never does. An ``explained`` pattern at most three words away does so too ("fell
    off the ladder"), but not where one of ``despite`` stands in that sentence or beside it ("on purpose"). A rule with
    ``beside`` counts only where one of those stands in that sentence or beside it ("he killed himself": "I'll do the same").
    ``hints`` are patterns that are too common to count alone; they count where the trained model finds the words around them
    alike.
    ``answers`` are what means danger only as the beginning of an answer to a question that one of ``asked`` is found in
    ("no" to "do you feel safe?"); their ``unless`` counts anywhere in the answer.

    ``source`` says where the sign is published; ``author`` and ``date`` who wrote the rule and when.
    """

    id: str
    kind: str
    any: tuple[str, ...]
    source: str
    author: str
    date: str
    unless: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trigger:
    """Words that say how a match is meant.

    ``context``: one of ``CONTEXTS`` (``past`` weighs against ``present`` by nearness, ``tense`` ("had") only without
    any ``present``) · ``where``: ``before`` or ``after`` the match, or ``near`` it · ``reach``: how many
    words may stand between · ``over_pauses``: whether it reaches past commas · ``until``: words that end its reach ·
    ``not_for``: kinds it says nothing about.
    """

    context: str
    any: tuple[str, ...]
    where: str = "before"
    reach: int = 6
    over_pauses: bool = False
    until: frozenset[str] = frozenset()
    not_for: frozenset[str] = frozenset()


class Answer(str, Enum):
    """How a short answer takes a question."""

    admits = "admits"
    denies = "denies"
    unsure = "unsure"
    other = "other"


@dataclass(frozen=True)
class DangerQuestion:
    """A question that asks about danger: patterns of its words, and which answer means danger of ``kind``."""

    id: str
    kind: str
    danger: Answer
    any: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """How short answers are read, see :mod:`bot.core.safety_answers`. Reviewed content.

    How people say a plain yes (``agreeing``, counted at the first word), admit something (some words only
    ``admitting_alone``, in the shortest answers), deny, say after a yes that they are well (``being_well``) and that there is
    ``none_of_it``, leave it open, turn round, and say that it is ``over`` or
    ``now``; ``around`` are words that add nothing. ``asking`` finds the ``questions`` where that means danger,
    ``wording`` a question without its mark.

    ``mirror`` turns a question into the answer's words ("your life": "my life"). ``after_safety`` is, for each kind of
    flag, the question that the safety text of that kind puts to the person. ``sentences``: what
    denies, turns round or hesitates.
    """

    agreeing: Patterns
    admitting: Patterns
    admitting_alone: Patterns
    denying: Patterns
    being_well: Patterns
    none_of_it: Patterns
    unsure: Patterns
    turning: Patterns
    over: Patterns
    now: Patterns
    around: Patterns
    wording: Patterns
    asking: Patterns
    admitting_signs: tuple[str, ...]
    denying_signs: tuple[str, ...]
    questions: tuple[DangerQuestion, ...]
    mirror: dict[str, str]
    after_safety: dict[str, str]
    sentences: SentenceWords = field(repr=False)


@dataclass(frozen=True)
class SafetyRules:
    """Reviewed rules for one language, ready to check with. Made by ``bot.content.load_safety``.

    ``not_meant``: figures of speech, whose words no rule may use. ``asides``: words that look like a trigger and are
    none ("no idea why"). ``answers``: what a short answer means where the question was about danger. ``grammar`` reads
    the patterns. ``sentences``: the words that sentences are built with.
    ``numbers``: which values mean danger, see :mod:`bot.core.safety_limits`.
    """

    version: str
    rules: tuple[Rule, ...]
    triggers: tuple[Trigger, ...]
    not_meant: tuple[str, ...]
    asides: tuple[str, ...]
    answers: Answers
    grammar: Grammar = field(repr=False, compare=False)
    sentences: SentenceWords = field(repr=False)
    spelling: Spelling
    numbers: Numbers | None = None
    of_rules: Patterns = field(init=False, repr=False, compare=False)
    of_unless: Patterns = field(init=False, repr=False, compare=False)
    of_explained: Patterns = field(init=False, repr=False, compare=False)
    of_despite: Patterns = field(init=False, repr=False, compare=False)
    of_beside: Patterns = field(init=False, repr=False, compare=False)
    of_hints: Patterns = field(init=False, repr=False, compare=False)
    of_asked: Patterns = field(init=False, repr=False, compare=False)
    of_answers: Patterns = field(init=False, repr=False, compare=False)
    of_triggers: Patterns = field(init=False, repr=False, compare=False)
    of_asides: Patterns = field(init=False, repr=False, compare=False)
    of_figures: Patterns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name, patterns in (
            ("of_rules", [rule.any for rule in self.rules]), ("of_unless", [rule.unless for rule in self.rules]),
            ("of_explained", [rule.explained for rule in self.rules]), ("of_despite", [rule.despite for rule in self.rules]),
            ("of_beside", [rule.beside for rule in self.rules]),
            ("of_hints", [rule.hints for rule in self.rules]),
            ("of_asked", [rule.asked for rule in self.rules]), ("of_answers", [rule.answers for rule in self.rules]),
            ("of_triggers", [trigger.any for trigger in self.triggers]), ("of_asides", [self.asides]),
            ("of_figures", [self.not_meant]),
        ):
            object.__setattr__(self, name, Patterns.of(patterns, self.grammar))
