"""Which video driver SDL finds; run as a process of its own, because a driver may crash it."""

from __future__ import annotations

import json

import pygame


def main() -> None:
    """Print the driver, or why there is none, as one line of JSON."""
    said: dict[str, str] = {"sdl": ".".join(map(str, pygame.get_sdl_version()))}
    try:
        pygame.display.init()
        said["driver"] = pygame.display.get_driver()
    except pygame.error as error:
        said["error"] = str(error)
    print(json.dumps(said))  # noqa: T201 - what the parent reads


if __name__ == "__main__":
    main()
