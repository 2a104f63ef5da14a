"""What a person reads in the words on the page: that all the rest of a list is asked for, and what a button adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.content.wording import Wording, load_wording

_RESPONSES = Path(__file__).resolve().parent.parent / "data" / "responses"
_REST = ("utter_asks_matters_rest", "utter_asks_question_rest")


@lru_cache(maxsize=1)
def _wording() -> Wording:
    return load_wording(_RESPONSES)


def asks_for_the_rest(text: str) -> bool:
    """Whether ``text`` asks for all the rest of a list in one message, one thing on each line."""
    return any(variant.text in text for key in _REST for variant in _wording().variants.get(key, ()))


def button_that_adds(module: str, buttons: Iterable[Mapping[str, Any]]) -> str | None:
    """The value of the button that adds ``module`` (a name from ``paths.yml``) at the read-back; None without one."""
    names = [variant.text for variant in _wording().variants.get(f"utter_module_{module}", ())]
    return next((one["value"] for one in buttons if any(one["title"].endswith(name) for name in names)), None)
