"""Sticks in every state: a file is there whole or not at all, and nothing of others' is touched."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.export.disk import Disk
from kiosk.export.errors import (
    NoStick,
    StickError,
    StickFull,
    StickGone,
    StickReadOnly,
    StickStrange,
    StickWorn,
    meant,
)
from kiosk.export.stick import CHUNK, MANY, PART, SPARE, Stick
from kiosk.post.stick import StickTrouble

ON = date(2026, 11, 27)
DATA = os.urandom(3 * CHUNK + 17)
NAME = "ishenim-journal-2026-27.pdf"


class Folder(Disk):
    """A stick whose root is a plain folder, and which may fail at a step."""

    def __init__(self) -> None:
        self.fails: dict[str, int] = {}
        self.after = 0
        self.mounted, self.space, self.damaged = True, 1 << 30, False

    def root(self, mount: Path) -> int | None:
        self._maybe("root")
        return os.open(mount, os.O_RDONLY | os.O_DIRECTORY) if self.mounted else None

    def free(self, root: int) -> int:
        self._maybe("free")
        return self.space

    def locked(self, root: int) -> bool:
        return not self.damaged

    def create(self, root: int, name: str) -> int:
        self._maybe("create")
        return super().create(root, name)

    def write(self, file: int, data: memoryview) -> int:
        self._maybe("write")
        return super().write(file, data)

    def keep(self, file: int) -> None:
        self._maybe("keep")
        super().keep(file)

    def read(self, file: int) -> bytes:
        self._maybe("read")
        return super().read(file)

    def rename(self, root: int, name: str, to: str) -> None:
        self._maybe("rename")
        super().rename(root, name, to)

    def _maybe(self, step: str) -> None:
        if step in self.fails:
            if self.after:
                self.after -= 1
                return
            raise OSError(self.fails[step], "secret words of the kernel")


@pytest.fixture
def mount(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def disk() -> Folder:
    return Folder()


@pytest.fixture
def stick(mount: Path, disk: Folder) -> Stick:
    return Stick(mount, disk)


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def lies(mount: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in mount.iterdir() if path.is_file()}


# --- well --------------------------------------------------------------------------------------


def test_a_file_is_there_whole_under_its_name(stick: Stick, mount: Path) -> None:
    assert stick.save(NAME, DATA, ON) == NAME
    assert lies(mount) == {NAME: DATA}


def test_its_times_have_no_hour(stick: Stick, mount: Path) -> None:
    stick.save(NAME, DATA, ON)
    told = (mount / NAME).stat()
    assert told.st_mtime == told.st_atime == datetime(2026, 11, 27, tzinfo=UTC).timestamp()


def test_nobody_else_on_a_shared_computer_may_read_it(stick: Stick, mount: Path) -> None:
    stick.save(NAME, DATA, ON)
    assert (mount / NAME).stat().st_mode & 0o777 == 0o600


def test_what_was_saved_before_is_never_written_over(stick: Stick, mount: Path) -> None:
    names = [stick.save(NAME, bytes([n]), ON) for n in range(3)]
    assert names == [NAME, "ishenim-journal-2026-27-2.pdf", "ishenim-journal-2026-27-3.pdf"]
    assert lies(mount) == dict(zip(names, (b"\0", b"\1", b"\2"), strict=True))


class Capitals(Folder):
    """Knows no small letters, as FAT."""

    def holds(self, root: int, name: str) -> bool:
        return name.upper() in (other.upper() for other in self.names(root))


def test_a_name_differs_also_for_a_stick_that_knows_no_capitals(mount: Path) -> None:
    (mount / NAME.upper()).write_bytes(b"theirs")
    assert Stick(mount, Capitals()).save(NAME, DATA, ON) != NAME
    assert lies(mount)[NAME.upper()] == b"theirs"


def test_an_empty_file_of_the_name_is_what_a_pulled_stick_left(stick: Stick, mount: Path) -> None:
    (mount / NAME).touch()
    assert stick.save(NAME, DATA, ON) == NAME
    assert lies(mount) == {NAME: DATA}


class Noting(Folder):
    """Notes in which order things reach the stick."""

    def __init__(self, mount: Path) -> None:
        super().__init__()
        self.mount, self.kept = mount, list[tuple[str, list[str]]]()

    def keep(self, file: int) -> None:
        what = "books" if Path(f"/proc/self/fd/{file}").readlink() == self.mount else "file"
        names = ["part" if PART.fullmatch(name) else name for name in lies(self.mount)]
        self.kept.append((what, names))


def test_no_entry_leads_to_what_the_books_call_free(mount: Path) -> None:
    noting = Noting(mount)
    Stick(mount, noting).save(NAME, DATA, ON)
    written, stamped, named = ["part"], ["part"], [NAME]
    assert noting.kept == [
        ("books", written),
        ("file", written),
        ("file", stamped),
        ("books", named),
        ("file", named),
    ]


def test_no_descriptor_stays_open(stick: Stick, disk: Folder) -> None:
    before = descriptors()
    stick.save(NAME, DATA, ON)
    disk.fails = {"keep": errno.EIO}
    with pytest.raises(StickError):
        stick.save(NAME, DATA, ON)
    assert descriptors() == before


@pytest.mark.parametrize("name", ["", "../a.pdf", "a/b.pdf", ".kiosk", "-rf", "a b.pdf", "ө.pdf"])
def test_no_name_leads_elsewhere(stick: Stick, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        stick.save(name, DATA, ON)


# --- troubles ----------------------------------------------------------------------------------

STEPS = ("root", "free", "create", "write", "keep", "read", "rename")
TROUBLES = {
    errno.ENOSPC: StickFull,
    errno.EDQUOT: StickFull,
    errno.EROFS: StickReadOnly,
    errno.EACCES: StickReadOnly,
    errno.ENODEV: StickGone,
    errno.EIO: StickGone,
    errno.ENXIO: StickGone,
    errno.ENOENT: StickGone,
    errno.ELOOP: StickStrange,
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("number", TROUBLES)
def test_each_trouble_at_each_step_is_named_and_leaves_nothing(
    stick: Stick, mount: Path, disk: Folder, step: str, number: int
) -> None:
    (mount / "theirs.txt").write_bytes(b"theirs")
    disk.fails = {step: number}
    with pytest.raises(TROUBLES[number]) as raised:
        stick.save(NAME, DATA, ON)
    assert "secret" not in str(raised.value)
    assert lies(mount) == {"theirs.txt": b"theirs"}
    disk.fails = {}
    assert stick.save(NAME, DATA, ON) == NAME


def test_what_the_system_writes_no_more_to_is_damaged_or_protected(
    stick: Stick, disk: Folder
) -> None:
    disk.fails, disk.damaged = {"create": errno.EROFS}, True
    with pytest.raises(StickStrange):
        stick.save(NAME, DATA, ON)


@pytest.mark.parametrize("chunks", [0, 1, 3])
def test_no_room_is_met_in_the_middle(stick: Stick, mount: Path, disk: Folder, chunks: int) -> None:
    disk.fails, disk.after = {"write": errno.ENOSPC}, chunks
    with pytest.raises(StickFull):
        stick.save(NAME, DATA, ON)
    assert lies(mount) == {}


def test_no_room_is_known_before_anything_is_written(stick: Stick, disk: Folder) -> None:
    disk.space, disk.fails = len(DATA) + SPARE - 1, {"create": errno.EIO}
    with pytest.raises(StickFull):
        stick.save(NAME, DATA, ON)
    disk.space, disk.fails = len(DATA) + SPARE, {}
    stick.save(NAME, DATA, ON)


def test_without_a_stick_nothing_is_written_where_it_would_be(mount: Path, disk: Folder) -> None:
    disk.mounted = False
    with pytest.raises(NoStick):
        Stick(mount, disk).save(NAME, DATA, ON)
    assert lies(mount) == {}


def test_an_empty_folder_that_waits_for_a_stick_is_none(mount: Path) -> None:
    with pytest.raises(NoStick):
        Stick(mount).save(NAME, DATA, ON)
    with pytest.raises(NoStick):
        Stick(mount / "none").save(NAME, DATA, ON)
    assert lies(mount) == {}


def test_half_a_file_of_a_pulled_stick_is_swept_when_it_comes_back(
    stick: Stick, mount: Path
) -> None:
    (mount / "kiosk-0123abcd.part").write_bytes(b"half")
    (mount / "kiosk-letters.part").write_bytes(b"theirs")
    (mount / "kiosk-89abcdef.part").mkdir()
    stick.save(NAME, DATA, ON)
    assert lies(mount) == {NAME: DATA, "kiosk-letters.part": b"theirs"}
    assert (mount / "kiosk-89abcdef.part").is_dir()


def test_a_stick_full_of_parts_is_swept_little_by_little(stick: Stick, mount: Path) -> None:
    for n in range(MANY + 1):
        (mount / f"kiosk-{n:08x}.part").write_bytes(b"half")
    stick.save(NAME, DATA, ON)
    assert len(lies(mount)) == 2
    stick.save(NAME, DATA, ON)
    assert [*sorted(lies(mount))] == ["ishenim-journal-2026-27-2.pdf", NAME]


def test_a_stick_that_garbles_is_not_believed(mount: Path) -> None:
    class Garbling(Folder):
        def read(self, file: int) -> bytes:
            return super().read(file)[:-1] + b"?"

    with pytest.raises(StickWorn):
        Stick(mount, Garbling()).save(NAME, DATA, ON)
    assert lies(mount) == {}


# --- hostile -----------------------------------------------------------------------------------


def link(path: Path) -> None:
    path.symlink_to(path.parent.parent / "outside.txt")


def dangling(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


HOSTILE: list[Callable[[Path], object]] = [Path.mkdir, link, dangling, os.mkfifo]


@pytest.mark.parametrize("lay", HOSTILE)
def test_whatever_lies_where_the_file_should_go_stays_and_leads_nowhere(
    stick: Stick, mount: Path, lay: Callable[[Path], object]
) -> None:
    outside = mount.parent / "outside.txt"
    outside.write_bytes(b"outside")
    lay(mount / NAME)
    before = (mount / NAME).lstat()
    assert stick.save(NAME, DATA, ON) == "ishenim-journal-2026-27-2.pdf"
    assert (mount / NAME).lstat().st_mode == before.st_mode
    assert outside.read_bytes() == b"outside"
    assert sorted(path.name for path in mount.parent.iterdir()) == ["outside.txt", "stick"]


def test_where_every_name_is_taken_it_says_so(stick: Stick, mount: Path) -> None:
    for n in range(MANY):
        (mount / NAME.replace(".pdf", f"-{n}.pdf" if n > 1 else ".pdf")).mkdir(exist_ok=True)
    with pytest.raises(StickStrange):
        stick.save(NAME, DATA, ON)


@pytest.mark.parametrize("lay", [link, lambda path: path.write_bytes(b"x"), os.mkfifo])
def test_a_root_that_is_no_folder_is_strange(tmp_path: Path, lay: Callable[[Path], object]) -> None:
    (tmp_path / "outside.txt").mkdir()
    place = tmp_path / "below" / "stick"
    place.parent.mkdir()
    lay(place)
    with pytest.raises(StickStrange):
        Stick(place).save(NAME, DATA, ON)


# --- real mounts -------------------------------------------------------------------------------


@pytest.fixture
def mounted(mount: Path) -> Iterator[Path]:
    """A real file system of its own, small."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount")
    words = ["mount", "-t", "tmpfs", "-o", "size=512k", "kiosk", str(mount)]
    if subprocess.run(words, check=False, capture_output=True).returncode != 0:
        pytest.skip("nothing can be mounted here")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


