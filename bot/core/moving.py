"""Moving about in a preparation: ask what is being asked, go on, step aside, come back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo

from bot.core.answers import Answer, key_of
from bot.core.asking import Facts, ask
from bot.core.findings.likeness import Likeness
from bot.core.findings.vocabulary import HealthWords
from bot.core.hearing import Heard, verbatim
from bot.core.paths import FitRule, Path, PathBook
from bot.core.preparation import Preparation
from bot.core.questions import QuestionBook
from bot.core.read_back import left_lines
from bot.core.remarks import RemarkPhrases
from bot.core.route import left_for_later, next_question
from bot.core.saying import Say, Turn
from bot.core.times import ReadsNothing, TimeReader

Result = tuple[Preparation, Turn]


@dataclass(frozen=True)
class Setting:
    """What a turn has to know besides the preparation.

    Args:
        facts: words about the visit for the wording: ``name``, ``clinic``, ``clinician``, ``day``, ``phone``, ``hours``.
        zone: the person's own.
        kind, needs: the appointment's type and what the team noted about it; they decide the path.
        topics: what the clinic offers to tick.
        last_time: the newest preparation the person confirmed for an earlier appointment, if any.
        away: since the person last wrote; None at the beginning.
        visit_at: when they meet.
        times: reads days and lengths of time.
        vocabulary: words that name troubles; without it only what is plainly a list is offered apart.
        talk: the trained model of change talk; by cues alone when there is none.
        comforted: what they feel has been answered already, before this turn's reply.
        after_danger: the kind of danger, where a safety text was the last thing said.
        remarks: how people speak after one.
    """

    book: QuestionBook
    paths: PathBook
    now: datetime
    zone: tzinfo
    facts: dict[str, str]
    kind: str = "follow_up"
    needs: str = ""
    topics: tuple[str, ...] = ()
    last_time: Preparation | None = None
    away: timedelta | None = None
    visit_at: datetime | None = None
    times: TimeReader = field(default_factory=ReadsNothing)
    vocabulary: HealthWords | None = None
    talk: Likeness | None = None
    comforted: bool = False
    after_danger: str | None = None
    remarks: RemarkPhrases = RemarkPhrases()
    asking: Facts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "asking", Facts(
            self.facts, self.topics, self.path, self.last_time, self.paths.modules,
            self.rule.with_helper))

    @property
    def rule(self) -> FitRule:
        """The rule that decides the path of this appointment."""
        return self.paths.rule_for(self.kind, self.needs)

    @property
    def path(self) -> Path:
        """The path; the full one where the rule has none, so that there is always one to count by."""
        return self.rule.path or self.paths.paths["full"]

    @property
    def visit_day(self) -> date | None:
        """The day of the appointment where the person is."""
        return self.visit_at.astimezone(self.zone).date() if self.visit_at else None

    @property
    def visit_is_over(self) -> bool:
        return self.visit_at is not None and self.now >= self.visit_at


def asked(p: Preparation, setting: Setting, before: tuple[Say, ...] = ()) -> Result:
    """Ask what is being asked, after saying ``before``."""
    assert p.asking is not None
    return p, Turn(before + ask(p.asking, p, setting.book, setting.asking), p.asking)


def go_to(p: Preparation, ref: str, setting: Setting, before: tuple[Say, ...] = ()) -> Result:
    """Ask ``ref`` now, and remember where the person came from, for going back. Counts what is met for the first time."""
    came_from = p.asking
    on_the_way = came_from and came_from != ref and not setting.book.of(came_from).aside
    trail = (*(one for one in p.trail if one != came_from), came_from) if on_the_way else p.trail
    first_time = not p.reached_the_end
    if p.parked is not None and not p.words_wait:
        p = replace(p, parked=None)  # a day was found, or is no longer looked for
    p = meet(replace(p, asking=ref, trail=trail, resume=None, misses=0), ref, setting)
    if ref == "read_back" and first_time and (left := left_lines(p, setting.paths.modules)):
        before = (*before, Say("utter_left_for_later", lines=left))
    return asked(p, setting, before)


def meet(p: Preparation, ref: str, setting: Setting) -> Preparation:
    """Count a question that is met for the first time on the way forward."""
    if ref == "read_back":
        p = replace(p, left=left_for_later(p, setting.path))
    if ref in p.met or setting.book.of(ref).aside or (p.reached_the_end and ref != "confirmed_by"):
        return p
    return replace(p, met=(*p.met, ref))


def move_on(p: Preparation, setting: Setting, before: tuple[Say, ...] = ()) -> Result:
    """Go to the next question on the way; after an aside, back to where the person was."""
    if p.resume:
        inner = p.parked is not None and setting.book.of(p.resume).aside
        after = {"resume": p.about, "about": None} if inner else {"resume": None}
        return asked(replace(p, asking=p.resume, misses=0, **after), setting, before)
    return go_to(p, next_question(p, setting.path), setting, before)


def step_aside(p: Preparation, ref: str, setting: Setting, before: tuple[Say, ...] = ()) -> Result:
    """Ask an aside, and come back afterwards to what was being asked."""
    at_an_aside = p.asking is not None and setting.book.of(p.asking).aside
    if at_an_aside and p.parked:  # words wait for a yes or no there, and shall wait on
        return asked(replace(p, asking=ref, resume=p.asking, about=p.resume, misses=0), setting, before)
    resume = p.resume if at_an_aside and p.resume else p.asking
    return asked(replace(p, asking=ref, resume=resume, misses=0), setting, before)


def answer_of(heard: Heard, p: Preparation, state, value, setting: Setting) -> Answer:  # type: ignore[no-untyped-def]
    """The answer that a message gives to the question that is being asked, by whoever is answering now."""
    return Answer(p.asking or "", state, verbatim(heard), value, heard.inbox_id, setting.now, p.speaker)


def is_list(ref: str | None, setting: Setting) -> bool:
    """Whether a question asks for one more thing of a list."""
    return ref is not None and setting.book.of(ref).repeats and key_of(ref) != "gone"
