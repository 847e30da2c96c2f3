"""What people let agencies see, and who was let in out of the ordinary."""

from datetime import timedelta
from typing import Any

from service.demo.landmarks import LANDMARKS
from service.demo.ledger import DemoRow
from service.demo.people.journeys import Journey
from service.demo.stage import DemoStage

_CATEGORIES = ["ATTENDANCE", "PROGRAMME"]
_TEXT = "2026-1"
_STATES = ("GIVEN", "DECLINED", "EXPIRED", "SUPERSEDED", "WITHDRAWN", "REQUESTED")


def stand_for_referral(stage: DemoStage, journey: Journey, referral: DemoRow) -> None:
    """Let a consent stand for what a started referral says."""
    if referral["basis"] != "CONSENT" or referral["state"] not in {"STARTED", "CLOSED"}:
        return
    withdrawn = referral["consent_withdrawn_on"]
    stage.ledger.add(
        "consent",
        "WITHDRAWN" if withdrawn else "GIVEN",
        stage.at(journey.started_on),
        journey.coach.author,
        trail=False,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        agency_id=journey.agency,
        referral_id=referral["id"],
        purpose="REFERRAL_FOLLOW_UP",
        categories=_CATEGORIES,
        text_version="lähete",
        given_on=referral["consent_given_on"],
        valid_until=referral["consent_valid_until"],
        channel="AUTHORITY",
        withdrawn_at=stage.at(withdrawn) if withdrawn else None,
        provenance="AUTHORITY",
    )


def consent_anew(stage: DemoStage, found: list[Journey]) -> None:
    """Let the trainee of the cast have a consent to give and one to withdraw, and others one in every state."""
    active = [journey for journey in found if journey.state == "ACTIVE"]
    _consent(stage, active[0], "REQUESTED", landmark="consent_to_give")
    _consent(stage, active[0], "GIVEN", landmark="consent_to_withdraw")
    for number, journey in enumerate(active[6:30]):
        _consent(stage, journey, _STATES[number % len(_STATES)])


def _consent(stage: DemoStage, journey: Journey, state: str, *, landmark: str | None = None) -> None:
    given_on = stage.today - timedelta(days=60)
    is_given = state not in {"REQUESTED", "DECLINED"}
    stage.ledger.add(
        "consent",
        state,
        stage.at(given_on),
        journey.coach.author,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        agency_id=journey.agency,
        purpose="BENEFIT" if state == "REQUESTED" else "COOPERATION",
        categories=["ATTENDANCE"],
        text_version=_TEXT,
        given_on=given_on if is_given else None,
        channel="SERVICE",
        valid_until=stage.today - timedelta(days=1) if state == "EXPIRED" else None,
        withdrawn_at=stage.now - timedelta(days=3) if state == "WITHDRAWN" else None,
        landmark=landmark,
    )


def let_in(stage: DemoStage, found: list[Journey]) -> None:
    """Have broken the glass a few times, and let the vendor's support in; some wait for their review."""
    active = [journey for journey in found if journey.state == "ACTIVE" and not journey.is_of_cast]
    of_first_unit = [journey for journey in active if journey.coach.unit == stage.units[0]]
    stranger = stage.coaches[stage.units[1]][0]
    for number, state in enumerate(("ENDED", "ENDED", "REVIEWED", "OPEN")):
        opened = stage.now - timedelta(days=number * 9 if state != "OPEN" else 0, hours=0 if state == "OPEN" else 3)
        stage.ledger.add(
            "emergency_access",
            state,
            opened,
            stranger.author,
            decided_by=stage.supervisors[stage.units[0]].author,
            client_id=of_first_unit[number].id,
            unit_id=stage.units[0],
            staff_member_id=stranger.id,
            account_id=stranger.author.account,
            minutes=60,
            ends_at=opened + timedelta(minutes=60),
            reason="Asiakas sai sairauskohtauksen pajalla; yhteystiedot tarvittiin heti.",
            landmark="emergency_to_review" if number == 0 else None,
            **_found(state, "Esa Esihenkilö"),
        )
    for number, state in enumerate(("OPEN", "ENDED", "REVIEWED")):
        begun = stage.now - timedelta(days=number * 20, hours=1)
        stage.ledger.add(
            "support_access",
            state,
            begun,
            stage.manager.author,
            staff_member_id=LANDMARKS["support"],
            whole_unit_id=stage.units[0],
            starts_at=begun,
            ends_at=begun + timedelta(hours=4),
            reason="Läsnäolojen tallennus hidastuu aamuisin; selvitetään yksikön tiedoilla.",
            **_found(state, "Tiina Tietosuoja"),
        )


def _found(state: str, by: str) -> dict[str, Any]:
    return {"finding": "JUSTIFIED", "reviewed_by_name": by} if state == "REVIEWED" else {}
