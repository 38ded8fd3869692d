"""What is secret in a link stands in no log."""

import logging
import re

# As long as a token is, or longer, in the letters of one; an id of a row is shorter, or has its hyphens elsewhere.
TOKEN = re.compile(r"(?<![\w-])[\w-]{43,}(?![\w-])", re.ASCII)


class WithoutTokens(logging.Filter):
    """Put an ellipsis where a token would stand in a line. Lets every line through."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        hidden = TOKEN.sub("…", said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
