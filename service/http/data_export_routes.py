"""The download of a package of personal data, by a short-lived link of the requesting person or the privacy officer."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from auth.authentication import NOT_AUTHENTICATED, AuthenticationRefusal
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.public_ids import object_uuid
from resolvers.rights.data_export_links import fetched_export, is_export_link
from resolvers.rights.data_exports import EXPORT_FORMATS
from resolvers.rulebook import RULEBOOK
from schema.execution.commands import Commands
from service.http.localised_refusals import localised_refusal
from service.http.walls.limits import Limited
from service.resources import utc_now
from workflow.calendar import finnish_day

ABSENT = AuthenticationRefusal("NOT_FOUND", 404, "There is nothing here, or the link has expired: request a new one.")


def package_routes() -> list[BaseRoute]:
    """Return the route of `/packages/<id of the request>.json|.pdf?until=…&signature=…`."""
    return [Route("/packages/{request:str}.{form:str}", package, methods=["GET"])]


async def package(request: Request) -> Response:
    """
    Return the file to the account of the link, while link, package and permission are valid.

    Every other case has the same answer.
    """
    viewer = await viewer_of_download(request)
    if viewer is None:
        return localised_refusal(request, NOT_AUTHENTICATED)
    await request.app.state.limits.spend(Limited.ACCOUNT, str(viewer.account))
    form = request.path_params["form"]
    request_id = object_uuid("data_request", request.path_params["request"])
    body = await _body(request, viewer, request_id, form) if request_id and form in EXPORT_FORMATS else None
    if body is None:
        return localised_refusal(request, ABSENT, "LINK_OVER")
    headers = {"content-disposition": f'attachment; filename="polku.{form}"', "cache-control": "no-store"}
    return Response(body, media_type=EXPORT_FORMATS[form], headers=headers)


async def _body(request: Request, viewer: Viewer, request_id: UUID, form: str) -> bytes | None:
    context = context_of_download(request, viewer)
    if not is_export_link(context.keyring, request_id, viewer.account, request.query_params, context.now):
        return None
    return await fetched_export(context, request_id, form)


def context_of_download(request: Request, viewer: Viewer) -> CommandContext:
    """Return the context in which a file is made or fetched for a viewer now."""
    commands: Commands = request.app.state.answering.commands
    moment = utc_now()
    return CommandContext(
        commands.content_types,
        RULEBOOK,
        viewer,
        moment,
        finnish_day(moment),
        commands.keyring,
        commands.artificial_codes,
        request=request.state.request_id,
    )


async def viewer_of_download(request: Request) -> Viewer | None:
    """Return who follows the link, by token or by session; None for nobody."""
    authenticator = request.app.state.authenticator
    if "authorization" not in request.headers:
        # A browser follows the link; the request only reads, and the key in the link belongs to the account.
        by_session: Viewer | None = await authenticator.page_viewer(request, utc_now())
        return by_session
    viewer = await authenticator.authenticate(request, utc_now())
    return None if isinstance(viewer, AuthenticationRefusal) else viewer
