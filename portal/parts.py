"""The parts of a running portal as processes: each is watched, and started again when it ends by itself."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds before a part that ended is started again; twice as long each time
STEADY = 60.0  # seconds that a part has to run before its next end counts as the first again
PATIENCE = 15.0  # seconds that a part gets to stop by itself
PR_SET_PDEATHSIG = 1  # of <linux/prctl.h>


class Part:
    """One part: how it is started, and its process when it runs."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name, self.command = name, command
        self.process: subprocess.Popen[bytes] | None = None
        self.pause = FIRST_PAUSE
        self.began = self.again_at = 0.0

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches it once: from its parent, in order."""
        self.began = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - the commands are our own
            self.command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - this process has one thread
        )

    def tend(self, say: Callable[[str], object]) -> None:
        """Start it again when it has ended and its pause is over; what happens is said in a sentence."""
        now = time.monotonic()
        if self.process is not None:
            code = self.process.poll()
            if code is None:
                return
            # A child that is left of it would hold its port, or work beside the new one.
            self.end_by_force()
            self.process = None
            if now - self.began >= STEADY:
                self.pause = FIRST_PAUSE
            self.again_at = now + self.pause
            say(f"The {self.name} ended by itself ({ending(code)}); it is started again in {self.pause:.0f} s.")
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
        elif now >= self.again_at:
            self.start()
            say(f"The {self.name} is started again.")

    def end_by_force(self) -> None:
        """End what is left of it, with all its children."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def ending(code: int) -> str:
    """How a process ended, for somebody who reads the log."""
    return f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"


def end_with_parent() -> None:
    """Have Linux stop this process when the one that started it is killed without a chance to do so itself."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def stop_all(parts: list[Part]) -> None:
    """Ask every part to stop, wait, and end by force what is left, with all its children."""
    running = [part.process for part in parts if part.process is not None]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=max(0.1, deadline - time.monotonic()))
    for part in parts:
        part.end_by_force()
