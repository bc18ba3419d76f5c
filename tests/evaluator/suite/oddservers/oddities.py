# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the odd server. An oddity is a function from an Exchange to nothing: it writes the answer itself, with the
exchange's helpers. Rows with a time-out of their own (milliseconds) need the server to be slower than that."""

import gzip
import json
import time
import zlib

ROWS = {}
TIMEOUTS = {}


def row(name, act, timeout=None):
    assert name not in ROWS, name
    ROWS[name] = act
    if timeout:
        TIMEOUTS[name] = timeout


# Bodies -------------------------------------------------------------------------------------------------------------

def with_body(make):
    """The right status over bytes made from the right ones."""
    return lambda x: x.send(x.status, make(x.bytes()))


def changed(change):
    """The right answer with its JSON value changed in place (or replaced, where something is given back)."""
    def act(x):
        value = change(x.value)
        x.send(x.status, x.bytes(x.value if value is None else value))
    return act


def put(path, text):
    """Puts a raw JSON text at a path wherever the answer has it."""
    keys = path.split(".")

    def act(x):
        places = [x.value]
        if isinstance(x.value, dict) and isinstance(x.value.get("articles"), list):
            places += [{"article": one} for one in x.value["articles"]]
        for place in places:
            for key in keys[:-1]:
                place = place.get(key) if isinstance(place, dict) else None
            if isinstance(place, dict) and keys[-1] in place:
                place[keys[-1]] = "@@HERE@@"
        x.send(x.status, x.bytes().replace(b'"@@HERE@@"', text if isinstance(text, bytes) else text.encode()))
    return act


def drop(path):
    keys = path.split(".")

    def change(value):
        place = value
        for key in keys[:-1]:
            place = place.get(key) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place.pop(keys[-1], None)
    return changed(change)


row("right", lambda x: x.send(x.status, x.bytes()))
row("status 404 and errors", lambda x: x.send(404, b'{"errors":{"body":["nothing here"]}}'))
row("status 500 over right bodies", lambda x: x.send(500, x.bytes()))
row("status 204 throughout", lambda x: x.raw(b"HTTP/1.1 204 No Content\r\n\r\n"))
row("status 205 over right bodies", lambda x: x.send(205, x.bytes()))
row("status 299", lambda x: x.send(299, x.bytes()))
row("status 600", lambda x: x.send(600, x.bytes()))
row("status 999", lambda x: x.send(999, x.bytes()))
row("status 401 with challenge", lambda x: x.send(401, x.bytes(), [("WWW-Authenticate", "Basic realm=x")]))

for name, body in {
        "null": b"null", "null with space": b" \n null\t", "empty body": b"", "empty object": b"{}", "empty list": b"[]",
        "a string": b'"text"', "a number": b"5", "false": b"false", "HTML": b"<!doctype html><p>Hello",
        "white space alone": b"  \n", "BOM alone": b"\xef\xbb\xbf", "undefined": b"undefined", "a word": b"hello"}.items():
    row("body: " + name, with_body(lambda _, body=body: body))

row("BOM", with_body(lambda b: b"\xef\xbb\xbf" + b))
row("two BOMs", with_body(lambda b: b"\xef\xbb\xbf\xef\xbb\xbf" + b))
row("space around", with_body(lambda b: b" \r\n\t" + b + b"\n\n "))
row("form feed in front", with_body(lambda b: b"\x0c" + b))
row("no-break space behind", with_body(lambda b: b + b"\xc2\xa0"))
row("NUL behind", with_body(lambda b: b + b"\0"))
row("trailing comma", with_body(lambda b: b[:-1] + b",}"))
row("trailing text", with_body(lambda b: b + b" x"))
row("two values", with_body(lambda b: b + b"{}"))
row("cut off", with_body(lambda b: b[:-1]))
row("comment", with_body(lambda b: b"/* hello */" + b))
row("single quotes", with_body(lambda b: b.replace(b'"', b"'")))
row("equal keys, last wins", with_body(lambda b: b'{"user":1,"article":1,"articles":1,' + b[1:]))
row("equal keys, last is wrong", with_body(
    lambda b: b[:-1] + b',"user":1,"article":1,"articles":1,"tags":1,"comment":1}'))
