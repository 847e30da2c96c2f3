"""Privacy notices: written, reviewed by another person, published, and copied for the next version."""

from typing import Any

from resolvers.publishing.privacy_notices import REQUIRED_TOPICS
from tests.support.organisation import SampleOrganisation

TEXTS = [{"topic": topic, "fi": f"{topic} fi", "sv": f"{topic} sv", "en": f"{topic} en"} for topic in REQUIRED_TOPICS]
CREATE_NOTICE = """mutation C($i: CreatePrivacyNoticeInput!) { createPrivacyNotice(input: $i) {
  privacyNotice { id revision state } errors { code path } } }"""
TRANSITION_NOTICE = """mutation S($i: TransitionPrivacyNoticeInput!) { transitionPrivacyNotice(input: $i) {
  privacyNotice { id revision state version copies { nodes { id revision state } } } errors { code path } } }"""
ACCEPT_NOTICE = """mutation A($n: ID!) { createNoticeAcceptance(input: {noticeId: $n}) {
  noticeAcceptance { id notice { version } } errors { code path } } }"""
CHECK_NOTICE = (
    "query C($n: ID!) { noticeCheck(id: $n) { isUpToDate missing gone missingTopics missingContact openOriginals } }"
)


async def step_notice(
    organisation: SampleOrganisation, who: str, name: str, notice: dict[str, Any], comment: str | None = None
) -> dict[str, Any]:
    """Take a transition of a notice and return the payload."""
    given = {"id": notice["id"], "revision": notice["revision"], "transition": name, "comment": comment}
    found: dict[str, Any] = (await organisation.data(who, TRANSITION_NOTICE, i=given))["transitionPrivacyNotice"]
    return found


async def draft_notice(
    organisation: SampleOrganisation, who: str = "privacy_officer", texts: Any = TEXTS
) -> dict[str, Any]:
    """Create a draft of the register's notice and return it."""
    given = {"registerId": organisation.ids["register"], "texts": texts}
    found: dict[str, Any] = (await organisation.data(who, CREATE_NOTICE, i=given))["createPrivacyNotice"][
        "privacyNotice"
    ]
    return found


async def published_notice(organisation: SampleOrganisation) -> dict[str, Any]:
    """Create a notice as the privacy officer, publish it as the manager, and return it."""
    submitted = await step_notice(organisation, "privacy_officer", "SUBMIT", await draft_notice(organisation))
    done = await step_notice(organisation, "manager", "PUBLISH", submitted["privacyNotice"])
    assert done["errors"] == []
    found: dict[str, Any] = done["privacyNotice"]
    return found


async def copy_in_review(organisation: SampleOrganisation, notice: dict[str, Any]) -> dict[str, Any]:
    """Make a working copy of a published notice, submit it for review, and return it."""
    edited = await step_notice(organisation, "privacy_officer", "EDIT", notice)
    copy = edited["privacyNotice"]["copies"]["nodes"][0]
    found: dict[str, Any] = (await step_notice(organisation, "privacy_officer", "SUBMIT", copy))["privacyNotice"]
    return found
