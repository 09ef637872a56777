"""The machine's settings: kiosk.toml, read at start."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from kiosk.config.board import SecondBoard
from kiosk.config.complaints import refuse, wrong
from kiosk.config.model import Model
from kiosk.post.letters import Language

Pin = Annotated[int, Field(ge=2, le=27)]
LowAtBoot = Annotated[int, Field(ge=9, le=27)]
"""Pins that the chip pulls down from power on; it pulls 2 to 8 up, which may open a lock."""
Pull = Literal["up", "down", "none"]

SMALLEST, LARGEST = (640, 400), (3840, 2160)
"""Screens that the kiosk can be laid out on: width and height in pixels."""


class ScreenSettings(Model):
    """The touch screen."""

    width: int = Field(
        1280, ge=SMALLEST[0], le=LARGEST[0], description="Width in pixels, 640 to 3840."
    )
    height: int = Field(
        800, ge=SMALLEST[1], le=LARGEST[1], description="Height in pixels, 400 to 2160."
    )
    fullscreen: bool = Field(default=True, description="Whether the kiosk fills the screen.")
    diagonal_in: float = Field(
        10.1,
        ge=5,
        le=32,
        description="Diagonal in inches, 5 to 32: buttons are drawn in millimetres.",
    )
    rotation: Literal[0, 90, 180, 270] = Field(
        0,
        description="Degrees clockwise by which the picture is turned on the panel, and touches "
        "with it: 0, 90, 180 or 270. Width and height stay those of the panel.",
    )
    touch_rotation: Literal[0, 90, 180, 270] = Field(
        0,
        description="Degrees clockwise by which the touch layer is glued on otherwise than the "
        "panel; 0 unless touches land elsewhere while rotation is 0.",
    )
    touch_mirrored: bool = Field(
        default=False, description="Whether the touch layer counts from right to left."
    )
    language: Language = Field(
        Language.KY, description="Language in which the board rests: ky, ru or en."
    )

    @field_validator("rotation")
    @classmethod
    def _wide_enough(cls, rotation: int, info: ValidationInfo) -> int:
        wide = info.data.get("height", SMALLEST[0])
        if rotation % 180 and wide < SMALLEST[0]:
            remedy = f"An upright panel needs a height of {SMALLEST[0]} or more; let this one lie."
            refuse(wrong(f"turned so, the picture would be only {wide} pixels wide", remedy))
        return rotation


class PinSettings(Model):
    """GPIO pins by their BCM numbers, 2 to 27, each used once."""

    slot: Pin = Field(17, description="Sensor in the slot.")
    door: Pin = Field(27, description="Reed switch of the door.")
    lock: LowAtBoot = Field(
        22,
        description="Gate of the lock's MOSFET: 9 to 27, which are low while the machine starts. "
        "After a change run deploy/install.sh again.",
    )
    slot_blocked_high: bool = Field(
        default=False, description="Whether the slot's pin is high while a letter is in the slot."
    )
    slot_pull: Pull = Field(
        "up", description="The slot pin's own resistor: up, down, or none if there is one outside."
    )
    door_open_high: bool = Field(
        default=True, description="Whether the door's pin is high while the door is open."
    )
    door_pull: Pull = Field(
        "up", description="The door pin's own resistor: with up, a cut wire shows as an open door."
    )

    @field_validator("door", "lock")
    @classmethod
    def _used_once(cls, pin: int, info: ValidationInfo) -> int:
        taken = [name for name, other in info.data.items() if other == pin]
        if taken:
            remedy = "Write the BCM number of the pin that this part is really wired to."
            refuse(wrong(f"pin {pin} is already used by pins.{taken[0]}", remedy))
        return pin


class SlotSettings(Model):
    """How the slot's sensor is read."""

    settle_s: float = Field(
        0.05,
        ge=0.005,
        le=1,
        description="Seconds the slot is clear before a letter is through: longer than its bounce.",
    )
    glitch_s: float = Field(
        0.0005,
        ge=0,
        le=0.05,
        description="A shadow of fewer seconds is no letter, but a spark on the wire.",
    )
    jam_s: float = Field(
        5.0,
        ge=2,
        le=120,
        description="Seconds after which what stays in the slot is said to be stuck.",
    )


class LockSettings(Model):
    """The solenoid that holds the door: fail-locked, and driven for seconds only."""

    pulse_s: float = Field(
        5.0, ge=0.2, le=10, description="Seconds the coil is on at a time; it bears 10 at most."
    )
    rest_s: float = Field(
        5.0, ge=1, le=120, description="Seconds the coil cools before it is on again, at least 1."
    )


