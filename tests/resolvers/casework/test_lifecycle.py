"""From a referral to a recorded day, as the people who do it: every step by its own role, through the API."""

import pytest

from tests.support.actions.casework import (
    REFERRAL,
    contract_in_force,
    contract_to_sign,
    referral_in_interview,
    started_referral,
)
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation


async def test_an_agency_follows_its_own_referral_and_another_sees_nothing(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)
    query = "query R($id: ID!) { referral(id: $id) { state lastName agency { name } } referrals { totalCount } }"
    own = await organisation.data("official_x", query, id=it["id"])
    assert own["referral"] == {"state": "INTERVIEW", "lastName": "Esimerkki", "agency": {"name": "agency_x"}}
    other = await organisation.data("official_y", query, id=it["id"])
    assert other == {"referral": None, "referrals": {"totalCount": 0}}


async def test_an_agency_cannot_refer_in_anothers_name(organisation: SampleOrganisation) -> None:
    given = REFERRAL | {"unitId": organisation.ids["unit_a"], "agencyId": organisation.ids["agency_y"]}
    assert (await try_to_create(organisation, "official_x", "Referral", **given))[1] == ["FORBIDDEN"]
    assert await organisation.count("referral") == 0


@pytest.mark.parametrize(
    "consent",
    [{"consentGivenOn": "2026-11-24"}, {"consentValidUntil": "2026-11-22"}, {"consentWithdrawnOn": "2026-11-23"}],
)
async def test_nobody_is_referred_on_a_consent_that_is_not_in_force(
    organisation: SampleOrganisation, consent: dict[str, str]
) -> None:
    given = REFERRAL | {"unitId": organisation.ids["unit_a"]} | consent
    it = await create(organisation, "official_x", "Referral", **given)

    assert await step(organisation, "official_x", "Referral", it, "SUBMIT") == ["CONSENT_NOT_IN_FORCE"]
    assert await organisation.count("referral", "state = 'DRAFT'") == 1


async def test_nobody_is_taken_on_without_consent_or_statute(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)
    await organisation.pool.execute("UPDATE referral SET consent_valid_until = '2026-11-22'")

    for name in ("ACCEPT", "WAITLIST"):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == ["CONSENT_NOT_IN_FORCE"]
    await organisation.pool.execute("UPDATE referral SET state = 'SUBMITTED'")
    for name, state in (("RECEIVE", "RECEIVED"), ("REVIEW", "IN_REVIEW"), ("INTERVIEW", "INTERVIEW")):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == ["CONSENT_NOT_IN_FORCE"]
        await organisation.pool.execute("UPDATE referral SET state = $1", state)
    assert await organisation.count("client", "last_name = 'Esimerkki'") == 0


async def test_a_consent_of_tomorrow_opens_nothing_of_the_person_to_the_unit(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)
    query = """query R($id: ID!) { referral(id: $id) { state lastName goals phone serviceCode redacted }
      referrals(filter: {lastName: {eq: "Esimerkki"}}) { totalCount } }"""
    open_ = await organisation.data("supervisor_a", query, id=it["id"])
    await organisation.pool.execute("UPDATE referral SET consent_given_on = '2026-11-24'")

    body = await organisation.raw("supervisor_a", query, id=it["id"])
    own = await organisation.data("official_x", query, id=it["id"])
    asked = await organisation.data(
        "supervisor_a", 'query E($id: ID!) { explain(id: $id, permission: "care") { restrictions } }', id=it["id"]
    )

    assert open_["referral"]["lastName"] == own["referral"]["lastName"] == "Esimerkki"
    assert all(told not in body for told in (b"Esimerkki", b"Arjen rytmi", b"+358407654321"))
    assert b'"totalCount":0' in body
    assert asked["explain"]["restrictions"] == ["consent_not_in_force"]


