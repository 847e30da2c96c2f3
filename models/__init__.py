"""
The stored content as Tortoise models: every model of every module here, under its own name, as in models.Client.

A new model is found by its file. Tortoise looks for them in `__models__`.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from tortoise.models import Model


def _defined_models() -> Iterator[type[Model]]:
    """Yield the models that the modules of this package define, module by module; what is abstract has no table."""
    for found in iter_modules(__path__):
        module = import_module(f"{__name__}.{found.name}")
        for defined in vars(module).values():
            is_model = isinstance(defined, type) and issubclass(defined, Model)
            if is_model and defined.__module__ == module.__name__ and not defined._meta.abstract:
                yield defined


def __getattr__(name: str) -> type[Model]:
    """
    Return a model by its name.

    :raises AttributeError: when no module defines it
    """
    if name in _BY_NAME:
        return _BY_NAME[name]
    raise AttributeError(f"models has no model {name}; there is {', '.join(sorted(_BY_NAME))}")


__models__: list[type[Model]] = list(_defined_models())
_BY_NAME = {model.__name__: model for model in __models__}
__all__ = sorted(_BY_NAME)  # noqa: PLE0605 - follows from the modules
