"""What an error was raised from, whichever way the libraries below say it."""

from collections.abc import Iterator


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """
    Yield an error and what it was raised from, one after the other; of a group of errors, each of them.

    Tortoise names the driver's error as the first argument of its own, where it does not raise from it.
    """
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                yield from causes(member)
        first = error.args[0] if error.args else None
        error = error.__cause__ or (first if isinstance(first, BaseException) else None)
