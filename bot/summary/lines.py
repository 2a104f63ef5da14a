"""One answer of the sheet as a line to read, with what a helper put beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.core.sheet import Said, Sheet
from bot.summary import view, words


@dataclass
class Lines:
    """Makes the lines of one sheet, and remembers which of a helper's additions have found their place."""

    sheet: Sheet
    all_by_helper: bool = False
    placed: set[str] = field(default_factory=set)

    def line(self, said: Said | None, about: str) -> view.Line | None:
        """The line for ``said``; None when nothing was said, neither by the patient nor by a helper beside it."""
        beside = tuple(one.said.words or "" for one in self.sheet.beside if one.about == about)
        self.placed.add(about)
        if said is None and not beside:
            return None
        adds = words.adds(self.sheet.helper_role) if beside else ""
        if said is None:
            return view.Line("absent", None, None, None, words.NOTES["absent"], beside=beside, adds=adds)
        label = words.helper(self.sheet.helper_role) if said.by == "helper" and not self.all_by_helper else ""
        return view.Line(said.state, said.words, said.value, said.by, words.NOTES[said.state], helper=label,
                         beside=beside, adds=adds)

    def scale(self, said: Said | None, about: str) -> view.Line | None:
        """The line for an answer from 0 to 10; words where a number was asked stay words."""
        line = self.line(said, about)
        if line is None:
            return None
        note = line.note
        if line.state == "answered":
            note = f"{line.value} of 10" if line.value is not None else words.NO_NUMBER
        elif line.state == "unclear":
            note = words.NO_NUMBER
        return replace(line, note=note, scale=True)

    def stage(self, said: Said | None) -> view.Line | None:
        """The line for the stage of change, its window as a sentence."""
        line = self.line(said, "thinking_of_it") or self.line(said, "doing_it")
        if line is None or line.state != "answered" or line.value is None:
            return line
        return replace(line, note=words.STAGES[str(line.value)])

    def question(self, said: Said, place: int) -> view.Line | None:
        """The line for a question to the clinician; a no here means that they have none."""
        line = self.line(said, f"question:{place}")
        return replace(line, note=words.NO_QUESTIONS) if line and line.state == "no" else line

    def used_to(self, said: Said | None) -> view.Line | None:
        """The line for having done it before and stopped."""
        line = self.line(said, "used_to")
        return replace(line, note=words.USED_TO) if line and line.state == "answered" else line

    def facts(self, keys: tuple[str, ...]) -> tuple[view.Fact, ...]:
        """The sheet's own fields ``keys``, those of them that hold something."""
        return tuple(fact for key in keys if (fact := self.fact(key, getattr(self.sheet, key))))

    def fact(self, key: str, said: Said | None) -> view.Fact | None:
        """One short answer with its label."""
        line = self.line(said, key)
        return view.Fact(key, words.LABELS[key], line) if line else None

    def unplaced(self) -> tuple[view.Fact, ...]:
        """What a helper added about something that has no place on this sheet: it is shown, never dropped."""
        abouts = dict.fromkeys(one.about for one in self.sheet.beside if one.about not in self.placed)
        return tuple(view.Fact(about, words.LABELS.get(about.partition(":")[0], about), line)
                     for about in abouts if (line := self.line(None, about)))


def quiet(facts: list[view.Fact]) -> tuple[str, ...]:
    """Questions left without a word, on one line for each way of leaving them: ``Skipped: who supports me.``"""
    found: list[str] = []
    for state, name in words.QUIET.items():
        labels = dict.fromkeys(words.within(fact.label) for fact in facts
                               if fact.line.state == state and not fact.line.speaks)
        found += [f"{name}: {'; '.join(labels)}."] if labels else []
    return tuple(found)
