"""docs/integrating.md, block by block, and its examples in Python and TypeScript, as an agency's system runs them."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from service.app import create_app
from service.resources import utc_now
from service.settings import ROOT
from service.settings_loading import load_settings
from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create, step
from tests.support.actions.referral_answers import publish_questions
from tests.support.login.agency_clients import Registration, create_agency_client
from tests.support.login.identity_service import served
from tests.support.organisation import NOBODY, NOW, OrganisationTemplate, SampleOrganisation
from tests.support.processes.agency_examples import (
    TYPESCRIPT,
    AgencyRefused,
    PythonAgency,
    TypeScriptAgency,
    generated_anew,
)

GUIDE = (ROOT / "docs" / "integrating.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
PDF = (
    b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \ntrailer <</Root 1 0 R /Size 3>>\n"
    b"startxref\n106\n%%EOF\n"
)
SUBJECT = {
    "firstNames": "Eino Esimerkki",
    "lastName": "Kuvitelma",
    "serviceCode": "REHABILITATIVE_WORK",
    "goals": "Säännöllinen arki.",
    "basis": "CONSENT",
    "safetyRestriction": False,
}


class Shell:
    """A shell that keeps its variables and functions from block to block, in one folder."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder, self.variables = folder, variables

    async def run(self, block: str) -> None:
        """Run a block; a command that fails fails the test."""
        script = f"set -euo pipefail\n[ ! -f state ] || . ./state\n{block}\n(declare -p; declare -f) > kept\n"
        script += "grep -vE '^declare -[a-z]*[raAi][a-z]* |^declare -[-x]+ (_|BASH|SHELL|PPID|UID|EUID)' kept > state\n"
        process = await asyncio.create_subprocess_exec(
            "bash",
            "-c",
            script,
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **self.variables},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        assert process.returncode == 0, f"{block}\n{said.decode()}"


@pytest.fixture
async def organisation_and_shell(
    database_copy: str, organisation_template: OrganisationTemplate, tmp_path: Path, free_port: int
) -> AsyncIterator[tuple[SampleOrganisation, Shell]]:
    issuer = f"http://127.0.0.1:{free_port}/provider"
    settings = load_settings(
        mode="test",
        database_url=database_copy,
        state_dir=tmp_path / "state",
        metrics_port=0,
        port=free_port,
        host="127.0.0.1",
        embedded_provider=True,
        oidc_issuer=issuer,
    )
    app = create_app(settings)
    folder = tmp_path / "agency"
    folder.mkdir()
    async with served(app, free_port, "on"):
        organisation = organisation_template.organisation_on(app.state.answering, app.state.reads)
        organisation.now = utc_now()
        scopes = ("referrals:read", "referrals:write", "attendance:read", "reports:read")
        given = Registration("Lähetejärjestelmä", organisation.rows["agency_x"].pk, issuer, scopes)
        made = await create_agency_client(given, NOBODY, organisation.now)
        shell = Shell(folder, POLKU=settings.public_url, CLIENT=made.client.public_id, SECRET=str(made.secret))
        yield organisation, shell


async def deliver_report(organisation: SampleOrganisation) -> None:
    """Let the unit deliver the final report on a client of the agency, a week ago."""
    today, organisation.now = organisation.now, NOW
    await contract_in_force(organisation)
    found = await organisation.pool.fetchval("SELECT id FROM relationship WHERE referral_id IS NOT NULL")
    period = {"startsOn": "2026-11-01", "endsOn": "2026-11-23", "summary": "Arki kulkee."}
    about = {"relationshipId": f"relationship_{found.hex}", "kind": "FINAL"}
    it = await create(organisation, "coach_a", "Report", **about, **period)
    for who, name in (
        ("coach_a", "SHOW"),
        ("coach_a", "HEAR"),
        ("supervisor_a", "APPROVE"),
        ("supervisor_a", "DELIVER"),
    ):
        assert await step(organisation, who, "Report", it, name) == []
    organisation.now = today