row("escaped keys", with_body(lambda b: b.replace(b'"user"', b'"\\u0075ser"').replace(b'"tags"', b'"t\\u0061gs"')))
row("bad UTF-8", with_body(lambda b: b.replace(b"Speak", b"\xff\xfe\xc3Speak").replace(b"user@", b"\xe2\x82user@")))
row("bad UTF-8 in keys", with_body(lambda b: b.replace(b'"bio"', b'"b\xffio"')))
row("overlong and surrogate bytes", with_body(lambda b: b.replace(b"Speak", b"\xc0\xaf\xed\xa0\x80")))
row("lone surrogate escape", with_body(lambda b: b.replace(b"Speak", b"\\ud800")))
row("bad escape", with_body(lambda b: b.replace(b"Speak", b"\\q")))
row("short escape", with_body(lambda b: b.replace(b"Speak", b"\\u12")))
row("line feed in a string", with_body(lambda b: b.replace(b"Speak", b"a\nb")))
row("tab in a string", with_body(lambda b: b.replace(b"user", b"us\ter")))
row("DEL and U+2028 in a string", with_body(lambda b: b.replace(b"Speak", b"\x7f\xe2\x80\xa8")))
row("nested 3000 deep", with_body(lambda b: b'{"x":' + b"[" * 3000 + b"]" * 3000 + b"," + b[1:]))
row("nested 3000 deep, open", with_body(lambda b: b'{"x":' + b"[" * 3000 + b"," + b[1:]))
row("key __proto__", with_body(lambda b: b'{"__proto__":{"user":1,"tags":[]},' + b[1:]))
row("inherited only", with_body(lambda b: b'{"__proto__":' + b + b"}"))
row("one megabyte", with_body(lambda b: b'{"x":"' + b"y" * 1000000 + b'",' + b[1:]))

# Numbers ------------------------------------------------------------------------------------------------------------

for text in ["1.0", "1e2", "1E+2", "1e-400", "0.5", '"1"', "1e400", "-1e400", "-0", "-0.0", "1e21", "9007199254740993",
             "123456789012345678901234567890", "01", "+1", ".5", "1.", "1e", "-", "NaN", "Infinity", "0x10", "1_0", "true",
             "null", "[]", "[1]", "{}", "1.5e1", "15e-1", "0e5", "0.0000001e7"]:
    row("articlesCount " + text, put("articlesCount", text))
for text in ['"1"', '"0"', '""', '" 1 "', '"0x1"', '"0b1"', '"1e-1"', '"1_0"', '"abc"', '"-1"', '"+1"', '".5"', '"."',
             '"Infinity"', '"infinity"', '"1e400"', '"\\u00a01\\ufeff"', '"\\u00851"', "true", "false", "null", "[]", "[1]",
             "[[2]]", "[1,2]", '["3"]', "[null]", "[true]", "{}", "1e400", "0.5", "-1", "1e-400", "2"]:
    row("favoritesCount " + text, put("article.favoritesCount", text))
for text in ["1", '"true"', "null", "[true]"]:
    row("favorited " + text, put("article.favorited", text))
    row("following " + text, put("profile.following", text))

# Shapes -------------------------------------------------------------------------------------------------------------

for text in ['"text"', "5", "0", "false", "true", "null", "[]", '""', "{}"]:
    for key in ("user", "article", "articles", "comment", "profile", "tags", "comments"):
        if key in ("user", "articles", "article") or text in ("null", '"text"', "{}"):
            row(key + " is " + text, put(key, text))
for text in ["[null]", "[false]", '[""]', '["abc"]', "[[]]", "[0]", '{"0":%s}', '{"0":null}', '{"length":1}', "[{}]"]:
    def act(x, text=text):
        first = json.dumps(x.value["articles"][0]) if isinstance(x.value, dict) and "articles" in x.value else "{}"
        put("articles", text.replace("%s", first))(x)
    row("articles is " + text, act)
for text in ["null", '"a, b"', "{}", '{"length":0}']:
    row("tagList is " + text, put("article.tagList", text))
for path in ("user.bio", "user.token", "article.slug", "article.tagList", "comment.id", "articlesCount", "articles",
             "article.favoritesCount", "profile.following", "tags"):
    row("without " + path, drop(path))

# Captures -----------------------------------------------------------------------------------------------------------

