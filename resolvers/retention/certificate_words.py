"""The words of a deletion certificate: names of what was erased, reasons and grounds, in one language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from models.retention import Purge
from models.term import Term
from models.vocabulary import terms
from resolvers.catalogues import translated
from resolvers.declaration import ContentTypes
from resolvers.printing.dates import day_text, moment_text
from resolvers.public_ids import public_id
from workflow.titles import LANGUAGES

_BASES = "purge_basis"


@dataclass(frozen=True)
class CertificateWords:
    """The words of a certificate; `bases` are the titles of the grounds of purges by their codes."""

    types: ContentTypes
    language: str
    bases: dict[str, str]

    @property
    def title(self) -> str:
        """The title of the document."""
        return translated("Deletion certificate", self.language)

    @property
    def erased_title(self) -> str:
        """The title of the list of what was erased."""
        return translated("Erased persons and referrals", self.language)

    @property
    def rows_title(self) -> str:
        """The title of the numbers of rows."""
        return translated("Erased data", self.language)

    @property
    def spared_title(self) -> str:
        """The title of the list of what was kept."""
        return translated("Not erased", self.language)

    def facts(self, purge: Purge) -> list[tuple[str, str]]:
        """Return who decided what, when and why."""
        say, kinds = self.language, self.types["purge"].fields["kind"].choice_titles
        itself = translated("the person", say)
        return [
            (translated("Purge", say), public_id("purge", purge.pk)),
            (translated("What", say), kinds[purge.kind][self._index]),
            (translated("Ground", say), self.bases.get(purge.basis, purge.basis)),
            (translated("Judged on", say), day_text(purge.judged_on, say)),
            (translated("Proposed by", say), self._who(purge.proposed_by_name or itself, purge.created_at)),
            (translated("Approved by", say), self._who(purge.approved_by_name, purge.approved_at)),
            (translated("Confirmed by", say), self._who(purge.confirmed_by_name, purge.confirmed_at)),
            (translated("Done", say), moment_text(purge.done_at, say) if purge.done_at else ""),
        ]

    def named(self, noun: str) -> str:
        """Return the title of a kind of rows: that of the content type, or of what hangs on one."""
        if noun in self.types:
            return self.types[noun].titles[self._index]
        say = self.language
        return {
            "version": translated("Earlier versions", say),
            "history": translated("History of changes", say),
            "search_entry": translated("Entries for searching", say),
            "outbox": translated("Events", say),
            "idempotency_key": translated("Marks of repeated commands", say),
            "idempotency_object": translated("Objects of repeated commands", say),
            "import_row": translated("Lines of imported files", say),
            "attachment": translated("Files", say),
            "package": translated("Packages of data", say),
            "account": translated("Accounts", say),
            "session": translated("Open log-ins", say),
            "login_event": translated("Log-ins", say),
            "notification": translated("Notices", say),
            "delivery": translated("Mails", say),
            "provider_user": translated("Passwords", say),
        }.get(noun, translated("Other data", say))

    def obstacle(self, code: str | None) -> str:
        """Return why something was not erased."""
        titles = self.types["purge_item"].fields["obstacle"].choice_titles
        reason = titles[str(code)][self._index]
        return reason[:1].lower() + reason[1:]

    @property
    def _index(self) -> int:
        return LANGUAGES.index(self.language)

    def _who(self, name: str | None, at: datetime | None) -> str:
        return ", ".join(filter(None, (name, moment_text(at, self.language) if at else None)))


async def certificate_words(types: ContentTypes, language: str, db: TransactionalDBClient) -> CertificateWords:
    """Return the words of a certificate, with the grounds as the register calls them today."""
    stored: Any = await Term.filter(vocabulary=_BASES).using_db(db).values_list("token", f"title_{language}")
    words = seeded_certificate_words(types, language)
    return CertificateWords(types, language, words.bases | dict(stored))


def seeded_certificate_words(types: ContentTypes, language: str) -> CertificateWords:
    """Return the words of a certificate, with the grounds as the service calls them when it is new."""
    return CertificateWords(types, language, {w.token: str(getattr(w, language)) for w in terms()[_BASES]})
