"""The ``paratoi`` command. One file per command beside this one."""

from bot.cli.app import main

__all__ = ["main"]
