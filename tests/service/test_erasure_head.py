"""A list of erasures that was emptied or cut is noticed by the note beside the backups, before anything opens."""

from pathlib import Path
from uuid import UUID

import pytest

from models.erasure_list import ERASED, FILE, ErasureListBroken
from service.app import create_app
from service.backups.restoring import restore_backup
from service.backups.taking import back_up
from service.database.embedded_postgres import APP, OWNER
from service.database.erasure_head import HEAD, note_erasure_head, refuse_cut_list
from service.database.erasure_replay import erasure_list_of
from service.settings import Settings
from tests.support.key_rings import with_keys
from tests.support.organisation import NOW


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    """An installation with backups and a list of three erasures."""
    owner = settings.database_url.replace(APP, OWNER)
    erasure_list_of(settings).add(NOW, None, ERASED, [("client", UUID(int=n)) for n in (1, 2, 3)])
    return settings.model_copy(update={"backup_dir": tmp_path / "backups", "owner_database_url": owner})


def cut(settings: Settings, lines: int) -> None:
    """Keep only the first lines of the list."""
    path = settings.erasures / FILE
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:lines]))


@pytest.mark.parametrize("lines", [0, 2])
async def test_a_service_does_not_start_with_a_list_that_was_cut_after_the_last_backup(
    kept: Settings, tmp_path: Path, lines: int
) -> None:
    back_up(kept, tmp_path / "backups", NOW)
    cut(kept, lines)

    with pytest.raises(ErasureListBroken, match=f"has {lines} lines and had 3 at the last backup"):
        async with (app := create_app(kept)).router.lifespan_context(app):
            pass


async def test_an_old_backup_is_not_restored_with_a_list_that_was_cut_to_what_it_knew(
    settings: Settings, kept: Settings, tmp_path: Path
) -> None:
    old, _ = back_up(kept, tmp_path / "backups", NOW)
    erasure_list_of(settings).add(NOW, None, ERASED, [("client", UUID(int=4))])
    back_up(kept, tmp_path / "backups", NOW.replace(minute=1))
    cut(kept, 3)

    with pytest.raises(ErasureListBroken, match="put the whole list back"):
        await restore_backup(kept, old, kept.owner_url, None, NOW, is_replaced=True)


def test_other_lines_are_noticed_and_more_lines_or_a_new_key_are_not(settings: Settings, kept: Settings) -> None:
    directory = Path(settings.state_dir)
    note_erasure_head(directory, erasure_list_of(settings).lines())
    rotated = with_keys(settings, 1, 2)

    erasure_list_of(rotated).sign_again()
    erasure_list_of(rotated).add(NOW, None, ERASED, [("client", UUID(int=5))])
    refuse_cut_list(directory, erasure_list_of(with_keys(settings, 2)))
    (kept.erasures / FILE).unlink()
    erasure_list_of(settings).add(NOW, None, ERASED, [("client", UUID(int=n)) for n in (1, 2, 4)])

    with pytest.raises(ErasureListBroken, match="or its lines are others"):
        refuse_cut_list(directory, erasure_list_of(settings))
    assert (directory / HEAD).exists()


def test_a_process_that_has_the_list_open_goes_on_when_it_was_signed_again(settings: Settings, kept: Settings) -> None:
    running = erasure_list_of(with_keys(settings, 1, 2))
    assert len(running.lines()) == 3

    assert erasure_list_of(with_keys(settings, 1, 2)).sign_again() == 3
    running.add(NOW, None, ERASED, [("client", UUID(int=6))])

    assert [line.object_id.int for line in erasure_list_of(with_keys(settings, 2)).lines()] == [1, 2, 3, 6]
    assert kept.backup_dir is not None
