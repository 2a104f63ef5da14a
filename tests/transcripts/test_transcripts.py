"""The ten conversations: who has them, how they are played and written down, and that the folder holds them all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.cli.demo.script import Said
from bot.content.load_questions import load_questions
from transcripts.length import FOLDER, the_ten, walk
from transcripts.people import Act, People, PeopleError, Person, load_people
from transcripts.play import Visitor
from transcripts.write import index_rows, transcript

BOOK = load_questions()
PEOPLE = load_people(BOOK)
IDS = [person.id for person in PEOPLE.people]


def message(text: str, question: str | None = None, buttons: tuple[str, ...] = (), who: str = "paratoi",
            kind: str = "text", day: int = 1) -> dict[str, Any]:
    titles = [{"title": value.capitalize(), "value": value} for value in buttons]
    return {"from": who, "kind": kind, "text": text, "question": question, "buttons": titles, "scale": None,
            "step": None, "at": f"2026-11-{day:02}T10:00:00+00:00"}


class Clinic:
    """Notes the days that pass."""

    def __init__(self) -> None:
        self.days = 0

    def day(self, off: int) -> date:
        return date(2026, 11, off)

    def days_pass(self, days: int) -> None:
        self.days += days

    def sheet(self, person: Person) -> str:
        return f"the sheet of {person.name}"


class Chat:
    """Asks what it was told to ask, one question after each message."""

    def __init__(self, *asks: dict[str, Any]) -> None:
        self.asks, self.sent, self.said, self.fresh = list(asks), [], [], []
        self.opened = 0

    def open(self) -> None:
        self.opened += 1
        self.fresh = [] if self.opened > 1 else self._ask()

    def fetch(self) -> list[dict[str, Any]]:
        fresh, self.fresh = self.fresh, []
        return fresh

    def send(self, kind: str, text: str, value: str | None = None, question: str | None = None) -> list:
        self.sent.append((kind, value if kind != "text" else text))
        self.said.append(message(text, question, who="me", kind=kind))
        return self._ask()

    def all_said(self) -> list[dict[str, Any]]:
        return self.said

    def _ask(self) -> list[dict[str, Any]]:
        asked = self.asks.pop(0) if len(self.asks) > 1 else self.asks[0]
        self.said.append(asked)
        return [asked]


def talk(chat: Chat, clinic: Clinic | None = None, **answers: list[Any]):
    given = {key: [act if isinstance(act, Act) else Act(act) for act in acts] for key, acts in answers.items()}
    person = Person("x", "Robin Sample", "Tries things.", called="Robin", answers=given)
    return Visitor(person, People(PEOPLE.everybody, (person,)), chat, clinic or Clinic(), sleep=lambda _: None).talk()


def said(text: str) -> Said:
    return Said(text=text)


END = message("Thank you.", "afterwards")


def test_there_are_ten_people_and_each_tells_another_story() -> None:
    assert len(PEOPLE.people) == 10 and len({person.who for person in PEOPLE.people}) == 10


@pytest.mark.parametrize("id", IDS)
def test_each_conversation_is_in_the_folder_with_the_sheet_at_its_end(id: str) -> None:
    text = (FOLDER / f"{id}.md").read_text(encoding="utf-8")
    person = next(one for one in PEOPLE.people if one.id == id)
    assert text.startswith(f"# {person.name}\n\n{person.who}\n")
    assert text.endswith("```\n") and "## What the clinician sees" in text and "PREPARATION SHEET" in text


def test_the_index_names_them_all_and_the_figures_are_theirs() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"({id}.md)" in readme for id in IDS)
    ten = the_ten(readme)
    assert len(ten) == 10
    for id, length in zip(IDS, ten, strict=True):
        figures = f"Messages sent: {length.turns}. Questions met up to the read-back: {length.questions}."
        assert figures in (FOLDER / f"{id}.md").read_text(encoding="utf-8")
        assert length.questions <= 21
    assert f"| {max(one.questions for one in ten)} |" in next(
        line for line in readme.splitlines() if line.startswith("| the 10 people here"))


def test_nobody_meets_more_than_21_questions_however_they_walk() -> None:
    assert max(walk(seed, wandering).questions for seed in range(20) for wandering in (True, False)) <= 21


def test_the_same_seed_is_the_same_person() -> None:
    assert walk(7, True) == walk(7, True)


def test_what_is_said_depends_on_the_question_and_then_comes_one_after_the_other() -> None:
    chat = Chat(message("What?", "matters:1"), message("Else?", "matters:2", ("no",)), message("Hope?", "hope"), END)
    talk(chat, matters=[said("my knee")], hope=[said("to walk")])
    assert chat.sent == [("text", "my knee"), ("tap", "no"), ("text", "to walk")]


def test_without_words_of_their_own_everybody_says_no_or_skips() -> None:
    chat = Chat(message("Go on?", "consent", ("agree",)), message("Help?", "helps"), END)
    talk(chat)
    assert chat.sent == [("tap", "agree"), ("command", "skip")]


def test_a_button_that_is_not_there_is_noted_and_the_conversation_goes_on() -> None:
    chat = Chat(message("What?", "role", ("me",)), END)
    result = talk(chat, role=[Said(value="together")])
    assert chat.sent == [("command", "skip")] and result.problems


def test_a_question_asked_for_ever_ends() -> None:
    result = talk(Chat(message("What?", "helps")))
    assert result.left_at == "helps" and result.problems and result.turns < 10


def test_who_leaves_says_nothing_more() -> None:
    chat = Chat(message("What?", "helps"))
    result = talk(chat, helps=[Act(leave=True)])
    assert (chat.sent, result.left_at, result.problems) == ([], "helps", [])


def test_who_is_away_opens_the_link_again_and_goes_on_where_they_were() -> None:
    chat, clinic = Chat(message("What?", "helps"), END), Clinic()
    talk(chat, clinic, helps=[Act(away=9), said("a nap")])
    assert (clinic.days, chat.opened, chat.sent) == (9, 2, [("text", "a nap")])


def test_a_date_is_typed_as_people_type_it() -> None:
    chat = Chat(message("When?", "check_in"), END)
    talk(chat, check_in=[Act(day=9)])
    assert chat.sent == [("text", "9 November")]


def test_a_transcript_shows_every_word_as_it_was_typed_and_the_days_between() -> None:
    chat = Chat(message("1. Two *stars* <here>\nand a line", "helps", day=1), message("End.", "afterwards", day=9))
    text = transcript(talk(chat, helps=[said("# no heading\n* no list")]))
    assert "**Paratoi:** 1\\. Two \\*stars\\* \\<here\\>\\\nand a line" in text
    assert "> Robin writes: \\# no heading\\\n> \\* no list" in text
    assert "*8 days later.*" in text and "the sheet of Robin Sample" in text


def test_the_index_says_how_each_ended() -> None:
    left = talk(Chat(message("What?", "helps")), helps=[Act(leave=True)])
    assert index_rows([left])[-1] == "| [Robin Sample](x.md) | Tries things. | 0 | 1 | left at `helps` |"


@pytest.mark.parametrize(("line", "why"), [
    ("answers: {nonsense: a}", "nonsense"), ("answers: {helps: {jump: 3}}", "nothing anybody can do"),
    ("answers: {}\n    colour: red", "colour"), ("answers: {}\n    type: dance", "type"),
])
def test_a_mistake_in_the_file_is_named(tmp_path, line: str, why: str) -> None:
    file = tmp_path / "people.yml"
    file.write_text(f"everybody: {{}}\npeople:\n  - id: x\n    name: Robin Sample\n    who: Nobody\n    {line}\n")
    with pytest.raises(PeopleError, match=why):
        load_people(BOOK, file)
