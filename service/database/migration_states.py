"""
What Tortoise's migrations know of the models at every step, worked out only when a step asks.

Tortoise renders all models before each of the operations, for the few that compare old and new; a new database then
waits a quarter of a minute for classes that nobody looks at. Here a model is rendered, with those it refers to, when it
is fetched.
"""

from collections.abc import AsyncIterator, Iterable
from typing import Any

from tortoise.connection import ConnectionHandler
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey
from tortoise.migrations.schema_generator.state import ModelState, State
from tortoise.migrations.schema_generator.state_apps import StateApps
from tortoise.models import Model
from typing_extensions import override

_Key = tuple[str, str]


class LateApps(StateApps):
    """The models of `states`, by application and name, each rendered on first use."""

    def __init__(
        self, states: dict[_Key, ModelState], connections: ConnectionHandler | None, defaults: dict[str, str]
    ) -> None:
        super().__init__(defaults, connections)
        self.states = states

    @override
    def get_model(self, app_label: str, model_name: str | None = None) -> type[Model]:
        key = self.split_reference(app_label) if model_name is None else (app_label, model_name)
        self.render([key])
        model = self.apps[key[0]][key[1]]
        if model._meta._inited and "pk" not in model._meta.filters:  # noqa: SLF001 - Tortoise asks the same
            model._meta.finalise_model()
        return model

    def render(self, keys: Iterable[_Key]) -> None:
        """
        Render models and what they refer to.

        :raises KeyError: when there is no such model.
        """
        open_keys = [key for key in keys if key[1] not in self.apps.get(key[0], {})]
        if not open_keys:
            return
        while open_keys:
            app, name = key = open_keys.pop()
            if name in self.apps.get(app, {}):
                continue
            self.register_model(app, self.states[key].render(self))
            references = (f for f in self.states[key].fields.values() if isinstance(f, ForeignKeyFieldInstance))
            named = (self.split_reference(reference.model_name) for reference in references)
            open_keys += [reference for reference in named if reference in self.states]
        self._init_relations()

    @override
    def _build_initial_querysets(self) -> None:
        """Nobody queries through these models."""

    @override
    def clone(self, model_states: dict[_Key, ModelState] | None = None) -> StateApps:
        states = self.states if model_states is None else model_states
        return LateApps(states, self._connections, dict(self._default_connections))


class LateState(State):
    """A state that forgets its rendered models when one changes, instead of rendering all that belong to it."""

    apps: LateApps

    @override
    def reload_model(self, app_label: str, model_name: str) -> None:
        self.apps.apps.clear()

    @override
    def reload_models(self, model_tuples: Iterable[_Key]) -> None:
        self.apps.apps.clear()

    @override
    def validate_relations_initialized(self) -> None:
        self.apps.render(self.models)
        super().validate_relations_initialized()


class LateExecutor(MigrationExecutor):
    """Tortoise's executor on late states."""

    @override
    async def _project_state(self, applied: set[MigrationKey], *, upto: MigrationKey | None = None) -> State:
        state = self._empty()
        async for key in self._replayed(state, applied):
            if key == upto:
                break
        return state

    @override
    async def _project_state_cache(self, applied: set[MigrationKey]) -> dict[MigrationKey, State]:
        state = self._empty()
        return {key: state.clone() async for key in self._replayed(state, applied)}

    def _empty(self) -> State:
        apps: dict[str, Any] = self.loader.apps_config
        defaults = {label: config.get("default_connection", "default") for label, config in apps.items()}
        models: dict[_Key, ModelState] = {}
        return LateState(models=models, apps=LateApps(models, None, defaults))

    async def _replayed(self, state: State, applied: set[MigrationKey]) -> AsyncIterator[MigrationKey]:
        """Yield each applied migration with `state` as it was before it."""
        for key in self._full_plan():
            if key in applied:
                yield key
                await self.loader.disk_migrations[key].apply(state, dry_run=True, schema_editor=None)
