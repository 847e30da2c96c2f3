"""The download of what is printed or exported by a short-lived link of whoever asked for it."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from auth.authentication import NOT_AUTHENTICATED, AuthenticationRefusal
from resolvers.context import CommandContext
from resolvers.files.import_report import import_report_csv
from resolvers.papers.contracts import printed_contract
from resolvers.papers.participation import printed_certificate_of_participation
from resolvers.papers.reports import printed_report
from resolvers.payers.absence_print import printed_absence_report
from resolvers.payers.billing_files import billing_csv, billing_xlsx
from resolvers.public_ids import object_uuid
from resolvers.reading.signed_links import is_print_link
from resolvers.refusals import CommandRefused
from resolvers.retention.certificate_print import printed_certificate
from resolvers.rights.letter_prints import printed_letter
from service.http.data_export_routes import ABSENT, context_of_download, viewer_of_download
from service.http.localised_refusals import localised_refusal
from service.http.walls.limits import Limited

_TOO_LARGE = AuthenticationRefusal("PRINT_TOO_LARGE", 413, "The document is too large to be printed.")
_Made = Callable[[CommandContext, UUID], Awaitable[bytes | None]]
# What is printed of which objects, by the form of the file; None where the viewer may not have it.
PRINTS: Mapping[str, Mapping[str, _Made]] = {
    "request_letter": {"pdf": printed_letter},
    "purge": {"pdf": printed_certificate},
    "report": {"pdf": printed_report},
    "contract": {"pdf": printed_contract},
    "programme": {"pdf": printed_certificate_of_participation},
    "absence_report": {"pdf": printed_absence_report},
    "client_import": {"csv": import_report_csv},
    "billing_basis": {"csv": billing_csv, "xlsx": billing_xlsx},
}
_MEDIA = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def print_routes() -> list[BaseRoute]:
    """Return the route of `/prints/<id of the object>.pdf|.csv|.xlsx?until=…&signature=…`."""
    return [Route("/prints/{printed:str}.{form:str}", printed, methods=["GET"])]


async def printed(request: Request) -> Response:
    """
    Return the file to the account of the link, while link, object and permission are valid.

    Every other case has the same answer.
    """
    viewer = await viewer_of_download(request)
    if viewer is None:
        return localised_refusal(request, NOT_AUTHENTICATED)
    await request.app.state.limits.spend(Limited.ACCOUNT, str(viewer.account))
    try:
        body = await _body(request, context_of_download(request, viewer))
    except CommandRefused:
        return localised_refusal(request, _TOO_LARGE)
    if body is None:
        return localised_refusal(request, ABSENT, "LINK_OVER")
    form = request.path_params["form"]
    headers = {"content-disposition": f'attachment; filename="polku.{form}"', "cache-control": "no-store"}
    return Response(body, media_type=_MEDIA[form], headers=headers)


async def _body(request: Request, context: CommandContext) -> bytes | None:
    public, form = request.path_params["printed"], request.path_params["form"]
    noun = public.rpartition("_")[0]
    made = PRINTS.get(noun, {}).get(form)
    uuid = object_uuid(noun, public) if made else None
    account, query = context.viewer.account, request.query_params
    if made is None or uuid is None:
        return None
    is_open = is_print_link(context.keyring, noun, uuid, account, query, context.now, form)
    return await made(context, uuid) if is_open else None