@pytest.mark.curl
async def test_every_block_of_the_guide_does_what_it_says(
    organisation_and_shell: tuple[SampleOrganisation, Shell],
) -> None:
    organisation, shell = organisation_and_shell
    await publish_questions(organisation)
    credentials, asked, submit, send, follow, answer, decide, read, after = BLOCKS
    for block in (credentials, asked, submit, send, follow):
        await shell.run(block)

    [it] = (await organisation.data("supervisor_a", "{ referrals { nodes { id revision } } }"))["referrals"]["nodes"]
    for name in ("RECEIVE", "REVIEW"):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == []
    assert await step(organisation, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Mitä arvio sanoi?") == []
    await shell.run(answer)
    given = {"referralId": it["id"], "kind": "START", "text": "Paikka on.", "startsOn": "2027-01-04"}
    proposal = await create(organisation, "supervisor_a", "Proposal", **given)
    assert await step(organisation, "supervisor_a", "Proposal", proposal, "SEND") == []
    await shell.run(decide)
    await deliver_report(organisation)
    await shell.run(read)
    await shell.run(after)

    assert await organisation.count("proposal", "state = 'ACCEPTED' AND carried_out_on IS NULL") == 1
    assert await organisation.count("referral") == 3, "two of the guide, and the one that was reported on"
    assert await organisation.count("attachment", "uploaded_at IS NOT NULL") == 1


@pytest.fixture(params=[PythonAgency, pytest.param(TypeScriptAgency, marks=pytest.mark.npm_provider)])
async def asks(
    request: pytest.FixtureRequest, organisation_and_shell: tuple[SampleOrganisation, Shell], tmp_path: Path
) -> AsyncIterator[PythonAgency | TypeScriptAgency]:
    """The agency of an example, which knows the service and its own credentials."""
    variables = organisation_and_shell[1].variables
    async with request.param.started(*(variables[name] for name in ("POLKU", "CLIENT", "SECRET")), tmp_path) as agency:
        yield agency


async def test_an_example_goes_from_the_credentials_to_the_final_report(
    organisation_and_shell: tuple[SampleOrganisation, Shell], asks: PythonAgency | TypeScriptAgency
) -> None:
    organisation, _ = organisation_and_shell
    await publish_questions(organisation)
    found = await asks("asked")
    unit, form = found["units"]["nodes"][0], found["formTemplates"]["nodes"][0]
    about = SUBJECT | {"unitId": unit["id"], "consentGivenOn": organisation.now.date().isoformat()}
    about |= {"answers": [{"templateId": form["id"], "answers": {"wish": "Kokiksi"}}]}
    with pytest.raises(AgencyRefused, match="REFERRAL_INCOMPLETE"):
        await asks("submit", "example-1", {"lausunto.pdf": PDF}, **about | {"goals": None})
    sent = await asks("submit", "example-1", {"lausunto.pdf": PDF}, **about)
    assert (await asks("submit", "example-1", {"lausunto.pdf": PDF}, **about))["id"] == sent["id"]
    followed = await asks("follow", sent["id"])
    assert (followed["attachments"], followed["awaitedFiles"]) == ([{"name": "lausunto.pdf"}], [])

    it = {"id": sent["id"], "revision": followed["revision"]}
    for name in ("RECEIVE", "REVIEW"):
        assert await step(organisation, "supervisor_a", "Referral", it, name) == []
    assert await step(organisation, "supervisor_a", "Referral", it, "REQUEST_INFO", comment="Mitä arvio sanoi?") == []
    assert (await asks("answer", sent["id"], background="Arvio on valmis."))["state"] == "IN_REVIEW"
    given = {"referralId": sent["id"], "kind": "START", "text": "Paikka on.", "startsOn": "2027-01-04"}
    proposal = await create(organisation, "supervisor_a", "Proposal", **given)
    assert await step(organisation, "supervisor_a", "Proposal", proposal, "SEND") == []
    [waiting] = await asks("proposals")
    assert (await asks("decide", waiting, "ACCEPT"))["state"] == "ACCEPTED"
    assert (await asks("withdraw", sent["id"], "NEED_CHANGED"))["state"] == "WITHDRAWN"

    assert await asks("reports") == []
    await deliver_report(organisation)
    [report] = await asks("reports")
    assert (report["kind"], report["summary"], report["referral"]["state"]) == ("FINAL", "Arki kulkee.", "CLOSED")
    assert await asks("days", "2026-11-01", "2026-11-02") == []


@pytest.mark.npm_provider
async def test_the_types_of_the_typescript_example_are_those_of_the_schema(tmp_path: Path) -> None:
    committed = (TYPESCRIPT / "generated" / "graphql.ts").read_text("utf-8")

    assert await generated_anew(tmp_path) == committed, "npm run types in docs/integrating/typescript, and commit it"
