"""Run as a file: a kiosk in small, which turns the coil on, says so with its child's process, and
waits for what happens to it. Its arguments are the child's."""

import os
import select
import sys
import time

from kiosk.hardware.child import CoilChild

child = CoilChild(sys.argv[1:])
words: list[str] = []
for command in ("", "on 8"):
    if command:
        child.send(command)
    awaited = len(words) + 1
    while len(words) < awaited:
        select.select([child], [], [])
        words += child.reports()
if os.fork():
    os.write(1, f"{child.pid}\n".encode())
time.sleep(60)  # so does its sibling, which holds the child's input open
