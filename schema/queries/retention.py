"""What is asked of retention beside its content: what a purge would erase, and statistics that name nobody."""

from datetime import date
from typing import Annotated, Any

import strawberry

from auth.policy import access_rule, may_add
from auth.viewer import Viewer
from resolvers.public_ids import object_uuid, public_id
from resolvers.reading.parameters import Call
from resolvers.retention.purge_candidates import Fetch, count_rows, judge_candidates
from resolvers.retention.statistics import StatisticsGroup, statistics_groups
from schema.engine.directives import Protected
from schema.types.retention import Obstacle, PurgeKind
from workflow.vocabulary import ADD, VIEW

SHOWN = 500  # items of a preview; the totals are over all
_KIND = Annotated[PurgeKind, strawberry.argument(description="What would be erased.")]
_REGISTER = Annotated[
    strawberry.ID | None, strawberry.argument(description="In which register; not for a single person.")
]
_PERSON = Annotated[strawberry.ID | None, strawberry.argument(description="Which client, for a single person.")]
_YEAR = Annotated[
    int | None, strawberry.argument(description="The year in which the programmes ended; all when empty.")
]


def _may(text: str, permission: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read=permission)])


@strawberry.type(description="How many rows of one kind. (Määrä)")
class RowCount:
    """A label and a number."""

    type: str = _may("Noun of the content type, or the code that was counted.", "view")
    rows: int = _may("How many.", "view")


@strawberry.type(description="One client or referral that a purge would be about. (Poiston kohde)")
class PreviewItem:
    """Who it is, by id alone."""

    target: strawberry.ID = _may("Id of the client or of the referral.", "add")
    due_on: date | None = _may("First day on which the data must be gone.", "add")
    obstacle: Obstacle | None = _may("Why it would be held back; null when it would go.", "add")


@strawberry.type(description="What a purge would erase if it were proposed and run now. (Poiston esikatselu)")
class PurgePreview:
    """Judged by the statements that judge the purge itself."""

    judged_on: date = _may("The day on which it is judged.", "add")
    going: int = _may("How many would go.", "add")
    held_back: int = _may("How many would be held back.", "add")
    counts: list[RowCount] = _may("Rows that would go, by content type.", "add")
    items: list[PreviewItem] = _may(f"The first {SHOWN} of both, in the order of their ids.", "add")


@strawberry.type(description="People of one year, unit and service, at least five. (Tilastoryhmä)")
class StatisticGroup:
    """A group that may be told of. R19."""

    year: int = _may("The year in which the programmes ended.", "view")
    unit_id: strawberry.ID = _may("The unit.", "view")
    service_code: str | None = _may("Code of the service type; null for people without a programme.", "view")
    people: int = _may("How many people.", "view")
    months: int = _may("Months in service of all together.", "view")
    end_reasons: list[RowCount] = _may("Reasons of the end that five or more share.", "view")
    days: list[RowCount] = _may("Attendance days of all together, by code.", "view")


@strawberry.type
class RetentionFields:
    """Root fields of retention that are computed, not stored."""

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
        one = kind.name == "PERSON"
        if (
            not may_add(call.viewer, info.context.content_types["purge"].kind)
            or one != (person is not None)
            or one == bool(register)
        ):
            return None
        fetch = fetching_from(info.context.pool)
        verdicts = await judge_candidates(fetch, kind.name, register, call.today, person)
        items = [
            PreviewItem(
                target=strawberry.ID(v.public_id),
                due_on=v.due_on,
                obstacle=Obstacle[v.obstacle] if v.obstacle else None,
            )
            for v in verdicts[:SHOWN]
        ]
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
        """Return the groups that may be told of."""
        viewer: Viewer = info.context.ask.viewer
        if not access_rule(viewer, info.context.content_types["purge"].kind, VIEW).grants:
            return []
        return [_shown(group) for group in await statistics_groups(fetching_from(info.context.pool), year)]


def fetching_from(pool: Any) -> Fetch:
    """Return how statements are asked on the pool of reads."""

    async def fetch(sql: str, values: list[Any]) -> list[dict[str, Any]]:
        return [dict(row) for row in await pool.fetch(sql, *values)]

    return fetch


def _shown(group: StatisticsGroup) -> StatisticGroup:
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
