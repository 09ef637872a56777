"""`kiosk` and `python -m kiosk`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `lock-safe` runs without any of it, so that nothing can stop it."""
    if sys.argv[1:2] == ["lock-safe"]:
        from kiosk.hardware.lock_safe import main as lock_safe

        sys.exit(lock_safe(sys.argv[2:]))
    from kiosk.cli import main as cli

    cli()


if __name__ == "__main__":
    main()
