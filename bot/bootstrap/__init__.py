"""Joins everything. The only part that may import from every other; :class:`House` is what entry points ask for."""

from bot.bootstrap.house import House
from bot.bootstrap.reviewed import ROOT
from bot.bootstrap.settled import settle

__all__ = ["ROOT", "House", "settle"]