for text in ["null", '""', '"0"', "0", "false", "true", "12.50", "1e21", "1e-7", "123456789012345680000", "{}", '{"a":1}',
             "[]", '["x"]', '"two words"', '"{{USERNAME}}"', '"{{token}}"', '"t\\u00f6k"', '"a\\tb"', '"tok,en;"']:
    row("token " + text, put("user.token", text))
SLUGS = ["null", '""', '"a b"', '" a "', '"\\u00e4\\u00f6"', '"\\u65e5\\u672c"', '"a?b"', '"a#b"', '"a%20b"', '"a%zz"', '"a%"',
         '"a/b"', '"/a"', '"a/"', '"../x"', '"./x"', '"a\\\\b"', '"a\\"b"', '"<b>"', '"{{USERNAME}}"', '"{{unknown}}"', '"{{"',
         '"a|b^c`d"', '"it\'s"', '"a&b=c+d"', '"a;b,c"', '"a:b@c"', '"(a)[b]*!$~"', '"{a}"', '"a\\nb"', '"a\\tb"', '"\\u007f"',
         '"\\ud83d\\ude00"', '"?"', '"#"', '"?x=a b"', '"?x=\\u00e4&y=(1)*\'"', '"?x=%41%zz"', "0", "12.50", "1e21", "1e-7", "-0", "true", "false", "[]", '["a","b"]', "[1,[2,null]]", "{}",
         '{"a":1}', '"' + "x" * 3000 + '"']
for text in SLUGS:
    row("slug " + text[:40], put("article.slug", text))
for text in ["null", "0", "12.50", '"a b"', '""', '"uuid-1"', "[]", "{}", "false", '"a/b"', "-5", "1e400"]:
    row("comment id " + text, put("comment.id", text))

# Redirects ----------------------------------------------------------------------------------------------------------


def redirecting(status, place):
    def act(x):
        if "/moved" in x.target:
            x.send(x.status, x.bytes())
        else:
            x.send(status, b"{}", [("Location", place(x))])
    return act


def moved(x):
    return x.base + "/moved" + x.path


for status in (300, 301, 302, 303, 304, 305, 307, 308, 399):
    row("redirect %d" % status, redirecting(status, moved))
row("redirect 302, absolute", redirecting(302, lambda x: "http://" + x.header("host") + moved(x)))
row("redirect 307, absolute", redirecting(307, lambda x: "http://" + x.header("host") + moved(x)))
row("redirect 302, by another name", redirecting(
    302, lambda x: "http://" + x.header("host").replace("127.0.0.1", "localhost") + moved(x)))
row("redirect 302, scheme left out", redirecting(302, lambda x: "//" + x.header("host") + moved(x)))
row("redirect 302, relative", redirecting(302, lambda x: "./moved/" + x.path.split("?")[0].split("/")[-1] + "?q=1"))
row("redirect 302, query alone", redirecting(302, lambda x: "?moved=/moved"))
row("redirect 302, fragment", redirecting(302, lambda x: moved(x).split("?")[0] + "#there"))
row("redirect 302, spaces", redirecting(302, lambda x: x.base + "/moved/a b"))
row("redirect 302, umlauts", redirecting(302, lambda x: x.base + "/moved/ä"))
row("redirect 302, empty", redirecting(302, lambda x: ""))
row("redirect 302, https", redirecting(302, lambda x: "https://127.0.0.1:1" + moved(x)))
row("redirect 302, file", redirecting(302, lambda x: "file:///etc/passwd"))
row("redirect 302, nobody there", redirecting(302, lambda x: "http://127.0.0.1:1/"))
row("redirect 302 without a place", lambda x: x.send(302, x.bytes()))
row("redirect to itself", lambda x: x.send(302, b"", [("Location", x.target)]))


def counted(limit):
    def act(x):
        at = int(x.target.split("/hop")[1].split("/")[0]) if "/hop" in x.target else 0
        if at == limit:
            x.send(x.status, x.bytes())
        else:
            path = x.path.split("/hop")[0] if not at else x.path[len("/hop%d" % at):]
            x.send(307, b"", [("Location", x.base + "/hop%d" % (at + 1) + path)])
    return act


row("ten redirects", counted(10))
row("eleven redirects", counted(11))


def slashes(x):
    path, _, query = x.target.partition("?")
    if path.endswith("/"):
        x.send(x.status, x.bytes())
    else:
        x.send(301, b"", [("Location", path + "/" + ("?" + query if query else ""))])


row("redirect 301 to a slash", slashes)

