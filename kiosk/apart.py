"""Processes of our own, for what must not lie in this one's memory or take its time.

What goes to and fro are pickles between two ends of our own code over a socket pair that nobody
else has; the child's end closes with it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
from multiprocessing.connection import Connection

PATIENCE_S = 60.0
"""Far more than the longest job takes; a child that says nothing for so long is taken for dead."""

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4


class Child:
    """`python -m MODULE FD PARENT`, and our end of its wire."""

    def __init__(self, module: str) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            # A session of its own: Ctrl-C in a terminal reaches it through the kiosk, in order.
            # Nothing of it is shown: what a crash says could quote a letter.
            self.process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", module, str(theirs.fileno()), str(os.getpid())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self.connection = Connection(ours.detach())

    def wait(self, patience_s: float = PATIENCE_S) -> None:
        """Return when it has said something or is gone; raises TimeoutError if it never does."""
        if not self.connection.poll(patience_s):
            raise TimeoutError("a process of our own says nothing")

    def bury(self) -> None:
        """End it, and let go of what it leaves behind."""
        self.process.kill()
        self.process.wait()
        self.connection.close()


def guard(parent: int) -> None:
    """Shut this process's memory to others, and let it die with `parent`, at whatever it is.

    Nobody may look into it but root, and it leaves no core.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    for option, value in ((PR_SET_DUMPABLE, 0), (PR_SET_PDEATHSIG, signal.SIGKILL)):
        if libc.prctl(option, int(value), 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "a process of our own cannot be guarded")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.getppid() != parent:  # it died before it could be watched
        raise SystemExit(1)
