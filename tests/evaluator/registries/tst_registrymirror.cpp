// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeregistry.h"

#include <registries/mirrorhub.h>

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <netinet/in.h>
#include <sys/socket.h>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// A socket as a sandbox would hand it out.
int listeningSocket(quint16 &port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), length);
    ::listen(descriptor, 64);
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length);
    port = ntohs(address.sin_port);
    return descriptor;
}

} // namespace

class TestRegistryMirror : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void addressesLeadBackToTheMirror();
    void freshAnswersAreNotAskedForAgain();
    void staleAnswersAreAskedAbout();
    void whatIsKeptServesWhenTheRegistryIsAway();
    void manyWantOneThingOnce();
    void whatMustNotBeKeptIsNotKept();
    void redirectsAreFollowed();
    void credentialsStayWithTheirHost();
    void registriesThatMisbehave_data();
    void registriesThatMisbehave();
    void requestsOneAfterTheOther();
    void lockFilesWithTheRegistrysOwnPath();
    void clientsThatMisbehave();
    void aSocketThatIsLeftIsClosed();
    void aSocketThatDoesNotListen();
    void theMirrorHasAThreadOfItsOwn();

private:
    QString get(const QString &path, const QByteArray &accept = {});
    QByteArray raw(const QByteArray &request);
    void openMirror(std::vector<RegistryRoute> routes);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeRegistry> m_registry;
    std::unique_ptr<MirrorHub> m_hub;
    MirrorLimits m_limits;
    quint16 m_port = 0;
    int m_socket = -1;
};

void TestRegistryMirror::init()
{
    m_hub.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<FakeRegistry>();
    m_limits = {.answerBytes = 1'000'000, .answerTime = std::chrono::milliseconds(1500)};
    openMirror({{.path = u"/"_s, .upstream = m_registry->url(), .rewrites = {{m_registry->url(), u"/"_s}}},
        {.path = u"/_files/"_s, .upstream = m_registry->url(u"files/"_s)}});
}

void TestRegistryMirror::openMirror(std::vector<RegistryRoute> routes)
{
    m_hub = std::make_unique<MirrorHub>(std::move(routes), m_folder->path(), m_limits);
    m_socket = listeningSocket(m_port);
    QVERIFY(m_hub->serve(m_socket));
}

/// Status, type and body of an answer of the mirror, with its port as PORT.
QString TestRegistryMirror::get(const QString &path, const QByteArray &accept)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path)));
    request.setTransferTimeout(std::chrono::seconds(20));
    if (!accept.isEmpty())
        request.setRawHeader("Accept", accept);
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toString();
    QString answer = status + u' ' + QString::fromLatin1(reply->rawHeader("Content-Type")) + u' '
        + QString::fromUtf8(reply->readAll()).trimmed();
    return answer.replace(QString::number(m_port), u"PORT"_s);
}

/// Everything that comes back for bytes sent as they are, until the mirror closes.
QByteArray TestRegistryMirror::raw(const QByteArray &request)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    QEventLoop loop;
    connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(request); });
    connect(&socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(20), &loop, &QEventLoop::quit);
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    loop.exec();
    return socket.readAll();
}

void TestRegistryMirror::addressesLeadBackToTheMirror()
{
    m_registry->answer(u"/koa"_s, "application/vnd.npm.install-v1+json",
        R"({"tarball":")" + m_registry->url().toUtf8() + R"(koa/-/koa-1.tgz"})");
    m_registry->answer(u"/koa/-/koa-1.tgz"_s, "application/octet-stream", m_registry->url().toUtf8());
    QCOMPARE(get(u"/koa"_s),
        u"200 application/vnd.npm.install-v1+json {\"tarball\":\"http://127.0.0.1:PORT/koa/-/koa-1.tgz\"}"_s);
    QCOMPARE(get(u"/koa/-/koa-1.tgz"_s), QString(u"200 application/octet-stream "_s + m_registry->url()));
    QCOMPARE(get(u"/@no%2fsuch"_s),
        u"404 text/plain; charset=utf-8 127.0.0.1 could not be fetched: "
        "the registry answers with status 404."_s);
    QCOMPARE(m_registry->asked(), QStringList({u"GET /koa"_s, u"GET /koa/-/koa-1.tgz"_s, u"GET /@no%2Fsuch"_s}));
}

