"""The log: one line for each request, known keys, and nothing personal."""

import io
import json
import logging
import warnings

import httpx2
import pytest
from graphql import GraphQLError
from starlette.applications import Starlette

from schema.execution.answering import _client_error
from service.logs import REMOVED, log, log_warning, set_up_logs
from tests.support.small_application import ARTIFICIAL_CODE, client_of


async def test_a_request_leaves_one_line_that_bears_the_id_of_its_answer(app: Starlette, lines: io.StringIO) -> None:
    async with client_of(app) as client:
        answer = await client.post("/echo", content=ARTIFICIAL_CODE)

    found = [json.loads(line) for line in lines.getvalue().splitlines()]
    written = next(line for line in found if line["event"] == "request")
    assert written.keys() == {
        *("event", "level", "logger", "timestamp", "request_id", "route", "method", "status", "milliseconds"),
    }
    assert (written["route"], written["method"], written["status"]) == ("/echo", "POST", 200)
    assert written["request_id"] == answer.headers["x-request-id"]
    assert written["timestamp"].endswith("Z")


async def test_a_line_that_cannot_be_written_takes_no_answer_with_it(app: Starlette, lines: io.StringIO) -> None:
    transport = httpx2.ASGITransport(app=app)
    lines.close()

    async with httpx2.AsyncClient(transport=transport, base_url=app.state.settings.public_url) as client:
        answer = await client.post("/echo", content=b"a")

    assert answer.json()["length"] == 1


def test_the_incident_that_an_error_names_is_in_the_log_without_its_text(lines: io.StringIO) -> None:
    unexpected = GraphQLError("odd", original_error=RuntimeError(f"the row with {ARTIFICIAL_CODE} is odd"))

    answered = _client_error(unexpected, "fi")

    written = json.loads(lines.getvalue())
    assert written["incident"] == answered["extensions"]["id"]
    assert written["exception"] == "builtins.RuntimeError"
    assert ARTIFICIAL_CODE not in lines.getvalue() + json.dumps(answered)


def test_the_log_keeps_known_keys_and_scrubs_what_looks_personal(lines: io.StringIO) -> None:
    log.info(f"met {ARTIFICIAL_CODE} and someone@example.org", variables={"a": 1}, code="FINE")

    written = json.loads(lines.getvalue())
    assert written["event"] == f"met {REMOVED} and {REMOVED}"
    assert written["codes"] == ["unlogged:variables"]
    assert written["code"] == "FINE"
    assert "variables" not in written


def test_the_texts_of_other_people_s_loggers_stay_out(lines: io.StringIO) -> None:
    logging.getLogger("tortoise.db_client").warning("%s: %s", "SELECT $1", ["Aino"])
    logging.getLogger("strawberry.execution").error('{ client(name: "Aino") }')
    error = ValueError("Key (name)=(Aino) exists")
    logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=error)

    assert "Aino" not in lines.getvalue()
    assert len(lines.getvalue().splitlines()) == 3


def test_a_line_through_python_s_own_logging_looks_like_ours(lines: io.StringIO) -> None:
    log.info("sealed", count=3)
    logging.getLogger("polku").info("sealed %d entries of %s", 3, ARTIFICIAL_CODE)
    logging.getLogger("polku").debug("nobody asked")
    log.debug("nobody asked")

    ours, theirs = (json.loads(line) for line in lines.getvalue().splitlines())
    assert theirs["event"] == f"sealed 3 entries of {REMOVED}"
    assert theirs.keys() | {"count"} == ours.keys() == {"event", "count", "level", "logger", "timestamp"}
    assert (theirs["level"], theirs["logger"]) == (ours["level"], ours["logger"]) == ("info", "polku")


def test_the_warning_of_a_library_is_a_line_without_the_value_that_it_quotes(
    lines: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = log_warning
        warnings.warn(f"DateTimeField received a naive datetime ({ARTIFICIAL_CODE})", RuntimeWarning, stacklevel=1)

    [written] = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert (written["event"], written["exception"]) == ("warning", "builtins.RuntimeWarning")
    assert written["at"][0].startswith("http/test_logs.py:")
    assert ARTIFICIAL_CODE not in lines.getvalue() + "".join(capsys.readouterr())


def test_whoever_sets_the_logs_up_hands_them_the_warnings(lines: io.StringIO) -> None:
    before = warnings.showwarning
    try:
        set_up_logs("INFO", lines)
        assert warnings.showwarning is log_warning
    finally:
        warnings.showwarning = before
