"""The watcher tells the operator of trouble and of its end, with a real mail server, when the database is gone too."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from resolvers.mail_server import transmit
from service.backup_directory import Rehearsal, backup_path, note_rehearsal
from service.outgoing_mail import mail_server_of
from service.settings import ROOT, Settings, SettingsRefused
from service.settings_loading import load_watch_settings
from service.watching.looking import look
from service.watching.troubles import Message, Standing, Trouble, next_standing
from service.watching.watch import Watch
from tests.support.login.identity_service import served
from tests.support.organisation import NOW
from tests.support.processes.mail_server import LocalMailServer
from tests.support.processes.workers import wait_until

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PATIENCE = 5 * MINUTE
OPERATOR = "operator@example.org"


@pytest.fixture
def watched(tmp_path: Path, server: LocalMailServer, free_port: int) -> Settings:
    """The settings of a watcher of a service that answers nowhere, with a mail server and a directory of backups."""
    (tmp_path / "backups").mkdir()
    backup_path(tmp_path / "backups", NOW).write_bytes(b"sealed")
    return load_watch_settings(
        mode="test",
        state_dir=tmp_path,
        public_url="https://polku.example.org",
        watch_url="http://127.0.0.1:9",
        smtp_host="127.0.0.1",
        smtp_port=server.port,
        smtp_tls="none",
        mail_from="polku@example.org",
        operator_email=OPERATOR,
        backup_dir=tmp_path / "backups",
    )


def watch_of(settings: Settings) -> Watch:
    async def send(mail: EmailMessage) -> None:
        await transmit(mail_server_of(settings), mail, settings.operator_email)

    return Watch(settings, send)


def mails(server: LocalMailServer) -> list[Any]:
    return [message_from_bytes(envelope.content, policy=policy.default) for envelope in server.mailbox.taken]


def subjects(server: LocalMailServer) -> list[str]:
    return [str(mail["Subject"]) for mail in mails(server)]


async def test_a_service_that_is_gone_is_told_of_after_five_minutes_and_its_return_too(
    watched: Settings, server: LocalMailServer, free_port: int
) -> None:
    watch = watch_of(watched)
    for minute in range(12):
        await watch.look_and_tell(NOW + minute * MINUTE)
    [told] = mails(server)

    async def ready(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    port = free_port + 1 if free_port < 65_000 else free_port - 1
    async with served(Starlette(routes=[Route("/readyz", ready)]), port):
        watch.settings = watched.model_copy(update={"watch_url": f"http://127.0.0.1:{port}"})
        await watch.look_and_tell(NOW + 13 * MINUTE)
        await watch.look_and_tell(NOW + 14 * MINUTE)

    assert told["Subject"] == "polku.example.org: palvelu ei ole käytettävissä"
    assert told["To"] == OPERATOR
    assert told["Content-Language"] == "fi"
    assert "NO_ANSWER" in told.get_content()
    assert "23.11.2026 10:00" in told.get_content()
    assert subjects(server)[1:] == ["polku.example.org: Taas kunnossa: palvelu ei ole käytettävissä"]


async def test_the_parts_that_fail_are_named_and_a_service_that_answers_nonsense_is_not_ready(
    watched: Settings, free_port: int
) -> None:
    answers = iter(
        [
            JSONResponse({"status": "failing", "database": "failing", "erasures": "ok"}, 503),
            Response("<html>", 502),
            JSONResponse(["x"], 500),
        ]
    )

    async def readyz(_request: Request) -> Response:
        return next(answers)

    port = free_port + 2 if free_port < 65_000 else free_port - 2
    async with served(Starlette(routes=[Route("/readyz", readyz)]), port):
        asked = watched.model_copy(update={"watch_url": f"http://127.0.0.1:{port}"})
        seen = [(await look(asked, NOW)).troubles[Trouble.NOT_READY] for _ in range(3)]

    assert seen == ["database", "HTTP_502", "HTTP_500"]


@pytest.mark.parametrize(
    ("late", "subject"),
    [
        (("events", "worker"), "työntekijäprosessi ei tee työtään"),
        (("scanner",), "tiedostoja ei tarkisteta virusten varalta niin kuin pitäisi"),
        (("limits",), "rajat eivät ole palvelinten yhteisiä"),
        (("signatures",), "tiedostoja ei tarkisteta virusten varalta niin kuin pitäisi"),
    ],
)
async def test_a_dead_worker_scanner_or_limits_server_is_told_of_although_the_service_answers(
    watched: Settings, server: LocalMailServer, free_port: int, late: tuple[str, ...], subject: str
) -> None:
    state = {"status": "degraded", "database": "ok", **dict.fromkeys(late, "late"), "worker_seconds": 912.0}

    async def readyz(_request: Request) -> Response:
        return JSONResponse(state)

    port = free_port + 3 if free_port < 65_000 else free_port - 3
    async with served(Starlette(routes=[Route("/readyz", readyz)]), port):
        watch = watch_of(watched.model_copy(update={"watch_url": f"http://127.0.0.1:{port}"}))
        for minute in (0, 6):
            await watch.look_and_tell(NOW + minute * MINUTE)

    [told] = mails(server)
    assert told["Subject"] == f"polku.example.org: {subject}"
    assert ", ".join(late) in told.get_content()


async def test_old_backups_and_failed_rehearsals_are_told_of_in_the_language_of_the_operator(
    watched: Settings, server: LocalMailServer
) -> None:
    directory = watched.backup_dir or Path()
    note_rehearsal(directory, Rehearsal(NOW, "polku.backup", "LOG_FAULTS"))

    for language, at in (("sv", NOW + 31 * HOUR), ("en", NOW + 31 * HOUR)):
        watch = watch_of(watched.model_copy(update={"operator_language": language}))
        for minute in (0, 6):
            await watch.look_and_tell(at + minute * MINUTE)

    backups, rehearsals = "newest backup is too old", "a backup could not be restored in a rehearsal"
    assert [subject.partition(": ")[2] for subject in subjects(server) if "tjänsten" not in subject] == [
        "den nyaste säkerhetskopian är för gammal",
        "en säkerhetskopia kunde inte återställas i övningen",
        "the service is not ready",
        f"the {backups}",
        rehearsals,
    ]
    assert "(LOG_FAULTS)" in mails(server)[-1].get_content()


async def test_a_rehearsal_that_is_long_overdue_counts_as_failed(watched: Settings) -> None:
    note_rehearsal(watched.backup_dir or Path(), Rehearsal(NOW, "polku.backup", ""))

    on_time = await look(watched, NOW + 36 * DAY)
    late = await look(watched, NOW + 38 * DAY)
    none = await look(watched.model_copy(update={"backup_dir": None}), NOW + 38 * DAY)

    assert Trouble.REHEARSAL_FAILED not in on_time.troubles
    assert late.troubles[Trouble.REHEARSAL_FAILED] == "TOO_OLD"
    assert set(none.troubles) == {Trouble.NOT_READY}


async def test_a_mail_that_is_not_taken_is_tried_again_and_a_restart_forgets_nothing(
    watched: Settings, server: LocalMailServer
) -> None:
    await server.stop()
    watch = watch_of(watched)
    for minute in range(8):
        await watch.look_and_tell(NOW + minute * MINUTE)
    watch.remember()
    await server.start()
    restarted = watch_of(watched)
    restarted.recall()
    await restarted.look_and_tell(NOW + 8 * MINUTE)
    restarted.remember()
    third = watch_of(watched)
    third.recall()
    await third.look_and_tell(NOW + 9 * MINUTE)

    assert len(mails(server)) == 1


def test_a_memory_that_cannot_be_read_is_no_reason_not_to_watch(watched: Settings) -> None:
    for text in ("", "[1]", '{"NOT_READY": {"since": "never"}}', '{"UNKNOWN": {}}'):
        (watched.state_dir / "watch.json").write_text(text)
        watch = watch_of(watched)
        watch.recall()
        assert watch.standings == {}


@given(st.lists(st.booleans(), max_size=300))
def test_a_trouble_is_told_of_at_most_once_an_hour_and_ends_as_often_as_it_begins(seen: list[bool]) -> None:
    standing, told = Standing(), list[tuple[datetime, Message]]()
    for minute, is_seen in enumerate(seen):
        now = NOW + minute * MINUTE
        standing, message = next_standing(standing, now, PATIENCE, is_seen=is_seen)
        if message:
            told.append((now, message))

    began = [at for at, message in told if message is Message.BEGAN]
    kinds = [message for _, message in told]
    assert all(later - earlier >= HOUR for earlier, later in pairwise(began))
    assert kinds == [Message.BEGAN, Message.ENDED] * (len(kinds) // 2) + [Message.BEGAN] * (len(kinds) % 2)
    assert not began or True in [all(seen[at : at + 6]) and len(seen[at : at + 6]) == 6 for at in range(len(seen))]


def test_a_trouble_that_lasts_is_told_of_once_a_day() -> None:
    standing, told = Standing(), []
    for hour in range(73):
        standing, message = next_standing(standing, NOW + hour * HOUR, PATIENCE, is_seen=True)
        told += [hour] if message else []

    assert told == [1, 25, 49]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"smtp_host": ""}, "POLKU_OPERATOR_EMAIL needs POLKU_SMTP_HOST"),
        ({"mode": "production", "smtp_country": "US"}, "POLKU_SMTP_COUNTRY is outside"),
        ({"mode": "production", "smtp_country": "FI"}, "POLKU_SMTP_TLS must be starttls or tls"),
    ],
)
def test_a_watcher_whose_mails_would_go_nowhere_or_unsafely_does_not_start(
    watched: Settings, change: Mapping[str, Any], reason: str
) -> None:
    complete = {"mode": "test", "operator_email": OPERATOR, "mail_from": "a@b.fi", "smtp_tls": "none"}

    with pytest.raises(SettingsRefused, match=reason):
        load_watch_settings(**{**complete, "smtp_host": "mail.example.org", **change})


async def test_the_command_watches_without_database_and_keys_and_its_mail_names_nobody(
    watched: Settings, server: LocalMailServer
) -> None:
    long_ago = {"since": NOW.isoformat(), "told_at": None, "is_open": False}
    (watched.state_dir / "watch.json").write_text(json.dumps({"NOT_READY": long_ago}))
    names = ("mode", "state_dir", "public_url", "watch_url", "smtp_host", "smtp_port", "smtp_tls", "mail_from")
    own = {f"POLKU_{name.upper()}": str(getattr(watched, name)) for name in (*names, "operator_email")}
    others = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    command = (sys.executable, "-m", "service.commands.cli", "watch")
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=others | own, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )

    async def is_told() -> bool:
        return bool(server.mailbox.taken)

    await wait_until(is_told)
    process.terminate()
    printed, _ = await process.communicate()

    assert process.returncode == 0
    assert b'"trouble"' in printed
    assert OPERATOR.encode() not in printed
    assert "Viestissä ei ole henkilötietoja" in mails(server)[0].get_content()
