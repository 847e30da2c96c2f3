"""The system of an agency in Python: what docs/integrating.md does with curl, step by step, with httpx2 alone."""

import hashlib
import time
from typing import Any

import httpx2

SCOPES = "referrals:read referrals:write attendance:read reports:read"
ERRORS = "errors { code path message }"
ASKED = """{ units(first: 50) { nodes { id name answerDays } }
  formTemplates(filter: {kind: {eq: REFERRAL}, state: {eq: PUBLISHED}}, first: 10) { nodes { id jsonSchema } } }"""
SUBMIT = f"""mutation($i: SubmitReferralInput!, $key: String) {{ submitReferral(input: $i, idempotencyKey: $key) {{
  referral {{ id revision state dueOn awaitedFiles {{ name uploadLink }} }} {ERRORS} }} }}"""
FOLLOW = """query($id: ID!) { referral(id: $id) { revision state dueOn attachments { name } awaitedFiles { name }
  history { at action actorName comment } } }"""
UPDATE = f"""mutation($i: UpdateReferralInput!) {{ updateReferral(input: $i) {{
  referral {{ revision }} {ERRORS} }} }}"""
STEP = f"""mutation($i: TransitionReferralInput!) {{ transitionReferral(input: $i) {{
  referral {{ revision state }} {ERRORS} }} }}"""
WAITING = """{ proposals(filter: {state: {in: [SENT, ASKED]}}, first: 20) {
  nodes { id revision kind text referral { id } } } }"""
DECIDE = f"""mutation($i: TransitionProposalInput!) {{ transitionProposal(input: $i) {{
  proposal {{ state carriedOutOn }} {ERRORS} }} }}"""
DAYS = """query($from: Date!, $before: Date!, $after: String) {
  attendance(filter: {day: {gte: $from, lt: $before}}, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { day presence minutes referral { id } } } }"""
REPORTS = """{ reports(orderBy: ENDS_ON_DESC, first: 20) {
  nodes { id kind state summary recommendation digest referral { id state } } } }"""


class RefusedError(Exception):
    """A command was refused: `errors` tells each reason with its code, its path and a text for people."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__(", ".join(error["code"] for error in errors))
        self.errors = errors


class Agency:
    """Asks Polku as the system of one agency; a token is kept until it has half a minute left."""

    def __init__(self, http: httpx2.Client, client: str, secret: str) -> None:
        self.http, self.credentials = http, (client, secret)
        self.token, self.ends_at = "", 0.0

    def headers(self) -> dict[str, str]:
        """Return the header with a token that still holds."""
        if time.monotonic() >= self.ends_at:
            asked = {"grant_type": "client_credentials", "scope": SCOPES}
            answer = self.http.post("/provider/token", data=asked, auth=self.credentials).raise_for_status().json()
            self.token, self.ends_at = answer["access_token"], time.monotonic() + answer["expires_in"] - 30
        return {"authorization": f"Bearer {self.token}"}

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Return the data of a query; it is in the body, because no personal data belongs into an address."""
        body = {"query": query, "variables": variables}
        answer = self.http.post("/graphql", json=body, headers=self.headers()).raise_for_status().json()
        if "errors" in answer:
            raise RefusedError([{"code": error["extensions"]["code"]} for error in answer["errors"]])
        return dict(answer["data"])

    def command(self, mutation: str, **variables: Any) -> dict[str, Any]:
        """Return the payload of a command, or raise RefusedError with every reason."""
        [payload] = self.ask(mutation, **variables).values()
        if payload["errors"]:
            raise RefusedError(payload["errors"])
        return dict(payload)

    def submit(self, key: str, files: dict[str, bytes], **given: Any) -> dict[str, Any]:
        """Create and send a referral with its PDF files; with the same key, nothing is sent twice."""
        announced = [
            {"name": name, "mediaType": "application/pdf", "size": len(pdf), "sha256": hashlib.sha256(pdf).hexdigest()}
            for name, pdf in files.items()
        ]
        sent = self.command(SUBMIT, i={**given, "attachments": announced}, key=key)["referral"]
        for awaited in sent["awaitedFiles"]:
            headers = {**self.headers(), "content-type": "application/pdf"}
            self.http.put(awaited["uploadLink"], content=files[awaited["name"]], headers=headers).raise_for_status()
        return dict(sent)

    def follow(self, referral: str) -> dict[str, Any]:
        """Return a referral as it is now."""
        return dict(self.ask(FOLLOW, id=referral)["referral"])

    def answer(self, referral: str, **changed: Any) -> dict[str, Any]:
        """Change a referral of which the unit asked more, and answer."""
        now = self.follow(referral)["revision"]
        changed_to = self.command(UPDATE, i={"id": referral, "revision": now, **changed})["referral"]["revision"]
        given = {"id": referral, "revision": changed_to, "transition": "ANSWER"}
        return dict(self.command(STEP, i=given)["referral"])

    def withdraw(self, referral: str, reason: str) -> dict[str, Any]:
        """Withdraw a referral before the start, with a reason of the vocabulary `referral_withdraw_reason`."""
        given = {"id": referral, "revision": self.follow(referral)["revision"]}
        return dict(self.command(STEP, i={**given, "transition": "WITHDRAW", "reason": reason})["referral"])

    def proposals(self) -> list[dict[str, Any]]:
        """Return the proposals that wait for the agency."""
        return list(self.ask(WAITING)["proposals"]["nodes"])

    def decide(self, proposal: dict[str, Any], transition: str, **more: Any) -> dict[str, Any]:
        """Accept or reject a proposal, or ask: ACCEPT, REJECT with a reason, ASK with a comment."""
        given = {"id": proposal["id"], "revision": proposal["revision"], "transition": transition, **more}
        return dict(self.command(DECIDE, i=given)["proposal"])

    def days(self, first: str, before: str) -> list[dict[str, Any]]:
        """Return the days of everybody whose consent is in force, page by page."""
        found: list[dict[str, Any]] = []
        after: str | None = None
        while True:
            page = self.ask(DAYS, **{"from": first, "before": before, "after": after})["attendance"]
            found += page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return found
            after = page["pageInfo"]["endCursor"]

    def reports(self) -> list[dict[str, Any]]:
        """Return the reports that were delivered, the newest first."""
        return list(self.ask(REPORTS)["reports"]["nodes"])
