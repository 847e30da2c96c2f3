"""What every answer of a process needs: the compiler, the connection pool, the key of cursors, and the page caps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from auth.rights import rights
from auth.viewer import Viewer
from resolvers.reading.operation import liveness_plan
from resolvers.reading.parameters import MAX_PAGE_SIZES, Call
from resolvers.reading.plan import PlanCache, Reads, StaleViewer
from resolvers.reading.statement import Compiler
from workflow.calendar import finnish_day


@dataclass(slots=True)
class GraphQLRequest:
    """
    One request: the document, its variables, the viewer and the moment.

    `fresh` says whether the viewer was just loaded; `id` is the id of the request in the log of the service.
    """

    query: str
    variables: Mapping[str, Any]
    operation: str | None
    viewer: Viewer
    now: datetime
    language: str = "fi"
    fresh: bool = True
    id: UUID = field(default_factory=uuid4)


@dataclass
class Runtime:
    """
    What queries and commands share.

    `page_caps` are the most objects on a page of a root list and of a nested list.
    """

    compiler: Compiler
    pool: Reads
    cursor_keys: tuple[bytes, ...]
    page_caps: tuple[int, int] = MAX_PAGE_SIZES
    plans: PlanCache = field(default_factory=PlanCache)

    @property
    def cursor_key(self) -> bytes:
        """The key that seals new cursors and signs links; the older ones only open."""
        return self.cursor_keys[0]

    async def load_page_caps(self) -> None:
        """Load the page caps from the settings: at start, after a change in this process, and at intervals."""
        row = await self.pool.fetchrow("SELECT max_root_page_size, max_nested_page_size FROM setting")
        self.page_caps = (min(row[0], MAX_PAGE_SIZES[0]), min(row[1], MAX_PAGE_SIZES[1])) if row else MAX_PAGE_SIZES

    async def verify(self, request: GraphQLRequest) -> None:
        """
        Verify a cached viewer where no reading statement does.

        :raises StaleViewer: when account, rights or session are not those with which it was loaded; and of a trainee,
            whose name is the client's and may have changed
        """
        if request.fresh:
            return
        if request.viewer.client is not None:
            raise StaleViewer
        plan = self.plans.get(("live", rights(request.viewer)), lambda: liveness_plan(request.viewer))
        await plan.run(self.pool, self.call(request, {}))

    def call(
        self,
        request: GraphQLRequest,
        variables: Mapping[str, Any],
        source: UUID | list[UUID] | None = None,
        viewer: Viewer | None = None,
    ) -> Call:
        """
        Return the values with which a plan runs.

        `source` is the object that a mutation has changed, or the objects, and `viewer` the caller again where it
        changed the caller's own rights.
        """
        caller, today = viewer or request.viewer, finnish_day(request.now)
        return Call(caller, request.now, today, request.id, variables, self.cursor_keys, source, self.page_caps)
