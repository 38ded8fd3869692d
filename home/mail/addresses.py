"""Who a mail is from and where an answer goes, its ``Message-ID``, and an address as a screen may show it."""

import unicodedata
from email.headerregistry import Address
from email.utils import parseaddr
from uuid import uuid4

from django.conf import settings

from home.tenant.libraries.models import Library


def quoted(name: str, address: str) -> str:
    """A name with its address, as a header takes it, whatever signs are in the name.

    Commas, quotes and brackets stand between quotes; letters outside ASCII are encoded by the mail package when the
    mail goes out. Line breaks and other signs that are not seen become spaces, so that a name can begin no header of
    its own.

    Raises:
        ValueError: when the address is none.

    """
    seen = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in name)
    return str(Address(display_name=" ".join(seen.split()), addr_spec=address))


def installation_address() -> str:
    """The address of the installation, from which libraries without a sender of their own send."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def sender_of(library: Library) -> str:
    """Who a library's mail is from: its name, at an address whose domain vouches for the server that sends it."""
    return quoted(library.name, library.sender or installation_address())


def reply_address_of(library: Library) -> list[str]:
    """Where answers go: the library's own address; nowhere else than to the sender when it has none."""
    return [quoted(library.name, library.email)] if library.email else []


def new_message_id() -> str:
    """An identity for a mail, which it keeps whatever happens to it."""
    domain = installation_address().rpartition("@")[2]
    return f"<{uuid4()}@{domain or 'localhost'}>"


def masked(address: str) -> str:
    """An address of which who knows it recognises enough, and nobody else learns who it is: ``s…@example.org``."""
    local, _at, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}" if local else ""
