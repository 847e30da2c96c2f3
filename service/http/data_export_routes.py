"""Where a package of personal data is fetched: by its asker's or the privacy officer's own short-lived link."""

import time
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from auth.accounts.viewer_loading import today
from auth.authentication import NOBODY, AuthenticationRefusal
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.reading.filtering import object_uuid
from resolvers.rights.data_exports import EXPORT_FORMATS, fetched_export, is_export_link
from resolvers.rulebook import RULEBOOK
from schema.execution.commands import Commands
from service.graphql import now
from service.http.limits import Limited
from service.http.localised_refusals import localised_refusal

_ABSENT = AuthenticationRefusal("NOT_FOUND", 404, "There is nothing here, or the link is over: ask for it anew.")


def package_routes() -> list[BaseRoute]:
    """Return the route of `/packages/<id of the request>.json|.pdf?key=…`."""
    return [Route("/packages/{request:str}.{form:str}", package, methods=["GET"])]


async def package(request: Request) -> Response:
    """
    Answer the file to the account that was given the link, as long as link, package and permission stand.

    Whatever is missing, the answer is the same.
    """
    viewer = await _viewer(request)
    if viewer is None:
        return localised_refusal(request, NOBODY)
    request.app.state.limits.spend(Limited.ACCOUNT, str(viewer.account), time.monotonic())
    form = request.path_params["form"]
    wanted = object_uuid("data_request", request.path_params["request"])
    body = await _body(request, viewer, wanted, form) if wanted and form in EXPORT_FORMATS else None
    if body is None:
        return localised_refusal(request, _ABSENT, "LINK_OVER")
    headers = {"content-disposition": f'attachment; filename="polku.{form}"', "cache-control": "no-store"}
    return Response(body, media_type=EXPORT_FORMATS[form], headers=headers)


async def _body(request: Request, viewer: Viewer, wanted: UUID, form: str) -> bytes | None:
    commands: Commands = request.app.state.answering.commands
    moment = now()
    if not is_export_link(
        commands.keyring, wanted, viewer.account, request.query_params.get("key", ""), moment.timestamp()
    ):
        return None
    context = CommandContext(
        commands.content_types, RULEBOOK, viewer, moment, today(moment), commands.keyring, commands.artificial_codes
    )
    return await fetched_export(context, wanted, form)


async def _viewer(request: Request) -> Viewer | None:
    authenticator = request.app.state.authenticator
    if "authorization" not in request.headers:
        # A browser follows the link; it only reads, and the key in it belongs to the account.
        by_session: Viewer | None = await authenticator.page_viewer(request, now())
        return by_session
    found = await authenticator.authenticate(request, now())
    return None if isinstance(found, AuthenticationRefusal) else found
