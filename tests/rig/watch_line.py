"""Run as a file: says each change of a line as `seconds level`, looked at about a thousand times a
second."""

import os
import sys
import time

descriptor = os.open(sys.argv[1], os.O_RDONLY)
last = b""
while True:
    level = os.pread(descriptor, 1, 0)
    if level != last:
        os.write(1, f"{time.monotonic():.6f} {level.decode()}\n".encode())
        last = level
    time.sleep(0.001)
