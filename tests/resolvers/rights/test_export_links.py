"""The link of a package over HTTP: one account's, for ten minutes, worth what the account may see at that moment."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from auth.provider.clients import GRANTS_FOR_PEOPLE, PUBLIC, RegisteredClient
from auth.provider.users import ProviderPerson
from models.account import Account
from resolvers.rights.data_export_links import export_link
from schema.execution.messages import messages
from service.login.identity import identity
from service.resources import utc_now
from service.settings import Settings
from tests.support.actions.data_requests import OFFICER, request_in_work, step_request
from tests.support.organisation import NOBODY, OrganisationTemplate
from tests.support.running_service import RunningService, SessionClient, running_service

LINK = """mutation L($i: TransitionDataRequestInput!) { done: transitionDataRequest(input: $i) {
  secret errors { code } } }"""
NAME = "Äijälä".encode()
NOTHING_HERE = {"errors": [{"message": messages()["LINK_OVER"][0], "extensions": {"code": "NOT_FOUND"}}]}
LOG_IN = {"errors": [{"message": messages()["NOT_AUTHENTICATED"][0], "extensions": {"code": "NOT_AUTHENTICATED"}}]}


@dataclass
class Collected:
    """Aino's package, decided, and the link that she was shown."""

    service: RunningService
    request: UUID
    it: dict[str, Any]
    link: str

    def link_of(self, who: str, until: datetime) -> str:
        """Return the link as somebody would have been shown it, valid until a moment."""
        keyring = self.service.app.state.answering.commands.keyring
        return export_link(keyring, self.request, self.service.organisation.rows[f"account_{who}"].pk, until)

    async def logged(self) -> list[Any]:
        """What the log says of packages that were fetched."""
        return list(
            await self.service.organisation.pool.fetch(
                "SELECT * FROM disclosure_log WHERE operation LIKE 'package.%' ORDER BY id"
            )
        )


async def shown(who: SessionClient, it: dict[str, Any], transition: str) -> str:
    given = {"id": it["id"], "revision": it["revision"], "transition": transition}
    done = (await who.ask(LINK, i=given))["done"]
    assert done["errors"] == []
    it["revision"] += 1
    return str(done["secret"])


