// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/contentcoding.h>
#include <suite/filledtext.h>
#include <suite/httpanswerparser.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longest = qint64{1024} * 1024;

QString printed(HttpAnswerParser &parser, HttpAnswerParser::State state)
{
    if (state == HttpAnswerParser::State::Reading)
        return u"reading"_s;
    if (state == HttpAnswerParser::State::Broken)
        return parser.fault();
    const auto answer = parser.takeAnswer();
    return u"%1 %2 [%3]%4"_s.arg(answer.status)
        .arg(QString::fromLatin1(answer.reason), QString::fromLatin1(answer.body),
            answer.keepsConnection ? u" kept"_s : QString());
}

/// An answer fed in pieces of `step` bytes, then closed if it is not complete.
QString parsed(const QByteArray &bytes, qsizetype step)
{
    HttpAnswerParser parser(false, longest);
    auto state = HttpAnswerParser::State::Reading;
    for (qsizetype at = 0; at < bytes.size() && state == HttpAnswerParser::State::Reading; at += step)
        state = parser.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
    if (state == HttpAnswerParser::State::Reading)
        state = parser.finish();
    return printed(parser, state);
}

} // namespace

class tst_HttpAnswerParser : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void boundsAreKept();
    void codings();
    void whatComesAfterACoding();
    void texts();
    void addresses();
};

void tst_HttpAnswerParser::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto closed = u"The server closed the connection in the middle of its answer."_s;

    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") << u"200 OK [{}] kept"_s;
    QTest::newRow("closing") << QByteArray("HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 2\r\n\r\n{}")
                             << u"200 OK [{}]"_s;
    QTest::newRow("until closed") << QByteArray("HTTP/1.1 200\r\n\r\n{}") << u"200  [{}]"_s;
    QTest::newRow("chunks") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\nX: y\r\n\r\n")
                            << u"200 OK [{}] kept"_s;
    QTest::newRow("continue") << QByteArray(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
                              << u"201 Created [] kept"_s;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << u"204 No Content [] kept"_s;
    QTest::newRow("short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}") << closed;
    QTest::newRow("cut head") << QByteArray("HTTP/1.1 200 OK\r\nConte") << closed;
    QTest::newRow("nothing") << QByteArray() << u"The server closed the connection without an answer."_s;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << u"What the server sent is no HTTP answer."_s;
    QTest::newRow("bad header") << QByteArray("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")
                                << u"The answer has a broken header."_s;
    QTest::newRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2x\r\n\r\n{}")
                                << u"The answer's length is no number."_s;
    QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                               << u"The answer's chunks are broken."_s;
    QTest::newRow("too long") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
                              << u"The answer is longer than 1 MiB."_s;
}

void tst_HttpAnswerParser::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(parsed(bytes, 65536), expected);
    QCOMPARE(parsed(bytes, 1), expected);
    QCOMPARE(parsed(bytes, 7), expected);
}

void tst_HttpAnswerParser::boundsAreKept()
{
    const QByteArray line = "X-Header: " + QByteArray(1000, 'x') + "\r\n";
    QCOMPARE(parsed("HTTP/1.1 200 OK\r\n" + line.repeated(20), 100), u"The answer's head is longer than 16 KiB."_s);
    QCOMPARE(
        parsed("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(longest + 1, 'x'), 65536), u"The answer is longer than 1 MiB."_s);
    const QByteArray chunk = "10000\r\n" + QByteArray(65536, 'x') + "\r\n";
    QCOMPARE(parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeated(17), 65536),
        u"The answer is longer than 1 MiB."_s);
    QCOMPARE(parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(100'000, '0'), 65536),
        u"The answer's chunks are broken."_s);
    QCOMPARE(parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + line.repeated(50), 65536),
        u"The answer's chunks are broken."_s);
}

void tst_HttpAnswerParser::codings()
{
    const QByteArray text = "{\"tags\":[]}";
    const auto packed = qCompress(text).sliced(4);
    QCOMPARE(decodedBody(packed, "deflate", longest), Result<QByteArray>(text));
    QCOMPARE(decodedBody(text, "identity", longest), Result<QByteArray>(text));
    QCOMPARE(decodedBody(text, "gzip", longest).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(decodedBody(text, "br", longest).error().kind, ErrorKind::InvalidInput);
    const auto bomb = qCompress(QByteArray(64 * longest, '\0')).sliced(4);
    QCOMPARE(decodedBody(bomb, "deflate", longest).error().kind, ErrorKind::Refused);
}

/// As Node's zlib, which the study's runner uses: gzip goes on with further members, the others end once.
void tst_HttpAnswerParser::whatComesAfterACoding()
{
    const QByteArray text = "{\"tags\":[]}";
    const auto deflated = qCompress(text).sliced(4);
    const auto gzip = QByteArray::fromHex("1f8b0800000000000203ab562a494c2f56b28a8ead050026035aea0b000000");
    QCOMPARE(decodedBody(gzip, "gzip", longest), Result<QByteArray>(text));
    QCOMPARE(decodedBody(gzip + gzip, "gzip", longest), Result<QByteArray>(text + text));
    QCOMPARE(decodedBody(gzip + QByteArray(3, '\0'), "gzip", longest), Result<QByteArray>(text));
    QCOMPARE(decodedBody(gzip + "junk", "gzip", longest).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(decodedBody(deflated + "junk", "deflate", longest), Result<QByteArray>(text));
    QCOMPARE(decodedBody(deflated + deflated, "deflate", longest), Result<QByteArray>(text));
}

void tst_HttpAnswerParser::texts()
{
    const std::map<QString, QString> variables{{u"A"_s, u"1"_s}, {u"B"_s, u"{{A}}2"_s},
        {u"LOOP"_s, u"{{LOOP}}{{LOOP}}"_s}, {u"NONE"_s, QString()}, {u"SELF"_s, u"{{SELF}}"_s}};
    QCOMPARE(filledText(u"/x/{{A}}/{{B}}/{{C}}"_s, variables), u"/x/1/12/{{C}}"_s);
    QCOMPARE(filledText(u"{{NONE}}"_s, variables), QString());
    QCOMPARE(filledText(u"{{A"_s, variables), u"{{A"_s);
    QCOMPARE(filledText(u"{{SELF}}"_s, variables), u"{{SELF}}"_s);
    QVERIFY(filledText(u"{{LOOP}}"_s, variables).size() < 20'000'000);
}

void tst_HttpAnswerParser::addresses()
{
    QStringList found;
    for (const auto &text :
        {u"http://localhost:8080/api"_s, u"http://127.0.0.1"_s, u"http://h?x=1"_s, u"HTTP://H/a b#c"_s, u"https://h/"_s,
            u"http:///x"_s, u"http://h:99999/"_s, u"http://user@h/"_s, u"ftp://h"_s, QString()}) {
        const auto url = wireUrl(text);
        found.append(url ? QString::fromLatin1(url->authority + ' ' + url->target) : u"refused"_s);
    }
    QCOMPARE(found,
        QStringList({u"localhost:8080 /api"_s, u"127.0.0.1 /"_s, u"h /?x=1"_s, u"h /a%20b"_s, u"refused"_s,
            u"refused"_s, u"refused"_s, u"refused"_s, u"refused"_s, u"refused"_s}));
}

QTEST_GUILESS_MAIN(tst_HttpAnswerParser)
#include "tst_httpanswerparser.moc"
