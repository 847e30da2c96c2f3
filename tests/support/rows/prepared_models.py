"""The models, prepared for their queries once in a run of tests and not at every connection."""

from collections.abc import Callable
from typing import Any

import pytest
from tortoise.apps import Apps


def prepare_models_once(patch: pytest.MonkeyPatch) -> None:
    """
    Let Tortoise prepare the models at the first connection, and again only for other models or another driver.

    Whenever it is connected, it works out fifty thousand filters anew, which it keeps with the models themselves: a
    process of the service does that once, a run of tests did it two thousand times.
    """
    prepare: Callable[[Apps], None] = Apps._build_initial_querysets  # there is no public step
    prepared: list[Any] = []

    def prepare_others(apps: Apps) -> None:
        models = [(model, type(model._meta.db)) for app in apps.apps.values() for model in app.values()]
        if prepared != models:
            prepare(apps)
            prepared[:] = models

    patch.setattr(Apps, "_build_initial_querysets", prepare_others)
