"""Queries about duplicates: who may be one person, and what a merge would do."""

from typing import Annotated, Any

import strawberry

from auth.policy import may_add
from resolvers.merging.candidates import duplicate_candidates
from resolvers.merging.preview import merge_plan, visible_merge
from resolvers.merging.referral_doubles import referral_doubles
from resolvers.public_ids import object_uuid, public_id
from resolvers.reading.parameters import Call
from schema.engine.directives import Protected
from schema.queries.retention import RowCount, fetch_with_pool
from schema.types.client_merge import DuplicateReason, MergeObstacle, ReferralDuplicateReason
from workflow.vocabulary import ADD, ASSIGN, VIEW

_AFTER = Annotated[strawberry.ID | None, strawberry.argument(description="The `next` of the piece before.")]
_REFERRAL = Annotated[strawberry.ID, strawberry.argument(description="Which referral.")]
_MERGE = Annotated[strawberry.ID, strawberry.argument(description="Which proposal.")]
_NOUN = "client_merge"


def _protected_field(text: str, permission: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read=permission)])


@strawberry.type(description="Two clients who may be one person. (Mahdollinen kaksoiskappale)")
class PossibleDuplicate:
    """Two clients by their ids, and why they may be one person."""

    client_id: strawberry.ID = _protected_field("The client who came first.", "add")
    other_id: strawberry.ID = _protected_field("The client who came later.", "add")
    reasons: list[DuplicateReason] = _protected_field("Why they may be one person.", "add")


@strawberry.type(description="A piece of the list of possible duplicates. (Mahdolliset kaksoiskappaleet)")
class PossibleDuplicates:
    """Some pairs, and where the list goes on."""

    pairs: list[PossibleDuplicate] = _protected_field("Pairs in the order of their ids.", "add")
    next: strawberry.ID | None = _protected_field("Ask with `after: next` for the next piece; null at the end.", "add")


@strawberry.type(description="What a proposed merge would do. (Yhdistämisen esikatselu)")
class MergePreview:
    """The rows that would go over to the kept client, and what stands in the way."""

    rows: list[RowCount] = _protected_field("Rows that would go over, by content type.", "view")
    obstacles: list[MergeObstacle] = _protected_field(
        "What stands in the way, as the transition APPROVE would refuse it; empty when nothing does.", "view"
    )


@strawberry.type(description="A client who may be the person of a referral. (Mahdollinen entinen asiakas)")
class ReferralDuplicate:
    """A client by the id, and why it may be the person."""

    client_id: strawberry.ID = _protected_field(
        "The client; name it as `clientId` of the referral to accept it so.", "assign"
    )
    reasons: list[ReferralDuplicateReason] = _protected_field("Why it may be the person.", "assign")


@strawberry.type
class MergeFields:
    """Root fields about duplicates that are computed, not stored."""

    @strawberry.field(
        description="Clients who may be one person; null for whoever may not propose a merge. (Kaksoiskappaleet)",
        directives=[Protected(read=ADD.name)],
    )
    async def possible_duplicates(self, info: strawberry.Info, after: _AFTER = None) -> PossibleDuplicates | None:
        """Return the next piece of the list."""
        call: Call = info.context.call
        content_types = info.context.content_types
        start = object_uuid("client", str(after)) if after else None
        if not may_add(call.viewer, content_types[_NOUN].kind) or (after and start is None):
            return None
        fetch = fetch_with_pool(info.context.pool)
        found = await duplicate_candidates(fetch, call, content_types, start)
        return PossibleDuplicates(
            pairs=[
                PossibleDuplicate(
                    client_id=strawberry.ID(public_id("client", one)),
                    other_id=strawberry.ID(public_id("client", other)),
                    reasons=[DuplicateReason[name] for name in reasons],
                )
                for one, other, reasons in found.pairs
            ],
            next=strawberry.ID(public_id("client", found.next)) if found.next else None,
        )

    @strawberry.field(
        description="Clients who may be the person of a referral that the caller decides on. (Tuttu asiakas)",
        directives=[Protected(read=ASSIGN.name)],
    )
    async def referral_duplicates(self, info: strawberry.Info, referral_id: _REFERRAL) -> list[ReferralDuplicate]:
        """Return at most twenty, in the order of their ids."""
        call: Call = info.context.call
        uuid = object_uuid("referral", str(referral_id))
        fetch = fetch_with_pool(info.context.pool)
        found = await referral_doubles(fetch, call, info.context.content_types, uuid) if uuid else []
        return [
            ReferralDuplicate(
                client_id=strawberry.ID(public_id("client", client)),
                reasons=[ReferralDuplicateReason[name] for name in reasons],
            )
            for client, reasons in found
        ]

    @strawberry.field(
        description="What a proposed merge would do; null where the proposal is not seen. (Yhdistämisen esikatselu)",
        directives=[Protected(read=VIEW.name)],
    )
    async def merge_preview(self, info: strawberry.Info, merge_id: _MERGE) -> MergePreview | None:
        """Return the rows that would go over, and the obstacles."""
        call: Call = info.context.call
        content_types = info.context.content_types
        uuid = object_uuid(_NOUN, str(merge_id))
        fetch = fetch_with_pool(info.context.pool)
        clients = await visible_merge(fetch, call, content_types, uuid) if uuid else None
        if clients is None:
            return None
        plan = await merge_plan(fetch, call, content_types, *clients)
        rows = [RowCount(type=noun, rows=number) for noun, number in plan.rows.items()]
        return MergePreview(rows=rows, obstacles=[MergeObstacle[code] for code in plan.obstacles])
