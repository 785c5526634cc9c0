"""The composition root: settings become everything that runs, put together here and nowhere else."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
from collections.abc import Iterable
from dataclasses import dataclass

import structlog
import uvicorn

from bot import clock, config_sections, menus, staff_pane
from bot.bmkg import Bmkg
from bot.channels import telegram, whatsapp_render
from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.channels.transport import Transport
from bot.channels.webchat import WebChat
from bot.channels.whatsapp import WhatsApp
from bot.chores import Chores
from bot.config import Settings
from bot.deadlines import Deadlines
from bot.desk import Desk, Mail
from bot.fetching import Fetcher
from bot.inline import Inline
from bot.lane import Hooks
from bot.lane import Rules as LaneRules
from bot.media import Media
from bot.membership import NightlyCheck
from bot.metrics import Metrics
from bot.receipts import Receipts
from bot.receive import Intake, Receiver
from bot.reports import Reports
from bot.retraining import Retraining
from bot.scheduler import Scheduler, threaded
from bot.sender import Sender
from bot.snapshot import Snapshot
from bot.web.app import create_app
from bot.web.parts import TelegramHook, WebParts, WhatsAppHook
from bot.web.server import Server
from handlers.city import Rules
from handlers.policies import Sla
from handlers.texts import Texts
from storage import migrate
from storage.database import Database

log = structlog.get_logger(__name__)

INTAKE_THREADS = 4  # on PostgreSQL; SQLite has one writer
GRACE = 3.0  # seconds for each of web server, intake and sender: together less than the 10 a stop may take


def _sla(given: config_sections.Sla) -> Sla:
    return Sla(
        verify_days=given.verify_days,
        answer_days=given.answer_days,
        complaint_days=given.complaint_days,
        oversight_days=given.oversight_days,
        aspiration_days=given.aspiration_days,
        information_days=given.information_days,
        silent_days=given.silent_days,
        warn_days=given.warn_days,
        head_days=given.head_days,
        city_days=given.city_days,
        city_agency=given.city_agency,
        lapor_verify_days=given.lapor_verify_days,
        lapor_answer_days=given.lapor_answer_days,
    )


def rules_of(settings: Settings) -> Rules:
    """What the handlers need to know of the settings."""
    return Rules(
        name=f"Kota {settings.city.name}",
        timezone=settings.city.zone,
        languages=settings.city.languages,
        sla=_sla(settings.sla),
        resume_after=settings.dialogue.resume_after,
        remind_after=settings.dialogue.remind_after,
        expire_after=settings.dialogue.expire_after,
        secret_agencies=settings.complaints.secret_agencies,
        fallback_agency=settings.complaints.fallback_agency,
        identity_agencies=settings.complaints.identity_agencies,
        max_attachments=settings.complaints.max_attachments,
        complaints_a_day=settings.complaints.a_day,
        burst=settings.dialogue.burst,
        border_m=settings.complaints.near_border_m,
        reopen_limit=settings.complaints.reopen_limit,
        reopen_days=settings.complaints.reopen_days,
        ask_again_days=settings.complaints.ask_again_days,
        similar_m=settings.complaints.similar_m,
        similar_days=settings.complaints.similar_days,
        recurring_count=settings.complaints.recurring_count,
        recurring_days=settings.complaints.recurring_days,
        claim_idle=settings.teamwork.claim_idle,
        looking=settings.teamwork.looking,
        bmkg=settings.bmkg.mode == "on",
        quakes_last=settings.bmkg.quakes_last,
        weather_lasts=settings.bmkg.weather_lasts,
    )


@dataclass
class App:
    """Everything that runs in this process. ``run`` serves until it is told to stop."""

    settings: Settings
    roles: frozenset[str]
    database: Database
    texts: Texts
    city: Snapshot
    media: Media
    transport: Transport
    channels: dict[str, Channel]
    webchat: WebChat
    telegram: Telegram | None = None
    whatsapp: WhatsApp | None = None

    def __post_init__(self) -> None:
        self.metrics = Metrics(self.database, clock.now)
        self.desk = Desk(self.database, Mail(self.channels), self.city, self.texts, clock.now, self.wake)
        self.receiver = Receiver(self.desk)
        self.intake = Intake(self.receiver, threads=1 if self.database.sqlite else INTAKE_THREADS)
        self.inline = Inline(self.city, self.texts, clock.now)
        self.web = create_app(self._web_parts())
        self.sender = Sender(
            self.database,
            self.channels,
            executor=self._executor(),
            clock=clock.now,
            rules=LaneRules(lease=self.settings.outbox.lease, batch=self.settings.outbox.batch),
            hooks=Hooks(on_sent=self.metrics.sent, on_trouble=self.metrics.not_sent),
        )
        self.chores = Chores(self.desk)
        self.reports = Reports(self.desk, self.media)
        self.deadlines = Deadlines(self.desk)
        self.fetcher = Fetcher(self.desk, self.media)
        self.scheduler = Scheduler()
        self._tasks: list[asyncio.Task[None] | asyncio.Task[int]] = []

    def _executor(self) -> str:
        """The name of this process in what it has claimed.

        Where one process does everything, holding its port makes sure that it is the only one of this name: after a
        crash it takes up at once what was in the air. Others have a new name each time and wait for the lease.
        """
        name = f"{socket.gethostname()}:{self.settings.web.port}"
        return name if self.database.sqlite and "web" in self.roles else f"{name}:{os.getpid()}"

    def wake(self, lanes: Iterable[str]) -> None:
        """Something was committed for these lanes. Where this process does not send, others find it by themselves."""
        if "worker" in self.roles:
            self.sender.wake(lanes)

    def _web_parts(self) -> WebParts:
        settings = self.settings
        return WebParts(
            intake=self.intake,
            database=self.database,
            webchat=self.webchat,
            media=self.media,
            say=self.texts.say,
            clock=clock.now,
            metrics=self.metrics,
            secret_key=settings.secret_key.get_secret_value(),
            public_url=settings.web.public_url,
            city=settings.city.name,
            timezone=settings.city.timezone,
            languages=settings.city.languages,
            telegram=self._telegram_hook(),
            whatsapp=self._whatsapp_hook(),
            ready=self._ready,
            staff_pane=not settings.production,
            bind_staff=None if settings.production else staff_pane.binder(self.database, clock.now),
        )

    def _ready(self) -> dict[str, str]:
        """What is wrong with each condition of doing our work, nothing being ""."""
        current, head = migrate.current(self.settings.database.url.get_secret_value()), migrate.head()
        wrong = {"schema": "" if current == head else f"at {current}, not {head}: run udajang migrate"}
        if "worker" in self.roles:
            wrong["sender"] = "" if self.sender.working else "not sending"
        return wrong

    def _telegram_hook(self) -> TelegramHook | None:
        if self.telegram is None or self.settings.telegram.mode != "webhook":
            return None
        return TelegramHook(
            self.settings.telegram.webhook_secret.get_secret_value(), self.telegram.username, self.inline.answer
        )

    def _whatsapp_hook(self) -> WhatsAppHook | None:
        if self.whatsapp is None:
            return None
        given = self.settings.whatsapp
        tokens = [given.auth_token.get_secret_value(), given.auth_token_secondary.get_secret_value()]
        receipts = Receipts(self.database, clock.now)
        return WhatsAppHook(given.account_sid, tuple(filter(None, tokens)), receipts.settle)

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what is in hand within ten seconds."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, stop.set)
        await self.start()
        try:
            await stop.wait()
        finally:
            await self.stop()

    async def start(self) -> None:
        """Open everything, in the order in which one part needs another."""
        await self.transport.start()
        for channel in self.channels.values():
            await channel.start()
        self.intake.start()
        if "web" in self.roles:  # before the sender: whoever finds the port taken must not have touched the outbox
            await self._start_web()
        self.scheduler.every(15, "city", threaded(self._refresh))
        self._tasks.append(asyncio.create_task(asyncio.to_thread(self._refresh), name="answers"))  # be ready to answer
        if "worker" in self.roles:
            await self._start_worker()
        self.scheduler.start()
        # What is loaded by now stays; the collector would walk it all again and again while people wait.
        gc.collect()
        gc.freeze()

    async def _start_worker(self) -> None:
        await self.sender.start()
        self.scheduler.every(1, "files", self.fetcher.fetch_due)
        self.scheduler.every(5, "timers", threaded(self.chores.ring))
        self.scheduler.every(3600, "looks", threaded(self.chores.tidy))
        self.scheduler.every(10, "deadlines", threaded(self.deadlines.sweep))
        self.scheduler.every(5, "conversations", threaded(self.chores.look_after))
        self.scheduler.every(30, "mornings", threaded(self.reports.arm))
        self.scheduler.every(2, "reports", threaded(self.reports.make))
        retraining = Retraining(self.database, clock.now, self.settings.city.zone)
        await asyncio.to_thread(retraining.arm)
        self.scheduler.every(60, "routing", retraining.look)
        if self.settings.bmkg.mode == "on":
            bmkg = Bmkg(self.database, self.transport, self.city, clock.now, self.settings.bmkg)
            self.scheduler.every(10, "bmkg", bmkg.look)
        if self.telegram is not None:
            self.scheduler.every(5, "menus", menus.StaffMenus(self.database, self.telegram, self.texts).keep)
            self.scheduler.every(300, "members", NightlyCheck(self.desk, self.telegram.name, self.telegram).look)
        if self.telegram is not None and self.settings.telegram.mode == "polling":
            polling = self.telegram.poll(self.intake.submit, self.inline.answer)
            self._tasks.append(asyncio.create_task(polling, name="telegram polling"))

    def _refresh(self) -> int:
        if self.city.refresh():
            log.info("the city's data has changed and was loaded again")
        return 0

    async def _start_web(self) -> None:
        web = self.settings.web
        options = uvicorn.Config(
            self.web,
            host=web.host,
            port=web.port,
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=True,
            forwarded_allow_ips=list(web.proxies),
            timeout_graceful_shutdown=int(GRACE),
            server_header=False,
        )
        self._server = Server(options)
        self._serving = asyncio.create_task(self._server.serve(), name="web")
        listening = asyncio.create_task(self._server.listening.wait())
        await asyncio.wait([self._serving, listening], return_when=asyncio.FIRST_COMPLETED)
        listening.cancel()
        if self._serving.done():  # e.g. the port is taken: uvicorn has said so
            raise SystemExit(1)
        log.info("web chat", url=f"{web.public_url}/chat")

    async def stop(self) -> None:
        """Close everything, the doors first; what was accepted is committed, what is in the air is waited for."""
        await self.webchat.stop()
        if "web" in self.roles:
            self._server.should_exit = True
            await self._serving
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.intake.stop(GRACE)
        await self.scheduler.stop()
        if "worker" in self.roles:
            await self.sender.stop(GRACE)
        for channel in self.channels.values():
            await channel.stop()
        await self.transport.stop()
        self.database.close()
        log.info("stopped")


def build(settings: Settings, *, roles: frozenset[str]) -> App:
    """Put the program together; nothing is opened yet but the database, from which the city is read."""
    database = Database(settings.database.url.get_secret_value(), pool_size=settings.database.pool_size)
    media = Media(
        settings.media.dir,
        secret_key=settings.secret_key.get_secret_value(),
        public_url=settings.web.public_url,
        types=settings.media.types,
        max_bytes=settings.media.max_bytes,
    )
    transport = Transport()
    texts = Texts(settings.city.languages)
    webchat = WebChat(database, media, clock.now)
    on_telegram = _telegram(settings, transport, media, texts, worker="worker" in roles)
    on_whatsapp = _whatsapp(settings, transport, media)
    everything: tuple[Channel | None, ...] = (webchat, on_telegram, on_whatsapp)
    return App(
        settings,
        roles,
        database,
        texts,
        Snapshot(database, rules_of(settings)),
        media,
        transport,
        {channel.name: channel for channel in everything if channel is not None},
        webchat,
        telegram=on_telegram,
        whatsapp=on_whatsapp,
    )


def _telegram(settings: Settings, transport: Transport, media: Media, texts: Texts, *, worker: bool) -> Telegram | None:
    given = settings.telegram
    if given.mode == "off":
        return None
    account = telegram.Account(
        token=given.token.get_secret_value(),
        base_url=given.base_url,
        mode=given.mode if worker else "send",
        webhook_url=f"{settings.web.public_url}/telegram",
        webhook_secret=given.webhook_secret.get_secret_value(),
        menus=menus.for_everybody(texts),
        profiles=menus.profiles(texts, f"Kota {settings.city.name}"),
        pace=given.pace,
        chat_pace=given.chat_pace,
        group_pace=given.group_pace,
    )
    return Telegram(account, transport, stored=media.path)


def _whatsapp(settings: Settings, transport: Transport, media: Media) -> WhatsApp | None:
    given = settings.whatsapp
    if given.mode == "off":
        return None
    account = whatsapp_render.Account(
        given.account_sid,
        given.auth_token.get_secret_value(),
        sender=given.sender,
        messaging_service_sid=given.messaging_service_sid,
        base_url=given.base_url,
        public_url=settings.web.public_url,
        content=given.content,
        templates=given.templates,
        language=settings.city.languages[0],
        pace=given.pace,
        chat_pace=given.chat_pace,
        media_hosts=given.media_hosts,
        media_types=frozenset(settings.media.types),
    )
    return WhatsApp(account, transport, media_url=media.url)
