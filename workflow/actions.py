"""What history calls a change that is no transition of its type's own: words for it in three languages."""

from collections.abc import Mapping
from types import MappingProxyType

from workflow.language import Workflow
from workflow.titles import Titles, parse_titles

_ACTIONS = {
    "CREATE": "Luotu|Skapad|Created",
    "UPDATE": "Muutettu|Ändrad|Changed",
    "REVERT": "Aiempi versio palautettu|Tidigare version återställd|Earlier revision restored",
    "RECTIFY": "Oikaistu|Rättad|Rectified",
    "FOLLOW": "Seurasi lähdettään|Följde sin källa|Followed its source",
    "ATTACH": "Liite lisätty|Bilaga tillagd|File added",
    "DETACH": "Liite poistettu|Bilaga borttagen|File removed",
    "DELETE": "Poistettu roskakoriin|Flyttad till papperskorgen|Put into the recycle bin",
    "RESTORE_DELETED": "Palautettu roskakorista|Återställd ur papperskorgen|Taken back from the recycle bin",
    "ERASE": "Hävitetty|Raderad|Erased",
    "MERGE": "Yhdistetty toiseen|Sammanslagen med en annan|Merged into another",
    "UNDO_MERGE": "Yhdistäminen purettu|Sammanslagning upphävd|Merge undone",
    "TAKE_OVER": "Otti yhdistetyn tiedot|Övertog uppgifterna|Took over what was merged",
    "GIVE_BACK": "Antoi yhdistetyn tiedot takaisin|Lämnade tillbaka uppgifterna|Gave back what was merged",
    "SUPERSEDE": "Korvattu uudella|Ersatt med en ny|Superseded",
    "BEGIN": "Tuli voimaan|Trädde i kraft|Came into force",
    "FOLLOW_LAW": "Seurasi rekisterin lakia|Följde registrets lag|Followed the law of the register",
    "ACCEPT": "Hyväksytty|Godkänd|Accepted",
    "ACTIVATE": "Otettu käyttöön|Aktiverad|Activated",
    "APPROVE": "Hyväksytty|Godkänd|Approved",
    "CANCEL": "Peruttu|Avbruten|Cancelled",
    "CORRECT": "Korjattu|Rättad|Corrected",
    "DISABLE": "Suljettu|Stängd|Disabled",
    "ENABLE": "Avattu|Öppnad|Enabled",
    "END": "Päättynyt|Avslutad|Ended",
    "EXPIRE": "Vanhentunut|Upphörd|Expired",
    "RESTRICT": "Käsittely rajoitettu|Behandlingen begränsad|Processing restricted",
    "RETAIN": "Siirretty säilytykseen|Överförd till förvaring|Retained",
    "DECIDE": "Ratkaistu|Avgjord|Decided",
    "RUN": "Aloitettu|Påbörjad|Begun",
    "HALT": "Keskeytyi|Avbröts|Halted",
    "FINISH": "Valmistunut|Slutförd|Finished",
    "EXPORT": "Koottu|Sammanställd|Exported",
    "ADJUST": "Oikaistu|Justerad|Adjusted",
    "SEND": "Lähetetty|Skickad|Sent",
    "TELL": "Kerrottu|Meddelad|Told",
    "BY_LETTER": "Kerrotaan kirjeellä|Meddelas per brev|To be told by letter",
    "READY": "Valmis|Klar|Ready",
    "WITHDRAW": "Peruttu|Återtagen|Withdrawn",
    "CARRY_OUT": "Toimeenpantu|Verkställd|Carried out",
    "EXTEND": "Jatkettu|Förlängd|Extended",
    "REPORT_DELIVERED": "Loppuraportti toimitettu|Slutrapport levererad|Final report delivered",
    "UNPAIR": "Vaihdon toinen päivä poistui|Bytets andra dag togs bort|The other day of a swap went",
}
ACTION_TITLES: Mapping[str, Titles] = MappingProxyType({name: parse_titles(text) for name, text in _ACTIONS.items()})


def action_titles(workflow: Workflow) -> dict[str, Titles]:
    """Return the words for what history tells of objects with this workflow; its own transitions come first."""
    return dict(ACTION_TITLES) | {name: step.titles for name, step in workflow.transitions.items()}
