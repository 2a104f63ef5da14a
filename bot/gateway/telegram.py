"""Telegram in the gateway: asks for updates in the background, or is called by Telegram when a webhook is set."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from json import JSONDecodeError

from fastapi import APIRouter, Request, Response

from bot.bootstrap import House
from bot.core.arrivals import COMMANDS, Arrival
from bot.core.delivery import WRONG_TOKEN_WAIT, Receipt, backoff
from bot.gateway.telegram_desk import TelegramDesk

logger = logging.getLogger(__name__)

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_WAIT = timedelta(seconds=1)
NOT_SAVED_WAIT = timedelta(seconds=2)
# Answers under way get this long to end when the gateway is told to stop.
STOP_WITHIN = timedelta(seconds=5)


def webhook_secret(house: House) -> str:
    """What Telegram must send with every call; made from our own secret, so there is nothing more to configure."""
    return hmac.new(house.settings.resolved_secret().encode(), b"telegram-webhook", hashlib.sha256).hexdigest()


class TelegramPost:
    """Brings Telegram's updates to the desk for as long as the gateway runs."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._line = house.telegram_line
        self.desk = TelegramDesk(house)
        self._task: asyncio.Task[None] | None = None
        self._offset: int | None = None
        self._keeping = asyncio.Lock()
        self._failures = 0
        self._stopping = False

    def start(self) -> None:
        """Begin in the background. Whatever Telegram does, the gateway goes on."""
        self._task = asyncio.create_task(self._set_up_and_poll())
        self._task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Ask for nothing more, and finish what was begun."""
        self._stopping = True
        async with self._keeping:  # what Telegram handed over is kept first
            if self._task:
                self._task.cancel()
        if self._task:
            with suppress(asyncio.CancelledError):
                await self._task
        await self.desk.settle(STOP_WITHIN)
        await self._line.close()

    async def poll_once(self, wait: timedelta | None = None) -> None:
        """Ask once and keep what came; asking again confirms it.

        An update is confirmed by the next asking only, after its row is committed. A process killed before that is
        given it again, and the update's id keeps it from being stored twice.

        Raises: LineDown.
        """
        arrivals = await self._line.updates(self._offset, self._line.LONG_POLL if wait is None else wait)
        async with self._keeping:
            all_kept = await self._keep(arrivals)
        if not all_kept:
            await asyncio.sleep(NOT_SAVED_WAIT.total_seconds())

    async def _keep(self, arrivals: list[Arrival]) -> bool:
        """Keep them in order, up to the first that cannot be saved: what stands behind it waits for it."""
        for arrival in arrivals:
            if not await self.desk.take(arrival):
                return False
            self._offset = int(arrival.external_id) + 1
        return True

    async def _set_up_and_poll(self) -> None:
        await self._until_it_works(self._set_up)
        while not self._house.settings.telegram_webhook:
            await self._until_it_works(self.poll_once)

    async def _set_up(self) -> None:
        name = await self._line.name()
        commands = {name: self._house.wording.say(f"utter_telegram_command_{name}") for name in COMMANDS}
        await self._line.introduce(commands)
        if self._house.settings.telegram_webhook:
            await self._line.be_called(self._house.settings.public_url + PATH, webhook_secret(self._house))
        else:
            await self._line.poll()
        logger.info("telegram is on as @%s", name)

    async def _until_it_works(self, step):  # type: ignore[no-untyped-def]
        while True:
            try:
                result = await step()
            except self._line.Down as down:
                await asyncio.sleep(self._wait(down.receipt).total_seconds())
            else:
                self._failures = 0
                return result

    def _wait(self, receipt: Receipt) -> timedelta:
        self._failures += 1
        if receipt.outcome == "wrong_token":
            logger.error(
                "Telegram does not accept the bot's token. Put the one @BotFather gave you into TELEGRAM_BOT_TOKEN "
                "and start again. Everything else runs. Trying again in %d minutes.", WRONG_TOKEN_WAIT.seconds // 60
            )
            return WRONG_TOKEN_WAIT
        wait = receipt.wait or backoff(FIRST_WAIT, self._failures)
        logger.warning("telegram cannot be reached outcome=%s, again in %ds", receipt.outcome, wait.total_seconds())
        return wait

    def _ended(self, task: asyncio.Task[None]) -> None:
        if self._stopping or task.cancelled() or task.exception() is None:
            return
        logger.error("telegram stopped listening: %s; starting again", type(task.exception()).__name__)
        asyncio.get_running_loop().call_later(NOT_SAVED_WAIT.total_seconds(), self.start)


@asynccontextmanager
async def listening(house: House) -> AsyncIterator[TelegramPost | None]:
    """Listens to Telegram while the gateway runs; without a token there is nothing to listen to."""
    if house.telegram_line is None:
        logger.info("telegram is off: TELEGRAM_BOT_TOKEN is not set")
        yield None
        return
    post = TelegramPost(house)
    post.start()
    try:
        yield post
    finally:
        await post.stop()


def make_router(house: House) -> APIRouter:
    """The route Telegram calls; it exists only where a webhook is configured."""
    router = APIRouter()
    if house.telegram_line is None or not house.settings.telegram_webhook:
        return router
    desk = TelegramDesk(house)

    @router.post(PATH)
    async def called(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), webhook_secret(house).encode()):
            return Response(status_code=403)
        try:
            arrival = house.telegram_line.read(await request.json())
        except (JSONDecodeError, UnicodeDecodeError, KeyError, TypeError):
            return Response(status_code=400)
        # Telegram brings it again until it hears 200, so nothing but a saved update is answered with it.
        return Response(status_code=200 if await desk.take(arrival) else 503)

    return router