# Encodings ----------------------------------------------------------------------------------------------------------

# `{"tags":[],"articles":[],"articlesCount":0}` by brotli
BROTLI = bytes.fromhex(
    "8b1580") + b'{"tags":[],"articles":[],"articlesCount":0}\n' + b"\x03"


def coded(coding, pack):
    return lambda x: x.send(x.status, pack(x.bytes()), [("Content-Encoding", coding)])


def raw_deflate(b):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(b) + packer.flush()


row("gzip", coded("gzip", gzip.compress))
row("gzip in capitals", coded("GZIP", gzip.compress))
row("gzip twice named", coded("gzip, gzip", gzip.compress))
row("x-gzip", coded("x-gzip", gzip.compress))
row("deflate", coded("deflate", zlib.compress))
row("deflate without a header", coded("deflate", raw_deflate))
row("brotli", coded("br", lambda b: BROTLI))
row("identity", coded("identity", lambda b: b))
row("unknown coding", coded("zstd", lambda b: b))
row("gzip that is none", coded("gzip", lambda b: b))
row("gzip cut off", coded("gzip", lambda b: gzip.compress(b)[:-12]))
row("gzip cut in its middle", coded("gzip", lambda b: gzip.compress(b)[:30]))
row("gzip without its sum", coded("gzip", lambda b: gzip.compress(b)[:-8]))
row("gzip with a wrong sum", coded("gzip", lambda b: gzip.compress(b)[:-8] + b"12345678"))
row("gzip in two members", coded("gzip", lambda b: gzip.compress(b[:10]) + gzip.compress(b[10:])))
row("gzip with more behind", coded("gzip", lambda b: gzip.compress(b) + b"more"))
row("gzip of nothing", coded("gzip", lambda b: b""))
row("brotli that is none", coded("br", lambda b: b))
row("brotli cut off", coded("br", lambda b: BROTLI[:20]))
row("deflate that is none", coded("deflate", lambda b: b))
row("charset latin1", lambda x: x.send(
    x.status, x.bytes().replace(b"Speak", b"\xe4"), [("Content-Type", "application/json; charset=latin1")]))
row("charset utf-16le", lambda x: x.send(
    x.status, x.bytes().decode().encode("utf-16-le"), [("Content-Type", "application/json; charset=utf-16le")]))
row("charset utf-16 with BOM", lambda x: x.send(
    x.status, x.bytes().decode().encode("utf-16"), [("Content-Type", "application/json; charset=utf-16")]))
row("charset unknown", lambda x: x.send(x.status, x.bytes(), [("Content-Type", "text/html; charset=klingon")]))
row("no content type", lambda x: x.raw(x.head(x.status, x.bytes(), [], content_type=False) + x.bytes()))

# Framing ------------------------------------------------------------------------------------------------------------


def chunks(parts, ending=b"0\r\n\r\n", extension=b""):
    return b"".join(b"%x%s\r\n%s\r\n" % (len(part), extension, part) for part in parts if part) + ending


def chunked(**how):
    def act(x):
        body = x.bytes()
        x.raw(x.open_head(x.status, [("Transfer-Encoding", "chunked")]) + chunks([body[:7], body[7:]], **how))
    return act


def plain(head, close=False):
    """An answer written out; %STATUS, %LENGTH and %BODY are filled in."""
    def act(x):
        body = x.bytes()
        text = head.replace(b"%STATUS", b"%d" % x.status).replace(b"%LENGTH", b"%d" % len(body))
        x.raw(text.replace(b"%BODY", body))
        if close:
            x.close()
    return act


row("chunked", chunked())
row("chunked with extensions and trailers", chunked(ending=b"0\r\nX-Sum: 1\r\n\r\n", extension=b";name=value"))
row("chunked, sizes in capitals", plain(
    b"HTTP/1.1 %STATUS X\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\nA\r\n         \n\r\n1\r\n}\r\n0\r\n\r\n"))
