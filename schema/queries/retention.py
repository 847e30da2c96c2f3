"""Queries about retention: the preview of a purge, and statistics that name nobody."""

from datetime import date
from typing import Annotated, Any

import strawberry

from auth.policy import access_rule, may_add
from auth.viewer import Viewer
from resolvers.public_ids import object_uuid, public_id
from resolvers.reading.parameters import Call
from resolvers.retention.purge_candidates import Fetch, count_rows, judge_candidates, log_preview
from resolvers.retention.statistics import StatisticsGroup, statistics_groups
from schema.engine.directives import Protected
from schema.types.retention import Obstacle, PurgeKind
from workflow.vocabulary import ADD, VIEW

SHOWN = 500  # the most items in a preview; its totals count all
_KIND = Annotated[PurgeKind, strawberry.argument(description="What would be erased.")]
_REGISTER = Annotated[
    strawberry.ID | None, strawberry.argument(description="In which register; not for a single person.")
]
_PERSON = Annotated[strawberry.ID | None, strawberry.argument(description="Which client, for a single person.")]
_YEAR = Annotated[
    int | None, strawberry.argument(description="The year in which the programmes ended; all when empty.")
]


def _protected_field(text: str, permission: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read=permission)])


@strawberry.type(description="How many rows of one kind. (Määrä)")
class RowCount:
    """A label and a number."""

    type: str = _protected_field("Noun of the content type, or the code that was counted.", "view")
    rows: int = _protected_field("How many.", "view")


@strawberry.type(description="One client or referral that a purge would be about. (Poiston kohde)")
class PreviewItem:
    """One client or referral, named by its id only."""

    target: strawberry.ID = _protected_field("Id of the client or of the referral.", "add")
    due_on: date | None = _protected_field("First day on which the data must be gone.", "add")
    obstacle: Obstacle | None = _protected_field("Why it would be held back; null when it would go.", "add")


@strawberry.type(description="What a purge would erase if it were proposed and run now. (Poiston esikatselu)")
class PurgePreview:
    """The preview of a purge, judged by the same statements as the purge itself."""

    judged_on: date = _protected_field("The day on which it is judged.", "add")
    going: int = _protected_field("How many would go.", "add")
    held_back: int = _protected_field("How many would be held back.", "add")
    counts: list[RowCount] = _protected_field("Rows that would go, by content type.", "add")
    items: list[PreviewItem] = _protected_field(f"The first {SHOWN} of both, in the order of their ids.", "add")


@strawberry.type(description="People of one year, unit and service, at least five. (Tilastoryhmä)")
class StatisticGroup:
    """A group of people that is large enough to be published (rule R19)."""

    year: int = _protected_field("The year in which the programmes ended.", "view")
    unit_id: strawberry.ID = _protected_field("The unit.", "view")
    service_code: str | None = _protected_field(
        "Code of the service type; null for people without a programme.", "view"
    )
    people: int = _protected_field("How many people.", "view")
    months: int = _protected_field("Months in service of all together.", "view")
    end_reasons: list[RowCount] = _protected_field("Reasons of the end that five or more share.", "view")
    days: list[RowCount] = _protected_field("Attendance days of all together, by code.", "view")


@strawberry.type
class RetentionFields:
    """Root fields about retention that are computed, not stored."""

    @strawberry.field(
        description="What a purge would erase; null for whoever may not propose one. (Poiston esikatselu)",
        directives=[Protected(read=ADD.name)],
    )
    async def purge_preview(
        self, info: strawberry.Info, kind: _KIND, register_id: _REGISTER = None, person_id: _PERSON = None
    ) -> PurgePreview | None:
        """Preview a purge."""
        call: Call = info.context.call
        register = object_uuid("register", str(register_id)) if register_id else None
        person = object_uuid("client", str(person_id)) if person_id else None
        is_of_person = kind.name == "PERSON"
        if (
            not may_add(call.viewer, info.context.content_types["purge"].kind)
            or is_of_person != (person is not None)
            or is_of_person == bool(register)
        ):
            return None
        fetch = fetch_with_pool(info.context.pool)
        verdicts = await judge_candidates(fetch, kind.name, register, call.today, person)
        items = [
            PreviewItem(
                target=strawberry.ID(v.public_id),
                due_on=v.due_on,
                obstacle=Obstacle[v.obstacle] if v.obstacle else None,
            )
            for v in verdicts[:SHOWN]
        ]
        await log_preview(fetch, call, verdicts[:SHOWN], person)
        going = sum(v.obstacle is None for v in verdicts)
        counts = [
            RowCount(type=c["type"], rows=c["rows"])
            for c in await count_rows(fetch, info.context.content_types, verdicts)
        ]
        return PurgePreview(
            judged_on=call.today, going=going, held_back=len(verdicts) - going, counts=counts, items=items
        )

    @strawberry.field(
        description="Statistics of erased people, in groups of at least five; for those who see purges. (Tilastot)",
        directives=[Protected(read=VIEW.name)],
    )
    async def statistics(self, info: strawberry.Info, year: _YEAR = None) -> list[StatisticGroup]:
        """Return the groups that are large enough to be published."""
        viewer: Viewer = info.context.request.viewer
        if not access_rule(viewer, info.context.content_types["purge"].kind, VIEW).grants:
            return []
        return [_statistic_group(group) for group in await statistics_groups(fetch_with_pool(info.context.pool), year)]


def fetch_with_pool(pool: Any) -> Fetch:
    """Return a function that runs statements on the pool of reads."""

    async def fetch(sql: str, values: list[Any]) -> list[dict[str, Any]]:
        return [dict(row) for row in await pool.fetch(sql, *values)]

    return fetch


def _statistic_group(group: StatisticsGroup) -> StatisticGroup:
    """Return a group as the API shows it."""
    return StatisticGroup(
        year=group.year,
        unit_id=strawberry.ID(public_id("unit", group.unit)),
        service_code=group.service_code,
        people=group.people,
        months=group.months,
        end_reasons=[RowCount(type=k, rows=n) for k, n in sorted(group.end_reasons.items())],
        days=[RowCount(type=k, rows=n) for k, n in sorted(group.days.items())],
    )
