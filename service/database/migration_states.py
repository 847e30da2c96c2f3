"""
The states of the models between migrations, with model classes that are built only on demand.

Tortoise builds all models before each operation, for the few operations that compare old and new; a new database then
waits a quarter of a minute for classes that nobody uses. Here a model, with the models it refers to, is built when it
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


class LazyApps(StateApps):
    """The models of `states`, by application and name; each is built at first use."""

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
        if model._meta._inited and "pk" not in model._meta.filters:  # noqa: SLF001 - Tortoise checks the same
            model._meta.finalise_model()
        return model

    def render(self, keys: Iterable[_Key]) -> None:
        """
        Build models and the models they refer to.

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
            references_by_key = (self.split_reference(reference.model_name) for reference in references)
            open_keys += [reference for reference in references_by_key if reference in self.states]
        self._init_relations()

    @override
    def _build_initial_querysets(self) -> None:
        """Do nothing: nobody queries through these models."""

    @override
    def clone(self, model_states: dict[_Key, ModelState] | None = None) -> StateApps:
        states = self.states if model_states is None else model_states
        return LazyApps(states, self._connections, dict(self._default_connections))


class LazyState(State):
    """A state that drops its built models when one changes, instead of building all dependent models again."""

    apps: LazyApps

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


class LazyExecutor(MigrationExecutor):
    """Tortoise's executor with models that are built on demand."""

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
        return LazyState(models=models, apps=LazyApps(models, None, defaults))

    async def _replayed(self, state: State, applied: set[MigrationKey]) -> AsyncIterator[MigrationKey]:
        """Yield each applied migration; `state` is then the state before it."""
        for key in self._full_plan():
            if key in applied:
                yield key
                await self.loader.disk_migrations[key].apply(state, dry_run=True, schema_editor=None)
