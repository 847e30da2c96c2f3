"""The front ends of the demo: one to develop against on this machine, and one that is out of use."""

from datetime import date

from service.demo.context import SYSTEM, DemoContext

FRONT_END = "front-demo"  # the client id; it is public and needs no secret


def add_front_ends(demo: DemoContext) -> None:
    """Add a public front end on http://localhost:3000 and http://127.0.0.1 (any port), and a revoked one."""
    demo.ledger.add(
        "front_end_client",
        "ACTIVE",
        demo.at(date(2025, 2, 4)),
        SYSTEM,
        name="Oma käyttöliittymä",
        is_confidential=False,
        secret_hash=None,
        public_id=FRONT_END,
        redirect_uris=["http://127.0.0.1:3000/callback"],
        post_logout_redirect_uris=["http://127.0.0.1:3000/"],
        origins=["http://127.0.0.1:3000", "http://localhost:3000"],
        scopes=["offline_access", "register:read", "register:write"],
        revoked_at=None,
        fixed_id="front_end",
        backchannel_logout_uri=None,
    )
    demo.ledger.add(
        "front_end_client",
        "REVOKED",
        demo.at(date(2025, 2, 3)),
        SYSTEM,
        name="Kokeilusovellus",
        is_confidential=False,
        secret_hash=None,
        public_id="front-demo-old",
        redirect_uris=["fi.esimerkki.kokeilu:/callback"],
        post_logout_redirect_uris=[],
        origins=[],
        scopes=["register:read"],
        revoked_at=demo.at(date(2025, 6, 2)),
        backchannel_logout_uri=None,
    )
