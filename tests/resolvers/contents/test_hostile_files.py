"""Files that people have are taken; files that do something to whoever opens them are refused, each for its reason."""

import random
import subprocess
import sys
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.contents.checks import CHECKS, refusal_reason
from resolvers.contents.pdf_inspection import MOST_MEMORY
from resolvers.contents.reasons import Reason
from resolvers.contents.texts import BEGINNINGS, WITHIN
from service.settings import ROOT
from tests.support.good_files import GOOD
from tests.support.hostile_files import HOSTILE

BESIDE = """
import resource
from resolvers.contents.checks import refusal_reason
from tests.support.hostile_files import HOSTILE
refusal_reason(*HOSTILE["a bomb in a PDF"][:2])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.parametrize("good", GOOD)
def test_a_file_that_people_have_is_taken(good: str) -> None:
    content, media_type = GOOD[good]

    assert refusal_reason(content, media_type) is None


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_file_is_refused_for_its_reason(hostile: str) -> None:
    content, media_type, reason = HOSTILE[hostile]

    assert refusal_reason(content, media_type) == reason


def test_every_reason_is_the_reason_of_some_file() -> None:
    assert {reason for _, _, reason in HOSTILE.values()} == set(Reason)


@pytest.mark.parametrize("good", GOOD)
def test_a_file_is_of_no_other_type(good: str) -> None:
    content, media_type = GOOD[good]
    others = {kind for kind in CHECKS if kind != media_type and not {kind, media_type} <= {"text/plain", "text/csv"}}

    assert {kind for kind in others if refusal_reason(content, kind) is None} == set()


def test_a_bomb_takes_little_memory_here_and_a_bounded_one_beside() -> None:
    content, media_type, _ = HOSTILE["a bomb"]
    tracemalloc.start()
    refusal_reason(content, media_type)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # In a process of its own, because the children of this one are those of every test.
    beside = int(subprocess.check_output([sys.executable, "-c", BESIDE], cwd=ROOT)) * 1_024

    assert peak < 3_000_000
    assert beside < MOST_MEMORY + 200_000_000


@given(st.binary(max_size=300), st.sampled_from(sorted(kind for kind in CHECKS if not kind.startswith("text/"))))
def test_bytes_without_a_mark_are_no_document_and_no_picture(content: bytes, media_type: str) -> None:
    assert refusal_reason(content, media_type) is not None


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200))
def test_lines_that_people_write_are_text_in_every_encoding(text: str) -> None:
    starts = text.lstrip("\ufeff\xef\xbb\xbf \t\r\n").lower()
    is_plain = not starts.startswith(BEGINNINGS) and not any(word in starts for word in WITHIN)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert (refusal_reason(text.encode(encoding), "text/plain") is None) == is_plain


@pytest.mark.parametrize("good", [name for name in GOOD if not name.startswith("pdf")])
def test_changed_bytes_are_taken_or_refused_and_never_an_error(good: str) -> None:
    content, media_type = GOOD[good]
    chance, seen = random.Random(good), set()
    for _ in range(150):
        changed = bytearray(content)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        seen.add(refusal_reason(bytes(changed[: chance.randint(0, len(changed))]), media_type))

    assert seen <= {None, *Reason}
