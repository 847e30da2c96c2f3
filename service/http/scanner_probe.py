"""Whether the virus scanner answers, and how old its signatures are. A service whose scanner is away serves on."""

from datetime import datetime, timedelta

from resolvers.virus_scanner import ScannerUnavailable, VirusScanner
from service.logs import log
from service.settings import Settings

SCANNER, SIGNATURES = "scanner", "signatures"
PARTS = (SCANNER, SIGNATURES)  # of `/readyz`, where a scanner is set
TIMEOUT_SECONDS = 2.0
OLDEST_SIGNATURES = timedelta(days=3)  # ClamAV publishes new ones each day


async def signature_age(settings: Settings, now: datetime) -> tuple[bool, float | None]:
    """Return whether the scanner answers, and the seconds since its signatures were made; None when it has none."""
    try:
        made_at = await VirusScanner(settings.scanner_url, TIMEOUT_SECONDS).signed_at()
    except ScannerUnavailable as unavailable:
        log.warning("scanner does not answer", code=unavailable.code)
        return False, None
    return True, (now - made_at).total_seconds() if made_at else None
