"""Who looked: shown to the person as the law of the register says, and to staff with the right; never a value."""

from datetime import timedelta
from uuid import uuid4

import pytest

from schema.execution.documents import document_digest
from tests.support.actions.casework import contract_in_force
from tests.support.organisation import NOW, SampleOrganisation

CARD = "query Kortti($id: ID!) { client(id: $id) { lastName phones } }"
LOG = "query Loki($id: ID!) { client(id: $id) { accessLog { at actorName actorKind purpose operation fields basis } } }"


async def looked(organisation: SampleOrganisation, who: str = "coach_a") -> None:
    await organisation.data(who, CARD, id=organisation.ids["aino"])


async def log(organisation: SampleOrganisation, who: str, query: str = LOG) -> list[dict[str, object]] | None:
    found = (await organisation.data(who, query, id=organisation.ids["aino"]))["client"]["accessLog"]
    return None if found is None else [e for e in found if e["operation"] == document_digest(CARD)]


async def test_the_trainee_sees_who_looked_and_why(organisation: SampleOrganisation) -> None:
    await looked(organisation)
    [entry] = await log(organisation, "trainee") or []
    assert entry["actorName"] == "coach_a"
    assert entry["purpose"] == "COACHING"
    assert entry["basis"] == "WORK"
    assert entry["fields"] == ["Client.lastName", "Client.phones"]


async def test_a_register_may_show_dates_and_purposes_only_to_the_person(organisation: SampleOrganisation) -> None:
    await looked(organisation)
    await organisation.pool.execute("UPDATE register SET log_mode = 'PURPOSES'")
    query = LOG.replace("purpose", "purpose authority")
    [own] = (await organisation.data("trainee", query, id=organisation.ids["aino"]))["client"]["accessLog"]
    [officers] = await log(organisation, "privacy_officer") or []
    assert (own["actorName"], own["authority"], own["operation"]) == (None, None, None)
    assert (own["at"], own["purpose"]) == ("2026-11-22T22:00:00+00:00", "COACHING")  # the day in Finland
    assert officers["actorName"] == "coach_a"


async def test_no_bound_tells_the_hour_that_is_not_shown(organisation: SampleOrganisation) -> None:
    await looked(organisation)
    await organisation.pool.execute("UPDATE register SET log_mode = 'PURPOSES'")
    query = (
        """query Loki($id: ID!, $since: DateTime!) { client(id: $id) { accessLog(since: $since) { at operation } } }"""
    )

    async def found(who: str, since: str) -> int:
        answer = await organisation.data(who, query, id=organisation.ids["aino"], since=since)
        return len([e for e in answer["client"]["accessLog"] if e["operation"] in {None, document_digest(CARD)}])

    assert await found("trainee", "2026-11-22T22:00:00Z") == 1
    assert await found("trainee", "2026-11-23T07:00:00Z") == 0
    assert await found("privacy_officer", "2026-11-23T07:00:00Z") == 1


