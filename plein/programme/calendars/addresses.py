"""How the address of a calendar is kept."""

LONGEST_ADDRESS = 500
READ_AS = {"webcal": "https", "webcals": "https"}


def tidy(address: str) -> str:
    """The address as it is kept: no spaces around it, and ``webcal://`` read as ``https://``."""
    address = address.strip()
    scheme, mark, rest = address.partition("://")
    return f"{READ_AS.get(scheme.lower(), scheme.lower())}{mark}{rest}" if mark else address
