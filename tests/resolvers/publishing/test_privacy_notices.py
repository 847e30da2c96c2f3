"""A privacy notice is written, reviewed by another person, published in one swap, announced and acknowledged."""

import asyncpg
import pytest

from resolvers.publishing.data_inventory import data_inventory
from resolvers.publishing.privacy_notices import REQUIRED_TOPICS
from service.resources import schema_and_content_types
from service.settings import Settings
from tests.support.actions.privacy_notices import (
    ACCEPT_NOTICE,
    TEXTS,
    copy_in_review,
    draft_notice,
    published_notice,
    step_notice,
)
from tests.support.organisation import SampleOrganisation

UPDATE = """mutation U($i: UpdatePrivacyNoticeInput!) { updatePrivacyNotice(input: $i) {
  privacyNotice { id revision } errors { code path } } }"""


async def test_a_notice_is_published_by_somebody_else_than_its_writer(organisation: SampleOrganisation) -> None:
    submitted = await step_notice(organisation, "privacy_officer", "SUBMIT", await draft_notice(organisation))
    own = await step_notice(organisation, "privacy_officer", "PUBLISH", submitted["privacyNotice"])
    other = await step_notice(organisation, "manager", "PUBLISH", submitted["privacyNotice"])

    assert [e["code"] for e in own["errors"]] == ["SAME_REVIEWER"]
    assert (other["privacyNotice"]["state"], other["privacyNotice"]["version"]) == ("PUBLISHED", 1)


async def test_a_writer_does_not_publish_the_own_words_that_a_colleague_submitted(
    organisation: SampleOrganisation,
) -> None:
    draft = await draft_notice(organisation)
    given = {"id": draft["id"], "revision": draft["revision"], "effectiveOn": "2026-12-01"}
    changed = (await organisation.data("administrator", UPDATE, i=given))["updatePrivacyNotice"]["privacyNotice"]
    submitted = (await step_notice(organisation, "administrator", "SUBMIT", changed))["privacyNotice"]

    refused = await step_notice(organisation, "privacy_officer", "PUBLISH", submitted)

    assert [e["code"] for e in refused["errors"]] == ["SAME_REVIEWER"]
    assert await organisation.count("privacy_notice", "state = 'PUBLISHED'") == 0


async def test_a_review_sends_back_with_a_comment_and_the_author_may_write_again(
    organisation: SampleOrganisation,
) -> None:
    submitted = (await step_notice(organisation, "privacy_officer", "SUBMIT", await draft_notice(organisation)))[
        "privacyNotice"
    ]
    frozen = {"id": submitted["id"], "revision": submitted["revision"], "texts": TEXTS}
    refused = (await organisation.data("privacy_officer", UPDATE, i=frozen))["updatePrivacyNotice"]
    silent = await step_notice(organisation, "manager", "SEND_BACK", submitted)
    back = await step_notice(organisation, "manager", "SEND_BACK", submitted, "Oikeudet on kuvattava tarkemmin.")

    assert [e["code"] for e in refused["errors"]] == ["FORBIDDEN_FIELD"]
    assert [e["code"] for e in silent["errors"]] == ["COMMENT_REQUIRED"]
    assert back["privacyNotice"]["state"] == "DRAFT"


async def test_a_notice_without_a_topic_of_the_law_is_not_reviewed(organisation: SampleOrganisation) -> None:
    refused = await step_notice(
        organisation, "privacy_officer", "SUBMIT", await draft_notice(organisation, texts=TEXTS[:-1])
    )

    assert refused["errors"] == [{"code": "NOTICE_INCOMPLETE", "path": ["texts", REQUIRED_TOPICS[-1]]}]
    assert await organisation.count("privacy_notice", "state = 'IN_REVIEW'") == 0


async def test_publishing_a_copy_supersedes_the_original_in_one_transaction(organisation: SampleOrganisation) -> None:
    first = await published_notice(organisation)
    copy = await copy_in_review(organisation, first)
    before = await organisation.count("privacy_notice", "state = 'PUBLISHED'")
    done = await step_notice(organisation, "manager", "PUBLISH", copy)
    rows = await organisation.pool.fetch("SELECT state, version, xmin::text FROM privacy_notice ORDER BY version")

    assert before == 1
    assert done["privacyNotice"]["version"] == 2
    assert [(r["state"], r["version"]) for r in rows] == [("SUPERSEDED", 1), ("PUBLISHED", 2)]
    assert len({r["xmin"] for r in rows}) == 1


async def test_a_published_notice_has_one_open_copy_and_is_not_changed_itself(organisation: SampleOrganisation) -> None:
    first = await published_notice(organisation)
    await copy_in_review(organisation, first)
    given = {"id": first["id"], "revision": first["revision"] + 1, "texts": TEXTS}
    again = await step_notice(organisation, "privacy_officer", "EDIT", first | {"revision": first["revision"] + 1})
    refused = (await organisation.data("privacy_officer", UPDATE, i=given))["updatePrivacyNotice"]

    assert [e["code"] for e in again["errors"]] == ["COPY_OPEN"]
    assert [e["code"] for e in refused["errors"]] == ["FORBIDDEN_FIELD"]
    assert await organisation.count("privacy_notice") == 2


