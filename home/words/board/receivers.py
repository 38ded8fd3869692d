"""What happens to the board when a request is over."""

from typing import Any

from home.words.board.services import write_reads


def on_request_finished(sender: type, **_kwargs: Any) -> None:
    """Write the counts of reads when the answer is out."""
    write_reads()
