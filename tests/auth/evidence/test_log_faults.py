"""How differences of a log are told apart: whatever is done to entries, each is named once and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from auth.evidence.faults import FaultKind, Sealed, altered_faults, removed_faults
from models.chain import chain_digest

LOG = "disclosure_log"


def chain(length: int) -> list[Sealed]:
    return [Sealed(n, 1, LOG, str(n), chain_digest(f"content {n}")) for n in range(1, length + 1)]


@given(st.integers(2, 40), st.data())
def test_a_permutation_is_named_by_its_swaps_and_moves_and_an_alteration_as_such(
    length: int, data: st.DataObject
) -> None:
    seals = chain(length)
    order = data.draw(st.permutations(range(length)))
    changed = data.draw(st.sets(st.integers(0, length - 1)))
    now = [chain_digest(f"other {n}") if n in changed else seals[order[n]].digest for n in range(length)]
    differing = [(seal, found) for seal, found in zip(seals, now, strict=True) if found != seal.digest]

    faults = list(altered_faults(differing))
    named = {f.entry for f in faults} | {f.other for f in faults if f.kind is FaultKind.SWAPPED}
    assert named == {seal.entry for seal, _ in differing}
    assert {f.entry for f in faults if f.kind is FaultKind.ALTERED} >= {seals[n].entry for n in changed}
    for fault in faults:
        if fault.kind is FaultKind.SWAPPED:
            first, second = int(fault.entry) - 1, int(fault.other) - 1
            assert (now[first], now[second]) == (seals[second].digest, seals[first].digest)


@given(st.integers(1, 40), st.data())
def test_what_is_gone_is_truncated_exactly_when_nothing_is_left_after_it(length: int, data: st.DataObject) -> None:
    seals = chain(length)
    gone = data.draw(st.sets(st.integers(1, length)))
    left = [s.position for s in seals if s.position not in gone]

    faults = list(removed_faults([s for s in seals if s.position in gone], {LOG: max(left)} if left else {}))
    assert {f.position for f in faults} == gone
    for fault in faults:
        is_tail = not any(position > (fault.position or 0) for position in left)
        assert (fault.kind is FaultKind.TRUNCATED) == is_tail
