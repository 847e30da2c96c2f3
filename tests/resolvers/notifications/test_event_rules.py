"""Who is told of what: rules, roles, and that no notice gives away what a query hides."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from tortoise.transactions import in_transaction

import models
from models.vocabulary import seeded_event_titles
from resolvers.context import CommandContext
from resolvers.notifications.dispatching import dispatch_events
from resolvers.notifications.events import MORE_EVENTS, event_title, event_titles
from resolvers.notifications.notifying import IN_SERVICE, accounts_with_role, notify
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from schema.engine.language import CHOICES
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from tests.support.actions.content import create
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation
from workflow.language import STAYS
from workflow.roles import ROLES, Role

UPDATE = "mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code } } }"
CREATE = """mutation C($i: CreateEventRuleInput!) { createEventRule(input: $i) {
  eventRule { id } errors { code path message } } }"""
# But for the one that came with the migrations.
GIVEN = "id <> '01a20ada-2c00-7000-8000-000000000072'"
OWN = "{ notifications { nodes { id revision state event text link } } }"


@pytest.fixture
def context(organisation: SampleOrganisation, settings: Settings) -> CommandContext:
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring_of(settings), NOW, TODAY)


async def rule(recipients: str, event: str = "client.update", channel: str = "SERVICE", **more: Any) -> None:
    given: dict[str, Any] = {"state": "ACTIVE", "event": event, "recipients": recipients, "channel": channel}
    await models.EventRule.create(**STAMP, **(given | more))


async def changed(
    organisation: SampleOrganisation, context: CommandContext, who: str = "supervisor_a", client: str = "aino"
) -> None:
    """Have somebody change a client, and the event dispatched."""
    given = {"id": organisation.ids[client], "revision": 1, "callName": "Uusi"}
    assert (await organisation.data(who, UPDATE, i=given))["updateClient"]["errors"] == []
    await dispatch_events(context)


async def recipients(organisation: SampleOrganisation) -> list[str]:
    joined = "notification n JOIN account a ON a.id = n.recipient_id"
    names = f"SELECT coalesce(a.name, 'trainee') AS name FROM {joined} ORDER BY 1"
    return [row["name"] for row in await organisation.pool.fetch(names)]


@pytest.mark.parametrize(
    ("whom", "told"),
    [
        ("RESPONSIBLE_COACH", ["coach_a"]),
        ("UNIT_SUPERVISORS", []),
        ("PRIVACY_OFFICERS", ["privacy_officer"]),
        ("AGENCY_OFFICIALS", []),
        ("TRAINEE", ["trainee"]),
    ],
)
async def test_a_rule_tells_whom_it_names_but_not_the_one_who_did_it(
    organisation: SampleOrganisation, context: CommandContext, whom: str, told: list[str]
) -> None:
    await rule(whom)
    await changed(organisation, context)

    assert await recipients(organisation) == told


async def test_a_notice_is_its_recipients_alone_and_names_nobody(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("RESPONSIBLE_COACH")
    await changed(organisation, context)

    [notice] = (await organisation.data("coach_a", OWN))["notifications"]["nodes"]
    others = [await organisation.data(who, OWN) for who in ("supervisor_a", "administrator", "trainee", "manager")]
    assert notice["text"] == "Valmentautuja-asiakas: muutettu"
    assert (notice["event"], notice["link"], notice["state"]) == ("client.update", organisation.ids["aino"], "UNREAD")
    assert all(other == {"notifications": {"nodes": []}} for other in others)

    read = """mutation R($i: TransitionNotificationInput!) { transitionNotification(input: $i) {
      notification { state } errors { code } } }"""
    step = {"id": notice["id"], "revision": 1, "transition": "READ"}
    refused = (await organisation.data("supervisor_a", read, i=step))["transitionNotification"]
    done = (await organisation.data("coach_a", read, i=step))["transitionNotification"]
    assert [e["code"] for e in refused["errors"]] == ["NOT_FOUND"]
    assert done == {"notification": {"state": "READ"}, "errors": []}


async def test_who_does_not_see_the_object_is_told_nothing(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    everybody = [row.pk for name, row in organisation.rows.items() if name.startswith("account_")]
    aino = UUID(str(organisation.rows["aino"].pk))
    async with in_transaction() as db:
        await notify(context, "client.update", "client", aino, everybody, db, IN_SERVICE)

    seeing = []
    for name in (n.removeprefix("account_") for n in organisation.rows if n.startswith("account_")):
        shown = await organisation.data(
            name, "query C($id: ID!) { client(id: $id) { id } }", id=organisation.ids["aino"]
        )
        seeing += [name] if shown["client"] else []
    assert await recipients(organisation) == sorted(seeing)
    assert {"coach_b", "administrator", "official_x", "workplace"} & set(seeing) == set()
    assert {"coach_a", "colleague_a", "trainee", "manager"} <= set(seeing)


async def test_two_rules_that_name_the_same_person_make_one_notice(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("RESPONSIBLE_COACH")
    await rule("RESPONSIBLE_COACH", channel="SERVICE_AND_EMAIL")
    await changed(organisation, context)

    assert await recipients(organisation) == ["coach_a"]
    assert await organisation.count("delivery") == 1


async def test_a_rule_of_a_unit_is_silent_about_other_units(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("RESPONSIBLE_COACH", unit_id=organisation.rows["unit_b"].pk)
    await changed(organisation, context)
    await changed(organisation, context, "supervisor_b", "pertti")

    assert await recipients(organisation) == ["coach_b"]


async def test_a_retired_rule_tells_nobody_and_the_event_leaves_the_queue(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("RESPONSIBLE_COACH", state="RETIRED")
    await changed(organisation, context)

    assert await recipients(organisation) == []
    assert await organisation.count("outbox", "dispatched_at IS NULL") == 0


async def test_events_that_nobody_wants_leave_the_queue_by_the_thousand(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("RESPONSIBLE_COACH")
    await organisation.pool.execute(
        "INSERT INTO outbox (at, event, noun, object_id, revision) SELECT $1, 'attendance.create', 'attendance',"
        " gen_random_uuid(), 1 FROM generate_series(1, 25000)",
        NOW,
    )
    await changed(organisation, context)

    assert await recipients(organisation) == ["coach_a"]
    assert await organisation.count("outbox", "dispatched_at IS NULL AND noun <> 'notification'") == 0


async def test_several_dispatchers_at_once_tell_of_each_event_once(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("RESPONSIBLE_COACH")
    event = {
        "at": NOW,
        "event": "client.update",
        "noun": "client",
        "object_id": organisation.rows["aino"].pk,
        "revision": 1,
    }
    await models.Outbox.bulk_create([models.Outbox(**event) for _ in range(250)])
    done = await asyncio.gather(*(dispatch_events(context) for _ in range(3)))

    assert sum(done) >= 250
    assert await recipients(organisation) == ["coach_a"] * 250


async def test_an_event_that_cannot_be_told_of_holds_up_no_other(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("PRIVACY_OFFICERS")
    await models.Outbox.create(at=NOW, event="client.update", noun="nonsense", object_id=UUID(int=7), revision=1)
    with pytest.raises(KeyError):
        await changed(organisation, context)

    assert await recipients(organisation) == ["privacy_officer"]
    assert await organisation.count("outbox", "dispatched_at IS NULL") == 1


async def test_an_object_erased_before_its_event_is_told_of_to_nobody(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    await rule("PRIVACY_OFFICERS")
    await models.Outbox.create(at=NOW, event="client.update", noun="client", object_id=UUID(int=7), revision=1)

    assert await dispatch_events(context) == 1
    assert await recipients(organisation) == []


async def test_an_event_that_the_register_cannot_tell_of_is_refused_in_a_rule(organisation: SampleOrganisation) -> None:
    given = {"event": "client.vanish", "recipients": "RESPONSIBLE_COACH", "channel": "SERVICE"}
    refused = (await organisation.data("administrator", CREATE, i=given))["createEventRule"]
    done = (await organisation.data("administrator", CREATE, i=given | {"event": "referral.submit"}))["createEventRule"]

    assert [(e["code"], e["path"]) for e in refused["errors"]] == [("UNKNOWN_EVENT", ["event"])]
    assert done["errors"] == []
    assert await organisation.count("event_rule", GIVEN) == 1


async def test_a_supervisor_keeps_the_rules_of_the_own_unit_only(organisation: SampleOrganisation) -> None:
    given = {"event": "referral.submit", "recipients": "UNIT_SUPERVISORS", "channel": "SERVICE"}
    inputs = [given | {"unitId": organisation.ids["unit_a"]}, given | {"unitId": organisation.ids["unit_b"]}, given]
    made = [(await organisation.data("supervisor_a", CREATE, i=i))["createEventRule"] for i in inputs]

    assert [[(e["code"], *e["path"]) for e in m["errors"]] for m in made] == [
        [],
        [("FORBIDDEN",)],
        [("UNIT_REQUIRED", "unitId")],
    ]
    assert ROLES[Role.SUPERVISOR].titles[0] in made[2]["errors"][0]["message"]
    assert await organisation.count("event_rule", GIVEN) == 1


@pytest.mark.parametrize(
    ("event", "recipients", "possible"),
    [
        ("data_request.create", "UNIT_SUPERVISORS", ["PRIVACY_OFFICERS", "TRAINEE"]),
        ("unit.update", "TRAINEE", ["UNIT_SUPERVISORS", "PRIVACY_OFFICERS"]),
        ("legal_hold.create", "AGENCY_OFFICIALS", ["PRIVACY_OFFICERS"]),
    ],
)
async def test_recipients_who_can_never_see_such_an_object_are_refused_in_a_rule(
    organisation: SampleOrganisation, event: str, recipients: str, possible: list[str]
) -> None:
    given = {"event": event, "recipients": recipients, "channel": "SERVICE"}
    [error] = (await organisation.data("administrator", CREATE, i=given))["createEventRule"]["errors"]
    done = [
        (await organisation.data("administrator", CREATE, i=given | {"recipients": other}))["createEventRule"]["errors"]
        for other in possible
    ]

    assert (error["code"], error["path"]) == ("RECIPIENTS_CANNOT_SEE", ["recipients"])
    titles = CHOICES["RuleRecipients"][2]
    assert all(titles[name][0] in error["message"] for name in possible)
    assert titles[recipients][0] not in error["message"]
    assert done == [[] for _ in possible]
    assert await organisation.count("event_rule", GIVEN) == len(possible)


async def test_the_privacy_officers_are_told_of_every_data_request_unless_somebody_ends_the_rule(
    organisation: SampleOrganisation, context: CommandContext
) -> None:
    query = "mutation C($i: CreateDataRequestInput!) { createDataRequest(input: $i) { errors { code } } }"
    asked = await organisation.data("trainee", query, i={"kind": "ACCESS"})
    await dispatch_events(context)
    end = "mutation E($i: TransitionEventRuleInput!) { transitionEventRule(input: $i) { errors { code } } }"
    [given] = (await organisation.data("administrator", "{ eventRules { nodes { id revision } } }"))["eventRules"][
        "nodes"
    ]
    await organisation.data("administrator", end, i=given | {"transition": "RETIRE", "comment": "Luemme luetteloa"})
    await organisation.data("trainee", query, i={"kind": "PORT"})
    await dispatch_events(context)

    assert asked["createDataRequest"]["errors"] == []
    told = await organisation.pool.fetch("SELECT recipient_id, event, link FROM notification")
    assert [(r["recipient_id"], r["event"]) for r in told] == [
        (organisation.rows["account_privacy_officer"].pk, "data_request.create")
    ]
    assert await organisation.count("delivery", "event = 'data_request.create'") == 1


async def test_a_role_is_found_in_its_unit_everywhere_and_only_while_it_lasts(organisation: SampleOrganisation) -> None:
    async with in_transaction() as db:
        in_a = await accounts_with_role(Role.SUPERVISOR, organisation.rows["unit_a"].pk, TODAY, db)
        anywhere = await accounts_with_role(Role.SUPERVISOR, None, TODAY, db)
        before = await accounts_with_role(Role.SUPERVISOR, None, TODAY.replace(year=2025), db)

    assert in_a == {organisation.rows["account_supervisor_a"].pk}
    assert anywhere == in_a | {organisation.rows["account_supervisor_b"].pk}
    assert before == set()


async def test_a_notice_of_opened_access_says_in_the_past_what_happened(organisation: SampleOrganisation) -> None:
    given = {
        "clientId": organisation.ids["aino"],
        "reason": "Asiakas soitti hädissään, valmentaja sairaana",
        "minutes": 30,
    }
    await create(organisation, "coach_b", "EmergencyAccess", **given)

    [notice] = (await organisation.data("supervisor_a", OWN))["notifications"]["nodes"]
    assert notice["text"] == "Hätäkatselu: avattu"


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("emergency_access.create", ("Hätäkatselu: avattu", "Nödåtkomst: öppnad", "Emergency access: opened")),
        ("support_access.create", ("Tukikatselu: myönnetty", "Supportåtkomst: beviljad", "Support access: granted")),
        (
            "privacy_notice.publish",
            ("Tietosuojaseloste: julkaistu", "Dataskyddsbeskrivning: publicerad", "Privacy notice: published"),
        ),
        ("consent.withdraw", ("Suostumus: peruttu", "Samtycke: återkallat", "Consent: withdrawn")),
        ("contract.sign", ("Sopimus: allekirjoitettu", "Avtal: undertecknat", "Contract: signed")),
        ("client.update", ("Valmentautuja-asiakas: muutettu", "Klient: ändrad", "Client: changed")),
    ],
)
def test_an_event_is_told_in_the_past_and_in_words_that_agree(event: str, words: tuple[str, str, str]) -> None:
    assert event_titles(schema_and_content_types()[1])[event] == words


def test_no_event_reads_as_the_command_that_caused_it() -> None:
    read_as_commands, unsaid = [], []
    for noun, type_ in schema_and_content_types()[1].items():
        workflow = type_.kind.workflow
        for name, step in workflow.transitions.items():
            reached = () if step.target == STAYS else workflow.states[step.target].titles
            is_named = {name, f"{noun}.{name}"} & set(seeded_event_titles())
            unsaid += [f"{noun}.{name}"] if not is_named and step.target == STAYS else []
            for said, title, state in zip(event_title(type_, name), step.titles, reached or step.titles, strict=True):
                if said == title.lower() and (not reached or said != state.lower()):
                    read_as_commands.append((noun, name, said))

    assert unsaid == [], "say in models/vocabulary/event_titles.csv what has happened"
    assert read_as_commands == []


def test_every_transition_of_every_type_is_an_event_with_words_in_three_languages() -> None:
    content_types = schema_and_content_types()[1]
    events = event_titles(content_types)
    steps = {f"{noun}.{name.lower()}" for noun, t in content_types.items() for name in t.kind.workflow.transitions}

    silent = {event for event in steps if event.startswith(("notification.", "delivery."))}
    assert steps - silent <= set(events)
    assert {"client.attach", "referral.submit", "contract.supersede", "coaching_note.create"} <= set(events)
    assert all(len(words) == 3 and all(words) for words in events.values())
    assert not [event for event in MORE_EVENTS if event.split(".")[0] not in content_types]
