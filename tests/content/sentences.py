"""Everything Paratoi can say: all keys the code can ask for, and what a whole tree of conversations really asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.channels.telegram_reader import COMMANDS as TELEGRAM_COMMANDS
from bot.content.load_paths import load_paths
from bot.content.load_questions import load_questions
from bot.content.load_remarks import load_remarks
from bot.content.wording import Wording, load_wording
from bot.core.answers import Answer, State
from bot.core.conversation import Setting, take_turn
from bot.core.hearing import Heard
from bot.core.preparation import Preparation, stage_of_change
from bot.core.read_back import modules_to_add
from bot.core.safety_rules import KINDS
from bot.core.saying import Say
from bot.gateway.chat_page import COMMANDS as PAGE_COMMANDS
from bot.gateway.chat_page import MORE_COMMANDS
from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.times import Times
from bot.services.render import KEYED
from tests.architecture.source import ROOT, modules
from tests.conversations.states import STATES

BOOK = load_questions()
PATHS = load_paths(BOOK)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("UTC"))
FACTS = {name: f"<{name}>" for name in (
    "name", "clinic", "phone", "hours", "clinician", "day", "urgent", "emergency", "listening", "text_line")}
SETTING = Setting(BOOK, PATHS, NOW, ZoneInfo("Europe/London"), FACTS, visit_at=NOW + timedelta(days=7), times=Times())
CALLED = re.compile(r"""(?:say|choose)\(([^,)]*)""")
QUOTED = re.compile(r"""['"]([a-z_]+)['"]""")


@lru_cache(maxsize=1)
def wording() -> Wording:
    return load_wording(ROOT / "data" / "responses")


def texts(key: str) -> list[str]:
    return [variant.text for variant in wording().variants[key]]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{([a-z_]+)\}", text))


# --- what the code can ask for -------------------------------------------------------------------------------------

# Keys that are put together while running: the shape as it stands in the code, and everything that may fill it.
def shapes() -> dict[str, set[str]]:
    refs = set(BOOK.questions)
    choices = {choice for question in BOOK.questions.values() for choice in question.choices}
    stages = {_stage(doing, thinking) for doing in BOOK.of("doing_it").choices
              for thinking in BOOK.of("thinking_of_it").choices}
    said = {key for key in refs if not BOOK.of(key).aside or key in {"find_out", "found_out"}}
    said -= {"consent", "helper_role", "person_agrees", "still_right", "gone", "split", "priority", "importance", "read_back",
             "confirmed_by"}
    lists = {key for key in refs if BOOK.of(key).repeats}
    return {
        "utter_asks_*": refs,
        "utter_asks_*_more": lists,
        "utter_asks_*_rest": {"matters", "question"},
        "utter_choice_*": choices,
        "utter_help_*": refs,
        "utter_why_*": refs,
        "utter_cannot_skip_*": {key for key in refs if not BOOK.of(key).skip},
        "utter_again_*": called_with("bot.core.hearing", "NotUnderstood") | called_with("bot.core.when", "NoDay"),
        "utter_check_in_*": set(BOOK.of("check_in_result").choices),
        "utter_line_stage_*": stages,
        "utter_line_*": {"not_sure", "no", "unclear"},
        "utter_label_*": said,
        "utter_module_*": set(PATHS.modules),
        "utter_safety_*": set(KINDS),
        "utter_safety_*_heard": {"low_mood"},
        "utter_safety_*_too": set(KINDS) - {"emergency"},
        "utter_problem_*": called_with("bot.gateway.chat_api", "problem") | {"empty", "malformed", "too_long"},
        "utter_link_*": {name + end for name in link_problems() for end in ("", "_title")},
        "utter_page_command_*": {*PAGE_COMMANDS, *MORE_COMMANDS},
        "utter_telegram_command_*": set(TELEGRAM_COMMANDS),
        "utter_page_*": script_words(),
    }


def can_be_asked_for() -> set[str]:
    """Every key that some line of code, or some rule of the content, can ask for."""
    made = {shape.replace("*", end) for shape, ends in shapes().items() for end in ends}
    return written_out() | made | {rule.says for rule in PATHS.rules if rule.says}


def written_in_python(outside_core: bool = False) -> set[str]:
    """Keys that stand in Python as they are; if wanted, only those that the gateway and its like say by themselves."""
    return {node.value for module in modules() if not (outside_core and module.package == "core")
            for node in _constants(module.tree) if re.fullmatch(r"utter_[a-z0-9_]*[a-z0-9]", node.value)}