async def test_a_referral_of_tomorrow_s_consent_is_decided_without_its_data(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)
    await organisation.pool.execute("UPDATE referral SET consent_given_on = '2026-11-24'")
    reason = await organisation.pool.fetchval("SELECT token FROM term WHERE vocabulary = 'referral_withdraw_reason'")

    assert await step(organisation, "supervisor_a", "Referral", it, "WITHDRAW", reason=reason) == []


@pytest.mark.parametrize(
    ("table", "condition", "given"),
    [
        ("unit", "name = 'unit_a'", {}),
        ("agency", "name = 'agency_x'", {}),
        ("official", "sort_key = 'agency_x'", {"officialId": "official_x"}),
    ],
)
async def test_a_referral_is_not_sent_to_or_by_what_is_retired(
    organisation: SampleOrganisation, table: str, condition: str, given: dict[str, str]
) -> None:
    named = {key: organisation.ids[name] for key, name in given.items()}
    it = await create(organisation, "official_x", "Referral", **REFERRAL, unitId=organisation.ids["unit_a"], **named)
    await organisation.pool.execute(f"UPDATE {table} SET state = 'RETIRED' WHERE {condition}")

    sent = await step(organisation, "official_x", "Referral", it, "SUBMIT")
    chosen = REFERRAL | {"unitId": organisation.ids["unit_a"]} | named
    another = (await try_to_create(organisation, "official_x", "Referral", **chosen))[1]

    assert sent == ["REFERENCE_ENDED"]
    assert another == ([] if table == "agency" else ["REFERENCE_ENDED"])  # an agency is its official's own


async def test_a_coach_who_has_left_becomes_responsible_for_nobody(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)
    assert await step(organisation, "supervisor_a", "Referral", it, "ACCEPT") == []
    decided = {"responsibleCoachId": organisation.ids["coach_a"], "registerId": organisation.ids["register"]}
    assert await update(organisation, "supervisor_a", "Referral", it, **decided) == []
    await organisation.pool.execute(
        "UPDATE staff_member SET state = 'LEFT' WHERE id = $1", organisation.rows["coach_a"].pk
    )

    assert await step(organisation, "supervisor_a", "Referral", it, "START") == ["REFERENCE_ENDED"]
    assert (
        await update(organisation, "supervisor_a", "Referral", it, responsibleCoachId=organisation.ids["coach_b"]) == []
    )
    refused = await update(organisation, "supervisor_a", "Referral", it, responsibleCoachId=organisation.ids["coach_a"])
    assert refused == ["REFERENCE_ENDED"]


async def test_a_rejection_needs_a_reason_of_the_vocabulary(organisation: SampleOrganisation) -> None:
    it = await referral_in_interview(organisation)
    assert await step(organisation, "supervisor_a", "Referral", it, "REJECT") == ["REASON_REQUIRED"]
    assert await step(organisation, "supervisor_a", "Referral", it, "REJECT", reason="NONSENSE") == ["UNKNOWN_TERM"]
    reason = await organisation.pool.fetchval(
        "SELECT token FROM term WHERE vocabulary = 'referral_reject_reason' LIMIT 1"
    )
    assert await step(organisation, "supervisor_a", "Referral", it, "REJECT", reason=reason) == []
    assert it["state"] == "REJECTED"


async def test_a_started_referral_makes_a_client_of_the_coach_with_the_sealed_code(
    organisation: SampleOrganisation,
) -> None:
    await started_referral(organisation)
    query = """{ clients(search: "esimerkki") { nodes { state firstNames phones personalIdentityCode(purpose: COACHING)
      relationships { nodes { responsibleCoach { lastName } } } } } }"""
    nodes = (await organisation.data("coach_a", query))["clients"]["nodes"]
    assert nodes == [
        {
            "state": "ACTIVE",
            "firstNames": "Eeva Maria",
            "phones": ["+358407654321"],
            "personalIdentityCode": "010190-900P",
            "relationships": {"nodes": [{"responsibleCoach": {"lastName": "Coach_A"}}]},
        }
    ]


