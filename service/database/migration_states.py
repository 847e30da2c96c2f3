"""
The states of the models between migrations, with model classes that are built only on demand.

Tortoise builds all models before each operation, for the few operations that compare old and new; a new database then
waits minutes for classes that nobody uses. Here a model, with the models it refers to, is built when it is fetched. It
stays until it or a model to which it leads changes, also in the copies of the state: so it has no backward relations,
which would make a model depend on those that refer to it.
"""

from collections.abc import AsyncIterator, Iterable
from copy import copy
from dataclasses import replace
from typing import Any

from tortoise.connection import ConnectionHandler
from tortoise.fields.relational import ForeignKeyFieldInstance, RelationalField
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey
from tortoise.migrations.migration import Migration
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
            model = self.states[key].render(self)
            for reference in model._meta.fk_fields:
                model._meta.fields_map[reference].related_name = False  # type: ignore[attr-defined]
            self.register_model(app, model)
            open_keys += [reference for reference in self.references(key) if reference in self.states]
        self._init_relations()

    def references(self, key: _Key) -> list[_Key]:
        """Return the models to which a model refers."""
        relations = (field for field in self.states[key].fields.values() if isinstance(field, ForeignKeyFieldInstance))
        return [self.split_reference(relation.model_name) for relation in relations]

    def drop(self, keys: Iterable[_Key]) -> None:
        """Forget these models and all that lead to them."""
        dropped = set(keys)
        built = {(app, name) for app, models in self.apps.items() for name in models}
        while leading := {
            k for k in built - dropped if k not in self.states or not dropped.isdisjoint(self.references(k))
        }:
            dropped |= leading
        for app, name in dropped:
            self.apps.get(app, {}).pop(name, None)

    def _leads_to(self, others: set[_Key], key: _Key) -> bool:
        """Tell whether a model refers to one of others, or is none any more."""
        return key not in self.states or not others.isdisjoint(self.references(key))

    @override
    def _build_initial_querysets(self) -> None:
        """Do nothing: nobody queries through these models."""

    @override
    def clone(self, model_states: dict[_Key, ModelState] | None = None) -> StateApps:
        states = self.states if model_states is None else model_states
        copied = LazyApps(states, self._connections, dict(self._default_connections))
        copied.apps = {app: dict(models) for app, models in self.apps.items()}
        return copied


class LazyState(State):
    """A state that forgets the built models that changed, instead of building all dependent models again."""

    apps: LazyApps

    @override
    def reload_model(self, app_label: str, model_name: str) -> None:
        self.apps.drop([(app_label, model_name)])

    @override
    def reload_models(self, model_tuples: Iterable[_Key]) -> None:
        self.apps.drop(model_tuples)

    @override
    def validate_relations_initialized(self) -> None:
        missing = {to for key in self.models for to in self.apps.references(key) if to not in self.models}
        if missing:
            raise RuntimeError(f"Models refer to what no migration has made: {sorted(missing)}")

    @override
    def clone(self) -> State:
        # An operation exchanges fields and never changes one, but for the model to which a relation leads.
        models = {key: _copied(model) for key, model in self.models.items()}
        return self.__class__(models=models, apps=self.apps.clone(models))


def _copied(model: ModelState) -> ModelState:
    fields = {name: copy(f) if isinstance(f, RelationalField) else f for name, f in model.fields.items()}
    return replace(model, options=dict(model.options), fields=fields)


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
        return empty_state({label: config.get("default_connection", "default") for label, config in apps.items()})

    async def _replayed(self, state: State, applied: set[MigrationKey]) -> AsyncIterator[MigrationKey]:
        """Yield each applied migration; `state` is then the state before it."""
        for key in self._full_plan():
            if key in applied:
                yield key
                await self.loader.disk_migrations[key].apply(state, dry_run=True, schema_editor=None)


class LazyDetector(MigrationAutodetector):
    """Tortoise's comparison of models and migrations, with the migrations' models built on demand."""

    @override
    async def _project_state(self) -> State:
        state = empty_state({})
        for key in self._full_plan():
            migration = self.loader.graph.nodes[key]
            if not isinstance(migration, Migration):
                raise TypeError(f"{key} is no migration")
            await migration.apply(state, dry_run=True, schema_editor=None)
        return state


def empty_state(default_connections: dict[str, str]) -> State:
    """Return the state before the first migration."""
    models: dict[_Key, ModelState] = {}
    return LazyState(models=models, apps=LazyApps(models, None, default_connections))