void TestRegistryMirror::freshAnswersAreNotAskedForAgain()
{
    m_registry->answer(u"/a"_s, "application/json", "{}", "Cache-Control: public, max-age=300\r\n");
    m_registry->answer(u"/a.tgz"_s, "application/octet-stream", "bytes", "Cache-Control: max-age=0\r\n");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(get(u"/a"_s), u"200 application/json {}"_s);
        QCOMPARE(get(u"/a.tgz"_s), u"200 application/octet-stream bytes"_s);
    }
    QCOMPARE(get(u"/a"_s, "text/html"), u"200 application/json {}"_s);
    QCOMPARE(m_registry->asked(), QStringList({u"GET /a"_s, u"GET /a.tgz"_s, u"GET /a"_s}));
    QCOMPARE(m_hub->upstreamRequests(), 3);
}

void TestRegistryMirror::staleAnswersAreAskedAbout()
{
    int unchanged = 0;
    m_registry->on(u"/a"_s, [&unchanged](QTcpSocket &socket, const QByteArray &head) {
        if (head.toLower().contains("if-none-match: \"v1\"") && ++unchanged > 0)
            socket.write("HTTP/1.1 304 Not Modified\r\n\r\n");
        else
            socket.write("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 3\r\n\r\none");
    });
    for (int i = 0; i < 3; ++i)
        QCOMPARE(get(u"/a"_s), u"200  one"_s);
    QCOMPARE(m_registry->asked().size(), 3);
    QCOMPARE(unchanged, 2);
}

void TestRegistryMirror::whatIsKeptServesWhenTheRegistryIsAway()
{
    m_registry->answer(u"/a"_s, "application/json", "{}");
    QCOMPARE(get(u"/a"_s), u"200 application/json {}"_s);
    m_registry->answerStatus(u"/a"_s, 503);
    QCOMPARE(get(u"/a"_s), u"200 application/json {}"_s);
    m_registry.reset();
    QCOMPARE(get(u"/a"_s), u"200 application/json {}"_s);
    QCOMPARE(get(u"/b"_s), u"502 text/plain; charset=utf-8 127.0.0.1 could not be fetched: Connection refused."_s);
}

