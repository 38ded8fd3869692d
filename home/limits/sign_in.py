"""The limits of signing in."""

from datetime import timedelta

from home.limits.registry import Limit, Part, declare

TEN_MINUTES, HALF_A_DAY = timedelta(minutes=10), timedelta(hours=12)

# Guesses of one password from one network. Its owner, who is somewhere else, notices nothing.
PASSWORD = declare(Limit("password", (Part.ACCOUNT, Part.NETWORK), free=5, window=HALF_A_DAY))
# Guesses of many passwords from one network; more than a library has colleagues who mistype in ten minutes.
FROM_NETWORK = declare(Limit("sign-in", (Part.NETWORK,), free=60, window=TEN_MINUTES))
# Guesses of the six figures of an app, which are few.
CODE = declare(Limit("sign-in-code", (Part.ACCOUNT, Part.NETWORK), free=5, window=HALF_A_DAY))
# Mails with a link for a new password: to one address, and to many.
RESET = declare(Limit("password-reset", (Part.ACCOUNT, Part.NETWORK), free=3, window=timedelta(hours=1)))
RESETS = declare(Limit("password-resets", (Part.NETWORK,), free=20, window=TEN_MINUTES))
NEW_PASSWORD = declare(Limit("new-password", (Part.NETWORK,), free=20, window=TEN_MINUTES))