async def test_a_contract_beyond_the_limits_of_its_service_is_refused(organisation: SampleOrganisation) -> None:
    long = [{"weekday": day, "startsAt": "08:00:00", "minutes": 500} for day in range(1, 6)]
    it = await contract_to_sign(organisation, weeklyPattern=long)
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == ["SERVICE_LIMITS"]


async def test_a_signature_on_paper_has_the_day_of_the_paper(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)
    await organisation.pool.execute("UPDATE contract SET state = 'AWAITING_SIGNATURES', signatures = '[]'")
    given = {"reason": "CLIENT", "comment": "Eeva Esimerkki"}

    to_come = await step(organisation, "coach_a", "Contract", it, "RECORD_SIGNATURE", **given, happenedOn="2026-11-24")
    no_day = await step(organisation, "coach_a", "Contract", it, "RECORD_SIGNATURE", **given, happenedOn="2026-11-31")
    undated = await step(organisation, "supervisor_a", "Contract", it, "SIGN", happenedOn="2026-11-20")
    recorded = await step(organisation, "coach_a", "Contract", it, "RECORD_SIGNATURE", **given, happenedOn="2026-11-20")

    assert (to_come, no_day, undated, recorded) == (["IN_THE_FUTURE"], ["DATE_MALFORMED"], ["NOT_DATED"], [])
    query = "query C($id: ID!) { contract(id: $id) { signatures { party method name signedOn seenBy } } }"
    [signature] = (await organisation.data("coach_a", query, id=it["id"]))["contract"]["signatures"]
    assert signature == {
        "party": "CLIENT",
        "method": "HANDWRITTEN",
        "name": "Eeva Esimerkki",
        "signedOn": "2026-11-20",
        "seenBy": "coach_a",
    }


async def test_activation_plans_the_days_of_the_pattern_without_holidays(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)
    query = "query D($id: ID!) { contract(id: $id) { attendance(first: 100) { nodes { day plannedMinutes state } } } }"
    days = (await organisation.data("coach_a", query, id=it["id"]))["contract"]["attendance"]["nodes"]
    assert days[0] == {"day": "2026-12-02", "plannedMinutes": 300, "state": "PLANNED"}
    assert "2027-01-06" not in {d["day"] for d in days}  # Epiphany, a Wednesday
    assert days[-1]["day"] == "2027-02-24"


async def test_a_second_full_service_at_the_same_time_is_refused(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)
    programme = await organisation.pool.fetchval("SELECT programme_id FROM contract")
    pattern = [{"weekday": 2, "startsAt": "09:00:00", "minutes": 300}]
    given = {"startsOn": "2026-12-01", "endsOn": "2027-03-15", "weeklyPattern": pattern}
    other = await create(organisation, "coach_a", "Contract", programmeId=f"programme_{programme.hex}", **given)
    await step(organisation, "coach_a", "Contract", other, "REQUEST_SIGNATURES")
    await step(
        organisation, "coach_a", "Contract", other, "RECORD_SIGNATURE", reason="CLIENT", comment="Eeva Esimerkki"
    )
    await step(organisation, "supervisor_a", "Contract", other, "SIGN")
    assert await step(organisation, "supervisor_a", "Contract", other, "ACTIVATE") == ["OVERLAPPING_SERVICE"]
    assert it["state"] == "ACTIVE"