void TestRegistryMirror::manyWantOneThingOnce()
{
    m_registry->answer(u"/big.tgz"_s, "application/octet-stream", QByteArray(900'000, 'x'));
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    int whole = 0;
    QEventLoop loop;
    for (int i = 0; i < 40; ++i) {
        auto *socket = new QTcpSocket(&network);
        socket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        connect(socket, &QTcpSocket::connected, socket,
            [socket] { socket->write("GET /big.tgz HTTP/1.1\r\nConnection: close\r\n\r\n"); });
        connect(socket, &QTcpSocket::disconnected, &loop, [&, socket] {
            QVERIFY(socket->readAll().endsWith(QByteArray(900'000, 'x')));
            if (++whole == 40)
                loop.quit();
        });
        socket->connectToHost(QHostAddress::LocalHost, m_port);
    }
    loop.exec();
    QCOMPARE(m_registry->asked(), QStringList({u"GET /big.tgz"_s}));
}

void TestRegistryMirror::whatMustNotBeKeptIsNotKept()
{
    m_registry->answer(u"/a"_s, "text/plain", "secret", "Cache-Control: private, no-store\r\n");
    QCOMPARE(get(u"/a"_s), u"200 text/plain secret"_s);
    QCOMPARE(get(u"/a"_s), u"200 text/plain secret"_s);
    QCOMPARE(m_registry->asked().size(), 2);
}

void TestRegistryMirror::redirectsAreFollowed()
{
    m_registry->answerStatus(u"/a"_s, 302, "Location: /b\r\n");
    m_registry->answerStatus(u"/b"_s, 307, "Location: " + m_registry->url(u"c"_s).toUtf8() + "\r\n");
    m_registry->answer(u"/c"_s, "text/plain", "here");
    QCOMPARE(get(u"/a"_s), u"200 text/plain here"_s);
    QCOMPARE(m_registry->asked(), QStringList({u"GET /a"_s, u"GET /b"_s, u"GET /c"_s}));
}

void TestRegistryMirror::credentialsStayWithTheirHost()
{
    FakeRegistry elsewhere;
    elsewhere.answer(u"/c.tgz"_s, "text/plain", "here");
    m_registry->answerStatus(u"/c.tgz"_s, 302, "Location: " + elsewhere.url(u"c.tgz"_s).toUtf8() + "\r\n");
    openMirror({{.path = u"/"_s, .upstream = m_registry->url(), .authorization = "Bearer secret"}});
    QCOMPARE(get(u"/c.tgz"_s), u"200 text/plain here"_s);
    QVERIFY(m_registry->lastHead().toLower().contains("\r\nauthorization: bearer secret\r\n"));
    QVERIFY(!elsewhere.lastHead().contains("secret"));
}

void TestRegistryMirror::registriesThatMisbehave_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const QByteArray &answer, bool closes, const QString &told) {
        QTest::newRow(name) << answer << closes << told;
    };
    const auto to = [](const QByteArray &place) -> QByteArray {
        return QByteArray("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ") + place + "\r\n\r\n";
    };
    row("too long", "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n" + QByteArray(2'000'000, 'x'), false,
        u"its answer is longer than 0 MB"_s);
    row("short", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nabc", true, u"Connection closed"_s);
    row("silent", {}, false, u"it took too long"_s);
    row("dripping", "HTTP/1.1 200 OK\r\n\r\nabc", false, u"it took too long"_s);
    row("gone", {}, true, u"Connection closed"_s);
    row("in a circle", to("/a"), false, u"it sends from one address to the next without end"_s);
    row("to a file", to("file:///etc/passwd"), false,
        u"it sends to an address that is not followed: file:///etc/passwd"_s);
    row("to nowhere", to(""), false, u"it sends from one address to the next without end"_s);
    row("not HTTP", "hello\r\n\r\n", true, {});
    row("wants a password", "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        false, u"the registry answers with status 401"_s);
    row("a piece", "HTTP/1.1 206 Partial\r\nContent-Length: 1\r\n\r\nx", false,
        u"the registry answers with status 206"_s);
    row("bad gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd", false,
        u"its answer cannot be unpacked"_s);
}

void TestRegistryMirror::registriesThatMisbehave()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    QFETCH(QString, told);
    m_registry->on(u"/a"_s, [&](QTcpSocket &socket, const QByteArray &) {
        socket.write(answer);
        if (closes)
            socket.disconnectFromHost();
    });
    const auto answered = get(u"/a"_s);
    QVERIFY2(answered.startsWith(u"502 text/plain; charset=utf-8 127.0.0.1 could not be fetched: "_s + told),
        qPrintable(answered));
    m_registry->answer(u"/b"_s, "text/plain", "still here");
    QCOMPARE(get(u"/b"_s), u"200 text/plain still here"_s);
}

void TestRegistryMirror::requestsOneAfterTheOther()
{
    m_registry->answer(u"/a"_s, "application/json", "[]", "Cache-Control: max-age=100\r\n");
    QByteArray all;
    for (int i = 0; i < 500; ++i)
        all += "GET /a HTTP/1.1\r\n\r\n";
    const auto answers = raw(all + "GET /a HTTP/1.0\r\n\r\n");
    QCOMPARE(answers.count("\r\n2\r\n[]\r\n0\r\n\r\n"), 500);
    QVERIFY2(answers.endsWith("Connection: close\r\n\r\n[]"), answers.last(200).constData());
    QCOMPARE(raw("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n"),
        QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                   "Connection: close\r\n\r\n"));
    QCOMPARE(m_registry->asked().size(), 1);
}

void TestRegistryMirror::lockFilesWithTheRegistrysOwnPath()
{
    openMirror({{.path = u"/"_s, .upstream = m_registry->url(u"api/npm/"_s)}});
    m_registry->answer(u"/api/npm/koa.tgz"_s, "text/plain", "koa");
    QCOMPARE(get(u"/koa.tgz"_s), u"200 text/plain koa"_s);
    QCOMPARE(get(u"/api/npm/koa.tgz"_s), u"200 text/plain koa"_s);
    QCOMPARE(m_registry->asked(), QStringList({u"GET /api/npm/koa.tgz"_s}));
}

void TestRegistryMirror::clientsThatMisbehave()
{
    const auto lines = [this](const QByteArray &request) {
        const auto answer = raw(request);
        return QString::fromLatin1(answer.left(answer.indexOf('\r')));
    };
    QCOMPARE(lines("POST /-/npm/v1/security/audits HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"),
        u"HTTP/1.1 405 Method Not Allowed"_s);
    QCOMPARE(lines("CONNECT elsewhere:443 HTTP/1.1\r\n\r\n"), u"HTTP/1.1 405 Method Not Allowed"_s);
    QCOMPARE(lines("GET http://elsewhere/ HTTP/1.1\r\n\r\n"), u"HTTP/1.1 400 Refused"_s);
    QCOMPARE(lines("GET /_files/../x HTTP/1.1\r\n\r\n"), u"HTTP/1.1 400 Refused"_s);
    QCOMPARE(lines(QByteArray(100'000, '\0')), u"HTTP/1.1 431 Refused"_s);
    QCOMPARE(m_registry->asked(), QStringList());
}

void TestRegistryMirror::aSocketThatIsLeftIsClosed()
{
    m_registry->answer(u"/a"_s, "text/plain", "here");
    QCOMPARE(get(u"/a"_s), u"200 text/plain here"_s);
    m_hub->leave(m_socket);
    m_hub->leave(m_socket);
    QCOMPARE(get(u"/a"_s), u"  "_s);
}

void TestRegistryMirror::aSocketThatDoesNotListen()
{
    const auto served = m_hub->serve(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QVERIFY(!served);
    QCOMPARE(served.error().kind, ErrorKind::Internal);
    QVERIFY(!m_hub->serve(-1));
}

void TestRegistryMirror::theMirrorHasAThreadOfItsOwn()
{
    m_hub.reset();
    auto mirror = std::make_unique<RegistryMirror>(
        std::vector<RegistryRoute>{{.path = u"/"_s, .upstream = m_registry->url()}}, m_folder->path());
    auto first = mirror->serve(listeningSocket(m_port));
    QVERIFY(first);
    m_registry->answer(u"/a"_s, "text/plain", "here");
    QCOMPARE(get(u"/a"_s), u"200 text/plain here"_s);
    QCOMPARE(mirror->upstreamRequests(), 1);
    first->reset();
    QCOMPARE(get(u"/a"_s), u"  "_s);
    const auto second = mirror->serve(listeningSocket(m_port));
    QCOMPARE(get(u"/a"_s), u"200 text/plain here"_s);
    mirror.reset();
    QCOMPARE(get(u"/a"_s), u"  "_s);
    QCOMPARE(RegistryMirror::environment(4873).at(u"npm_config_registry"_s), u"http://127.0.0.1:4873/"_s);
    QCOMPARE(RegistryMirror::environment(4873).at(u"PIP_INDEX_URL"_s), u"http://127.0.0.1:4873/_pypi/simple/"_s);
}

QTEST_GUILESS_MAIN(TestRegistryMirror)
#include "tst_registrymirror.moc"
