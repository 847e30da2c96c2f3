"""The layout of every page: its head, its header with the logged-in person, its content security policy."""

from hashlib import sha256

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from auth.viewer import Viewer
from schema.execution.messages import preferred
from service.http.templates import fill
from service.provider_settings import configured_providers
from service.settings import ROOT, Settings
from workflow.titles import LANGUAGES

STATIC = ROOT / "web" / "static"
NOTHING = Markup("")
READING_POLICY = (  # of pages that anybody reads: no script, no form
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


def page_language(request: Request, viewer: Viewer | None = None) -> str:
    """Return the language of the viewer's account, or of `?lang=`, or of the browser, or Finnish."""
    requested = request.query_params.get("lang", "")
    if viewer is not None:
        return viewer.language
    return requested if requested in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def static_address() -> str:
    """Return the address of web/static. It includes a digest of the files, so that browsers may keep them for ever."""
    digest = sha256()
    for path in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(STATIC).as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return f"/static/{digest.hexdigest()[:16]}"


def content_policy(settings: Settings, *, inline_styles: bool = False, nonce: str | None = None) -> str:
    """
    Return a content security policy that allows no request to any other host.

    `inline_styles` is only for GraphiQL: its editor positions every line with a style attribute. `nonce` is only for
    the pages of the desks: style elements of their scripts carry it, and no script makes HTML or code of a text.
    """
    styles = " 'unsafe-inline'" if inline_styles else f" 'nonce-{nonce}'" if nonce else ""
    trusted = ("require-trusted-types-for 'script'", "trusted-types 'none'") if nonce else ()
    # After log-out the browser is redirected to the provider, and Chromium applies form-action to that redirect too.
    providers = " ".join(dict.fromkeys(provider.origin for provider in configured_providers(settings)))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "worker-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            f"style-src 'self'{styles}",
            f"form-action 'self' {providers}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            *trusted,
        )
    )


def page_with_layout(
    title: str,
    body: Markup,
    *,
    policy: str,
    static: str,
    person: Markup = NOTHING,
    head: Markup = NOTHING,
    status: int = 200,
    language: str = "fi",
    has_footer: bool = True,
) -> HTMLResponse:
    """Return a whole page. It may contain a name, so it must not be cached."""
    footer = fill("footer", language) if has_footer else NOTHING
    text = fill("frame", language, title=title, static=static, head=head, person=person, body=body, footer=footer)
    return HTMLResponse(text, status, {"content-security-policy": policy, "cache-control": "no-store"})
