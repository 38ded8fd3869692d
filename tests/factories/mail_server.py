"""A real mail server, which can be told at which step to be slow, to refuse or to go away."""

import asyncio
import socket
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HANG = "hang"
DROP = "drop"


@dataclass
class Handler:
    """What it took, and what it answers at which step: ``RCPT``, ``EHLO``, or ``DATA`` (all of the mail is there).

    An answer is a line such as ``550 no such user``, ``HANG`` (nothing until the server stops) or ``DROP`` (the line
    goes dead). ``takes_it`` says whether a mail counts as taken though the answer is ``HANG`` or ``DROP``.
    """

    answers: dict[str, str] = field(default_factory=dict)
    takes_it: bool = True
    taken: list[Message] = field(default_factory=list)
    rooms: list[tuple[str, list[str]]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    async def _answer(self, step: str, server: SMTP, usual: str) -> str:
        self.heard.append(step)
        answer = self.answers.get(step, usual)
        if answer == HANG:
            await asyncio.Event().wait()
        if answer == DROP:
            server.transport.abort()
        return answer

    async def handle_EHLO(  # noqa: N802 - the name that the package wants
        self, server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        await self._answer("EHLO", server, "")
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = await self._answer("RCPT", server, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answers.get("DATA", "250").startswith("250") or (
            self.answers["DATA"] in {HANG, DROP} and self.takes_it
        ):
            self.taken.append(message_from_bytes(envelope.content or b""))
            self.rooms.append((envelope.mail_from or "", list(envelope.rcpt_tos)))
        return await self._answer("DATA", server, "250 taken")

    @property
    def message_ids(self) -> list[str]:
        """The identities of what was taken, in the order in which it came."""
        return [str(mail["Message-ID"]) for mail in self.taken]

    @property
    def recipients(self) -> list[str]:
        return [address for _sender, addresses in self.rooms for address in addresses]


class MailServer:
    """The server, at a port of its own; stopped and started again at the same port."""

    def __init__(self) -> None:
        self.handler = Handler()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.controller: Controller | None = None

    def start(self) -> None:
        self.controller = Controller(self.handler, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        if self.controller:
            self.controller.stop()
            self.controller = None