class PrinterSettings(Model):
    """The receipt printer (ESC/POS)."""

    connection: Literal["usb", "serial", "network", "file", "none"] = Field(
        "file", description="How it is connected: usb, serial, network, file, or none at all."
    )
    device: str = Field(
        "/dev/usb/lp0", min_length=1, description="Device of a file or serial printer."
    )
    baud: Literal[9600, 19200, 38400, 57600, 115200] = Field(
        19200, description="Speed of a serial printer."
    )
    usb_id: str = Field(
        "",
        pattern=r"^([0-9a-fA-F]{4}:[0-9a-fA-F]{4})?$",
        description="Vendor and product of a usb printer, as `lsusb` prints them.",
        examples=["04b8:0e28"],
    )
    host: str = Field("", description="Address of a network printer.", examples=["192.168.1.50"])
    port: int = Field(9100, ge=1, le=65535, description="Port of a network printer.")
    dots: Literal[384, 576] = Field(
        384, description="Dots in a line: 384 for 58 mm paper, 576 for 80 mm."
    )
    cutter: bool = Field(default=False, description="Whether it cuts the paper itself.")
    deadline_s: float = Field(
        10.0, ge=1, le=60, description="Seconds after which a silent printer counts as stalled."
    )

    @field_validator("usb_id", "host")
    @classmethod
    def _reachable(cls, address: str, info: ValidationInfo) -> str:
        needed = {"usb_id": "usb", "host": "network"}[info.field_name or ""]
        if not address and info.data.get("connection") == needed:
            remedy = {
                "usb": 'Write vendor and product as `lsusb` prints them, such as "04b8:0e28".',
                "network": 'Write the printer\'s address, such as "192.168.1.50".',
            }[needed]
            refuse(wrong(f"a {needed} printer cannot be found without this", remedy))
        return address

    @property
    def usb_numbers(self) -> tuple[int, int]:
        """Vendor and product of a usb printer."""
        vendor, product = (int(part, 16) for part in self.usb_id.split(":"))
        return vendor, product


class StickSettings(Model):
    """The USB stick for papers and files; it is known by its name."""

    label: str = Field(
        "KIOSK",
        pattern=r"^[A-Z0-9_-]{1,11}$",
        description="Name (volume label) of the stick: up to 11 capital letters, figures, - or _.",
    )
    mount: Path = Field(
        Path("/run/kiosk/stick"),
        validate_default=False,  # strict JSON knows only paths that are still text
        description="Directory at which the system mounts it; the kiosk itself cannot mount.",
    )

    @field_validator("mount")
    @classmethod
    def _absolute(cls, mount: Path) -> Path:
        return absolute(mount, "/run/kiosk/stick")


class BackupSettings(Model):
    """Copies of the store, beside it and on the stick."""

    every_days: int = Field(
        7,
        ge=1,
        le=31,
        description="Days from one copy to the next: what came since the last is lost with the "
        "card, and who compares two copies sees which letters came between them.",
    )
    keep: int = Field(
        2, ge=1, le=10, description="Copies that are kept; older ones are overwritten and removed."
    )


def absolute(path: Path, example: str) -> Path:
    """Return a whole path; refuses one that depends on where the kiosk is started."""
    if not path.is_absolute():
        refuse(wrong("this path does not begin with /", f'Write it whole: "{example}".'))
    return path


class Machine(Model):
    """kiosk.toml."""

    hardware: Literal["pi"] = Field(
        "pi",
        description="What the kiosk runs on: pi is a Raspberry Pi. Simulated hardware cannot be "
        "set here; `kiosk demo` brings its own.",
    )
    data: Path = Field(
        Path("/var/lib/kiosk"),
        validate_default=False,  # strict JSON knows only paths that are still text
        description="Directory of the store; nothing else is written.",
    )
    screen: ScreenSettings = Field(default_factory=ScreenSettings, description="The touch screen.")
    board: SecondBoard = Field(
        default_factory=SecondBoard, description="Whether this machine is only a board."
    )
    pins: PinSettings = Field(
        default_factory=PinSettings,
        description="GPIO pins by their BCM numbers, 2 to 27, each used once.",
    )
    slot: SlotSettings = Field(
        default_factory=SlotSettings, description="How the slot's sensor is read."
    )
    lock: LockSettings = Field(
        default_factory=LockSettings, description="The solenoid that holds the door."
    )
    printer: PrinterSettings = Field(
        default_factory=PrinterSettings, description="The receipt printer (ESC/POS)."
    )
    stick: StickSettings = Field(
        default_factory=StickSettings,
        description="The USB stick for papers and files; it is known by its name.",
    )
    backup: BackupSettings = Field(
        default_factory=BackupSettings,
        description="Copies of the store, beside it and on the stick.",
    )

    @field_validator("data")
    @classmethod
    def _absolute(cls, data: Path) -> Path:
        return absolute(data, "/var/lib/kiosk")

    @property
    def store(self) -> Path:
        """File of the store."""
        return store_in(self.data)


def store_in(data: Path) -> Path:
    """Return the file of the store in its directory."""
    return data / "post.sqlite"
