"""A server on the loopback that gives the answers it was told, good and broken ones, and keeps what it was asked."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ARTICLE = """\
Ruritania Offers Syldavia a Truce
Ruritania’s foreign minister Ada Novak said on Monday that Ruritania had offered Syldavia a truce of 48 hours.
Syldavia agreed to consider the proposal, she added.
The second round of talks between Ruritania and Syldavia was held in Klow on June 2, 2025.
Borduria’s delegation was led by General Plekszy.
"""


def said(quote: str, *speakers: str, standing: str = "asserted") -> dict[str, Any]:
    """The words of a record, whoever says them."""
    return {"standing": standing, "said_by": list(speakers), "quote": quote}


def actor(name: str, kind: str, side: str | None = None) -> dict[str, Any]:
    return {"name": name, "kind": kind, "side": side}


def act(type: str, agent: str, content: str, words: dict[str, Any], *addressees: str) -> dict[str, Any]:
    rest = {"condition": None, "purpose": None, "event": None}
    return {"type": type, "agents": [agent], "addressees": list(addressees), "content": content, **rest, **words}


def answer(**lists: list[dict[str, Any]]) -> dict[str, Any]:
    """An answer of the schema; lists that are not given are empty."""
    kinds = ("actors", "posts", "delegations", "events", "attendances", "acts", "documents", "statements")
    return {kind: lists.get(kind, []) for kind in kinds}


def good() -> dict[str, Any]:
    """What a careful model answers to the article."""
    return answer(
        actors=[
            actor("Ruritania", "state"), actor("Syldavia", "state"), actor("Borduria", "state"),
            actor("Ada Novak", "person", "Ruritania"), actor("Plekszy", "person", "Borduria"),
        ],
        posts=[
            {"person": "Ada Novak", "title": "foreign minister", "organization": "Ruritania", "tenure": "current",
             **said("Ruritania’s foreign minister Ada Novak")},
        ],
        delegations=[
            {"member": "Plekszy", "party": "Borduria", "role": "head",
             **said("Borduria’s delegation was led by General Plekszy")},
        ],
        events=[
            {"id": "e1", "kind": "round", "label": "second round of talks", "ordinal": 2, "place": "Klow",
             "date": "June 2, 2025", "duration": None, "parties": ["Ruritania", "Syldavia"],
             **said("The second round of talks between Ruritania and Syldavia was held in Klow on June 2, 2025")},
        ],
        acts=[
            act("offer", "Ruritania", "a truce of 48 hours",
                said("Ruritania had offered Syldavia a truce of 48 hours", "Ada Novak", standing="claimed"),
                "Syldavia"),
            act("agreeToConsider", "Syldavia", "consider the proposal",
                said("Syldavia agreed to consider the proposal", "Ada Novak", standing="claimed")),
        ],
        statements=[
            {"modality": "claim", "said_by": ["Ada Novak"],
             "quote": "Ruritania had offered Syldavia a truce of 48 hours"},
        ],
    )  # fmt: skip


@dataclass(frozen=True)
class Reply:
    """One answer of the server; without a status it hangs up."""

    status: int | None = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def reply(content: object, *, finish: str = "stop", usage: dict[str, int] | None = None) -> Reply:
    """A chat completion that holds these words, or this object as JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": words}}
    spent = {"prompt_tokens": 100, "completion_tokens": 20} if usage is None else usage
    return Reply(body=json.dumps({"choices": [choice], "usage": spent}).encode())


def refusal(status: int, message: str = "no", **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, json.dumps({"error": {"message": message}}).encode(), named)


@dataclass
class Served:
    """A server that runs: its address, and what it was asked."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def serving(*replies: Reply) -> Iterator[Served]:
    """Serve these replies in their order, the last of them for ever."""
    left = list(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            served.paths.append(self.path)
            served.headers.append({name.lower(): value for name, value in self.headers.items()})
            served.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            given = left.pop(0) if len(left) > 1 else left[0]
            if given.status is None:
                self.connection.close()
                return
            self.send_response(given.status)
            for name, value in {"content-length": str(len(given.body)), **given.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(given.body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # who hangs up has no error to tell
    served = Served(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def trickling(answer: bytes) -> Iterator[str]:
    """Serve one answer byte by byte, and more slowly than anybody waits for it."""
    over = threading.Event()

    def trickle(listening: socket.socket) -> None:
        with suppress(OSError), listening.accept()[0] as connection:
            for letter in answer:
                connection.sendall(bytes([letter]))
                if over.wait(0.05):
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=trickle, args=(listening,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        over.set()
    thread.join()
