"""The documents behind a page, as GraphiQL opens them: trusted ones alone, and without a value."""

import json

from service.pages.documents_behind import group_behind
from service.trusted_documents import trusted_texts


def test_a_document_of_a_page_opens_by_its_digest_with_the_names_of_what_it_needs() -> None:
    digest, text = next((d, t) for d, t in trusted_texts().items() if t.startswith("query CoachClient("))

    (group,) = group_behind([digest], "sv")

    (example,) = group["examples"]
    assert group["title"] == "Frågan bakom sidan"
    assert (example["title"], example["document"]) == ("CoachClient", text)
    assert json.loads(example["variables"]) == {"id": None, "since": None, "before": None}


def test_nothing_opens_by_a_digest_of_no_trusted_document() -> None:
    assert group_behind(["0" * 64, "query { clients { nodes { id } } }", ""], "fi") == []