@pytest.fixture
async def collected(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[Collected]:
    async with running_service(settings, organisation_template) as service:
        service.organisation.now = utc_now()
        it = await request_in_work(service.organisation, "ACCESS")
        assert await step_request(service.organisation, it, "BUILD") == []
        assert await step_request(service.organisation, it, "FULFIL") == []
        async with service.log_in("trainee") as own:
            link = await shown(own, it, "COLLECT")
        yield Collected(service, UUID(it["id"][-32:]), it, link)


async def token_of(service: RunningService, who: str, scope: str = "register:read") -> str:
    """An access token of somebody, signed by the embedded provider, whose person they become."""
    provider, subject = identity(service.settings).provider, uuid4()
    assert provider is not None
    account = service.organisation.rows[f"account_{who}"].pk
    await Account.filter(id=account).update(issuer=provider.issuer, subject=str(subject))
    front = RegisteredClient("front", PUBLIC, GRANTS_FOR_PEOPLE, frozenset({scope}))
    return await provider.issue(front, ProviderPerson(subject), utc_now(), timedelta(minutes=5))


def assert_refused(answer: httpx2.Response, said: dict[str, Any] = NOTHING_HERE) -> None:
    """Refused in the same words as everything else, and nothing of anybody in them."""
    assert (answer.status_code, answer.json()) == (401 if said is LOG_IN else 404, said)
    assert "content-disposition" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert NAME not in answer.content


@pytest.mark.parametrize("by", ["session", "token"])
async def test_the_person_fetches_both_forms_with_a_session_and_with_a_token(collected: Collected, by: str) -> None:
    async with collected.service.log_in("trainee") as own:
        headers = {}
        if by == "token":
            own.http.cookies.clear()
            headers["authorization"] = f"Bearer {await token_of(collected.service, 'trainee')}"
        pdf = await own.http.get(collected.link, headers=headers)
        json = await own.http.get(collected.link.replace(".pdf?", ".json?"), headers=headers)

    assert (pdf.status_code, json.status_code) == (200, 200)
    assert (pdf.headers["content-type"], json.headers["content-type"]) == ("application/pdf", "application/json")
    assert pdf.headers["content-disposition"] == 'attachment; filename="polku.pdf"'
    assert json.headers["content-disposition"] == 'attachment; filename="polku.json"'
    assert {a.headers["cache-control"] for a in (pdf, json)} == {"no-store"}
    assert {a.headers["x-content-type-options"] for a in (pdf, json)} == {"nosniff"}
    assert pdf.content.startswith(b"%PDF-")
    assert json.json()["person"] == {"id": collected.service.organisation.ids["aino"], "name": "Aino Äijälä"}


async def test_each_fetching_leaves_one_row_in_the_log_and_no_value_in_it(collected: Collected) -> None:
    organisation = collected.service.organisation
    async with collected.service.log_in("trainee") as own:
        await own.http.get(collected.link)
        await own.http.get(collected.link.replace(".pdf?", ".json?"))

    rows = await collected.logged()
    assert [row["operation"] for row in rows] == ["package.pdf", "package.json"]
    for row in rows:
        assert (row["account"], row["outcome"], row["purpose"]) == (
            organisation.rows["account_trainee"].pk,
            "SHOWN",
            "DATA_REQUEST",
        )
        assert (row["subjects"], row["asked"]) == ([organisation.rows["aino"].pk], [collected.request])
        assert row["fields"] == ["DataRequest.package"]
        assert row["authority"] == "TRAINEE: trainee"
    assert "Äijälä" not in str([tuple(row.values()) for row in rows])


@pytest.mark.parametrize(
    ("accepts", "at"), [("sv-FI, en;q=0.5", 1), ("en", 2), ("de", 0), ("fi", 0)], ids=["sv", "en", "other", "fi"]
)
async def test_every_refusal_of_a_file_is_in_the_language_that_the_caller_asks_for(
    collected: Collected, accepts: str, at: int
) -> None:
    asks = {"accept-language": accepts}
    service = collected.service
    async with service.log_in("trainee") as own, service.log_in("coach_a") as coach:
        package = await own.http.get(collected.link[:-2], headers=asks)
        absent = await own.http.get(f"/files/{'0' * 32}", headers=asks)
        link = (await coach.announce(service.organisation.ids["aino"]))["uploadLink"]
        wrong = await coach.put(link, b"%PDF-1.7 other bytes", **asks)
        foreign = await coach.put(link, origin="https://elsewhere.example", **asks)
        own.http.cookies.clear()
        nobody = [await own.http.get(path, headers=asks) for path in (collected.link, f"/files/{'0' * 32}")]

    said = [("LINK_OVER", package), ("LINK_OVER", absent), ("FILE_DIGEST_REFUSED", wrong)]
    said += [("ORIGIN_REFUSED", foreign), *(("NOT_AUTHENTICATED", answer) for answer in nobody)]
    for words, answer in said:
        assert answer.json()["errors"][0]["message"] == messages()[words][at]
        assert answer.headers["content-language"] == ("fi", "sv", "en")[at]


async def test_the_officer_opens_the_package_by_an_own_link(collected: Collected) -> None:
    async with collected.service.log_in(OFFICER) as officer:
        own = await officer.http.get(await shown(officer, collected.it, "REVIEW"))
        foreign = await officer.http.get(collected.link)

    assert own.content.startswith(b"%PDF-")
    assert_refused(foreign)


@pytest.mark.parametrize(
    "change",
    ["signature", "later", "no signature", "no query", "empty", "garbage", "other form", "upper case", "other request"],
)
async def test_a_link_with_one_part_changed_opens_nothing_and_is_answered_alike(
    collected: Collected, change: str
) -> None:
    link = collected.link
    path, query = link.split("?")
    until, signature = (part.partition("=")[2] for part in query.split("&"))
    changed = {
        "signature": link[:-2] + ("A" if link[-2] != "A" else "B") + link[-1],
        "later": f"{path}?until={int(until) + 60}&signature={signature}",
        "no signature": f"{path}?until={until}",
        "no query": path,
        "empty": f"{path}?until=&signature=",
        "garbage": f"{path}?until=%00{until}%FF&signature=%C3%A4",
        "other form": link.replace(".pdf?", ".xml?"),
        "upper case": link.replace(".pdf?", ".PDF?"),
        "other request": link.replace(collected.request.hex, uuid4().hex),
    }[change]
    async with collected.service.log_in("trainee") as own:
        answer = await own.http.get(changed)

    assert_refused(answer)
    assert await collected.logged() == []


async def test_a_link_is_over_after_ten_minutes(collected: Collected) -> None:
    async with collected.service.log_in("trainee") as own:
        ends = [utc_now() + timedelta(seconds=seconds) for seconds in (60, -1)]
        good, over = [await own.http.get(collected.link_of("trainee", end)) for end in ends]

    until = int(collected.link.partition("?until=")[2].partition("&")[0])
    assert 0 < until - collected.service.organisation.now.timestamp() <= 660
    assert good.status_code == 200
    assert_refused(over)


@pytest.mark.parametrize("who", [OFFICER, "coach_a", "supervisor_a", "administrator", "official_x"])
async def test_a_link_is_of_no_use_to_another_account(collected: Collected, who: str) -> None:
    async with collected.service.log_in(who) as other:
        answer = await other.http.get(collected.link)

    assert_refused(answer)
    assert await collected.logged() == []


async def test_without_a_log_in_there_is_no_difference_between_what_is_there_and_what_is_not(
    collected: Collected,
) -> None:
    there, absent = collected.link, collected.link.replace(collected.request.hex, uuid4().hex)
    async with collected.service.log_in("trainee") as own:
        token = await token_of(collected.service, "trainee")
        forged = await own.http.get(there, headers={"authorization": f"Bearer {token[:-4]}AAAA"})
        own.http.cookies.clear()
        answers = [await own.http.get(link) for link in (there, absent)]
        account = Account.filter(id=collected.service.organisation.rows["account_trainee"].pk)
        await account.update(state="DISABLED", disabled_at=utc_now())
        disabled = await own.http.get(there, headers={"authorization": f"Bearer {token}"})

    for answer in (*answers, forged, disabled):
        assert_refused(answer, LOG_IN)
        assert answer.headers["www-authenticate"] == "Bearer"
    assert await collected.logged() == []


# A link made for the account, good in time: whether it opens anything is asked of the register at that moment.
REVOKED = {
    "the package expired": ("trainee", "UPDATE package SET expires_at = now() - interval '1 second'"),
    "the package is gone": ("trainee", "DELETE FROM package"),
    "the request is open again": ("trainee", "UPDATE data_request SET state = 'IN_PROGRESS'"),
    "the account is another client's": (
        "trainee",
        "UPDATE account a SET client_id = c.id FROM client c WHERE a.kind = 'TRAINEE' AND c.first_names = 'Ville'",
    ),
    "the role ended": (OFFICER, f"UPDATE role_grant SET ends_before = starts_on + 1 WHERE role = '{OFFICER}'"),
    "never had the right": ("coach_a", f"UPDATE account SET name = name WHERE id = '{NOBODY}'"),
    "the undertaking is not accepted": (OFFICER, "UPDATE account SET undertaking_version = '2000-1'"),
}


@pytest.mark.parametrize("why", REVOKED)
async def test_a_good_link_opens_nothing_when_the_right_or_the_package_is_gone_and_the_log_says_so(
    collected: Collected, why: str
) -> None:
    who, change = REVOKED[why]
    link = collected.link_of(who, utc_now() + timedelta(minutes=5))
    async with collected.service.log_in(who) as asking:
        before = await asking.http.get(link)
        await collected.service.organisation.pool.execute(change)
        after = await asking.http.get(link)

    assert before.status_code == (404 if who == "coach_a" else 200)
    assert_refused(after)
    last = (await collected.logged())[-1]
    assert (last["outcome"], last["subjects"], last["asked"]) == ("NOTHING", [], [collected.request])


async def test_a_token_whose_scopes_do_not_reach_the_register_opens_nothing(collected: Collected) -> None:
    async with collected.service.log_in("trainee") as own:
        own.http.cookies.clear()
        token = await token_of(collected.service, "trainee", "referrals:read")
        answer = await own.http.get(collected.link, headers={"authorization": f"Bearer {token}"})

    assert_refused(answer)
    assert [row["outcome"] for row in await collected.logged()] == ["NOTHING"]


async def test_the_link_is_shown_once_and_kept_nowhere(collected: Collected) -> None:
    organisation, signature = collected.service.organisation, collected.link.partition("&signature=")[2]
    tables = await organisation.pool.fetch("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public'")

    assert len(tables) > 50
    assert [
        t["relname"] for t in tables if await organisation.count(f'"{t["relname"]}" t', f"t::text LIKE '%{signature}%'")
    ] == []
