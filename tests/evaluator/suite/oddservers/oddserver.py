#!/usr/bin/env python3
# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that answers the Conduit suite oddly, a row of oddities.py for each base URL http://127.0.0.1:PORT/N/api.

Prints its port. GET /rows lists the rows; GET /N/wire gives what was asked under row N, as lines, and forgets it.
Ends with its standard input."""

import json
import os
import socket
import struct
import sys
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import conduit  # noqa: E402
import oddities  # noqa: E402

NAMES = list(oddities.ROWS)
SHOWN = ("authorization", "content-length", "cookie", "referer")
USUAL = {"accept-encoding": "gzip, deflate, br", "connection": "keep-alive", "content-type": "application/json",
         "x-requested-with": "XMLHttpRequest"}


def wire_line(method, target, headers, body, port):
    """A request as a line: what decides verdicts, of the usual headers only those that are not as usual."""
    found = dict(headers)
    parts = ["%s %s" % (method, target)]
    parts += ["%s: %s" % (name, found.get(name, "-")) for name, usual in USUAL.items() if found.get(name) != usual]
    parts += ["%s: %s" % header for header in sorted(headers) if header[0] in SHOWN]
    parts += [body.decode("latin-1")] if body else []
    line = " | ".join(parts).replace(":%d" % port, ":PORT")
    return line if len(line) <= 400 else "%s… (%d)" % (line[:400], len(line))


class Exchange:
    """One request, and the means to answer it."""

    def __init__(self, connection, method, target, headers, body, base, number):
        self.connection, self.method, self.target, self.headers, self.request_body = connection, method, target, headers, body
        self.base, self.number = base, number
        self.path = target[len(base):] or "/"
        plain = self.path.replace("/moved", "", 1)
        if plain.startswith("/hop"):
            plain = "/" + plain[1:].partition("/")[2]
        self.status, self.value = conduit.answer(method, plain)

    def header(self, name):
        return dict(self.headers).get(name)

    def bytes(self, value=None):
        return json.dumps(self.value if value is None else value, separators=(",", ":")).encode()

    def open_head(self, status, headers, content_type=True):
        lines = ["HTTP/1.1 %d Odd" % status]
        if content_type and not any(name == "Content-Type" for name, _ in headers):
            lines.append("Content-Type: application/json")
        lines += ["%s: %s" % header for header in headers]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")

    def head(self, status, body, headers, content_type=True):
        return self.open_head(status, list(headers) + [("Content-Length", str(len(body)))], content_type)

    def send(self, status, body, headers=()):
        self.raw(self.head(status, body, list(headers)) + (b"" if self.method == "HEAD" else body))

    def raw(self, data):
        self.connection.sendall(data)

    def raw_slowly(self, data, step, pause):
        for at in range(0, len(data), step):
            self.raw(data[at:at + step])
            time.sleep(pause)

    def close(self):
        self.connection.close()

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


class Server:
    def __init__(self):
        self.lock = threading.Lock()
        self.wire = {}
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        pending = b""
        try:
            while True:
                while b"\r\n\r\n" not in pending:
                    more = connection.recv(65536)
                    if not more:
                        return
                    pending += more
                head, _, pending = pending.partition(b"\r\n\r\n")
                lines = head.decode("latin-1").split("\r\n")
                headers = [(n.lower(), v.strip()) for n, _, v in (line.partition(":") for line in lines[1:])]
                length = int(dict(headers).get("content-length", "0"))
                while len(pending) < length:
                    pending += connection.recv(65536)
                body, pending = pending[:length], pending[length:]
                method, target = lines[0].split(" ")[0], " ".join(lines[0].split(" ")[1:-1])
                self.answer(connection, method, target, headers, body)
                if connection.fileno() < 0:
                    return
        except OSError:
            pass
        finally:
            connection.close()

    def answer(self, connection, method, target, headers, body):
        parts = target.split("/")
        if target == "/rows":
            rows = [{"name": name, "timeout": oddities.TIMEOUTS.get(name)} for name in NAMES]
            return Exchange(connection, method, target, headers, body, "", 0).send(200, json.dumps(rows).encode())
        row = int(parts[1])
        if parts[2:] == ["wire"]:
            with self.lock:
                lines = self.wire.pop(row, [])
            return Exchange(connection, method, target, headers, body, "", 0).send(200, json.dumps(lines).encode())
        with self.lock:
            lines = self.wire.setdefault(row, [])
            lines.append(wire_line(method, target, headers, body, self.port))
            number = len(lines)
        oddities.ROWS[NAMES[row]](Exchange(connection, method, target, headers, body, "/%d/api" % row, number))


if __name__ == "__main__":
    server = Server()
    print(server.port, flush=True)
    threading.Thread(target=server.run, daemon=True).start()
    sys.stdin.read()
