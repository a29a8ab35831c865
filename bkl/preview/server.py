"""The server behind `--serve`: one page on this machine only, that follows the stage."""

from __future__ import annotations

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import cast

from bkl.preview.page import PREFIX, asset, page_of
from bkl.preview.stage import Stage

HOST = "127.0.0.1"
PORT = 8421
_HEARTBEAT = 15.0
_ASSETS = {"preview.js": "text/javascript", "preview.css": "text/css"}
_TEXT = "text/plain; charset=utf-8"


class Server:
    """Serves a stage until it is closed. `port` is the one it got, which may be another."""

    def __init__(self, stage: Stage, port: int = PORT) -> None:
        self._stage = stage
        try:
            self._http = _Listener((HOST, port), _Handler)
        except (OSError, OverflowError):
            self._http = _Listener((HOST, 0), _Handler)
        self._http.stage = stage
        self.port = self._http.server_port
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.port}/"

    def close(self) -> None:
        """Stop, and let the pages that are open know."""
        self._stage.close()
        self._http.shutdown()
        self._http.server_close()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    # elsewhere it makes a port free sooner, on Windows it lets two programs share one
    allow_reuse_address = os.name != "nt"
    stage: Stage


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "bkl", ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with the page, a part of it, or the stream of what changes."""
        if not self._is_ours():
            self._answer(403, _TEXT, b"Deze pagina is alleen te zien via 127.0.0.1.\n")
            return
        path = self.path.partition("?")[0]
        name = path.removeprefix(PREFIX)
        if path == "/":
            page, policy = page_of(self._stage.scene)
            self._answer(200, "text/html; charset=utf-8", page, policy)
        elif path == f"{PREFIX}stand":
            self._stream()
        elif path.startswith(PREFIX) and name in _ASSETS:
            self._answer(200, f"{_ASSETS[name]}; charset=utf-8", asset(name))
        else:
            self._answer(404, _TEXT, b"Deze pagina is er niet.\n")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what http.server itself refuses, in Dutch."""
        self._answer(code, _TEXT, b"Dit verzoek kan bkl niet beantwoorden.\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal shows the rounds."""

    @property
    def _stage(self) -> Stage:
        return cast("_Listener", self.server).stage

    def _is_ours(self) -> bool:
        """Refuse names that only look like this machine: a site could point its own name here."""
        port = cast("_Listener", self.server).server_port
        return self.headers.get("Host", "").lower() in (f"{HOST}:{port}", f"localhost:{port}")

    def _answer(self, status: int, kind: str, body: bytes, policy: str = "") -> None:
        self._begin(status, kind, policy)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _begin(self, status: int, kind: str, policy: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", policy or "default-src 'none'")

    def _stream(self) -> None:
        """Send every state of the stage as it comes, until the page or the server goes."""
        self._begin(200, "text/event-stream; charset=utf-8")
        self.end_headers()
        seen = -1
        try:
            while True:
                found = self._stage.wait(seen, _HEARTBEAT)
                if found is None:
                    # a page that has gone is noticed by writing to it
                    self.wfile.write(b": hier\n\n")
                    continue
                seen, scene = found
                told = json.dumps({"rapport": scene.kenmerk, "paneel": scene.panel})
                self.wfile.write(f"data: {told}\n\n".encode())
        except (EOFError, OSError):
            self.close_connection = True
