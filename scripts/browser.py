"""Sees to it that the browser journeys have a Chromium: installs Debian's when it may, else says how to."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")


def is_there() -> bool:
    """Whether a Chromium is on the path."""
    return any(shutil.which(name) for name in NAMES)


def main() -> None:
    """Find the browser or install it."""
    if is_there():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser journeys …", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (("apt-get", "update"), INSTALL):
            subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    if not is_there():
        sys.exit("The browser journeys need Chromium, which is missing; install it with: sudo " + " ".join(INSTALL))


if __name__ == "__main__":
    main()
