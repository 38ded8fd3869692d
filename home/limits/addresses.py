"""From which network a request comes, right behind a counted number of proxies."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

# What one household or one server gets of the sixth version: its owner walks through all of it freely.
IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str:
    """The address of the client; empty when it cannot be told.

    Each proxy appends who asked it, so only as many places from the right are true as there are proxies of ours
    (``TRUSTED_PROXIES``). What stands further left is what the client made up.
    """
    remote = request.META.get("REMOTE_ADDR", "")
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    chain = [*hops, remote]
    place = min(settings.TRUSTED_PROXIES, len(chain) - 1)
    return _bare(chain[-1 - place]) or _bare(remote)


def network_of(request: HttpRequest) -> str:
    """What a limit counts by: an IPv4 address, or the /64 that an IPv6 address lies in."""
    text = client_address(request)
    if not text:
        return ""
    address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))


def _bare(text: str) -> str:
    """An address without a port, brackets or zone; empty when it is none."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)