def written_out() -> set[str]:
    """Keys that stand in the code and in the templates as they are."""
    found = written_in_python()
    for path in (ROOT / "bot").rglob("*.html"):
        found |= set(re.findall(r"""say\(["'](utter_[a-z_]*[a-z])["']""", path.read_text(encoding="utf-8")))
    return found - {"utter_action", "utter_message"}  # Rasa's own names


def put_together() -> set[str]:
    """The shapes of the keys that are put together in Python, e.g. ``utter_asks_*_more``."""
    found = set()
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                shape = "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
                found |= {shape} if shape.startswith("utter_") else set()
    return found


def script_words() -> set[str]:
    """What the chat page's script asks for."""
    return {name for path in (ROOT / "bot/gateway/static/chat").glob("*.js")
            for call in CALLED.findall(path.read_text(encoding="utf-8")) for name in QUOTED.findall(call)}


def link_problems() -> set[str]:
    parts = ("chat_link", "chat_page", "pages")
    return {name for part in parts for name in called_with(f"bot.gateway.{part}", "problem")}


def called_with(module: str, function: str) -> set[str]:
    """The words handed to ``function`` in ``module``."""
    tree = next(found.tree for found in modules() if found.name == module)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)
             and ast.unparse(node.func).rpartition(".")[2] == function]
    return {one.value for call in calls for part in call.args for one in _constants(part)
            if re.fullmatch("[a-z_]+", one.value)}


def _constants(tree: ast.AST) -> Iterator[ast.Constant]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _stage(doing: str, thinking: str) -> str:
    given = {ref: Answer(ref, State.ANSWERED, None, value, "", NOW)
             for ref, value in (("doing_it", doing), ("thinking_of_it", thinking))}
    return stage_of_change(Preparation(answers=given)) or ""


# --- what conversations really ask for -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Move:
    """One thing a person does; ``text`` is typed or tapped, ``value`` stands behind the button or the command."""

    kind: str
    text: str = ""
    value: str | None = None
    question: str | None = None


ORDERS = tuple(Move("command", value=value) for value in
               ("skip", "back", "help", "why", "repeat", "start", "start_again", "not_sure", "person", "later", "swap", "copy",
                "add_more"))
TYPED = tuple(Move("text", text) for text in (
    "My left knee hurts", "no", "yes", "not sure", "", "42", "7", "🙂", "4 to 6", "1", "2 1", "3 January 2020",
    "in two weeks", "mid January", "next Tuesday", "monday, tuesday or friday", "after my holiday", "30 February", "today",
    "the quick brown fox", "thank you", "hello", "how are you", "bye", "who are you", "tell me a joke",
    "I'm so scared", "what happens now?"))
ONCE_MORE = (Move("text", "My left knee hurts"), Move("text", "no"), Move("text", "the quick brown fox"))
EARLIER_WAY = (">agree", "My hip", "The stairs", "no", ">2", ">8", ">6", "To walk", "/skip", ">no", "no", ">no_change",
               "The bench", "My son", "/skip", ">me", "A ramp", ">little", ">just_me", ">no_days", ">no")
