"""Reads days, spans and lengths of time as people in Britain write them. See docs/adr/0023."""

from bot.nlu.times.reader import Times, as_entity, find_times

__all__ = ["Times", "as_entity", "find_times"]
