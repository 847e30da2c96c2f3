"""Tasks of dates: what ends, what is due, and with whom there was no contact."""

from models.referral import NO_DAY
from resolvers.casework.referral_clock import TOLD_AHEAD
from resolvers.notifications.reminders import REVIEW_AHEAD
from resolvers.tasks.declaration import Sql, TaskRule, TaskScope, task
from workflow.absence_report import UNTOLD_ABSENCE_REPORT_STATES
from workflow.attendance import PAST_DAY_STATES
from workflow.attendance_month import UNCLOSED_MONTH_STATES
from workflow.calendar import FINNISH_ZONE_NAME
from workflow.client import SERVED_CLIENT_STATES
from workflow.coaching_note import ONCE_SIGNED_NOTE_STATES
from workflow.contract import CONTRACT_IN_FORCE_STATES, DRAFT_CONTRACT_STATES, OPEN_CONTRACT_STATES
from workflow.data_request import UNDECIDED_STATES
from workflow.language import roles
from workflow.programme import OPEN_MEASURE_STATES, RUNNING_PROGRAMME_STATES
from workflow.referral import WAITING_REFERRAL_STATES, WAITLISTED_REFERRAL_STATES
from workflow.relationship import OPEN_RELATIONSHIP_STATES
from workflow.report import HEARD_REPORT_STATES

# Numbers of the service's own, decision 0205; those of the queue and of the safety restriction stand with their mails.
CONTRACT_AHEAD = MEASURE_AHEAD = REVIEW_OF_PROGRAMME_AHEAD = 14
DAYS_WITHOUT_CONTACT = 30
MONTHS_BETWEEN_REVIEWS = 3

_TEAM = roles("coach supervisor")
_SUPERVISOR = roles("supervisor")


def column(name: str) -> Sql:
    """Return the SQL of a day that is a column of the row; behind all days where it is empty."""
    return lambda scope: f"coalesce({scope.row}.{name}, DATE '{NO_DAY}')"


def is_given(name: str) -> Sql:
    """Return the condition that a column of the row is not empty."""
    return lambda scope: f"{scope.row}.{name} IS NOT NULL"


def _has_no_next_contract(scope: TaskScope) -> str:
    is_open = f"({DRAFT_CONTRACT_STATES.sql('{0}.state')} OR {OPEN_CONTRACT_STATES.sql('{0}.state')})"
    where = f"{{0}}.programme_id = {scope.row}.programme_id AND {{0}}.ends_on > {scope.row}.ends_on AND {is_open}"
    _, others = scope.others("contract", ("endsOn",), where)
    return f"NOT EXISTS (SELECT {others})"


def _review(scope: TaskScope) -> str:
    """Return the day that was set, or three months after the start or the last period that was reported on."""
    reported = f"{{0}}.relationship_id = {scope.row}.relationship_id AND {HEARD_REPORT_STATES.sql('{0}.state')}"
    alias, reports = scope.others("report", ("endsOn",), reported)
    last = f"(SELECT max({alias}.ends_on) {reports})"
    by_rule = f"(greatest({scope.row}.starts_on, {last}) + interval '{MONTHS_BETWEEN_REVIEWS} months')::date"
    return f"coalesce({scope.row}.next_review_on, {by_rule})"


def _end_of_silence(scope: TaskScope) -> str:
    """Return the thirtieth day after the last contact: the start, a signed note, or a day on which one was there."""
    signed = f"{{0}}.relationship_id = {scope.row}.id AND {ONCE_SIGNED_NOTE_STATES.sql('{0}.state')}"
    note, notes = scope.others("coaching_note", ("occurredAt",), signed)
    there = (
        f"{{0}}.client_id = {scope.row}.client_id AND {{0}}.presence = 'PRESENT' AND {PAST_DAY_STATES.sql('{0}.state')}"
    )
    day, days = scope.others("attendance", ("presence", "day"), there)
    noted = f"(SELECT max(({note}.occurred_at AT TIME ZONE '{FINNISH_ZONE_NAME}')::date) {notes})"
    met = f"(SELECT max({day}.day) {days})"
    return f"(greatest({scope.row}.started_on, {noted}, {met}) + {DAYS_WITHOUT_CONTACT})"


