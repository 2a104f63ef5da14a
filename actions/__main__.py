"""The action server: ``python -m actions --port 5055``. Listens on loopback only.

rasa-sdk's own start listens on every address and, when an action fails, sends the whole conversation back in the error,
which Rasa then logs. This one does neither.
"""

from __future__ import annotations

import argparse
import logging

from rasa_sdk.endpoint import create_app
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

logger = logging.getLogger("actions")


async def failed(request: Request, error: Exception) -> HTTPResponse:
    """Say that it failed and how, without a word of the conversation."""
    logger.error("an action failed: %s", type(error).__name__)
    return response.json({"error": type(error).__name__, "action_name": ""}, status=500)


def main() -> None:
    parser = argparse.ArgumentParser(description="Runs Paratoi's actions for Rasa, on loopback.")
    parser.add_argument("--port", type=int, default=5055)
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    app = create_app("actions", cors_origins=[])
    app.error_handler.add(Exception, failed)
    app.run("127.0.0.1", given.port, workers=1, access_log=False)


if __name__ == "__main__":
    main()
