"""
Tasks of absences: a reason that is not known, a certificate that is missing, an absence longer than its code allows.

What a code entails is told by its facts. A run is a row of service days of one person with the same code; days without
service stand in no run and interrupt none. Source: rules R07 and R08.
"""

from models.attendance import REPLACED_DAY
from resolvers.tasks.declaration import DayScope, TaskRule, TaskScope, task
from workflow.attendance import DECIDING_ROLES, PAST_DAY_STATES, PLANNED_DAY_STATES, UNSETTLED_DAY_STATES
from workflow.attendance_codes import ATTENDANCE_CODES
from workflow.language import roles
from workflow.term import PUBLISHED_TERM_STATES

DAYS_TO_ASK = 3  # working days after which a reason that is not known waits for the supervisor too
_LONGEST_BREAK = 14  # days in which there are three working days, whatever the holidays
# Of the code of a row `{0}`, as the vocabulary tells it: the facts with the name `{1}`.
OF_CODE = (
    f"FROM term w CROSS JOIN jsonb_array_elements(w.facts) f WHERE w.vocabulary = '{ATTENDANCE_CODES}'"
    f" AND w.token = {{0}}.code AND {PUBLISHED_TERM_STATES.sql('w.state')} AND f.value ->> 'name' = '{{1}}'"
)


def is_pending(scope: DayScope) -> str:
    """Return the condition that the reason of the absence is not known yet."""
    return f"EXISTS (SELECT {OF_CODE.format(scope.row, 'is_pending')} AND f.value ->> 'text' = 'yes')"


def time_to_ask(scope: DayScope) -> str:
    """Return the last of the working days in which the coach asks for the reason of the day."""
    days = f"generate_series({scope.row}.day + 1, {scope.row}.day + {_LONGEST_BREAK}, interval '1 day') s(day)"
    return (
        f"(SELECT s.day::date FROM {days} WHERE extract(isodow FROM s.day) < 6"
        f" AND s.day::date <> ALL({scope.holidays}) ORDER BY s.day LIMIT 1 OFFSET {DAYS_TO_ASK - 1})"
    )


def is_pending_too_long(scope: DayScope) -> str:
    """Return the condition that the reason is not known although those working days are over."""
    return f"{is_pending(scope)} AND {time_to_ask(scope)} < {scope.today}"


def _is_covered(scope: TaskScope, day: str) -> str:
    """Return the condition that a certificate that was seen on a day until then covers a day of the person."""
    where = f"{{0}}.client_id = {scope.row}.client_id AND {{0}}.day <= {day} AND {{0}}.certificate_seen_until >= {day}"
    _, certificates = scope.others("attendance", ("certificateSeenUntil",), where)
    return f"EXISTS (SELECT {certificates})"


def _run(scope: TaskScope, fact: str, ends: str) -> str:
    """
    Return the condition that as many service days before the row have its code as a fact of the code says.

    `ends` is a further condition: `run.longer` counts one day more than that, `run.most` is what the fact says.
    """
    where = (
        f"{{0}}.client_id = {scope.row}.client_id AND {{0}}.day < {scope.row}.day AND {{0}}.presence IS NOT NULL"
        f" AND {PAST_DAY_STATES.sql('{0}.state')} AND NOT {REPLACED_DAY.format('{0}')}"
    )
    alias, before = scope.others("attendance", ("code", "presence"), where)
    latest = f"{alias}.day DESC, {alias}.id DESC"
    most = f"SELECT max((f.value ->> 'text')::int) AS most {OF_CODE.format(scope.row, fact)}"
    alike = f"count(*) FILTER (WHERE p.code = {scope.row}.code"
    return (
        f"EXISTS (SELECT FROM (SELECT m.most FROM ({most}) m WHERE m.most IS NOT NULL) m CROSS JOIN LATERAL (SELECT"
        f" m.most, {alike} AND p.place <= m.most) AS alike, {alike}) AS longer,"
        f" max(p.day) AS day_before FROM (SELECT {alias}.code, {alias}.day, row_number() OVER (ORDER BY {latest})"
        f" AS place {before} ORDER BY {latest} LIMIT m.most + 1) p) run WHERE run.alike = run.most AND {ends})"
    )


def lacks_certificate(scope: TaskScope) -> str:
    """Return the condition that the first day of a run that needs a certificate is covered by none."""
    first = f"(run.longer = run.most OR {_is_covered(scope, 'run.day_before')})"
    return f"NOT {_is_covered(scope, f'{scope.row}.day')} AND {_run(scope, 'needs_certificate_after_days', first)}"


def is_first_over(scope: TaskScope) -> str:
    """Return the condition that the day is the first of a run that is more than the code allows."""
    return _run(scope, "longest_days", "run.longer = run.most")


def _day(scope: TaskScope) -> str:
    return f"{scope.row}.day"


ABSENCE_TASKS: tuple[TaskRule, ...] = (
    task(
        "REASON_PENDING",
        "Poissaolon syy selvittämättä|Orsaken till frånvaron inte utredd|Reason of an absence to ask for",
        "attendance",
        UNSETTLED_DAY_STATES,
        roles("coach"),
        reads=("code", "day"),
        due=time_to_ask,
        when=is_pending,
    ),
    task(
        "REASON_OVERDUE",
        "Poissaolon syy yhä selvittämättä|Orsaken till frånvaron fortfarande inte utredd|Reason of an absence overdue",
        "attendance",
        UNSETTLED_DAY_STATES,
        roles("supervisor"),
        reads=("code", "day"),
        due=time_to_ask,
        when=is_pending_too_long,
    ),
    task(
        "CERTIFICATE_MISSING",
        "Todistus poissaolosta puuttuu|Intyg om frånvaron saknas|Certificate of an absence missing",
        "attendance",
        UNSETTLED_DAY_STATES,
        DECIDING_ROLES,
        reads=("code", "day", "presence", "certificateSeenUntil"),
        due=_day,
        when=lacks_certificate,
    ),
    task(
        "ABSENCE_TOO_LONG",
        "Poissaolo jatkuu yli sallitun|Frånvaron är längre än tillåtet|Absence longer than its code allows",
        "attendance",
        UNSETTLED_DAY_STATES,
        DECIDING_ROLES,
        reads=("code", "day", "presence"),
        due=_day,
        when=is_first_over,
    ),
    task(
        "DAY_TO_RECORD",
        "Päivä kirjaamatta|Dag inte antecknad|Day to record",
        "attendance",
        PLANNED_DAY_STATES,
        roles("workplace"),
        reads=("day",),
        due=_day,
        ahead=0,
    ),
)