row("chunked without an end", lambda x: (chunked(ending=b"")(x), x.close()))
row("chunked, bad size", chunked(ending=b"zz\r\n\r\n"))
row("chunked, size of 30 digits", chunked(ending=b"1" * 30 + b"\r\n\r\n"))
row("chunked, no line behind a chunk", plain(b"HTTP/1.1 %STATUS X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n"))
row("chunked and gzip", lambda x: x.raw(
    x.open_head(x.status, [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")])
    + chunks([gzip.compress(x.bytes())])))
row("chunked and a length", plain(
    b"HTTP/1.1 %STATUS X\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
row("transfer encoding identity", plain(
    b"HTTP/1.1 %STATUS X\r\nTransfer-Encoding: identity\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("closed at the end", plain(b"HTTP/1.1 %STATUS X\r\n\r\n%BODY", close=True))
row("HTTP/1.0", plain(b"HTTP/1.0 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("HTTP/1.0, closed at the end", plain(b"HTTP/1.0 %STATUS X\r\n\r\n%BODY", close=True))
row("HTTP/1.0, kept", plain(b"HTTP/1.0 %STATUS X\r\nConnection: keep-alive\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("connection closed as announced", plain(
    b"HTTP/1.1 %STATUS X\r\nConnection: close\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("connection closed unannounced", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("body too short", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: 1%LENGTH\r\n\r\n%BODY", close=True))
row("body too long", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY garbage", close=True))
row("equal lengths twice", plain(
    b"HTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("two lengths", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\nContent-Length: 2\r\n\r\n%BODY", close=True))
row("length below zero", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: -1\r\n\r\n%BODY", close=True))
row("length with a plus", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: +%LENGTH\r\n\r\n%BODY", close=True))
row("length of 30 digits", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: " + b"1" * 30 + b"\r\n\r\n%BODY", close=True))
row("length that is a word", plain(b"HTTP/1.1 %STATUS X\r\nContent-Length: many\r\n\r\n%BODY", close=True))
row("lines end in LF", plain(b"HTTP/1.1 %STATUS X\nContent-Length: %LENGTH\n\n%BODY"))
row("no reason", plain(b"HTTP/1.1 %STATUS\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("no reason but a space", plain(b"HTTP/1.1 %STATUS \r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("reason in Latin-1", plain(b"HTTP/1.1 %STATUS sch\xf6n\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("status of two digits", plain(b"HTTP/1.1 20 X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("status of four digits", plain(b"HTTP/1.1 2000 X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("lower-case http", plain(b"http/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("HTTP/2.0", plain(b"HTTP/2.0 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("HTTP/1.2", plain(b"HTTP/1.2 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("HTTP/0.9", plain(b"%BODY", close=True))
row("ICY", plain(b"ICY 200 OK\r\n\r\n%BODY", close=True))
row("empty line first", plain(b"\r\nHTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("banner first", plain(b"220 mail.example ESMTP\r\n", close=True))
row("100 Continue first", plain(
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("103 Early Hints first", plain(
    b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("102 and 100 first", plain(
    b"HTTP/1.1 102 X\r\n\r\nHTTP/1.1 100 X\r\n\r\nHTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
# 101 Switching Protocols is left out: it ends newman itself.
row("header without a colon", plain(b"HTTP/1.1 %STATUS X\r\nnonsense\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("header with a space in its name", plain(
    b"HTTP/1.1 %STATUS X\r\nX Y: 1\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("header with a space before its colon", plain(
    b"HTTP/1.1 %STATUS X\r\nContent-Length : %LENGTH\r\n\r\n%BODY", close=True))
row("header without a value", plain(b"HTTP/1.1 %STATUS X\r\nX-Empty:\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("header without a name", plain(b"HTTP/1.1 %STATUS X\r\n: value\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("folded header", plain(b"HTTP/1.1 %STATUS X\r\nX-Long: a\r\n  b\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
row("control character in a header", plain(
    b"HTTP/1.1 %STATUS X\r\nX-Odd: a\x01b\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("NUL in a header", plain(b"HTTP/1.1 %STATUS X\r\nX-Odd: a\0b\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("CR in a header", plain(b"HTTP/1.1 %STATUS X\r\nX-Odd: a\rb\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("Latin-1 in a header", plain(b"HTTP/1.1 %STATUS X\r\nX-Odd: \xe4\r\nContent-Length: %LENGTH\r\n\r\n%BODY"))
for size in (10, 15, 17, 100):
    row("header of %d KiB" % size, plain(
        b"HTTP/1.1 %STATUS X\r\nX-Big: " + b"x" * (size * 1024) + b"\r\nContent-Length: %LENGTH\r\n\r\n%BODY", close=True))
row("head of 300 headers", plain(
    b"HTTP/1.1 %STATUS X\r\n" + b"".join(b"X-%d: v\r\n" % i for i in range(300)) + b"Content-Length: %LENGTH\r\n\r\n%BODY"))
row("two answers at once", plain(
    b"HTTP/1.1 %STATUS X\r\nContent-Length: %LENGTH\r\n\r\n%BODYHTTP/1.1 500 Y\r\nContent-Length: 2\r\n\r\n{}"))
row("half of it bytewise", lambda x: x.raw_slowly(x.head(x.status, x.bytes(), []) + x.bytes(), step=1, pause=0.00002))
row("closed without an answer", lambda x: x.close())
row("reset without an answer", lambda x: x.reset())
row("reset in the head", lambda x: (x.raw(b"HTTP/1.1 200 OK\r\nConte"), x.reset()))
row("reset in the body", lambda x: (x.raw(x.head(x.status, x.bytes(), []) + x.bytes()[:9]), x.reset()))
row("closed in the head", lambda x: (x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"), x.close()))
row("every third request reset", lambda x: x.reset() if x.number % 3 == 0 else x.send(x.status, x.bytes()))
row("POSTs reset", lambda x: x.reset() if x.method == "POST" else x.send(x.status, x.bytes()))

# Time ---------------------------------------------------------------------------------------------------------------


def some(act):
    """Only the requests without a token, so that a row does not take too long."""
    return lambda x: act(x) if x.path == "/tags" or x.path == "/users/login" else x.send(x.status, x.bytes())


row("no answer at all", some(lambda x: time.sleep(1.5)), timeout=600)
row("late answer", some(lambda x: (time.sleep(1.5), x.send(x.status, x.bytes()))), timeout=600)
row("slow but in time", some(lambda x: (time.sleep(0.1), x.send(x.status, x.bytes()))), timeout=3000)
row("drip of the head", some(lambda x: x.raw_slowly(x.head(x.status, x.bytes(), []) + x.bytes(), step=8, pause=0.1)), timeout=600)
row("drip of the body", some(lambda x: (x.raw(x.head(x.status, x.bytes(), [])), x.raw_slowly(x.bytes(), step=8, pause=0.1))),
    timeout=600)
row("body that never ends in time", some(lambda x: (x.raw(x.head(x.status, x.bytes(), []) + x.bytes()[:9]), time.sleep(1.5))),
    timeout=600)

# Cookies ------------------------------------------------------------------------------------------------------------


def needing(cookie, set_cookie):
    """Sets a cookie at registration and asks for it everywhere else."""
    def act(x):
        if x.path == "/users" and x.method == "POST" and x.number == 1:
            x.send(x.status, x.bytes(), [("Set-Cookie", line) for line in set_cookie])
        elif cookie in (x.header("cookie") or "").split("; "):
            x.send(x.status, x.bytes())
        else:
            x.send(401, b"{}")
    return act


row("cookie", needing("sid=1", ["sid=1"]))
row("cookie for all paths", needing("sid=1", ["sid=1; Path=/; HttpOnly; SameSite=Strict"]))
row("cookie for another path", needing("sid=1", ["sid=1; Path=/elsewhere"]))
row("cookie of a part of a path", needing("sid=1", ["sid=1; Path=/cook"]))
row("cookie that is over", needing("sid=1", ["sid=1; Path=/; Max-Age=0"]))
row("cookie of 1970", needing("sid=1", ["sid=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]))
row("cookie of 2090", needing("sid=1", ["sid=1; Path=/; Expires=Fri, 01 Dec 2090 00:00:00 GMT"]))
row("cookie for https", needing("sid=1", ["sid=1; Path=/; Secure"]))
row("cookie of another domain", needing("sid=1", ["sid=1; Path=/; Domain=example.org"]))
row("cookie of this domain", needing("sid=1", ["sid=1; Path=/; Domain=127.0.0.1"]))
row("cookie set twice", needing("sid=2", ["sid=1; Path=/", "sid=2; Path=/"]))
row("cookie taken back", needing("sid=1", ["sid=1; Path=/", "sid=; Path=/; Max-Age=0"]))
row("cookie with odd signs", needing("sid=a b,c\"d", ["sid=a b,c\"d; Path=/"]))
row("cookie without a name", needing("=1", ["=1; Path=/"]))
row("two cookies", needing("b=2", ["a=1; Path=/", "b=2; Path=/"]))
