"""Runs every gate that is not a test, all of them even when one fails, and says which failed.

gates.py [name …]      only the gates whose name begins so
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time

PYTHON = sys.executable
MANAGE = (PYTHON, "manage.py")

GATES = {
    "ruff": (PYTHON, "-m", "ruff", "check", "--quiet", "."),
    "ruff format": (PYTHON, "-m", "ruff", "format", "--quiet", "--check", "."),
    "djlint": (PYTHON, "-m", "djlint", "templates", "--lint"),
    "imports": (PYTHON, "scripts/imports.py"),
    "types": (PYTHON, "-m", "mypy"),
    "deployment": (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"),
    "migrations": (*MANAGE, "makemigrations", "--check", "--dry-run"),
    "messages": (*MANAGE, "messages", "--check"),
}


def environment(name: str, folder: str) -> dict[str, str]:
    """The variables of one gate: no data of ours, and the deployment as it would be served, with a key of its own."""
    variables = os.environ | {"PORTAL_VAR": folder}
    if name == "deployment":
        variables |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "PORTAL_SCHEME": "https",
            "SECRET_KEY": secrets.token_urlsafe(64),
            "SMTP_HOST": "mail.example",
            "DEFAULT_FROM_EMAIL": "portaal@example.org",
        }
    return variables


def passes(name: str, folder: str) -> bool:
    """Run one gate; show its output only when it fails."""
    began = time.monotonic()
    answer = subprocess.run(
        GATES[name],
        env=environment(name, folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    took = time.monotonic() - began
    print(f"{'passed' if answer.returncode == 0 else 'FAILED'}  {name} ({took:.1f} s)", flush=True)
    if answer.returncode:
        print(answer.stdout, flush=True)
    return answer.returncode == 0


def main(wanted: list[str]) -> None:
    """Run the gates that are wanted, or all."""
    names = [name for name in GATES if not wanted or name.startswith(tuple(wanted))]
    with tempfile.TemporaryDirectory() as folder:
        failed = [name for name in names if not passes(name, folder)]
    if failed:
        sys.exit(f"{len(failed)} of {len(names)} gates failed: {', '.join(failed)}.")


if __name__ == "__main__":
    main(sys.argv[1:])
