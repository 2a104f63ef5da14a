"""The channels that are switched on, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.channels.base import Channel


class ChannelOff(KeyError):
    """No channel of this name is switched on; its rows wait until it is."""


class Channels:
    """Looks a channel up by the name that stands in the outbox row."""

    def __init__(self, channels: Iterable[Channel]) -> None:
        self._by_name = {channel.name: channel for channel in channels}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._by_name)

    def __iter__(self) -> Iterator[Channel]:
        return iter(self._by_name.values())

    def named(self, name: str) -> Channel:
        """The channel of this name. Raises: ChannelOff."""
        try:
            return self._by_name[name]
        except KeyError as error:
            raise ChannelOff(name) from error

    async def close(self) -> None:
        """Close every channel."""
        for channel in self:
            await channel.close()