# Ways that the states do not take: everything skipped, everything unsure, keeping something going, other visits.
MORE_WAYS = (
    (SETTING, (">agree", "//", ">change")),
    (SETTING, (">agree", *["/not_sure"] * 12, ">change")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "//")),
    (SETTING, (">agree", "My knee", "/back", ">/remove")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">longer", "To walk far")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">longer", "To walk far", "Daily")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">longer", "To walk far", "Daily",
               ">9", "/skip", "/skip")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">used_to")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">not_yet", ">next_six_months",
               *["/skip"] * 4)),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">not_yet", ">next_month", "/skip",
               "A mile", ">7")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "/card")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", ">/card", ">/keep_card", "no", "no", "/skip")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">not_yet", ">not_now")),
    (SETTING, (">agree", "My knee\nMy hip hurts", ">apart")),
    (SETTING, (*STATES["in_the_way"], "the cravings are too hard and I enjoy it too much")),
    (SETTING, (*STATES["confidence_from"], "I really want to get fit and save money for the kids")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">longer", "To walk far", "Daily", "My son", ">7",
               "Always", "Daily")),
    (SETTING, (">agree", "My knee", "no", ">8", "To rest", "~hope To be heard")),
    (SETTING, (">agree", "My knee", "no", ">8", "To rest", "~pressures:1 late")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "//", ">change", ">2", ">keep_private", ">change", ">1")),
    (SETTING, (">agree_helping", ">family", ">yes_here", "/skip", "Her knee", "no", "//", ">change", "knee", ">keep_private")),
    (SETTING, (">agree", "My knee", "Sleep", "Ears", "no", ">1", ">2", ">8", ">5", ">5", "//", ">change", "Sleep", ">move_up")),
    (SETTING, (">agree", "My knee", "no", ">8", "12", "12", "12", "//")),
    (SETTING, (">agree", "My knee", "no", "x", "x", "x", "//")),
    (SETTING, (">agree", "My knee", "no", "cinco five")),
    (SETTING, (">agree", *[f"thing {number} here" for number in range(1, 9)])),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "One?", "Two?", "Three?")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "this is ridiculous")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "should I stop the tablets?", ">yes")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "what's the weather like", "what's the weather like")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "what time is my appointment")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "actually make sleep first")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "I meant 7")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", "take the knee off")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "also my feet are cold")),
    (SETTING, (">agree", "My knee", "Sleep", "no", "actually make the toe first")),
    (SETTING, (">agree", "My knee", "no", ">8", "To rest", "change my hope to sleeping")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">no", "no", "Walk", ">not_yet", ">next_month", "/skip",
               "A mile", "9 important and 4 sure")),
    (SETTING, (">agree", "My knee", "no", ">8", "/skip", ">warmth", "the bus")),
    (SETTING, (">agree_helping", ">family", ">no")),
    (SETTING, (">agree_helping", ">family", ">yes_here", "Her knee")),
    (SETTING, (">agree", "My knee", "/swap", ">family", "Her knee", "no", "/swap")),
    (SETTING, (">agree", "My knee", "no", ">8", "To rest", "/swap", ">family", "//", ">change", ">1",
               ">change_words")),
    (SETTING, (">agree", "My knee", "no", ">8", "To rest", "/swap", ">family", "//", ">change", ">1",
               ">change_words", "Not so")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "//", ">change", "knee", ">move_down")),
    (SETTING, (">agree", "My knee", "/swap", ">family", "no", "//", ">change", "knee", ">change_words", "Not so")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "//", ">change", ">1", ">keep_private")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "//", ">change", ">1", ">keep_private",
               ">change", ">1", ">share_after_all")),
    (SETTING, (">agree", "My knee", "Sleep", "no", ">1", ">8", ">5", "//", ">change", "knee", ">move_up")),
    (SETTING, (*STATES["check_in"], "mid January")),
    (replace(SETTING, facts={**FACTS, "hours": ""}), (">agree",)),
    *((replace(SETTING, after_danger=kind, remarks=load_remarks()), (">agree", "I rang them, they were nice"))
      for kind in ("self_harm", "emergency")),
    (replace(SETTING, away=timedelta(days=9)), (">agree",)),
    (replace(SETTING, away=timedelta(days=9)), (">agree", "My knee")),
    (replace(SETTING, topics=("Sleep",)), (">agree", "My knee")),
    *((replace(SETTING, kind=kind), (">agree",)) for kind in ("first", "simple", "frequent_treatment")),
    *((replace(SETTING, kind=kind), ()) for kind in ("inpatient", "urgent")),
    (replace(SETTING, needs="wait_for_team"), ()),
    (replace(SETTING, needs="advocate"), (">agree",)),
    (replace(SETTING, needs="advocate"), (">agree", ">helper_here")),
)
OTHER = (
    Move("tap", "Yes", "agree", "an_old_question"), Move("text", "Sorry, late", None, "an_old_question"),
    Move("tap", "Keep it", "/keep"), Move("tap", "Take it out", "/remove"), Move("tap", "No", "no"),
    Move("begin"), Move("check_in", value="c1"))


def do(p: Preparation, move: Move, setting: Setting = SETTING) -> tuple[Preparation, tuple[Say, ...]]:
    """One turn, as the core decides it."""
    intent = (phrases().whole(move.text) or "inform") if move.kind == "text" else move.kind
    heard = Heard("m", move.kind, move.text, move.question or p.asking, move.value, intent)
    after, turn = take_turn(p, heard, setting)
    return after, turn.says


