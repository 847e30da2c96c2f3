"""Mails to a real SMTP server: what they hold, what they never hold, and how they end."""

import asyncio
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest

import models
from models.notification import Delivery
from resolvers.context import CommandContext
from resolvers.mail_server import MailServer
from resolvers.notifications.mailing import MOST_ATTEMPTS, send_mail
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from tests.support.actions.mails import EVENT, context_after, notify_about_aino
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation
from tests.support.processes.mail_server import LocalMailServer


@pytest.fixture
async def context(organisation: SampleOrganisation, settings: Settings, server: LocalMailServer) -> CommandContext:
    mail = MailServer("127.0.0.1", server.port, "polku@example.org", "https://polku.example.org", tls="none")
    await models.Destination.create(
        state="ACTIVE", kind="MAIL", host="127.0.0.1", country="FI", purpose="Ilmoitukset", **STAMP
    )
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring_of(settings), NOW, TODAY, mail=mail)


async def test_a_mail_holds_fixed_words_and_a_link_and_nothing_of_anybody(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer
) -> None:
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(context)

    [envelope] = server.mailbox.taken
    mail = message_from_bytes(envelope.original_content or envelope.content, policy=policy.default)
    body = mail.get_content()
    assert mail["subject"] == "Ilmoitus Polusta: Valmentautuja-asiakas: muutettu"
    assert mail["to"] == "supervisor_a@example.org"
    assert f"https://polku.example.org/#{organisation.ids['aino']}" in body
    assert mail["auto-submitted"] == "auto-generated"
    raw, client = envelope.content.decode() + body, organisation.rows["aino"]
    for known in (
        organisation.ids["aino"],
        str(mail["message-id"]),
    ):  # random, so that a short number is in one now and then
        raw = raw.replace(known, "")
    columns = set(client._meta.fields_db_projection) - {"id", "state", "provenance", "revision", "gender"}
    values = {str(part) for name in columns for part in _parts(getattr(client, name))}
    assert {"Aino", "Äijälä", "aino@example.org", "Kalevankatu 1"} <= values
    assert [value for value in values if len(value) > 2 and value.lower() in raw.lower()] == []


def _parts(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Avaa se kirjautumalla"), ("sv", "genom att logga in"), ("en", "Log in to open it")]
)
async def test_a_mail_is_in_the_language_of_its_reader(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer, language: str, words: str
) -> None:
    await organisation.pool.execute("UPDATE account SET language = $1", language)
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(context)

    [envelope] = server.mailbox.taken
    assert words in message_from_bytes(envelope.content, policy=policy.default).get_content()


async def test_a_server_that_was_down_gets_each_mail_once_when_it_is_up_again(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer
) -> None:
    await notify_about_aino(organisation, context, "supervisor_a")
    await server.stop()
    await send_mail(context)
    await send_mail(context)  # too early: it is not tried again before its pause is over
    row = await Delivery.get()
    waiting = (row.state, row.attempts, row.failure, row.due_at)
    again = LocalMailServer(server.port)
    await again.start()
    await send_mail(context_after(context, minutes=1))
    await send_mail(context_after(context, hours=1))
    await again.stop()

    assert waiting == ("WAITING", 1, "SERVER_UNREACHABLE", NOW + timedelta(seconds=30))
    assert len(again.mailbox.taken) == 1
    assert (await Delivery.get()).state == "SENT"


async def test_two_who_send_at_once_send_every_mail_once(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer
) -> None:
    for _ in range(10):
        await notify_about_aino(organisation, context, "supervisor_a", "coach_a")
    await asyncio.gather(send_mail(context), send_mail(context), send_mail(context))

    assert len(server.mailbox.taken) == 20
    assert await organisation.count("delivery", "state = 'SENT'") == 20


async def test_an_address_refused_for_good_ends_as_a_failure_that_staff_see(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer
) -> None:
    server.mailbox.refused["supervisor_a@example.org"] = "550 no such user supervisor_a@example.org"
    await notify_about_aino(organisation, context, "supervisor_a", "coach_a")
    await send_mail(context)
    await send_mail(context_after(context, days=3))

    query = """{ deliveries(filter: {state: {eq: FAILED}}) { nodes {
      id revision event failure recipientKind staffMember { lastName } } } }"""
    [failed] = (await organisation.data("administrator", query))["deliveries"]["nodes"]
    hidden = await organisation.data("supervisor_a", query)
    assert failed["failure"] == "ADDRESS_REFUSED"
    assert failed["event"] == EVENT
    assert failed["staffMember"] == {"lastName": "Supervisor_A"}
    assert hidden == {"deliveries": {"nodes": []}}
    assert [envelope.rcpt_tos for envelope in server.mailbox.taken] == [["coach_a@example.org"]]
    stored = await organisation.pool.fetchval("SELECT string_agg(d::text, '') FROM delivery d")
    assert "@" not in stored

    server.mailbox.refused.clear()
    step = {"id": failed["id"], "revision": failed["revision"], "transition": "RETRY"}
    retry = "mutation R($i: TransitionDeliveryInput!) { transitionDelivery(input: $i) { errors { code } } }"
    assert (await organisation.data("administrator", retry, i=step))["transitionDelivery"] == {"errors": []}
    await send_mail(context_after(context, minutes=1))
    assert len(server.mailbox.taken) == 2


async def test_a_mail_refused_for_now_is_tried_later_and_in_the_end_given_up(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer
) -> None:
    server.mailbox.refused["supervisor_a@example.org"] = "450 try later"
    await notify_about_aino(organisation, context, "supervisor_a")
    for days in range(MOST_ATTEMPTS + 2):
        await send_mail(context_after(context, days=days))

    row = await Delivery.get()
    assert (row.state, row.attempts, row.failure) == ("FAILED", MOST_ATTEMPTS, "ADDRESS_REFUSED")
    assert server.mailbox.taken == []


@pytest.mark.parametrize(
    "change", ["state = 'RETIRED'", "country = 'US'", "kind = 'WEBHOOK'", "host = 'other.example'"]
)
async def test_nothing_is_sent_to_a_host_that_is_no_destination_in_use(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer, change: str
) -> None:
    await organisation.pool.execute(f"UPDATE destination SET {change}")
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(context)

    assert server.mailbox.taken == []
    assert (await Delivery.get()).failure == "NO_DESTINATION"


async def test_a_mail_is_not_sent_when_its_reader_may_no_longer_see_the_object(
    organisation: SampleOrganisation, context: CommandContext, server: LocalMailServer
) -> None:
    await notify_about_aino(organisation, context, "supervisor_a")
    await organisation.pool.execute("UPDATE role_grant SET ends_before = $1 WHERE role = 'supervisor'", TODAY)
    await send_mail(context)

    assert server.mailbox.taken == []
    assert (await Delivery.get()).failure == "NOT_VISIBLE"
