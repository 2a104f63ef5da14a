"""Starts Paratoi's processes on one machine, watches over them, and stops them together."""

from bot.supervisor.errors import InUse, NoModel, NotReady, PortTaken
from bot.supervisor.system import System

__all__ = ["InUse", "NoModel", "NotReady", "PortTaken", "System"]
