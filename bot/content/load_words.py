"""Loads the trained word models, and from which belief on they count for safety."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from bot.content.errors import ContentError
from bot.content.places import country_of
from bot.content.read_yaml import read_yaml_file
from bot.core.findings.likeness import Likeness, LikenessError, from_plain
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import KINDS

log = logging.getLogger(__name__)
CONTENT = Path(__file__).resolve().parent / "likeness"


@dataclass(frozen=True)
class WordModels:
    """``resemblance`` adds to the safety rules; ``change_talk`` chooses between reflections."""

    resemblance: Resemblance
    change_talk: Likeness


def load_words(trained: Path, place: str, folder: Path = CONTENT) -> WordModels | None:
    """The models in the file ``trained`` (made by ``paratoi train``), with the beliefs for ``place``; None without that file.

    Raises: ContentError, naming file and key.
    """
    if not trained.exists():
        log.warning("no word models: the safety check has its rules alone; train them with paratoi train")
        return None
    path = folder / f"{country_of(place)}.yml"
    if not path.is_file():
        raise ContentError(f"There are no beliefs for the place “{place}”: add likeness/{path.name}")
    data = read_yaml_file(path)
    for key in sorted({"author", "date", "alerts", "unhinted", "gently"} ^ set(data)):
        raise ContentError(f"{path.name}: {key} is missing or unknown")
    for kind in {*data["alerts"], *data["unhinted"], *data["gently"]} - set(KINDS):
        raise ContentError(f"{path.name}: {kind} is no kind of danger")
    for kind, mark in [*data["alerts"].items(), *data["unhinted"].items(), *data["gently"].items()]:
        if isinstance(mark, bool) or not isinstance(mark, int | float) or not 0 <= mark <= 1:
            raise ContentError(f"{path.name}: the mark of {kind} must be a number from 0 to 1")
    danger, change_talk = _models(trained)
    return WordModels(Resemblance(danger, data["alerts"], data["gently"], data["unhinted"]), change_talk)


def _models(trained: Path) -> tuple[Likeness, Likeness]:
    try:
        written = json.loads(trained.read_bytes())
        return from_plain(written["danger"]), from_plain(written["change_talk"])
    except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, LikenessError) as error:
        raise ContentError(f"{trained.name} is broken: {error}. Remove it, and train with paratoi train") from error
