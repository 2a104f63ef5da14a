"""Reads days, spans and lengths of time as people in Britain write them. See docs/adr/0023."""

from bot.nlu.times.reader import Times, find_times

__all__ = ["Times", "find_times"]