async def test_a_copy_of_what_was_retired_meanwhile_is_not_published(organisation: SampleOrganisation) -> None:
    first = await published_notice(organisation)
    copy = await copy_in_review(organisation, first)
    asked = await step_notice(
        organisation, "administrator", "ASK_RETIREMENT", first | {"revision": first["revision"] + 1}, "Rekisteri loppuu"
    )
    retired = await step_notice(organisation, "manager", "RETIRE", asked["privacyNotice"], "Rekisteri loppuu")
    refused = await step_notice(organisation, "administrator", "PUBLISH", copy)

    assert retired["privacyNotice"]["state"] == "RETIRED"
    assert [e["code"] for e in refused["errors"]] == ["ORIGINAL_MOVED"]
    assert await organisation.count("privacy_notice", "state = 'PUBLISHED'") == 0


async def test_a_second_notice_of_a_register_is_refused_by_the_database_itself(
    organisation: SampleOrganisation,
) -> None:
    await published_notice(organisation)
    submitted = (await step_notice(organisation, "privacy_officer", "SUBMIT", await draft_notice(organisation)))[
        "privacyNotice"
    ]
    refused = await step_notice(organisation, "manager", "PUBLISH", submitted)

    assert [e["code"] for e in refused["errors"]] == ["PUBLISHED_ALREADY"]
    assert await organisation.count("privacy_notice", "state = 'PUBLISHED'") == 1


async def test_the_published_section_of_data_kept_is_the_schema(organisation: SampleOrganisation) -> None:
    notice = await published_notice(organisation)
    query = """query N($id: ID!) { privacyNotice(id: $id) { dataKept {
      contentType typeFi typeSv typeEn field fi sv en category sources } } }"""
    shown = (await organisation.data("coach_a", query, id=notice["id"]))["privacyNotice"]["dataKept"]
    content_types = schema_and_content_types()[1]
    kept = {
        (t.name, f.key) for t in content_types.values() for f in t.fields.values() if f.personal or f.column in t.traces
    }

    assert shown == data_inventory(content_types)
    assert {(item["contentType"], item["field"]) for item in shown} == kept
    assert all(item["fi"] and item["sv"] and item["en"] and item["sources"] for item in shown)


async def test_publication_announces_in_the_same_transaction_and_leaves_an_event(
    organisation: SampleOrganisation,
) -> None:
    notice = await published_notice(organisation)
    query = "{ announcements { nodes { titleFi textSv startsOn endsBefore notice { id } } } }"
    told = (await organisation.data("trainee", query))["announcements"]["nodes"]
    events = await organisation.pool.fetch("SELECT event FROM outbox WHERE noun = 'privacy_notice' ORDER BY id")
    ids = await organisation.pool.fetchrow(
        "SELECT n.xmin::text AS notice, a.xmin::text AS told FROM privacy_notice n JOIN announcement a ON TRUE"
    )
    assert ids is not None

    assert [t["notice"]["id"] for t in told] == [notice["id"]]
    assert "23.11.2026" in told[0]["textSv"]
    assert events[-1]["event"] == "privacy_notice.publish"
    assert ids["notice"] == ids["told"]


async def test_an_announcement_leads_to_the_public_address_of_the_service(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await published_notice(organisation)
    query = "{ announcements { nodes { textFi textSv textEn } } }"
    [told] = (await organisation.data("trainee", query))["announcements"]["nodes"]

    assert settings.public_url.startswith("http")
    for text in told.values():
        assert text.endswith(f": {settings.public_url}/privacy")


async def test_a_version_is_acknowledged_once_by_each_and_seen_by_the_privacy_officer(
    organisation: SampleOrganisation,
) -> None:
    notice = await published_notice(organisation)
    for who in ("trainee", "coach_a", "official_x"):
        done = (await organisation.data(who, ACCEPT_NOTICE, n=notice["id"]))["createNoticeAcceptance"]
        assert (done["errors"], done["noticeAcceptance"]["notice"]) == ([], {"version": 1})
    again = (await organisation.data("trainee", ACCEPT_NOTICE, n=notice["id"]))["createNoticeAcceptance"]
    query = "query Q($n: ID!) { noticeAcceptances(filter: {noticeId: {eq: $n}}) { totalCount } }"
    seen = {
        who: (await organisation.data(who, query, n=notice["id"]))["noticeAcceptances"]["totalCount"]
        for who in ("privacy_officer", "trainee", "coach_b")
    }

    assert [e["code"] for e in again["errors"]] == ["ACKNOWLEDGED_ALREADY"]
    assert seen == {"privacy_officer": 3, "trainee": 1, "coach_b": 0}


async def test_a_draft_is_acknowledged_by_nobody_and_seen_by_no_coach(organisation: SampleOrganisation) -> None:
    draft = await draft_notice(organisation)
    refused = (await organisation.data("privacy_officer", ACCEPT_NOTICE, n=draft["id"]))["createNoticeAcceptance"]
    seen = await organisation.data("coach_a", "{ privacyNotices { totalCount } }")

    assert refused["errors"] == [{"code": "REFERENCE_ENDED", "path": ["noticeId"]}]
    assert seen == {"privacyNotices": {"totalCount": 0}}


async def test_no_second_published_version_of_a_lineage_can_be_stored(organisation: SampleOrganisation) -> None:
    await published_notice(organisation)
    with pytest.raises(asyncpg.UniqueViolationError):
        await organisation.pool.execute(
            "INSERT INTO privacy_notice SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(),"
            " 'copy_of_id', NULL))).* FROM privacy_notice n"
        )
