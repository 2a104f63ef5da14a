from __future__ import annotations

import re

import pytest

from bot.config import Settings
from bot.supervisor.recipes import ROOT

UNPREFIXED = {"database_url": "DATABASE_URL", "telegram_token": "TELEGRAM_BOT_TOKEN"}
NAMES = [UNPREFIXED.get(name, f"PARATOI_{name.upper()}") for name in Settings.__fields__]


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_explained(name) -> None:
    assert f"| `{name}` |" in (ROOT / "docs" / "settings.md").read_text()


def test_the_example_names_no_setting_that_does_not_exist() -> None:
    named = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert named
    assert set(named) <= set(NAMES)
