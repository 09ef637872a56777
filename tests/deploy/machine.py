"""A machine that lies in a directory, and a bundle that is small enough to install in a moment."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pip

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SYSTEM = Path("/usr/lib/systemd/system")

OS_RELEASE = 'ID=debian\nVERSION_ID="12"\n'
PASSWD = "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n"
GROUP = "root:x:0:\nlp:x:7:pi\ndialout:x:20:pi\nvideo:x:44:\nnogroup:x:65534:\n"
CMDLINE = "console=serial0,115200 console=tty1 root=PARTUUID=1-02 fsck.repair=yes rootwait\n"
CONFIG = "dtparam=audio=on\n[all]\ndtoverlay=vc4-kms-v3d\n"

KIOSK = {
    "kiosk/__init__.py": "",
    "kiosk/__main__.py": "import sys\nprint('kiosk', *sys.argv[1:])\n",
}

Snapshot = dict[str, tuple[str, int, str]]


@dataclass(frozen=True)
class Ran:
    """How a script ended, and all it said."""

    code: int
    said: str


def run(*words: str | Path, **more: str) -> Ran:
    """Run a script to its end; `more` is added to the environment."""
    ended = subprocess.run(
        list(map(str, words)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHON": sys.executable, **more},
    )
    return Ran(ended.returncode, ended.stdout)


@dataclass(frozen=True)
class Machine:
    """The system under `root`, on which the bundle's installer is let loose."""

    root: Path
    bundle: Path

    def install(self, *options: str, **more: str) -> Ran:
        """Run install.sh on it."""
        script = self.bundle / "deploy/install.sh"
        return run("bash", script, "--root", self.root, *options, **more)

    def installed(self) -> Machine:
        """It, after an installation that went well."""
        ran = self.install()
        assert ran.code == 0, ran.said
        return self

    def at(self, path: str) -> Path:
        """Where a path of the machine lies here."""
        return self.root / path.lstrip("/")

    def snapshot(self) -> Snapshot:
        """Everything that is on it: kind, mode, and what is in it."""
        return {str(path.relative_to(self.root)): _state(path) for path in self.root.rglob("*")}


def _state(path: Path) -> tuple[str, int, str]:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return "link", 0, str(path.readlink())
    if stat.S_ISDIR(mode):
        return "directory", stat.S_IMODE(mode), ""
    return "file", stat.S_IMODE(mode), hashlib.sha256(path.read_bytes()).hexdigest()


def fresh(root: Path) -> Path:
    """Lay out a Raspberry Pi's system, as far as the installer looks at it."""
    (root / "boot/firmware").mkdir(parents=True)
    (root / "etc/systemd/system").mkdir(parents=True)
    (root / "var/lib").mkdir(parents=True)
    (root / "usr/local/bin").mkdir(parents=True)
    files = {
        "etc/os-release": OS_RELEASE,
        "etc/passwd": PASSWD,
        "etc/group": GROUP,
        "etc/shadow": "root:*:19000:0:99999:7:::\n",
        "etc/gshadow": "root:*::\nlp:*::pi\ndialout:*::pi\nvideo:*::\n",
        "boot/firmware/cmdline.txt": CMDLINE,
        "boot/firmware/config.txt": CONFIG,
    }
    for name, text in files.items():
        (root / name).write_text(text)
    return root


def small_bundle(place: Path) -> Path:
    """Make a bundle of the real scripts with a program of two files and one package it needs."""
    wheels = place / "wheels"
    wheels.mkdir(parents=True)
    needed = _wheel(wheels, "tiny", {"tiny.py": ""})
    _wheel(wheels, "kiosk", KIOSK)
    _pip(wheels / "pip-0-py3-none-any.whl")
    (place / "requirements").mkdir()
    mark = hashlib.sha256(needed.read_bytes()).hexdigest()
    (place / "requirements/run.txt").write_text(f"tiny==1.0 \\\n    --hash=sha256:{mark}\n")
    (place / "RELEASE").write_text("1.0-cafe\n")
    shutil.copytree(DEPLOY, place / "deploy", symlinks=True)
    seal(place)
    return place


def seal(bundle: Path) -> None:
    """Write the sums of all that is in it."""
    sums = bundle / "SHA256SUMS"
    sums.unlink(missing_ok=True)
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    marks = [(hashlib.sha256(path.read_bytes()).hexdigest(), path) for path in files]
    sums.write_text("".join(f"{mark}  ./{path.relative_to(bundle)}\n" for mark, path in marks))


def _wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    info = f"{name}-1.0.dist-info"
    all_files = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in (*all_files, f"{info}/RECORD"))
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**all_files, f"{info}/RECORD": record}.items():
            archive.writestr(path, text)
    return wheel


def _pip(wheel: Path) -> None:
    """This environment's own pip, as a wheel from which it runs."""
    package = Path(pip.__file__).parent
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in sorted(package.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                archive.write(path, path.relative_to(package.parent))
