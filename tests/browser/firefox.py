"""Drives a Firefox found on this machine, without any download: WebDriver BiDi, the W3C protocol that Firefox itself speaks.

The browser driver of the other tests only knows its own patched Firefox, which no package registry ships. What the tests of this second
engine need is small: open a page, click where a reader clicks, type, choose a file, read what is shown.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox",)
PATIENCE = 30
CONTROL, TAB = "\ue009", "\ue004"
PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/markdown,text/plain,application/octet-stream",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "intl.accept_languages": "fr-FR",
}


def find_firefox() -> str | None:
    """Path of the browser: the FIREFOX variable, else the first one found; None when there is none."""
    given = os.environ.get("FIREFOX")
    if given:
        return given if Path(given).exists() else shutil.which(given)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next((place for place in PLACES if Path(place).exists()), None)


class Firefox:
    """One browser; each `new_tab(alone=True)` is another person's machine: it shares nothing with the others."""

    def __init__(self, path: str, folder: Path):
        self.downloads = folder / "downloads"
        profile = folder / "profile"
        self.downloads.mkdir()
        profile.mkdir()
        wanted = PREFERENCES | {"browser.download.dir": str(self.downloads)}
        (profile / "user.js").write_text("".join(f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in wanted.items()), encoding="utf-8")
        self._log = folder / "firefox.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen([path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"],
                                             stdout=log, stderr=log, env=os.environ | {"HOME": str(folder), "MOZ_HEADLESS": "1"})
        self._socket = _WebSocket(*self._address())
        self._serial = 0
        self.send("session.new", capabilities={})

    def _address(self) -> tuple[str, int]:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = re.search(r"WebDriver BiDi listening on ws://([\d.]+):(\d+)", self._log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[1], int(found[2])
            assert self._process.poll() is None, self._log.read_text(encoding="utf-8", errors="replace")
            time.sleep(0.1)
        raise AssertionError("Firefox ne répond pas : " + self._log.read_text(encoding="utf-8", errors="replace"))

    def send(self, method: str, **params: Any) -> dict:
        self._serial += 1
        self._socket.send(json.dumps({"id": self._serial, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.receive())
            if message.get("id") == self._serial:
                assert message["type"] == "success", f"{method} : {message.get('error')} {message.get('message')}"
                return message["result"]

    def new_tab(self, alone: bool = False) -> Tab:
        more = {"userContext": self.send("browser.createUserContext")["userContext"]} if alone else {}
        return Tab(self, self.send("browsingContext.create", type="tab", **more)["context"])

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()


class Tab:
    def __init__(self, firefox: Firefox, context: str):
        self._firefox = firefox
        self._context = context

    def open(self, address: str, ready: str = "document.readyState === 'complete'") -> Tab:
        self._firefox.send("browsingContext.navigate", context=self._context, url=address, wait="complete")
        self.wait(ready)
        return self

    def run(self, expression: str) -> Any:
        """Value of a JavaScript expression (JSON only)."""
        done = self._firefox.send("script.evaluate", expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value ?? null))",
                                  target={"context": self._context}, awaitPromise=True)
        assert done["type"] == "success", done
        return json.loads(done["result"]["value"])

    def wait(self, expression: str) -> None:
        end = time.monotonic() + PATIENCE
        while not self.run(f"Boolean({expression})"):
            assert time.monotonic() < end, f"toujours faux : {expression}"
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        """A real press of the mouse at the centre of the element."""
        found = self._locate(selector)
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{ block: 'center' }})")
        origin = {"type": "element", "element": found}
        self._firefox.send("input.performActions", context=self._context, actions=[{"type": "pointer", "id": "mouse", "actions": [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]}])

    def type(self, text: str) -> None:
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        self._firefox.send("input.performActions", context=self._context, actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    def press(self, letter: str) -> None:
        """The letter with the Control key held: select all, cut, paste."""
        held = [("keyDown", CONTROL), ("keyDown", letter), ("keyUp", letter), ("keyUp", CONTROL)]
        self._firefox.send("input.performActions", context=self._context, actions=[{"type": "key", "id": "keyboard", "actions": [
            {"type": kind, "value": sign} for kind, sign in held]}])

    def write(self, selector: str, text: str) -> None:
        """Over what the field holds; then leaves it."""
        self.click(selector)
        self.press("a")
        self.type(text + TAB)

    def choose_file(self, selector: str, path: Path) -> None:
        self._firefox.send("input.setFiles", context=self._context, element=self._locate(selector), files=[str(path)])

    def text(self, selector: str) -> str:
        return self.run(f"document.querySelector({json.dumps(selector)}).innerText")

    def _locate(self, selector: str) -> dict:
        nodes = self._firefox.send("browsingContext.locateNodes", context=self._context, locator={"type": "css", "value": selector}, maxNodeCount=1)["nodes"]
        assert nodes, f"absent de la page : {selector}"
        return {"sharedId": nodes[0]["sharedId"]}


class _WebSocket:
    """The little of RFC 6455 that a client of this machine needs: whole text messages."""

    def __init__(self, host: str, port: int):
        self._stream = socket.create_connection((host, port), timeout=PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        self._stream.sendall((f"GET /session HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                              f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self._file = self._stream.makefile("rb")
        status = self._file.readline()
        assert b" 101 " in status, status
        while self._file.readline().strip():
            pass

    def send(self, text: str) -> None:
        data, mask = text.encode(), os.urandom(4)
        size = len(data)
        head = bytes([0x81, 0x80 | size]) if size < 126 else struct.pack("!BBH", 0x81, 0xFE, size) if size < 65536 else struct.pack("!BBQ", 0x81, 0xFF, size)
        masked = bytes(byte ^ mask[rank % 4] for rank, byte in enumerate(data))
        self._stream.sendall(head + mask + masked)

    def receive(self) -> str:
        parts = []
        while True:
            first, second = self._file.read(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack("!H", self._file.read(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", self._file.read(8))
            data = self._file.read(size)
            if first & 0x0F in (0, 1):
                parts.append(data)
                if first & 0x80:
                    return b"".join(parts).decode()
            assert first & 0x0F != 8, "Firefox a fermé la connexion"
