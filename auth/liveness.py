"""
The check that a viewer is still valid.

The reading statement itself makes it, so that a loaded viewer may be cached.
"""

from auth.access_paths import ViewerBinding
from auth.viewer import Viewer
from workflow.roles import AccountKind


def liveness_sql(viewer: Viewer, bind: ViewerBinding) -> str:
    """
    Return the SQL that is true while the account's epoch is the viewer's and, for a session, while it has not ended.

    `bind` returns placeholders of the viewer's `account`, `epoch` and `session`, and of `now`.
    """
    if viewer.kind is AccountKind.AGENCY:
        return (
            f"EXISTS (SELECT 1 FROM agency_client a WHERE a.id = {bind('account')} AND a.epoch = {bind('epoch')}"
            f" AND a.revoked_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > {bind('now')}))"
        )
    session = ""
    if viewer.session is not None:
        session = (
            f" AND EXISTS (SELECT 1 FROM session s WHERE s.id_hash = {bind('session')} AND s.account_id = a.id"
            f" AND s.expires_at > {bind('now')})"
        )
    return (
        f"EXISTS (SELECT 1 FROM account a WHERE a.id = {bind('account')} AND a.epoch = {bind('epoch')}"
        f" AND a.disabled_at IS NULL{session})"
    )
