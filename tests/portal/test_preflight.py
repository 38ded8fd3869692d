"""What stops `make start` is one sentence and a non-zero exit."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PREFLIGHT = Path(__file__).resolve().parents[2] / "scripts" / "preflight.py"


def preflight(check: str, **variables: str) -> tuple[int, str]:
    command = [sys.executable, str(PREFLIGHT), check]
    answer = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)
    return answer.returncode, answer.stderr.strip()


def test_a_new_data_folder_gets_a_secret_key_that_only_its_owner_reads_and_keeps_it(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    assert preflight("folder", PORTAL_VAR=str(folder)) == (0, "")
    key = folder / "secret-key"
    words = key.read_text()
    assert len(words.strip()) >= 50
    assert key.stat().st_mode & 0o777 == 0o600
    assert preflight("folder", PORTAL_VAR=str(folder)) == (0, "")
    assert key.read_text() == words


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "var"
    cause = f"The data folder {folder} cannot be used (Not a directory)."
    assert preflight("folder", PORTAL_VAR=str(folder)) == (
        1,
        f"{cause} Name another one with: make start VAR=/path/to/folder",
    )


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", ""])
def test_a_port_that_is_no_port_number_is_refused(port: str) -> None:
    assert preflight("port", PORT=port) == (1, f"PORT must be a number from 1 to 65535, not '{port}'.")


def test_a_port_in_use_is_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        cause = f"Port {port} cannot be used (Address already in use)."
        assert preflight("port", PORT=str(port), HOST="127.0.0.1") == (
            1,
            f"{cause} Stop what uses it, or name another one with: make start PORT=8001",
        )
