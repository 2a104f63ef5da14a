"""Walks a preparation at random, as the core decides it, and watches what must hold at every step.

No Rasa and no store: the same pure decisions, some hundred thousand of them in a minute. What a person does is drawn from
everything they could do: tap, type, skip, go back, change something by saying so, stop, come back after days, tap an
old button, answer late, start again, hand over to a helper.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.bootstrap import ROOT
from bot.content.load_health import load_health
from bot.content.load_paths import load_paths
from bot.content.load_questions import load_questions
from bot.content.wording import Wording, load_wording
from bot.core.answers import State, key_of
from bot.core.conversation import Setting, take_turn
from bot.core.corrections import read_correction
from bot.core.hearing import Heard
from bot.core.preparation import Phase, Preparation, basic_need_unmet, stage_of_change
from bot.core.ranking import ranked
from bot.core.route import open_questions
from bot.core.saying import Choice, Say, Turn
from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.times import Times
from bot.services.render import render

BOOK = load_questions()
PATHS = load_paths(BOOK)
WORDING: Wording = load_wording(ROOT / "data" / "responses")
PHRASES = CommandPhrases(load_phrases())
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("UTC"))
FACTS = {"name": "Robin Sample", "clinic": "Demo Clinic", "phone": "01632 960 000", "hours": "Monday to Friday",
         "clinician": "Dr Demo", "day": "Monday 7 December", "urgent": "111",
         "emergency": "999"}
ONE_MESSAGE = ("the knee that gives way on stairs", "I sleep three hours a night",
               "My chest is tight when I climb.\nAlso the letter about my kidneys\nand the parking",
               "paying for the heating", "my mother cannot be left alone", "what the blue tablets are for",
               "walking to the shop again", "cutting down a bit", "Ten minutes after tea")
NUMBERS = ("0", "3", "7", "10", "8/10", "6 or 7", "cinco five", "twelve", "about a five", "2 1", "11")
BESIDE = ("thanks", "hello", "are you a robot", "this is ridiculous", "should I stop taking the blue tablets?",
          "what's the weather like", "🙂", "", "👍👍")
MENDING = ("actually make the knee first", "it's more like a 7", "I meant 4", "also, my foot hurts",
           "take the knee off", "change my hope to sleeping through")
SHORT = ("yes", "no", "not sure", "maybe", "dunno", "ok", "nope", "that's all", "gave up in March",
         "thinking about it", "been doing it for years", "I used to", "next tuesday", "in a fortnight")
LIGHT = {"consent", "found_out", "helper_role", "person_agrees", "still_right", "gone", "why_coming", "hope", "matters",
         "split", "priority", "question", "read_back", "confirmed_by"}
COMMANDS = ("skip", "skip", "skip", "back", "help", "why", "repeat", "start", "not_sure", "start_again", "person",
            "later", "swap", "copy", "add_more")


@dataclass
class Walk:
    """One random conversation. ``seed`` makes it again."""

    seed: int
    kind: str = "follow_up"
    needs: str = ""
    p: Preparation = field(default_factory=Preparation)
    said: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    choices: tuple[Choice, ...] = ()
    lately: dict[str, str] = field(default_factory=dict)
    most_met: int = 0
    turns: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.setting = Setting(
            BOOK, PATHS, NOW, ZoneInfo("Europe/London"), FACTS, kind=self.kind, needs=self.needs,
            topics=("Sleep", "Getting about") if self.seed % 3 == 0 else (),
            last_time=earlier_preparation() if self.seed % 5 == 0 else None,
            away=None, visit_at=NOW + timedelta(days=7), times=Times(), vocabulary=load_health())
        self.does(Heard("0", "begin"))

    def does(self, heard: Heard, shown: str = "") -> Turn:
        """One turn, with everything that must hold after it."""
        before = self.p
        self.turns += 1
        heard = replace(heard, inbox_id=str(self.turns))
        if heard.kind == "text":
            self.typed.append(heard.text)
        self.log.append(f"{before.asking}: {heard.kind} {heard.value or heard.text!r}")
        self.p, turn = take_turn(before, heard, self.setting)
        self._says(turn.says)
        self._holds(before, heard, turn)
        return turn

    # --- what the person does ----------------------------------------------------------------------------------

    def wanders(self, most: int) -> None:
        """Up to ``most`` turns of anything at all."""
        for _ in range(most):
            if self.p.phase is Phase.DECLINED and self.random.random() < 0.5:
                return
            self.does(self._anything())

    def finishes(self) -> None:
        """Goes on sensibly to the end: answers or skips until the sheet is shared. There is no dead end."""
        for _ in range(120):
            if self.p.asking == "afterwards" and self.p.phase is Phase.CONFIRMED:
                return
            self.does(self._sensible())
        raise AssertionError(f"no way to the end\n{self}")

    def _anything(self) -> Heard:
        draw = self.random.random()
        if draw < 0.40 and self.choices:
            return self._tap(self.random.choice(self.choices).value)
        if draw < 0.70:
            return self._type(self.random.choice((*ONE_MESSAGE, *ONE_MESSAGE, *NUMBERS, *SHORT, *BESIDE, *MENDING)))
        if draw < 0.86:
            return Heard("", "command", "", self.p.asking, self.random.choice(COMMANDS))
        return self._out_of_turn(draw)

    def _out_of_turn(self, draw: float) -> Heard:
        old = self.random.choice(self.p.met or ("consent",))
        if draw < 0.90:
            return Heard("", "tap", "an old button", old, self.random.choice(("yes", "no", "1", "/skip", "share")))
        if draw < 0.93:
            return Heard("", "text", "Sorry, that was late", old, None, "inform")
        if draw < 0.96:
            self.setting = replace(self.setting, away=timedelta(days=9))
            return Heard("", "begin")
        self.setting = replace(self.setting, away=timedelta(minutes=1))
        return Heard("", "check_in", value="c1") if draw < 0.97 else self._type("my list is long")

    def _sensible(self) -> Heard:
        ref = self.p.asking or ""
        key, kind = key_of(ref), BOOK.of(ref).kind
        certain = {"consent": "agree", "read_back": "share", "person_agrees": "yes_here", "not_now": "helper_here",
                   "confirmed_by": "together_confirms", "start_again": "no", "afterwards": "change",
                   "check_in_result": "partly", "item_menu": "leave_it", "split": "apart"}
        if key in certain:
            if key == "consent" and self.setting.rule.with_helper:
                return self._tap("agree_helping")
            return self._tap(certain[key])
        if BOOK.of(ref).repeats or self.random.random() < 0.3:
            return self._tap("no") if BOOK.of(ref).repeats else Heard("", "command", "", ref, "skip")
        if kind == "scale":
            return self._tap(str(self.random.randint(0, 10)))
        if kind in {"choice", "ranking", "when"}:
            return self._tap(next(one.value for one in self.choices if one.value not in {"/keep", "/remove"}))
        return self._type(self.random.choice(ONE_MESSAGE))

    def _tap(self, value: str) -> Heard:
        title = next((render_choice(one) for one in self.choices if one.value == value), value)
        return Heard("", "tap", title, self.p.asking, value)

    def _type(self, text: str) -> Heard:
        words = f"{text} ({self.turns})" if text in ONE_MESSAGE else text
        return Heard("", "text", words, self.p.asking, None, whole_phrase(words) or "inform")

    # --- what must hold ----------------------------------------------------------------------------------------

    def _says(self, says: tuple[Say, ...]) -> None:
        assert says, f"nothing was said\n{self}"
        for say in says:
            text = render(say, WORDING, self.lately.get(say.key)).text
            self.lately[say.key] = text
            assert text.strip() and "{" not in text, f"{say.key}: {text}\n{self}"
            assert not self.said or text != self.said[-1], f"said twice in a row: {text}\n{self}"
            self.said.append(text)
            self.log.append(f"    [{say.key}] {text[:110]!r}")
        asks = [say for say in says if say.question]
        assert asks and asks[-1].question == self.p.asking, f"what is asked is not said\n{self}"
        self.choices = asks[-1].choices

    def _holds(self, before: Preparation, heard: Heard, turn: Turn) -> None:
        p, path = self.p, self.setting.path
        assert turn.asking == p.asking is not None, f"nothing is asked\n{self}"
        if p.episode == before.episode and not p.reached_the_end:
            self.most_met = max(self.most_met, len(p.met))
            assert len(p.met) <= path.most_questions, f"{len(p.met)} questions\n{self}"
            if path.name == "light":
                assert {key_of(ref) for ref in p.met} <= LIGHT and sum(key_of(ref) == "priority" for ref in p.met) <= 1
        self._order_holds()
        self._words_hold(before, heard)
        self._no_holds(before, heard)
        if heard.kind == "command" and heard.value in {"skip", "not_sure"}:
            self._left_out_holds(before, heard.value)
        paused, said = take_turn(p, Heard("s", "command", "", p.asking, "later"), self.setting)
        assert paused == p and said.says[-1].key == "utter_paused", f"no way to stop\n{self}"

    def _order_holds(self) -> None:
        """Numbers never before the order; no change on top of an unmet need; a closed door stays closed."""
        p, key = self.p, key_of(self.p.asking or "")
        if key in {"importance", "change_importance", "change_confidence"} and not p.reached_the_end:
            waiting = [one.ref for one in open_questions(p, self.setting.path) if key_of(one.ref) == "priority"]
            assert not waiting, f"{key} before {waiting}\n{self}"
        step_keys = {"first_step", "check_in", "change_confidence", "good_change", "timescale", "change_hope"}
        if key in step_keys and stage_of_change(p) == "precontemplation":
            assert p.said(p.asking or ""), f"{key} for somebody who is not thinking of it\n{self}"
        if key == "change_topic" and basic_need_unmet(p):
            assert p.said("change_topic"), f"a change on top of an unmet need\n{self}"

    def _words_hold(self, before: Preparation, heard: Heard) -> None:
        """What is kept was said by them, as they said it; and what was kept stays, unless they change it."""
        earlier = {answer.words for answer in before.answers.values()}  # an order names things by their own words
        waited = f"{before.parked.words}\n" if before.day_waits and before.parked else ""
        if self.setting.last_time is not None:
            earlier |= {answer.words for answer in self.setting.last_time.answers.values()}
        for ref, answer in self.p.answers.items():
            told_now = answer.words not in earlier and answer.inbox_id == str(self.turns)
            if told_now and answer.words and before.answers.get(ref) != answer and heard.kind == "text":
                told = answer.words.removeprefix(waited)
                assert told in heard.text.strip(), f"{ref}\n{self}"
        kept = {answer.words for answer in self.p.answers.values() if answer.words}
        if self.p.parked:
            kept |= {self.p.parked.words, *self.p.parked.parts}
        gone = [ref for ref, answer in before.answers.items()
                if answer.answered and answer.words and answer.words not in kept]
        assert not gone or self._may_go(before, heard, gone), f"lost: {gone}\n{self}"
        if heard.kind == "text" and heard.text in self.typed and "(" in heard.text and _asks_words(before, heard):
            told = " ".join(sorted(kept))
            keys = {line.split("[")[1].split("]")[0] for line in self.log[-6:] if "[" in line and "    [" in line}
            not_used = {"utter_late_words", "utter_visit_question", "utter_off_topic", "utter_about_us",
                        "utter_cannot_answer", "utter_again_afterwards"}
            assert keys & not_used or all(part in told for part in heard.text.replace("\nand ", "\n").replace(
                "\nAlso ", "\n").split("\n")), f"not kept: {heard.text!r}\n{self}"

    def _may_go(self, before: Preparation, heard: Heard, gone: list[str]) -> bool:
        """Whether it was the person who took these words away or put others in their place."""
        edits = {"item_menu", "start_again", "still_right", "gone", "choose_more", "parked_late"}
        asked_for = heard.kind == "text" and read_correction(heard.text) is not None
        return (asked_for or key_of(before.asking or "") in edits or before.asking in gone
                or heard.value == "/remove" or all(ref.startswith(("priority:", "confirmed_by")) for ref in gone))

    def _no_holds(self, before: Preparation, heard: Heard) -> None:
        """A no to "is there something else?" is a no, never a skip, and takes nothing away."""
        ref = before.asking or ""
        if heard.kind != "tap" or heard.value != "no" or not BOOK.of(ref).repeats or heard.question != ref:
            return
        earlier, now = before.answer(ref), self.p.answer(ref)
        if earlier and earlier.answered:
            assert now == earlier, f"{ref} was taken away by a no\n{self}"
        else:
            assert now is not None and now.state is State.NO, f"{ref}: {now}\n{self}"

    def _left_out_holds(self, before: Preparation, command: str) -> None:
        """A skip is a skip, not sure is not sure, and neither becomes the other, or a no."""
        ref = before.asking or ""
        question, earlier, now = BOOK.of(ref), before.answer(ref), self.p.answer(ref)
        if question.aside or not question.skip or question.key in {"split"} or self.p.asking == "not_now":
            return
        if question.key == "priority" and earlier and isinstance(earlier.value, int) and before.item(earlier.value) is None:
            return  # a place that points at something gone
        if earlier and earlier.answered and command == "skip":
            assert now == earlier, f"{ref} was changed by a skip\n{self}"
            return
        want = State.SKIPPED if command == "skip" else State.NOT_SURE
        assert now is not None and now.state is want, f"{ref}: {now} instead of {want}\n{self}"

    def __str__(self) -> str:
        return f"seed {self.seed} {self.kind} {self.needs}\n" + "\n".join(self.log[-60:])


def _asks_words(before: Preparation, heard: Heard) -> bool:
    ref = before.asking or ""
    wants_words = BOOK.of(ref).kind == "words" and not BOOK.of(ref).aside
    return heard.question == ref and (wants_words or ref == "read_back")  # there, too, something new is never passed over


whole_phrase = cache(PHRASES.whole)  # the walkers say the same few things many thousand times


def render_choice(choice: Choice) -> str:
    return render(Say(choice.key, choice.words), WORDING).text


@cache
def earlier_preparation() -> Preparation:
    """What somebody shared before an earlier visit."""
    p = Preparation()
    setting = Setting(BOOK, PATHS, NOW - timedelta(days=90), ZoneInfo("Europe/London"), FACTS)
    p, _ = take_turn(p, Heard("e0", "begin"), setting)
    for number, told in enumerate((">agree", "My hip", "The stairs", "The bills", "no", ">2", ">1")):
        kind = "tap" if told.startswith(">") else "text"
        value = told[1:] if kind == "tap" else None
        intent = PHRASES.whole(told) or "inform" if kind == "text" else None
        p, _ = take_turn(p, Heard(f"e{number + 1}", kind, told.lstrip(">"), p.asking, value, intent), setting)
    assert len(ranked(p, 3)) == 3
    return replace(p, phase=Phase.CONFIRMED, confirmed_at=setting.now)
