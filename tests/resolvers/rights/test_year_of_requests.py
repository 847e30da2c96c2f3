"""A year of requests, with the clock as an argument: found late, told by letter, and due on a day that is a holiday."""

from datetime import UTC, date, datetime, time
from typing import Any

from resolvers.rights.deadlines import remind_of_requests
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import schema_and_content_types
from tests.support.actions.content import step, update
from tests.support.actions.data_requests import OFFICER, make_request, read_request, step_request
from tests.support.organisation import SampleOrganisation

LETTERS = "{ requestLetters { nodes { id revision state text } } }"


def noon(day: date) -> datetime:
    return datetime.combine(day, time(10), UTC)


async def remind(organisation: SampleOrganisation, day: date) -> int:
    """Run the reminder of a day; return how many requests it was about."""
    organisation.now = noon(day)
    keyring = organisation.answering.commands.keyring
    return await remind_of_requests(
        system_context(schema_and_content_types()[1], RULEBOOK, keyring, organisation.now, day)
    )


async def paper(organisation: SampleOrganisation, **given: Any) -> dict[str, Any]:
    """Return a letter of Saara, who has no account, entered by the privacy officer."""
    about = {"clientId": organisation.ids["saara"], "channel": "LETTER"}
    return await make_request(organisation, "OBJECT", OFFICER, **about, **given)


async def test_a_year_of_requests(organisation: SampleOrganisation) -> None:
    # A letter of January is found in November: it is entered with its day, and overdue at once.
    organisation.now = noon(date(2026, 11, 28))
    late = await paper(organisation, receivedOn="2026-01-31")
    days = await read_request(organisation, OFFICER, late, "receivedOn calendarDueOn dueOn")
    assert days == {"receivedOn": "2026-01-31", "calendarDueOn": "2026-02-28", "dueOn": "2026-03-02"}
    assert await remind(organisation, date(2026, 11, 28)) == 1
    [event] = await organisation.pool.fetch("SELECT event FROM outbox WHERE event ~ 'remind|overdue'")
    assert event["event"] == "data_request.overdue"
    late |= await read_request(organisation, OFFICER, late, "revision")
    assert await step_request(organisation, late, "CONFIRM_IDENTITY", reason="KNOWN") == []
    assert await step_request(organisation, late, "EXTEND", reason="COMPLEX", comment="Löytyi nyt") == [
        "TOO_LATE_TO_EXTEND"
    ]
    assert await step_request(organisation, late, "REFUSE", reason="LEGAL_OBLIGATION", comment="Laki velvoittaa") == []

    # A month after 24 November is Christmas Eve, Christmas is a Friday and a Saturday: the 28th is the last day.
    organisation.now = noon(date(2026, 11, 24))
    fresh = await paper(organisation)
    days = await read_request(organisation, OFFICER, fresh, "calendarDueOn dueOn")
    assert days == {"calendarDueOn": "2026-12-24", "dueOn": "2026-12-28"}
    assert await step_request(organisation, fresh, "CONFIRM_IDENTITY", reason="SEEN_ID") == []

    # On the last day, which the calendar alone would have called too late, the time is extended until Ascension Day …
    organisation.now = noon(date(2026, 12, 28))
    assert await update(organisation, OFFICER, "DataRequest", fresh, extensionMonths=2) == []
    assert await step_request(organisation, fresh, "EXTEND", reason="COMPLEX", comment="Aineisto on laaja") == []
    days = await read_request(organisation, OFFICER, fresh, "calendarDueOn dueOn extensionToldOn")
    assert days == {"calendarDueOn": "2027-02-24", "dueOn": "2027-02-24", "extensionToldOn": None}

    # … and the person is told by a letter that goes out the day after.
    organisation.now = noon(date(2026, 12, 29))
    nodes = (await organisation.data(OFFICER, LETTERS))["requestLetters"]["nodes"]
    [letter] = [node for node in nodes if node["state"] == "WAITING" and "lisää aikaa" in node["text"]]
    assert await step(organisation, OFFICER, "RequestLetter", letter, "SEND", reason="LETTER") == []
    told = await read_request(organisation, OFFICER, fresh, "extensionToldOn")
    assert told == {"extensionToldOn": "2026-12-29"}

    # A request of 25 May 2027 is due on Midsummer Eve, and so on the Monday after.
    organisation.now = noon(date(2027, 5, 25))
    summer = await paper(organisation)
    days = await read_request(organisation, OFFICER, summer, "calendarDueOn dueOn")
    assert days == {"calendarDueOn": "2027-06-25", "dueOn": "2027-06-28"}
    assert await remind(organisation, date(2027, 6, 28)) == 2  # the extended one is overdue, this one due today
    assert await remind(organisation, date(2027, 6, 29)) == 1
    overdue = await organisation.pool.fetch("SELECT event FROM outbox WHERE event = 'data_request.overdue'")
    assert len(overdue) == 3
