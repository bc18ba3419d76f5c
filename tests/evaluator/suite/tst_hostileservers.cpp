// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedserver.h"

#include <suite/suitereports.h>
#include <suite/suiterunner.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// One request with one check.
HttpSuite oneCall(const QString &method = u"GET"_s)
{
    HttpSuite suite;
    suite.name = u"one"_s;
    suite.calls.push_back(
        {.group = {}, .name = u"Call"_s, .method = method, .path = u"/x"_s, .headers = {}, .body = {}});
    suite.calls.back().checks.push_back({.name = u"ok"_s, .kind = CheckKind::Status, .value = 200});
    return suite;
}

SuiteTarget target(const ScriptedServer &server, std::chrono::milliseconds timeout = std::chrono::milliseconds(5000))
{
    SuiteTarget target;
    target.baseUrl = server.baseUrl();
    target.timeout = timeout;
    target.longest = timeout;
    return target;
}

/// "status passed/total error".
QString printed(const Result<SuiteResult> &result)
{
    if (!result)
        return result.error().message;
    const auto &exchange = result->exchanges.front();
    return u"%1 %2/%3 %4"_s.arg(exchange.status ? QString::number(*exchange.status) : u"-"_s)
        .arg(result->passed())
        .arg(result->total())
        .arg(exchange.error)
        .trimmed();
}

const QByteArray okHead = "HTTP/1.1 200 OK\r\n";
const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

} // namespace

class tst_HostileServers : public QObject
{
    Q_OBJECT

private slots:
    void endlessThings_data();
    void endlessThings();
    void redirectLoop();
    void resetIsNotSentAgain();
    void nobodyListens();
    void hugeBodiesAreCut();
    void nestedBodies();
    void cancelling();
    void cancellingAtTheStart();
    void probes();
};

void tst_HostileServers::endlessThings_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QString>("expected");
    const QByteArray zeros(65536, 'x');
    const auto tooLong = u"- 0/1 The answer is longer than 16 MiB."_s;
    const auto late = u"- 0/1 The server gave no complete answer in time."_s;

    QTest::newRow("1 GB announced") << okHead + "Content-Length: 1000000000\r\n\r\n" << zeros << tooLong;
    QTest::newRow("endless body") << okHead + "\r\n" << zeros << tooLong;
    QTest::newRow("endless chunks") << okHead + "Transfer-Encoding: chunked\r\n\r\n"
                                    << QByteArray("10000\r\n" + zeros + "\r\n") << tooLong;
    QTest::newRow("endless chunk size") << okHead + "Transfer-Encoding: chunked\r\n\r\n"
                                        << QByteArray(1000, '0') << u"- 0/1 The answer's chunks are broken."_s;
    QTest::newRow("endless headers") << okHead << QByteArray("X-More: and more\r\n").repeated(100)
                                     << u"- 0/1 The answer's head is longer than 16 KiB."_s;
    QTest::newRow("endless status line") << QByteArray("HTTP/1.1 200 ") << zeros
                                         << u"- 0/1 The answer's head is longer than 16 KiB."_s;
    QTest::newRow("endless interim answers")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << late;
    QTest::newRow("silence") << QByteArray() << QByteArray() << late;
}

void tst_HostileServers::endlessThings()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, piece);
    QFETCH(QString, expected);
    const ScriptedServer server([&](QTcpSocket &socket) { ScriptedServer::writeForever(socket, first, piece); });
    const auto timeout = std::chrono::milliseconds(expected.contains(u"in time") ? 150 : 60'000);
    QCOMPARE(printed(runSuite(oneCall(), target(server, timeout), Progress())), expected);
}

void tst_HostileServers::redirectLoop()
{
    const ScriptedServer server([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 302 Found\r\nLocation: /api/again\r\nContent-Length: 0\r\n\r\n");
    });
    QCOMPARE(
        printed(runSuite(oneCall(), target(server), Progress())), u"- 0/1 The server redirects more than 10 times."_s);
    QCOMPARE(server.requests(), 11);
}

void tst_HostileServers::resetIsNotSentAgain()
{
    for (const auto &method : {u"POST"_s, u"GET"_s, u"DELETE"_s}) {
        const ScriptedServer server([](QTcpSocket &socket) { socket.abort(); });
        const auto result = runSuite(oneCall(method), target(server), Progress());
        QCOMPARE(result->passed(), 0);
        QVERIFY(!result->exchanges.front().error.isEmpty());
        QCOMPARE(server.requests(), 1);
    }
}

void tst_HostileServers::nobodyListens()
{
    SuiteTarget nobody;
    nobody.baseUrl = u"http://127.0.0.1:1/api"_s;
    const auto suite = *builtInSuite(u"conduit"_s);
    const auto result = runSuite(suite, nobody, Progress());
    QCOMPARE(u"%1 of %2"_s.arg(result->passed()).arg(result->total()), u"0 of 290"_s);
    QCOMPARE(result->exchanges.front().error, u"Nothing listens at 127.0.0.1:1."_s);
    nobody.baseUrl = u"localhost:8080"_s;
    QCOMPARE(runSuite(suite, nobody, Progress()).error().kind, ErrorKind::InvalidInput);
}

void tst_HostileServers::hugeBodiesAreCut()
{
    const QByteArray body = '"' + QByteArray(1'000'000, 'x') + '"';
    const ScriptedServer server([&](QTcpSocket &socket) {
        socket.write(okHead + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
    const auto result = runSuite(oneCall(), target(server), Progress());
    const auto &answer = result->exchanges.front().answer;
    QCOMPARE(answer.body.size(), 65536);
    QCOMPARE(answer.bodySize, body.size());
    QVERIFY(answer.isCut());
}

void tst_HostileServers::nestedBodies()
{
    auto suite = oneCall();
    suite.calls.front().checks = {{.name = u"x"_s, .kind = CheckKind::Present, .at = u"x"_s},
        {.name = u"y"_s, .kind = CheckKind::Integer, .at = u"y"_s}};
    const QByteArray nest = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
    const QByteArray body = "{\"x\":" + nest + ",\"y\":3}";
    const ScriptedServer server([&](QTcpSocket &socket) {
        socket.write(okHead + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
    QCOMPARE(printed(runSuite(suite, target(server), Progress())), u"200 2/2"_s);
}

void tst_HostileServers::cancelling()
{
    const ScriptedServer server([](QTcpSocket &socket) { socket.write(okAnswer.first(20)); });
    int asked = 0;
    const Progress progress([&asked] { return ++asked > 4; });
    QCOMPARE(runSuite(oneCall(), target(server, std::chrono::hours(1)), progress).error().kind, ErrorKind::Cancelled);
}

void tst_HostileServers::cancellingAtTheStart()
{
    const ScriptedServer server([](QTcpSocket &socket) { socket.write(okAnswer); });
    const Progress progress([] { return true; });
    QCOMPARE(runSuite(oneCall(), target(server), progress).error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.requests(), 0);
}

void tst_HostileServers::probes()
{
    const ScriptedServer server(
        [](QTcpSocket &socket) { socket.write("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"); });
    QCOMPARE(probe(server.baseUrl(), std::chrono::seconds(5), Progress()), Result<int>(503));
    QCOMPARE(probe(u"http://127.0.0.1:1/"_s, std::chrono::seconds(5), Progress()).error().kind, ErrorKind::Unreadable);
}

QTEST_GUILESS_MAIN(tst_HostileServers)
#include "tst_hostileservers.moc"
