"""The layout of every page: its head, its header with the logged-in person, its content security policy."""

from hashlib import sha256
from urllib.parse import urlsplit

from starlette.responses import HTMLResponse

from service.http.templates import Html, fill
from service.settings import ROOT, Settings

STATIC = ROOT / "web" / "static"
NOTHING = Html("")


def static_address() -> str:
    """Return the address of web/static. It includes a digest of the files, so that browsers may keep them for ever."""
    digest = sha256()
    for path in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(STATIC).as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return f"/static/{digest.hexdigest()[:16]}"


def content_policy(settings: Settings, *, inline_styles: bool = False) -> str:
    """
    Return a content security policy that allows no request to any other host.

    `inline_styles` is only for GraphiQL: its editor positions every line with a style attribute.
    """
    # After log-out the browser is redirected to the provider, and Chromium applies form-action to that redirect too.
    provider = "{0.scheme}://{0.netloc}".format(urlsplit(settings.oidc_issuer))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "worker-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "style-src 'self' 'unsafe-inline'" if inline_styles else "style-src 'self'",
            f"form-action 'self' {provider}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def page_with_layout(
    title: str,
    body: Html,
    *,
    policy: str,
    static: str,
    person: Html = NOTHING,
    head: Html = NOTHING,
    status: int = 200,
    language: str = "fi",
) -> HTMLResponse:
    """Return a whole page. It may contain a name, so it must not be cached."""
    text = fill("frame", title=title, static=static, head=head, person=person, body=body, language=language)
    return HTMLResponse(text, status, {"content-security-policy": policy, "cache-control": "no-store"})