@pytest.mark.outside
def test_a_real_stick_takes_a_file(mounted: Path) -> None:
    assert Stick(mounted).save(NAME, DATA, ON) == NAME
    assert lies(mounted) == {NAME: DATA}


@pytest.mark.outside
def test_a_real_stick_without_room_says_so_and_keeps_what_it_has(mounted: Path) -> None:
    (mounted / "theirs").write_bytes(bytes(400_000))
    with pytest.raises(StickFull):
        Stick(mounted).save(NAME, DATA, ON)
    assert [*lies(mounted)] == ["theirs"]


class Boastful(Disk):
    """Says that there is room."""

    def free(self, root: int) -> int:
        return 1 << 30


@pytest.mark.outside
def test_a_real_stick_that_fills_up_in_the_middle_has_no_half_of_it(mounted: Path) -> None:
    with pytest.raises(StickFull):
        Stick(mounted, Boastful()).save(NAME, bytes(600_000), ON)
    assert lies(mounted) == {}


@pytest.mark.outside
def test_a_real_read_only_stick_says_so(mounted: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    with pytest.raises(StickReadOnly):
        Stick(mounted).save(NAME, DATA, ON)
    assert lies(mounted) == {}


class Pulled(Disk):
    """Somebody pulls the stick while it is written to: what was mounted is gone."""

    def write(self, file: int, data: memoryview) -> int:
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))


