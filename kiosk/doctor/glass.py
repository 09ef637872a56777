"""Which video driver SDL finds; run as a process of its own, because a driver may crash it."""

from __future__ import annotations

import json

import pygame

from kiosk.hardware.connectors import choose_card


def shows() -> dict[str, str]:
    """What draws in this process: while it does, no other can find out."""
    return {"driver": pygame.display.get_driver(), "sdl": _version()}


def main() -> None:
    """Print the driver, or why there is none, as one line of JSON."""
    said = {"sdl": _version()}
    choose_card()
    try:
        pygame.display.init()
        said["driver"] = pygame.display.get_driver()
    except pygame.error as error:
        said["error"] = str(error)
    print(json.dumps(said))  # noqa: T201 - what the parent reads


def _version() -> str:
    return ".".join(map(str, pygame.get_sdl_version()))


if __name__ == "__main__":
    main()
