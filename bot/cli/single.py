"""``paratoi gateway``, ``worker``, ``actions``, ``rasa``: one process alone, in the foreground, for larger set-ups."""

from __future__ import annotations

import os
import sys

from bot.bootstrap import House
from bot.config import Settings, load_settings
from bot.supervisor import model, recipes
from bot.supervisor.process import Recipe


def gateway() -> None:
    """Only the gateway: chat page, pages for staff, API. It needs the trained models; see `paratoi train`."""
    settings = load_settings()
    _check_the_place(settings)
    model.ensure(lambda _: None, may_train=False)  # the safety check wants the word models
    _become(recipes.gateway(settings), settings)


def worker() -> None:
    """Only the worker: sends what is due. One is enough."""
    settings = load_settings()
    _check_the_place(settings)
    _become(recipes.worker(settings), settings)


def actions() -> None:
    """Only the action server, on loopback."""
    settings = load_settings()
    _become(recipes.actions(settings), settings)


def rasa() -> None:
    """Only Rasa, on loopback. It needs a trained model; see `paratoi train`."""
    settings = load_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    _become(recipes.rasa(settings, model.ensure(lambda _: None, may_train=False)), settings)


def _check_the_place(settings: Settings) -> None:
    """A place without helplines stops the start, with a sentence that says what is missing."""
    _ = House(settings).safety


def _become(recipe: Recipe, settings: Settings) -> None:
    """Turn into that process: no parent stays behind, so a service manager's signals reach it."""
    os.chdir(recipes.ROOT)
    command = [sys.executable, "-m", recipe.module, *recipe.arguments]
    os.execve(sys.executable, command, recipes.environment(settings))
