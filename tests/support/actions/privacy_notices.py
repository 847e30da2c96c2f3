"""Privacy notices: written, reviewed by another person, published, and copied for the next version."""

from typing import Any

from resolvers.publishing.privacy_notices import REQUIRED_TOPICS
from tests.support.organisation import World

TEXTS = [{"topic": topic, "fi": f"{topic} fi", "sv": f"{topic} sv", "en": f"{topic} en"} for topic in REQUIRED_TOPICS]
CREATE = """mutation C($i: CreatePrivacyNoticeInput!) { createPrivacyNotice(input: $i) {
  privacyNotice { id revision state } errors { code path } } }"""
STEP = """mutation S($i: TransitionPrivacyNoticeInput!) { transitionPrivacyNotice(input: $i) {
  privacyNotice { id revision state version copies { nodes { id revision state } } } errors { code path } } }"""
ACCEPT = """mutation A($n: ID!) { createNoticeAcceptance(input: {noticeId: $n}) {
  noticeAcceptance { id notice { version } } errors { code path } } }"""
CHECK = "query C($n: ID!) { noticeCheck(id: $n) { isUpToDate missing gone } }"


async def step(world: World, who: str, name: str, notice: dict[str, Any], comment: str | None = None) -> dict[str, Any]:
    """Take a notice one step and return the payload."""
    given = {"id": notice["id"], "revision": notice["revision"], "transition": name, "comment": comment}
    return (await world.data(who, STEP, i=given))["transitionPrivacyNotice"]


async def drafted(world: World, who: str = "privacy_officer", texts: Any = TEXTS) -> dict[str, Any]:
    """Return a draft of the register's notice."""
    given = {"registerId": world.ids["register"], "texts": texts}
    return (await world.data(who, CREATE, i=given))["createPrivacyNotice"]["privacyNotice"]


async def published(world: World) -> dict[str, Any]:
    """Return a notice that the privacy officer wrote and the manager published."""
    submitted = await step(world, "privacy_officer", "SUBMIT", await drafted(world))
    done = await step(world, "manager", "PUBLISH", submitted["privacyNotice"])
    assert done["errors"] == []
    return done["privacyNotice"]


async def copied(world: World, notice: dict[str, Any]) -> dict[str, Any]:
    """Return a working copy of a published notice, in review."""
    edited = await step(world, "privacy_officer", "EDIT", notice)
    copy = edited["privacyNotice"]["copies"]["nodes"][0]
    return (await step(world, "privacy_officer", "SUBMIT", copy))["privacyNotice"]