@pytest.mark.outside
def test_a_pulled_stick_can_be_put_back(mounted: Path) -> None:
    with pytest.raises(StickGone):
        Stick(mounted, Pulled()).save(NAME, DATA, ON)
    assert Stick(mounted).save(NAME, DATA, ON) == NAME


# --- words -------------------------------------------------------------------------------------


def test_every_trouble_has_its_error() -> None:
    kinds = StickError.__subclasses__()
    assert {kind.trouble for kind in kinds} == set(StickTrouble)
    assert len(kinds) == len(StickTrouble)


def test_an_error_nobody_thought_of_is_taken_for_a_stick_that_is_gone() -> None:
    assert isinstance(meant(OSError("?")), StickGone)
    assert isinstance(meant(OSError(errno.ETIMEDOUT, "?")), StickGone)


MOUNTED = Path("/dev/shm")  # noqa: S108 - a mount that every Linux has, and nothing is written


@pytest.mark.skipif(not MOUNTED.is_mount(), reason="nothing is mounted there")
def test_one_process_at_a_time_has_the_stick() -> None:
    """The backup's would sweep away what the kiosk's is writing, and the other way round."""
    first, other = Disk().root(MOUNTED), os.open(MOUNTED, os.O_RDONLY)
    assert first is not None
    with pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(first)
    fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(other)


def test_names_and_what_is_taken_away(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_text(name)
    stick = Stick(tmp_path, Folder())
    stick.remove(["a.pdf"])
    assert stick.names() == ["b.pdf"]


def test_without_a_stick_there_are_no_names_to_take_away(tmp_path: Path) -> None:
    files = Folder()
    files.mounted = False
    for ask in (lambda: Stick(tmp_path, files).names(), lambda: Stick(tmp_path, files).remove(())):
        with pytest.raises(NoStick):
            ask()
