"""Makes `.venv` and installs pinned lists of requirements into it: `install.py installer runtime`.

Standard library only: it runs before anything is installed. uv is used because it takes a tenth of pip's time;
where it cannot reach its packages (it does not read pip's configuration), pip does the same work.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ENVIRONMENT = Path(".venv")
PYTHON = ENVIRONMENT / "bin" / "python"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def runs(*command: str | Path, settings: dict[str, str] | None = None) -> bool:
    """Whether a command is there and succeeds; its output is thrown away."""
    environment = (settings or {}) | os.environ
    try:
        answer = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return answer.returncode == 0


def make_environment() -> None:
    """Make the environment, or make it again when its Python is gone."""
    if runs(PYTHON, "-c", ""):
        return
    try:
        venv.create(ENVIRONMENT, clear=ENVIRONMENT.exists(), with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"The environment .venv could not be made ({error}); install python3-venv, or look at the folder.")


def with_uv(lock: Path) -> bool:
    """Install a list with uv, told what pip's environment variables and the machine's certificates say."""
    settings = {"UV_LINK_MODE": "copy"}
    if CERTIFICATES.exists():
        settings["UV_SYSTEM_CERTS"] = "true"
    for theirs, ours in (("PIP_INDEX_URL", "UV_DEFAULT_INDEX"), ("PIP_CERT", "SSL_CERT_FILE")):
        if theirs in os.environ:
            settings[ours] = os.environ[theirs]
    command = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON, "--require-hashes", "-r", lock]
    return runs(*command, settings=settings)


def with_pip(lock: Path) -> bool:
    """Install a list with pip."""
    if not runs(PYTHON, "-m", "pip", "--version") and not runs(PYTHON, "-m", "ensurepip"):
        return False
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "-r", lock]
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0


def main(names: list[str]) -> None:
    """Install each list in turn; only the installer itself may fail, since pip stands in for it."""
    make_environment()
    for name in names:
        print(f"Installing {name} packages …", flush=True)
        lock = Path("requirements") / f"{name}.lock"
        if not with_uv(lock) and not with_pip(lock) and name != "installer":
            sys.exit(f"The packages of {lock} could not be installed: the lines above say why. Is the network there?")


if __name__ == "__main__":
    main(sys.argv[1:])