def _day_after_month(scope: TaskScope) -> str:
    return f"({scope.row}.month + interval '1 month')::date"


DEADLINE_TASKS: tuple[TaskRule, ...] = (
    task(
        "CONTRACT_ENDS",
        "Sopimus päättyy|Avtal tar slut|Contract ends",
        "contract",
        CONTRACT_IN_FORCE_STATES,
        _TEAM,
        reads=("endsOn",),
        due=column("ends_on"),
        when=_has_no_next_contract,
        ahead=CONTRACT_AHEAD,
    ),
    task(
        "PROGRAMME_REVIEW",
        "Valmennuksen arviointi|Utvärdering av träningen|Review of a programme",
        "programme",
        RUNNING_PROGRAMME_STATES,
        _TEAM,
        reads=("startsOn", "nextReviewOn"),
        due=_review,
        ahead=REVIEW_OF_PROGRAMME_AHEAD,
    ),
    task(
        "NO_CONTACT",
        "Ei yhteyttä 30 päivään|Ingen kontakt på 30 dagar|No contact for 30 days",
        "relationship",
        OPEN_RELATIONSHIP_STATES,
        _TEAM,
        reads=("startedOn",),
        due=_end_of_silence,
        ahead=0,
    ),
    task(
        "MEASURE_DUE",
        "Toimenpide tehtävä|Åtgärd att utföra|Measure due",
        "measure",
        OPEN_MEASURE_STATES,
        roles("trainee coach"),
        reads=("dueOn",),
        due=column("due_on"),
        when=is_given("due_on"),
        ahead=MEASURE_AHEAD,
    ),
    task(
        "SAFETY_REVIEW",
        "Turvakiellon tarkistus|Spärrmarkeringens kontroll|Review of a safety restriction",
        "client",
        SERVED_CLIENT_STATES,
        _TEAM,
        reads=("safetyRestriction", "safetyReviewOn"),
        due=column("safety_review_on"),
        when=lambda scope: f"{scope.row}.safety_restriction AND {is_given('safety_review_on')(scope)}",
        ahead=REVIEW_AHEAD.days,
    ),
    task(
        "WAITLIST_ENDS",
        "Paikka jonossa päättyy|Platsen i kön upphör|Place in the queue ends",
        "referral",
        WAITLISTED_REFERRAL_STATES,
        _SUPERVISOR,
        reads=("waitlistUntil",),
        due=column("waitlist_until"),
        when=is_given("waitlist_until"),
        ahead=TOLD_AHEAD.days,
    ),
    task(
        "REFERRAL_DUE",
        "Lähete odottaa vastausta|Remiss väntar på svar|Referral to answer",
        "referral",
        WAITING_REFERRAL_STATES,
        _SUPERVISOR,
        reads=("dueOn",),
        due=column("due_on"),
        waits=True,
    ),
    task(
        "MONTH_TO_CLOSE",
        "Kuukausi suljettavana|Månad att stänga|Month to close",
        "attendance_month",
        UNCLOSED_MONTH_STATES,
        _SUPERVISOR,
        reads=("month",),
        due=_day_after_month,
        ahead=0,
        waits=True,
    ),
    task(
        "ABSENCE_REPORT_DUE",
        "Poissaoloilmoitus lähetettävänä|Frånvarorapport att skicka|Absence report to send",
        "absence_report",
        UNTOLD_ABSENCE_REPORT_STATES,
        _TEAM,
        reads=("dueOn",),
        due=column("due_on"),
        waits=True,
    ),
    task(
        "DATA_REQUEST_DUE",
        "Tietopyyntö odottaa vastausta|Begäran om uppgifter väntar på svar|Data request to answer",
        "data_request",
        UNDECIDED_STATES,
        roles("privacy_officer"),
        reads=("dueOn",),
        due=column("due_on"),
        waits=True,
    ),
)
