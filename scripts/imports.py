"""Checks the import contracts that follow from `portal/house.py`; nothing of the portal is started for it."""

import sys
import tempfile
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from portal.house import AREAS, contracts  # noqa: E402 - found once the root is on the path


def as_ini() -> str:
    """The contracts in the form that the linter reads."""
    lines = ["[importlinter]", *_entry("root_packages", list(AREAS))]
    for number, contract in enumerate(contracts(), start=1):
        lines += [f"[importlinter:contract:{number}]"]
        for name, value in contract.items():
            lines += _entry(name, value)
    return "\n".join(lines) + "\n"


def _entry(name: str, value: object) -> list[str]:
    if isinstance(value, list):
        return [f"{name} =", *(f"    {one}" for one in value)]
    return [f"{name} = {value}"]


def main() -> int:
    """Write the contracts to a file that is gone afterwards, and check them; answers with the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contracts.ini"
        path.write_text(as_ini(), encoding="utf-8")
        return lint_imports(config_filename=str(path), no_cache=True, no_logo=True)


if __name__ == "__main__":
    sys.exit(main())
