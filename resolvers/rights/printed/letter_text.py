"""The texts of letters about data requests, in the language of the person."""

from dataclasses import dataclass
from typing import Any

from resolvers.catalogues import translated
from resolvers.printing.dates import day_text
from resolvers.rights.printed.words import ExportWords
from workflow.data_request import APPEAL, WITH_PACKAGE


@dataclass(frozen=True)
class LetterFacts:
    """
    What the letters speak of: the request, its register, the words, and whether whoever is told can log in.

    `represented` is the name of the person in a letter to a guardian, None in one to the person.
    """

    request: Any
    register: Any
    words: ExportWords
    has_account: bool
    represented: str | None = None

    @property
    def language(self) -> str:
        """The language of the letter."""
        return self.words.language

    @property
    def received(self) -> str:
        """The day on which the request came."""
        return day_text(self.request.received_on, self.language)

    @property
    def kind(self) -> str:
        """What was asked for, in words."""
        field = self.words.types["DataRequest"].fields["kind"]
        return self.words.title(field.choice_titles[self.request.kind])

    @property
    def contact(self) -> str:
        """Whom the person may ask."""
        return translated(
            "Your questions are answered by %(name)s, %(email)s.",
            self.language,
            name=self.register.contact_name,
            email=self.register.contact_email,
        )


def extension_text(facts: LetterFacts) -> str:
    """Return what a person is told when the answer takes longer; both days where the last one is no working day."""
    request, language = facts.request, facts.language
    opening = translated(
        "You sent us a request, which we received on %(day)s: %(kind)s. We need more time to answer it.",
        language,
        day=facts.received,
        kind=facts.kind,
    )
    reason = facts.words.term("extension_reason", request.extension_reason)
    due = translated("We answer on %(day)s at the latest.", language, day=day_text(request.due_on, language))
    if request.calendar_due_on and request.calendar_due_on != request.due_on:
        due += " " + translated(
            "By the calendar the time ends on %(day)s, which is not a working day.",
            language,
            day=day_text(request.calendar_due_on, language),
        )
    return _letter(_for_whom(facts), opening, _reason(reason, request.extension_text, language), due, facts.contact)


def lifting_text(facts: LetterFacts) -> str:
    """Return what a person is told before a restriction ends."""
    language = facts.language
    opening = translated(
        "The processing of your data has been restricted. You asked for it in the request that we received on %(day)s. "
        "The restriction ends soon, and we tell you of it beforehand.",
        language,
        day=facts.received,
    )
    return _letter(_for_whom(facts), opening, facts.request.lifting_text, facts.contact)


def answer_text(facts: LetterFacts) -> str:
    """Return what a person is told of the decision on a request."""
    request, language = facts.request, facts.language
    about = {"day": facts.received, "kind": facts.kind}
    if request.refusal_reason is None:
        opening = translated(
            "We have carried out the request that we received on %(day)s: %(kind)s.", language, **about
        )
        return _letter(_for_whom(facts), opening, request.answer, _where_the_data_is(facts), facts.contact)
    reason = facts.words.term("request_refusal", request.refusal_reason)
    appeal = facts.words.title(APPEAL)
    if request.answer:
        opening = translated(
            "We have carried out a part of the request that we received on %(day)s: %(kind)s.", language, **about
        )
    else:
        opening = translated(
            "We do not carry out the request that we received on %(day)s: %(kind)s.", language, **about
        )
    why, stays = _reason(reason, request.refusal_text, language), _what_stays(facts)
    where = _where_the_data_is(facts)
    return _letter(_for_whom(facts), opening, request.answer, why, stays, where, appeal, facts.contact)


def _for_whom(facts: LetterFacts) -> str | None:
    """Return the first words of a letter about what a guardian asked: for whom, or that it was not the person."""
    if facts.represented:
        return translated(
            "This letter is about the data of %(name)s, for whom you act.",
            facts.language,
            name=facts.represented,
        )
    if facts.request.representation_id is not None:
        return translated("Somebody who acted for you then sent us this request in your name.", facts.language)
    return None


def _where_the_data_is(facts: LetterFacts) -> str | None:
    if facts.request.kind not in WITH_PACKAGE or facts.request.package_built_at is None:
        return None
    if facts.has_account:
        return translated("Your data is in the service; you can fetch it there for thirty days.", facts.language)
    return translated("Your data comes with this letter.", facts.language)


def _what_stays(facts: LetterFacts) -> str | None:
    if not facts.request.remains:
        return None
    titles = facts.words.types["DataRequest"].fields["remains"].member_choices["basis"]
    lines = [f"{r['what']}: {facts.words.title(titles[r['basis']])}. {r['why']}" for r in facts.request.remains]
    return "\n".join([translated("This stays stored:", facts.language), *lines])


def _reason(reason: str, text: str | None, language: str) -> str:
    return "\n".join(filter(None, (translated("Reason: %(reason)s.", language, reason=reason), text)))


def _letter(*parts: str | None) -> str:
    return "\n\n".join(part.strip() for part in parts if part)
