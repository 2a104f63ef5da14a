"""What a process reads before it begins: settings, reviewed content, and the models that were trained on it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import Clock, clock_for
from bot.config import Settings, SettingsError, load_settings
from bot.content.load_health import load_health
from bot.content.load_paths import load_paths
from bot.content.load_questions import load_questions
from bot.content.load_remarks import load_remarks
from bot.content.load_safety import SafetyContent, load_safety
from bot.content.load_words import WordModels, load_words
from bot.content.wording import Wording, load_wording
from bot.core.findings.vocabulary import HealthWords
from bot.core.paths import PathBook
from bot.core.questions import QuestionBook
from bot.core.quiet_hours import QuietHours
from bot.core.remarks import RemarkPhrases
from bot.core.reminders import SendRules

if TYPE_CHECKING:
    from bot.core.safety_likeness import Resemblance

ROOT = Path(__file__).resolve().parents[2]


class Reviewed:
    """Settings and content, read when first asked for and kept."""

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None) -> None:
        self.settings = settings or load_settings()
        self.clock = clock or clock_for(self.settings.clock_file)

    @cached_property
    def wording(self) -> Wording:
        return load_wording(ROOT / "data" / "responses", {"emergency": self.safety.helplines.numbers["emergency"]})

    @cached_property
    def safety(self) -> SafetyContent:
        """Rules, helplines and STOP words of the place; touch it at start, so that an unknown place stops it."""
        return load_safety(self.settings.place)

    @cached_property
    def word_models(self) -> WordModels | None:
        """The trained word models; nothing when they were not trained: then the safety check has its rules alone."""
        from bot.supervisor.model import path_of, words_of

        return load_words(words_of(path_of()), self.settings.place)

    @cached_property
    def vocabulary(self) -> HealthWords:
        return load_health()

    @cached_property
    def remarks(self) -> RemarkPhrases:
        return load_remarks()

    @property
    def resemblance(self) -> Resemblance | None:
        return self.word_models.resemblance if self.word_models else None

    @cached_property
    def send_rules(self) -> SendRules:
        try:
            quiet = QuietHours.parse(self.settings.quiet_from, self.settings.quiet_until)
        except ValueError as error:
            raise SettingsError("PARATOI_QUIET_FROM and PARATOI_QUIET_UNTIL are times such as 20:00.") from error
        return SendRules(quiet, self.settings.weekly_cap)

    @cached_property
    def question_book(self) -> QuestionBook:
        return load_questions()

    @cached_property
    def path_book(self) -> PathBook:
        return load_paths(self.question_book)
