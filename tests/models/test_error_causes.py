"""What an error was raised from is found, whichever way a library says it."""

from itertools import pairwise

from models.error_causes import causes


def chained(*errors: Exception) -> Exception:
    """Return the first error, raised from the second, and so on."""
    for error, cause in pairwise(errors):
        error.__cause__ = cause
    return errors[0]


def test_an_error_comes_first_and_then_what_it_was_raised_from() -> None:
    found = [str(one) for one in causes(chained(ValueError("a"), KeyError("b"), OSError("c")))]

    assert found == ["a", "'b'", "c"]


def test_an_error_that_a_library_passes_as_an_argument_is_a_cause() -> None:
    driver = OSError("gone")

    assert driver in list(causes(RuntimeError(driver)))


def test_each_error_of_a_group_is_found_with_its_causes() -> None:
    group = ExceptionGroup("both", [chained(ValueError("a"), OSError("b")), KeyError("c")])

    assert [type(one) for one in causes(group)] == [ExceptionGroup, ValueError, OSError, KeyError]


def test_nothing_has_no_causes() -> None:
    assert list(causes(None)) == []
