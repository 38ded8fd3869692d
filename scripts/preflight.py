"""Checks that come before anything is installed: each failure is one sentence and a non-zero exit.

Runs on the machine's own Python, whatever its version: standard library only, no recent syntax.
"""

import os
import secrets
import socket
import sys
import tempfile

FIRST, LAST = (3, 11), (3, 13)
HIGHEST_PORT = 65535


def stop(sentence):
    """End with one sentence on standard error."""
    sys.exit(sentence)


def python():
    """The Python at hand is one the pinned packages were made for, and can make an environment."""
    if not FIRST <= sys.version_info[:2] <= LAST:
        stop(
            "Python %d.%d is not supported: this portal needs Python 3.11, 3.12 or 3.13. "
            "Name another one with: make PYTHON=/path/to/python3.11" % sys.version_info[:2]
        )
    if os.path.exists(".venv/bin/python"):
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 - its absence is what is checked
        import venv  # noqa: F401, PLC0415
    except ImportError:
        stop("Python's venv module is missing; install it with: apt-get install python3-venv")


def folder():
    """The data folder can be written, and holds a secret key that nobody else can read."""
    path = os.environ["PORTAL_VAR"]
    key = os.path.join(path, "secret-key")
    try:
        os.makedirs(path, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
        if not os.path.exists(key):
            descriptor = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as stream:
                stream.write(secrets.token_urlsafe(64) + "\n")
        with open(key) as stream:
            stream.read(1)
    except OSError as error:
        stop(
            "The data folder %s cannot be used (%s). Name another one with: make start VAR=/path/to/folder"
            % (path, error.strerror)
        )


def port():
    """The port is a number, and nobody listens on it."""
    text = os.environ["PORT"]
    if not text.isdigit() or not 0 < int(text) <= HIGHEST_PORT:
        stop("PORT must be a number from 1 to %d, not '%s'." % (HIGHEST_PORT, text))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((os.environ.get("HOST") or "127.0.0.1", int(text)))
        except OSError as error:
            stop(
                "Port %s cannot be used (%s). Stop what uses it, or name another one with: make start PORT=8001"
                % (text, error.strerror)
            )


if __name__ == "__main__":
    {"python": python, "folder": folder, "port": port}[sys.argv[1]]()
