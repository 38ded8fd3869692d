"""Why there is no answer. The classes say what is wrong; the words for a reader are those of who asked."""


class OutgoingError(Exception):
    """There is no answer. Nothing of the request is in it, which may carry a key."""


class BadAddressError(OutgoingError):
    """It is no web address."""


class CredentialsError(BadAddressError):
    """There is a user name or password in the address."""


class PortError(BadAddressError):
    """The address names a port that is not one of the web's."""


class OwnNetworkError(OutgoingError):
    """The address leads into a network that is not the internet."""


class NoSuchNameError(OutgoingError):
    """The name in the address does not exist."""


class RefusedError(OutgoingError):
    """Nobody answers there."""


class TooSlowError(OutgoingError):
    """The answer was not there, whole, at the deadline."""


class CertificateError(OutgoingError):
    """The certificate is not that of the name, or nobody vouches for it."""


class RedirectsError(OutgoingError):
    """One address leads to the next, and never to an answer."""


class TooBigError(OutgoingError):
    """The answer is larger than what is taken, counted as it is when unpacked."""


class CompressedError(OutgoingError):
    """The answer is packed, or packed in a way that was not asked for."""


class BrokenError(OutgoingError):
    """The answer stops halfway, or cannot be unpacked."""


class OtherSideError(OutgoingError):
    """What came back is no answer of a web server."""
