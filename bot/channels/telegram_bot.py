"""The connection to the Bot API, and the silence of the libraries below it."""

from __future__ import annotations

import logging
import warnings

from telegram import Bot
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

# Telegram answers within a second or so; much longer means that the answer is lost on its way.
READ_TIMEOUT = 20.0
CONNECT_TIMEOUT = 10.0
# Sending holds few connections at a time; one is taken by the long poll, which has its own.
CONNECTIONS = 16


class Connection:
    """A bot for ``token`` at ``api_url`` (no slash at its end). Nothing is asked yet, so a wrong token shows later."""

    def __init__(self, token: str, api_url: str, read_timeout: float = READ_TIMEOUT) -> None:
        quieten()
        self._requests = (_request(1, read_timeout), _request(CONNECTIONS, read_timeout))
        self.bot = Bot(
            token, base_url=f"{api_url}/bot", get_updates_request=self._requests[0], request=self._requests[1]
        )

    async def close(self) -> None:
        """Close what is open; closing twice does no harm."""
        for request in self._requests:
            await request.shutdown()


def quieten() -> None:
    """Keep the token and people's words out of every log.

    httpx writes whole addresses at INFO, and the address holds the token. python-telegram-bot writes parameters at
    DEBUG and what it could not read at CRITICAL, and both hold what people say. We log outcomes ourselves.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    # The library would rather be asked by its own method; telegram_line.py says why it is not.
    warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'", category=PTBUserWarning)


def _request(connections: int, read_timeout: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections, read_timeout=read_timeout, write_timeout=read_timeout,
        connect_timeout=CONNECT_TIMEOUT, pool_timeout=read_timeout,
    )
