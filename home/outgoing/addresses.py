"""Which addresses may be asked. Somebody else wrote the address, and the portal goes there itself."""

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from home.outgoing.errors import BadAddressError, CredentialsError, NoSuchNameError, OwnNetworkError, PortError

LONGEST_ADDRESS = 500
PORTS = {"http": 80, "https": 443}
# Networks that carry an IPv4 address in their last part, and would lead around the check.
NAT64 = ipaddress.ip_network("64:ff9b::/96")
COMPATIBLE = ipaddress.ip_network("::/96")
# Public by their number and not by their use: where clouds keep the secrets of their machines, and old relays.
NOT_PUBLIC = [ipaddress.ip_network(one) for one in ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24")]

IP = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: the numbers that were checked, and the name that the other side is asked for."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str

    @property
    def host_header(self) -> str:
        """The name as a request carries it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"


def target_of(address: str, allowed_hosts: Collection[str] = ()) -> Target:
    """Check an address and look up its name; raises an ``OutgoingError``.

    ``allowed_hosts`` (``name:port``) may lie in the own network, and at any port.

    The connection is then made to the number that was checked here, so that a name which gives another number a
    moment later leads nowhere.
    """
    parts = _split(address)
    host, port = _host(parts), _port(parts)
    is_allowed = f"{host}:{port}" in allowed_hosts
    if not is_allowed and port not in PORTS.values():
        raise PortError
    numbers = _look_up(host, port)
    if not is_allowed and not all(is_public(number) for number in numbers):
        raise OwnNetworkError
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    return Target(parts.scheme, host, port, numbers[0], path + query)


def _split(address: str) -> SplitResult:
    if len(address) > LONGEST_ADDRESS or any(sign.isspace() or not sign.isprintable() for sign in address):
        raise BadAddressError
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise BadAddressError from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadAddressError
    if parts.username is not None or parts.password is not None:
        raise CredentialsError
    return parts


def _host(parts: SplitResult) -> str:
    """The name in the letters of the network, whatever script it was written in."""
    name = (parts.hostname or "").rstrip(".")
    if ":" in name:
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise BadAddressError from error


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or PORTS[parts.scheme]
    except ValueError as error:
        raise BadAddressError from error


def _look_up(host: str, port: int) -> list[str]:
    """Every number of a name. Numbers in another dress (``0x7f.1``, ``2130706433``) come out as ordinary ones."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise NoSuchNameError from error
    numbers = [str(row[4][0]) for row in found]
    if not numbers:
        raise NoSuchNameError
    return numbers


def is_public(number: str) -> bool:
    """Whether a number belongs to the internet, in each of the dresses that it can wear."""
    try:
        ip = ipaddress.ip_address(number.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    return all(_is_global(one) for one in (ip, *_inside(ip)))


def _is_global(ip: IP) -> bool:
    is_special = ip.is_private or ip.is_reserved or ip.is_link_local or ip.is_multicast or ip.is_unspecified
    return ip.is_global and not is_special and not any(ip in one for one in NOT_PUBLIC)


def _inside(ip: IP) -> list[IP]:
    """IPv4 numbers that an IPv6 number carries."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found: list[IP | None] = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in NAT64 or ip in COMPATIBLE:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in found if one is not None]