async def test_a_coach_records_a_day_and_not_one_to_come(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    await organisation.pool.execute("UPDATE attendance SET day = '2026-11-23' WHERE day = '2026-12-02'")
    query = "{ attendance(first: 2) { nodes { id revision state } } }"
    today, later = (await organisation.data("coach_a", query))["attendance"]["nodes"]
    changing = """mutation U($i: UpdateAttendanceInput!) { updateAttendance(input: $i) {
      attendance { id revision state } errors { code path } } }"""
    for day in (today, later):
        given = {"id": day["id"], "revision": day["revision"], "code": "PRESENT"}
        day.update((await organisation.data("coach_a", changing, i=given))["updateAttendance"]["attendance"])
    assert await step(organisation, "coach_a", "Attendance", today, "RECORD") == []
    assert await step(organisation, "coach_a", "Attendance", later, "RECORD") == ["DAY_TO_COME"]
    shown = "query A($id: ID!) { node(id: $id) { ... on Attendance { minutes source recordedByName } } }"
    recorded = (await organisation.data("coach_a", shown, id=today["id"]))["node"]
    assert recorded == {"minutes": 300, "source": "COACH", "recordedByName": "coach_a"}


async def test_an_agency_sees_recorded_days_only_while_the_consent_is_in_force(
    organisation: SampleOrganisation,
) -> None:
    await contract_in_force(organisation)
    await organisation.pool.execute(
        "UPDATE attendance SET state = 'RECORDED', code = 'PRESENT', presence = 'PRESENT', accounting_unit_id = unit_id"
        " WHERE day = '2026-12-02'"
    )
    referral = (await organisation.data("supervisor_a", "{ referrals { nodes { id revision } } }"))["referrals"][
        "nodes"
    ][0]
    query = "{ attendance { nodes { day presence } } }"
    scopes = frozenset({"attendance:read"})
    shown = (await organisation.data("official_x", query, scopes))["attendance"]["nodes"]
    assert shown == [{"day": "2026-12-02", "presence": "PRESENT"}]
    assert (await organisation.data("official_y", query, scopes))["attendance"]["nodes"] == []
    assert (await organisation.data("official_x", query, frozenset({"referrals:read"})))["attendance"]["nodes"] == []
    assert await update(organisation, "supervisor_a", "Referral", referral, consentWithdrawnOn="2026-11-23") == []
    assert (await organisation.data("official_x", query, scopes))["attendance"]["nodes"] == []


async def test_a_note_is_its_authors_until_signed_and_then_only_amended(organisation: SampleOrganisation) -> None:
    note = await create(
        organisation,
        "coach_a",
        "CoachingNote",
        relationshipId=organisation.ids["relationship_aino"],
        kind="MEETING",
        occurredAt="2026-11-20T09:00:00Z",
        body="Aino kertoi suunnitelmistaan.",
    )
    query = "query N($id: ID!) { coachingNote(id: $id) { state body } }"
    assert (await organisation.data("supervisor_a", query, id=note["id"]))["coachingNote"] is None
    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []
    assert (await organisation.data("supervisor_a", query, id=note["id"]))["coachingNote"]["state"] == "SIGNED"
    assert (await organisation.data("manager", query, id=note["id"]))["coachingNote"] is None
    assert (await organisation.data("trainee", query, id=note["id"]))["coachingNote"] is None
    changing = "mutation U($i: UpdateCoachingNoteInput!) { updateCoachingNote(input: $i) { errors { code path } } }"
    given = {"id": note["id"], "revision": note["revision"], "body": "Toinen"}
    refused = (await organisation.data("coach_a", changing, i=given))["updateCoachingNote"]["errors"]
    assert refused == [{"code": "FORBIDDEN_FIELD", "path": ["body"]}]
    assert await step(organisation, "coach_a", "CoachingNote", note, "AMEND", comment="Täydennys") == []
    assert await organisation.count("coaching_note", "amends_id IS NOT NULL AND state = 'DRAFT'") == 1


async def test_a_shared_note_reaches_the_trainee(organisation: SampleOrganisation) -> None:
    note = await create(
        organisation,
        "coach_a",
        "CoachingNote",
        relationshipId=organisation.ids["relationship_aino"],
        kind="MEETING",
        occurredAt="2026-11-20T09:00:00Z",
        body="Sovimme tavoitteista.",
        visibility="SHARED_WITH_TRAINEE",
    )
    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []
    query = "query N($id: ID!) { coachingNote(id: $id) { body } }"
    assert (await organisation.data("trainee", query, id=note["id"]))["coachingNote"] == {
        "body": "Sovimme tavoitteista."
    }