async def test_older_entries_need_a_special_reason_which_is_logged(organisation: SampleOrganisation) -> None:
    await looked(organisation)
    organisation.now = NOW + timedelta(days=800)
    assert await log(organisation, "trainee") == []
    special = LOG.replace("accessLog", "accessLog(specialReason: LOG_LEGAL_CLAIM)")
    assert len(await log(organisation, "trainee", special) or []) == 1
    purpose = await organisation.pool.fetchval("SELECT purpose FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert purpose == "LOG_LEGAL_CLAIM"
    assert len(await log(organisation, "privacy_officer") or []) == 1


@pytest.mark.parametrize("who", ["coach_a", "colleague_a", "manager"])
async def test_whoever_lacks_the_right_learns_nothing_of_who_looked(organisation: SampleOrganisation, who: str) -> None:
    await looked(organisation, "supervisor_a")
    answer = await organisation.ask(who, LOG, id=organisation.ids["aino"])
    assert answer["data"]["client"]["accessLog"] is None
    hidden = {"path": ["client", "accessLog"], "permission": "log", "rows": "ALL"}
    assert hidden in answer["extensions"]["redacted"]
    assert b"supervisor_a" not in await organisation.raw(who, LOG, id=organisation.ids["aino"])


async def test_the_disclosure_register_tells_what_went_to_whom_on_what_basis(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    await organisation.pool.execute(
        "UPDATE attendance SET state = 'RECORDED', code = 'PRESENT', presence = 'PRESENT', accounting_unit_id = unit_id"
        " WHERE day = '2026-12-02'"
    )
    await organisation.data(
        "official_x",
        "query Päivät { attendance { nodes { day presence } } }".replace("ä", "a"),
        frozenset({"attendance:read"}),
    )
    shown = "disclosures { agencyName basis purpose isDisclosure fields }"
    query = f'{{ clients(search: "esimerkki") {{ nodes {{ {shown} }} }} }}'
    [client] = (await organisation.data("supervisor_a", query))["clients"]["nodes"]
    [sent] = [d for d in client["disclosures"] if "Attendance.presence" in d["fields"]]
    assert sent == {
        "agencyName": "agency_x",
        "basis": "CONSENT",
        "purpose": "REFERRAL",
        "isDisclosure": True,
        "fields": ["Attendance.day", "Attendance.presence"],
    }


@pytest.mark.parametrize(
    ("list_", "mode"), [("accessLog", "NAMES"), ("accessLog", "PURPOSES"), ("disclosures", "NAMES")]
)
async def test_no_entry_of_an_equal_moment_or_day_is_lost_between_two_pages(
    organisation: SampleOrganisation, list_: str, mode: str
) -> None:
    await organisation.pool.execute("UPDATE register SET log_mode = $1", mode)
    for number in range(7):
        await looked(organisation)
        organisation.now += timedelta(minutes=number % 2)
    if list_ == "disclosures":
        await organisation.pool.execute(
            "UPDATE account SET kind = 'WORKPLACE', staff_id = NULL, workplace_id = (SELECT id FROM workplace)"
            " WHERE subject = 'coach_a'"
        )
    page = f"""query P($id: ID!, $after: String) {{ client(id: $id) {{ page: {list_}(first: 2, after: $after) {{
      cursor at purpose }} }} }}"""
    organisation.now += timedelta(minutes=5)
    cursors: list[str] = []

    while True:
        after = cursors[-1] if cursors else None
        entries = (await organisation.data("trainee", page, id=organisation.ids["aino"], after=after))["client"]["page"]
        cursors += [e["cursor"] for e in entries if e["purpose"] == "COACHING"]
        if len(entries) < 2:
            break

    assert len(cursors) == len(set(cursors)) == 7
    assert all("2026" not in cursor for cursor in cursors)


async def test_a_cursor_of_another_caller_s_log_is_refused(organisation: SampleOrganisation) -> None:
    await looked(organisation)
    query = "query P($id: ID!, $after: String) { client(id: $id) { accessLog(after: $after) { cursor } } }"
    [entry, *_] = (await organisation.data("supervisor_a", query, id=organisation.ids["aino"]))["client"]["accessLog"]

    answer = await organisation.ask("trainee", query, id=organisation.ids["aino"], after=entry["cursor"])

    assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


async def test_the_log_is_paged_by_moment_and_bounded(organisation: SampleOrganisation) -> None:
    for _ in range(3):
        await looked(organisation)
        organisation.now += timedelta(minutes=1)
    page = LOG.replace("accessLog", "accessLog(first: 1, before: $before)").replace(
        "$id: ID!", "$id: ID!, $before: DateTime!"
    )
    before = (NOW + timedelta(minutes=2)).isoformat()
    [entry] = (await organisation.data("trainee", page, id=organisation.ids["aino"], before=before))["client"][
        "accessLog"
    ]
    assert entry["at"].startswith("2026-11-23T08:01")
    too_many = LOG.replace("accessLog", "accessLog(first: 201)")
    assert (await organisation.ask("trainee", too_many, id=organisation.ids["aino"]))["errors"][0]["extensions"][
        "code"
    ] == "BAD_ARGUMENT"


@pytest.mark.parametrize(
    ("who", "purpose", "stated"),
    [
        ("coach_a", "COACHING", "CORRECTION"),
        ("trainee", "OWN_DATA", "OWN_DATA"),
        ("privacy_officer", "DATA_REQUEST", "SUPERVISION"),
        ("manager", "MANAGEMENT", "SUPERVISION"),
    ],
)
async def test_the_purpose_of_a_read_is_derived_from_the_role_unless_it_is_stated(
    organisation: SampleOrganisation, who: str, purpose: str, stated: str
) -> None:
    query = "query P($id: ID!) { client(id: $id) { lastName contactAddress accessLog { at } } }"
    await organisation.data(who, query, id=organisation.ids["aino"])
    await organisation.data(
        who, query.replace("P($id: ID!)", f"P($id: ID!) @purpose(of: {stated})"), id=organisation.ids["aino"]
    )
    found = await organisation.pool.fetch("SELECT purpose FROM disclosure_log ORDER BY id")
    assert [r["purpose"] for r in found] == [purpose, stated]


@pytest.mark.parametrize(
    ("who", "claimed", "possible"),
    [
        ("coach_a", "PAYMENT", "COACHING, REFERRAL, CONTRACT, CORRECTION"),
        ("colleague_a", "REFERRAL", "COACHING"),
        ("trainee", "COACHING", "OWN_DATA"),
        ("manager", "COACHING", "MANAGEMENT, SUPERVISION"),
        ("official_x", "CONTRACT", "REFERRAL"),
        ("workplace", "COACHING", "CONTRACT"),
        ("finance", "COACHING", "PAYMENT"),
        ("administrator", "DATA_REQUEST", "ADMINISTRATION"),
    ],
)
async def test_a_purpose_that_the_role_cannot_have_is_refused_with_those_it_has(
    organisation: SampleOrganisation, who: str, claimed: str, possible: str
) -> None:
    query = "query V($of: Purpose!) @purpose(of: $of) { clients { nodes { lastName } } }"
    before = await organisation.count("disclosure_log")

    refused = await organisation.ask(who, query, of=claimed)
    literal = await organisation.ask(who, query.replace("($of: Purpose!)", "").replace("$of", claimed))

    assert [e["extensions"]["code"] for e in refused["errors"]] == ["PURPOSE_NOT_OPEN"]
    assert f"Mahdolliset: {possible}." in refused["errors"][0]["message"]
    assert literal == refused
    assert "data" not in refused
    assert await organisation.count("disclosure_log", "outcome = 'DENIED'") == await organisation.count(
        "disclosure_log"
    )
    assert await organisation.count("disclosure_log") == before + 2


@pytest.mark.parametrize("purpose", ["OWN_DATA", "PAYMENT", "MANAGEMENT"])
async def test_a_purpose_beside_an_identity_code_is_one_of_the_role_too(
    organisation: SampleOrganisation, purpose: str
) -> None:
    one = f"query O($id: ID!) {{ client(id: $id) {{ personalIdentityCode(purpose: {purpose}) }} }}"
    code = f"""query S($c: PersonalIdentityCode!) {{
      clients(identityCode: {{code: $c, purpose: {purpose}}}) {{ totalCount }} }}"""
    for answer in (
        await organisation.ask("coach_a", one, id=organisation.ids["aino"]),
        await organisation.ask("coach_a", code, c="010190-900P"),
    ):
        assert [e["extensions"]["code"] for e in answer["errors"]] == ["PURPOSE_NOT_OPEN"]
    assert await organisation.count("disclosure_log", "operation IN ('O', 'S')") == 0


@pytest.mark.parametrize("who", ["supervisor_a", "coach_a"])
async def test_who_at_a_workplace_looked_at_a_protected_person_is_not_told_to_the_uncleared(
    organisation: SampleOrganisation, who: str
) -> None:
    cells = "actorKind actorName operation authority organisationName"
    seen = f"query L($id: ID!) {{ client(id: $id) {{ accessLog {{ {cells} }} }} }}"
    if who == "coach_a":
        await organisation.pool.execute("UPDATE role_grant SET role = 'supervisor' WHERE role = 'coach'")
    for name in ("aino", "turva"):
        await organisation.pool.execute(
            "INSERT INTO disclosure_log (at, account, authority, operation, document, fields, asked, purpose, request,"
            " subjects, outcome) VALUES ($1, $2, 'WORKPLACE: workplace', 'Today', 'd', ARRAY['Attendance.day'], '{}',"
            " 'CONTRACT', $3, ARRAY[$4::uuid], 'SHOWN')",
            NOW,
            organisation.rows["account_workplace"].pk,
            uuid4(),
            organisation.rows[name].pk,
        )
    known = await organisation.data(who, seen, id=organisation.ids["aino"])
    hidden = await organisation.data(who, seen, id=organisation.ids["turva"])

    told = {
        "actorKind": "WORKPLACE",
        "actorName": "workplace",
        "operation": "Today",
        "authority": "WORKPLACE: workplace",
        "organisationName": "Työpaja",
    }
    assert told in known["client"]["accessLog"]
    assert dict.fromkeys(told) | {"actorKind": "WORKPLACE"} in hidden["client"]["accessLog"]
    assert told not in hidden["client"]["accessLog"]


async def test_whoever_looked_is_named_by_person_or_organisation(organisation: SampleOrganisation) -> None:
    people = ("trainee", "workplace", "official_x", "coach_a")
    for name in people:
        await organisation.pool.execute(
            "INSERT INTO disclosure_log (at, account, authority, operation, document, fields, asked, purpose, request,"
            " subjects, outcome) VALUES ($1, $2, 'any', 'Seen', 'd', ARRAY['Client.phones'], '{}', 'COACHING', $3,"
            " ARRAY[$4::uuid], 'SHOWN')",
            NOW,
            organisation.rows[f"account_{name}"].pk,
            uuid4(),
            organisation.rows["aino"].pk,
        )
    query = """query L($id: ID!) { client(id: $id) {
      accessLog { operation actorName organisationName } disclosures { operation actorName organisationName } } }"""
    named = {("Aino Äijälä", None), ("workplace", "Työpaja"), ("official_x", "agency_x"), ("coach_a", None)}

    async def seen(who: str, field: str) -> set[tuple[str | None, str | None]]:
        found = (await organisation.data(who, query, id=organisation.ids["aino"]))["client"][field]
        return {(e["actorName"], e["organisationName"]) for e in found if e["operation"] in ("Seen", None)}

    assert await seen("trainee", "accessLog") == named
    assert await seen("trainee", "disclosures") == {("workplace", "Työpaja"), ("official_x", "agency_x")}
    assert named <= await seen("supervisor_a", "accessLog")
    officers = await seen("privacy_officer", "accessLog")  # who may not read the name of the person
    assert named - officers == {("Aino Äijälä", None)}
    assert (None, None) in officers

    await organisation.pool.execute("UPDATE register SET log_mode = 'PURPOSES'")
    assert await seen("trainee", "disclosures") == {(None, "Työpaja"), (None, "agency_x")}
    assert {name for name, _ in await seen("trainee", "accessLog")} == {None}
