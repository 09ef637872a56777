"""The file system of the data directory: what forgets at a power cut is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.doctor.disk import MB, file_system, free_space, judged_space, must_last
from kiosk.post.finding import Finding, Level
from kiosk.store import StoreForgets
from tests.doctor.computer import laid_out, mountinfo, to_do, told


def found(data: Path, *mounts: tuple[Path, str, str]) -> Finding:
    files = {"proc/self/mountinfo": mountinfo(*mounts)}
    return file_system(data, laid_out(data.parent / "computer", files))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_partition_of_its_own_is_good_though_the_root_is_an_overlay(data: Path) -> None:
    mounts = (Path("/"), "overlay", "rw"), (data, "ext4", "rw,noatime")
    assert found(data / "kiosk", *mounts).level is Level.GREEN


@pytest.mark.parametrize("kind", ["overlay", "tmpfs", "ramfs"])
def test_what_forgets_at_a_power_cut_is_refused(data: Path, kind: str) -> None:
    said = found(data, (Path("/"), "ext4", "rw"), (data.parent, kind, "rw"))
    assert said.level is Level.RED
    assert "lost at the next power cut" in told(said)
    assert "overlayroot=tmpfs:recurse=0" in to_do(said)


def test_an_overlay_over_a_good_partition_is_noticed(data: Path) -> None:
    """What overlayroot=tmpfs does: the partition is still in the table, and covered."""
    mounts = (data, "ext4", "rw"), (data, "overlay", "rw")
    assert found(data, *mounts).level is Level.RED


@pytest.mark.parametrize("kind", ["overlay", "tmpfs", "ramfs", "rootfs"])
def test_the_kiosk_does_not_begin_where_letters_would_be_forgotten(data: Path, kind: str) -> None:
    files = {"proc/self/mountinfo": mountinfo((Path("/"), "ext4", "rw"), (data, kind, "rw"))}
    with pytest.raises(StoreForgets) as refused:
        must_last(data, laid_out(data.parent / "computer", files))
    assert "lost at the next power cut" in str(refused.value)
    assert "overlayroot=tmpfs:recurse=0" in str(refused.value)


@pytest.mark.parametrize("kind", ["ext4", "nilfs2", "vfat"])
def test_it_begins_where_letters_last_also_under_a_covered_root(data: Path, kind: str) -> None:
    files = {"proc/self/mountinfo": mountinfo((Path("/"), "overlay", "rw"), (data, kind, "rw"))}
    must_last(data / "kiosk", laid_out(data.parent / "computer", files))
    must_last(data, laid_out(data.parent / "unknown", {}))


@pytest.mark.parametrize("kind", ["vfat", "exfat", "ntfs3"])
def test_a_stick_from_a_shop_is_refused(data: Path, kind: str) -> None:
    said = found(data, (data, kind, "rw"))
    assert said.level is Level.RED
    assert "ext4" in to_do(said)


def test_a_disk_that_turned_read_only_is_red(data: Path) -> None:
    said = found(data, (data, "ext4", "ro,noatime"))
    assert said.level is Level.RED
    assert "read-only" in told(said)


def test_an_untried_file_system_is_yellow(data: Path) -> None:
    assert found(data, (data, "nilfs2", "rw")).level is Level.YELLOW


def test_a_directory_with_blanks_is_found(tmp_path: Path) -> None:
    data = tmp_path / "my letters"
    mounts = (Path("/"), "ext4", "rw"), (data, "tmpfs", "rw")
    assert found(data, *mounts).level is Level.RED


def test_a_link_is_followed_to_where_the_letters_really_lie(tmp_path: Path) -> None:
    real, link = tmp_path / "ram", tmp_path / "data"
    real.mkdir()
    link.symlink_to(real)
    mounts = (Path("/"), "ext4", "rw"), (real, "tmpfs", "rw")
    assert found(link, *mounts).level is Level.RED


def test_a_computer_that_does_not_tell_is_yellow(data: Path, tmp_path: Path) -> None:
    said = file_system(data, laid_out(tmp_path, {}))
    assert said.level is Level.YELLOW
    assert "findmnt" in to_do(said)


@pytest.mark.parametrize(
    ("free", "total", "level"),
    [
        (20_000, 30_000, Level.GREEN),
        (1_200, 30_000, Level.RED),
        (3_000, 30_000, Level.YELLOW),
        (40, 100, Level.RED),
        (150, 300, Level.YELLOW),
        (0, 0, Level.RED),
    ],
)
def test_room_is_judged_by_share_and_by_size(free: int, total: int, level: Level) -> None:
    assert judged_space(free * MB, total * MB).level is level


def test_room_is_told_before_the_directory_is_made(data: Path) -> None:
    assert "GB free" in told(free_space(data / "not" / "yet"))
