"""The scheduled jobs of the service: each runs once at a time over all workers; a missed run is caught up once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from auth.accounts.expiry import forget_expired
from resolvers.accounts.invitations import expire_invitations
from resolvers.attendance.months import begin_months
from resolvers.casework.consents import expire_consents
from resolvers.casework.paper_originals import remind_of_papers
from resolvers.casework.referral_clock import remind_of_waitlist
from resolvers.casework.relationships import retain_ended
from resolvers.changes.forgetting import forget_events
from resolvers.context import CommandContext
from resolvers.files.attachments import sweep_files
from resolvers.files.scanning import scan_files
from resolvers.notifications.dispatching import dispatch_events
from resolvers.notifications.mailing import send_mail
from resolvers.notifications.reminders import announce_notices, remind_of_reviews
from resolvers.protection.anomalies import find_anomalies
from resolvers.protection.breaches import remind_of_breaches
from resolvers.protection.exceptional_access import end_exceptional_access
from resolvers.protection.identity_matches import match_identity_codes
from resolvers.protection.log_ends import end_old_logs
from resolvers.protection.log_seals import seal_finished_entries
from resolvers.publishing.notice_tellings import tell_notices
from resolvers.publishing.review import bring_into_force
from resolvers.retention.monthly_figures import freeze_figures
from resolvers.retention.purge_run import run_purges
from resolvers.retention.recycle_bin import purge_bin
from resolvers.rights.data_exports import forget_exports
from resolvers.rights.deadlines import remind_of_requests
from resolvers.tasks.escalation import tell_of_reasons
from resolvers.writing.idempotency import forget_old_keys
from service.importing.asked import EVERY, JOB, run_client_imports
from service.importing.outcome import end_old_imports


class ScheduledJobMalformed(ValueError):
    """The interval of a scheduled job does not divide the minute, the hour or the day."""

    code = "CHORE_MALFORMED"


@dataclass(frozen=True)
class ScheduledJob:
    """
    A job that runs at regular intervals. `run` does what is due at the time of the context and returns a count of it.

    It uses its own transactions; it may be killed at any time and run twice: finished work is not done again.
    """

    name: str
    every: timedelta
    run: Callable[[CommandContext], Awaitable[int]]

    @property
    def cron(self) -> str:
        """
        Return the schedule in cron syntax, with seconds in an additional last column.

        :raises ScheduledJobMalformed: when the interval does not divide the minute, the hour or the day
        """
        seconds = int(self.every.total_seconds())
        for size, columns in ((60, "* * * * * {}"), (3_600, "{} * * * *"), (86_400, "0 {} * * *")):
            unit = max(size // (24 if size == 86_400 else 60), 1)
            step, rest = divmod(seconds, unit)
            if not rest and step and size % seconds == 0 and seconds < size:
                return columns.format("*" if step == 1 else f"*/{step}")
        if seconds == 86_400:
            return "15 3 * * *"  # in UTC; it is night in Finland
        raise ScheduledJobMalformed(f"{self.name}: every {self.every} divides neither minute, hour nor day")


async def forget_expired_rows(context: CommandContext) -> int:
    """Delete ended sessions, used nonces, expired codes and tokens, and old idempotency keys."""
    return await forget_expired(context.now) + await forget_old_keys(context.now)


SCHEDULED_JOBS: tuple[ScheduledJob, ...] = (
    ScheduledJob("dispatch_events", timedelta(seconds=2), dispatch_events),
    ScheduledJob(JOB, EVERY, run_client_imports),
    ScheduledJob("end_imports", timedelta(hours=1), end_old_imports),
    ScheduledJob("send_mail", timedelta(seconds=10), send_mail),
    ScheduledJob("forget_expired", timedelta(hours=1), forget_expired_rows),
    ScheduledJob("forget_events", timedelta(hours=1), forget_events),
    ScheduledJob("sweep_files", timedelta(hours=1), sweep_files),
    ScheduledJob("scan_files", timedelta(minutes=1), scan_files),
    ScheduledJob("seal_logs", timedelta(minutes=1), seal_finished_entries),
    ScheduledJob("end_exceptional_access", timedelta(minutes=1), end_exceptional_access),
    ScheduledJob("run_purges", timedelta(minutes=5), run_purges),
    ScheduledJob("find_anomalies", timedelta(hours=1), find_anomalies),
    ScheduledJob("match_identity_codes", timedelta(minutes=5), match_identity_codes),
    ScheduledJob("announce_notices", timedelta(minutes=5), announce_notices),
    ScheduledJob("tell_notices", timedelta(minutes=5), tell_notices),
    ScheduledJob("remind_of_papers", timedelta(hours=1), remind_of_papers),
    ScheduledJob("remind_of_breaches", timedelta(minutes=5), remind_of_breaches),
    ScheduledJob("remind_of_requests", timedelta(hours=1), remind_of_requests),
    ScheduledJob("remind_of_waitlist", timedelta(hours=1), remind_of_waitlist),
    ScheduledJob("tell_of_reasons", timedelta(hours=1), tell_of_reasons),
    ScheduledJob("remind_of_reviews", timedelta(hours=1), remind_of_reviews),
    ScheduledJob("forget_packages", timedelta(hours=1), forget_exports),
    ScheduledJob("expire_invitations", timedelta(hours=1), expire_invitations),
    ScheduledJob("expire_consents", timedelta(hours=1), expire_consents),
    ScheduledJob("bring_into_force", timedelta(minutes=5), bring_into_force),
    ScheduledJob("begin_months", timedelta(days=1), begin_months),
    ScheduledJob("freeze_figures", timedelta(days=1), freeze_figures),
    ScheduledJob("retain_ended", timedelta(days=1), retain_ended),
    ScheduledJob("end_logs", timedelta(days=1), end_old_logs),
    ScheduledJob("purge_bin", timedelta(days=1), purge_bin),
)
