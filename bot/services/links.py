"""Invitation links: an unguessable code, and a signature that shows it is ours before any table is asked."""

from __future__ import annotations

import hashlib
import secrets
from functools import partial
from hmac import compare_digest

from itsdangerous import Signer

CODE_LENGTH = 22
_DIGEST = partial(hashlib.blake2s, digest_size=16)


class BadLink(ValueError):
    """What stands in the link was not made by us, or was changed."""


class Links:
    """Makes and reads links for one secret.

    A token is a code (22 characters, 128 bits) and its signature (22 more). Only ``A-Z a-z 0-9 _ -`` occur and
    44 characters fit Telegram's ``?start=`` (64 at most).
    """

    def __init__(self, secret: str, public_url: str, telegram_bot: str = "") -> None:
        """``telegram_bot`` is the bot's name without its @; empty where Telegram is not used."""
        self._telegram_bot = telegram_bot.lstrip("@")
        self._signer = Signer(secret, salt="paratoi.invitation", digest_method=_DIGEST)
        self._public_url = public_url

    def new_code(self) -> str:
        """A fresh code: 128 random bits as 22 url-safe characters."""
        return secrets.token_urlsafe(16)

    def token(self, code: str) -> str:
        """``code`` with its signature."""
        return code + self._signer.get_signature(code).decode()

    def read(self, token: str) -> str:
        """The code within ``token``.

        The signature is compared as text: the last character of a base64 text has spare bits, so comparing bytes
        would let sixteen spellings of one link through.

        Raises: BadLink when it is not exactly a token we made.
        """
        code = token[:CODE_LENGTH]
        if not token.isascii() or not compare_digest(token.encode(), self.token(code).encode()):
            raise BadLink("the link's signature does not fit")
        return code

    def url(self, code: str) -> str:
        """The address a person opens."""
        return f"{self._public_url}/i/{self.token(code)}"

    def telegram_url(self, code: str) -> str:
        """The address that opens the same invitation in Telegram; empty where Telegram is not used."""
        return f"https://t.me/{self._telegram_bot}?start={self.token(code)}" if self._telegram_bot else ""