@lru_cache(maxsize=1)
def phrases() -> CommandPhrases:
    return CommandPhrases(load_phrases())


def moves(p: Preparation) -> tuple[Move, ...]:
    """All that is tried in a state."""
    numbers = tuple(Move("tap", str(number), str(number)) for number in (1, 2, 5, 12, 14, 16))
    return ORDERS + TYPED + OTHER + _taps(p) + numbers


def _taps(p: Preparation) -> tuple[Move, ...]:
    return tuple(Move("tap", choice, choice) for choice in BOOK.of(p.asking or "consent").choices)


@lru_cache(maxsize=1)
def heard_in_conversations() -> tuple[Say, ...]:
    """Every different message (its key and the names of its words) said anywhere in the tree of conversations.

    The tree: to each state of ``tests/conversations/states.py``, then every move, then every order, tap and plain
    answer.
    """
    said: dict[tuple[str, tuple[str, ...]], Say] = {}

    def keep(says: tuple[Say, ...]) -> None:
        for say in says:
            keep(tuple(Say(word) for name, word in say.words.items() if name in KEYED and word))
            said.setdefault((say.key, (*sorted(say.words), *(("lines",) if say.lines else ()))), say)
            keep(say.lines)
            keep(tuple(Say(choice.key, choice.words) for choice in say.choices))

    seen: set[str] = set()
    for setting, way in (*((SETTING, way) for way in STATES.values()), *MORE_WAYS, *_again_and_late()):
        p, says = do(Preparation(), Move("begin"), setting)
        keep(says)
        for turn in way:
            p, says = _go(p, turn, setting)
            keep(says)
        for first in moves(p):
            after, says = do(p, first, setting)
            keep(says)
            mark = repr((after.asking, after.resume, after.misses, after.phase,
                         [(ref, one.state, one.value) for ref, one in after.answers.items()]))
            if mark in seen:
                continue
            seen.add(mark)
            for second in (*ORDERS, *ONCE_MORE, *_taps(after)):
                third, says = do(after, second, setting)
                keep(says)
                if third.misses == 2:  # the third miss in a row is another matter
                    keep(do(third, Move("text", "the quick brown fox"), setting)[1])
    return tuple(said.values())


def _again_and_late() -> tuple[tuple[Setting, tuple[str, ...]], ...]:
    """Somebody who prepared for an earlier visit, and somebody who comes after the visit."""
    earlier, _ = do(Preparation(), Move("begin"))
    for turn in EARLIER_WAY:
        earlier, _ = do(earlier, _move(turn))
    again = replace(SETTING, last_time=replace(earlier, confirmed_at=NOW - timedelta(days=90)))
    over = replace(SETTING, visit_at=NOW - timedelta(hours=1))
    return (*((again, (">agree", *way)) for way in ((), (">all_still",), (">some_gone",), (">some_gone", ">1"),
                                                    (">start_fresh",))),
            (over, (">agree", "//")))


def _go(p: Preparation, turn: str, setting: Setting) -> tuple[Preparation, tuple[Say, ...]]:
    """One turn of a way: ``//`` leaves out the rest, ``+module`` adds one at the read-back."""
    if turn == "//":
        return _go_to_the_end(p, setting)
    if turn.startswith("+"):
        p, said = do(p, Move("tap", value="add_more"), setting)
        one = next(one for one in modules_to_add(p, PATHS.modules) if one.ref == turn[1:])
        p, more = do(p, Move("tap", value=str(one.item.number)), setting)
        return p, said + more
    if turn.startswith("~"):  # typed for an earlier question
        question, _, text = turn[1:].partition(" ")
        return do(p, Move("text", text, None, question), setting)
    return do(p, _move(turn), setting)


def _go_to_the_end(p: Preparation, setting: Setting) -> tuple[Preparation, tuple[Say, ...]]:
    """Leaves out whatever is asked until the read-back."""
    says: tuple[Say, ...] = ()
    for _ in range(40):
        if p.asking == "read_back":
            break
        p, said = do(p, Move("command", value="skip"), setting)
        says += said
    return p, says


def _move(turn: str) -> Move:
    if turn.startswith(">"):
        return Move("tap", turn[1:], turn[1:])
    return Move("command", value=turn[1:]) if turn.startswith("/") else Move("text", turn)


