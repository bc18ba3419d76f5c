// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <registries/addressrewriter.h>
#include <registries/mirrorcache.h>
#include <registries/mirrorfetch.h>
#include <registries/mirrornetwork.h>
#include <registries/mirrorrequest.h>
#include <registries/registrysettings.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const std::vector<RegistryRoute> &routes)
{
    QStringList lines;
    for (const auto &route : routes)
        lines.append(route.path + u" -> "_s + route.upstream + u' ' + QString::fromLatin1(route.authorization));
    return lines;
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(path.left(path.lastIndexOf(u'/')));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QProcessEnvironment environmentOf(std::initializer_list<std::pair<QString, QString>> variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return environment;
}

QByteArray content(const std::optional<MirrorHit> &hit)
{
    return hit ? hit->file->read(hit->entry.size) : QByteArray("none");
}

} // namespace

class TestMirrorParts : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreReplacedWhereverTheTextIsCut();
    void requestsAreTaken_data();
    void requestsAreTaken();
    void registriesOfTheUser_data();
    void registriesOfTheUser();
    void registriesWithoutSettings();
    void redirectsStayOutside_data();
    void redirectsStayOutside();
    void proxiesOfTheEnvironment_data();
    void proxiesOfTheEnvironment();
    void whatIsStoredIsFound();
    void damagedFilesAreAbsent();
    void theFolderStaysWithinItsSize();
};

void TestMirrorParts::addressesAreReplacedWhereverTheTextIsCut()
{
    const QByteArray text
        = R"({"a":"https://r.org/x","b":"https:\/\/r.org\/y","c":"https://r.org/npm/z https://r.or"})";
    const QByteArray wanted = R"({"a":"M/x","b":"M/y","c":"N/z https://r.or"})";
    for (int size = 1; size <= text.size(); ++size) {
        AddressRewriter rewriter(
            {{"https://r.org/", "M/"}, {R"(https:\/\/r.org\/)", "M/"}, {"https://r.org/npm/", "N/"}, {"", "no"}});
        QByteArray out;
        for (qsizetype at = 0; at < text.size(); at += size)
            out += rewriter.feed(QByteArrayView(text).sliced(at, qMin<qsizetype>(size, text.size() - at)));
        out += rewriter.finish();
        QCOMPARE(out, wanted);
    }
}

void TestMirrorParts::requestsAreTaken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &result) {
        QTest::newRow(name) << bytes << result;
    };
    const auto get = [&row](const char *name, const QByteArray &target, const QString &result) {
        row(name, "GET " + target + " HTTP/1.1\r\n\r\n", result);
    };
    const auto path = u"400 The path of the request is not one of a package registry."_s;
    row("whole", "GET /@a%2fb?x=1 HTTP/1.1\r\nAccept: a/b\r\nHost: x\r\n\r\nGET",
        u"/@a%2fb?x=1 accept=a/b keep rest=3"_s);
    row("head", "HEAD / HTTP/1.0\r\n\r\n", u"/ head old rest=0"_s);
    row("closing", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", u"/ rest=0"_s);
    row("incomplete", "GET / HTTP/1.1\r\nHost: x\r\n", u"incomplete"_s);
    row("put", "PUT /x HTTP/1.1\r\n\r\n", u"405 Registries are for reading only here: GET and HEAD."_s);
    row("body", "GET /x HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd", u"400 Requests with a body are not taken here."_s);
    row("no http", "hello\r\n\r\n", u"400 This is not an HTTP/1.1 request."_s);
    row("endless", QByteArray(20000, 'a'), u"431 The head of the request is too long."_s);
    get("climbing", "/a/../b", path);
    get("climbing, encoded", "/a/%2e%2E/b", path);
    get("climbing, slashes encoded", "/a%2f..%2Fb", path);
    get("climbing by backslashes", "/a%5c..%5cb", path);
    get("absolute", "http://elsewhere/x", path);
    get("with a fragment", "/a#b", path);
    get("other letters", "/a\xc3\xa4", path);
    get("dots in names", "/..a/b..tgz?q=/../", u"/..a/b..tgz?q=/../ keep rest=0"_s);
}

void TestMirrorParts::requestsAreTaken()
{
    QFETCH(QByteArray, bytes);
    const auto request = takeMirrorRequest(bytes);
    QString result = u"incomplete"_s;
    if (request && *request)
        result = QString::fromLatin1((*request)->target) + ((*request)->headOnly ? u" head"_s : QString())
            + ((*request)->accept.isEmpty() ? QString() : u" accept="_s + QString::fromLatin1((*request)->accept))
            + ((*request)->chunks ? QString() : u" old"_s) + ((*request)->keepAlive ? u" keep"_s : QString())
            + u" rest=%1"_s.arg(bytes.size());
    else if (request)
        result = u"%1 %2"_s.arg(request->error().status).arg(QString::fromLatin1(request->error().sentence));
    QTEST(result, "result");
}

void TestMirrorParts::registriesOfTheUser_data()
{
    QTest::addColumn<QByteArray>("npmrc");
    QTest::addColumn<QByteArray>("pipConf");
    QTest::addColumn<QProcessEnvironment>("environment");
    QTest::addColumn<QStringList>("routes");
    const auto none = environmentOf({});
    const auto routes = [](const QString &index, const QString &around, const QString &npm) {
        return QStringList{u"/_pypi/simple/ -> "_s + index, u"/_pypi/ -> "_s + around,
            u"/_files/ -> https://files.pythonhosted.org/ "_s, u"/ -> "_s + npm,
            u"/_node/ -> https://nodejs.org/dist/ "_s};
    };
    const auto pypi = u"https://pypi.org/simple/ "_s;
    const auto pypiAround = u"https://pypi.org/ "_s;
    const auto npm = u"https://registry.npmjs.org/ "_s;
    QTest::newRow("npmrc with token") << QByteArray(
        "; mine\nregistry = https://h.org:8443/api/npm\n//h.org:8443/api/:_authToken=${TOKEN}x\n")
                                      << QByteArray() << environmentOf({{u"TOKEN"_s, u"abc"_s}})
                                      << routes(pypi, pypiAround, u"https://h.org:8443/api/npm/ Bearer abcx"_s);
    QTest::newRow("npm by environment, password")
        << QByteArray("registry=https://other.org/\n//h.org/:username=me\n//h.org/:_password=c2VjcmV0\n")
        << QByteArray() << environmentOf({{u"npm_config_registry"_s, u"http://h.org"_s}})
        << routes(pypi, pypiAround, u"http://h.org/ Basic bWU6c2VjcmV0"_s);
    QTest::newRow("pip.conf with password")
        << QByteArray() << QByteArray("[global]\nindex-url = https://me:s%40t@h.org/pypi/mine/simple\n") << none
        << routes(
               u"https://h.org/pypi/mine/simple/ Basic bWU6c0B0"_s, u"https://h.org/pypi/mine/ Basic bWU6c0B0"_s, npm);
    QTest::newRow("uv") << QByteArray() << QByteArray("[global]\nindex-url=https://no.org/simple\n")
                        << environmentOf({{u"UV_DEFAULT_INDEX"_s, u"https://h.org/index/"_s}})
                        << routes(u"https://h.org/index/ "_s, u"https://h.org/ "_s, npm);
    QTest::newRow("no addresses") << QByteArray("registry=file:///etc/\n=\n[\n")
                                  << QByteArray("[global]\nindex-url=../here\n") << none
                                  << routes(pypi, pypiAround, npm);
    QTest::newRow("a field that would be two")
        << QByteArray() << QByteArray() << environmentOf({{u"NPM_CONFIG_REGISTRY"_s, u"https://a:b%0ac@h.org/"_s}})
        << routes(pypi, pypiAround, u"https://h.org/ Basic YTpiCmM="_s);
    QTest::newRow("variables that name themselves")
        << QByteArray("//registry.npmjs.org/:_authToken=${A}${B\n") << QByteArray()
        << environmentOf({{u"A"_s, u"${A}"_s}})
        << routes(pypi, pypiAround, u"https://registry.npmjs.org/ Bearer ${A}${B"_s);
}

void TestMirrorParts::registriesOfTheUser()
{
    QFETCH(QByteArray, npmrc);
    QFETCH(QByteArray, pipConf);
    QFETCH(QProcessEnvironment, environment);
    QTemporaryDir home;
    write(home.filePath(u".npmrc"_s), npmrc);
    write(home.filePath(u".config/pip/pip.conf"_s), pipConf);
    QTEST(printed(registryRoutes(environment, home.path(), home.filePath(u"etc"_s))), "routes");
}

void TestMirrorParts::registriesWithoutSettings()
{
    QTemporaryDir home;
    const auto routes = registryRoutes(environmentOf({}), home.path(), home.path());
    QCOMPARE(printed(routes).size(), 5);
    QCOMPARE(routes[0].rewrites.at(u"https://files.pythonhosted.org/"_s), u"/_files/"_s);
    QCOMPARE(routes[3].rewrites.at(u"https://registry.npmjs.org/"_s), u"/"_s);
}

void TestMirrorParts::redirectsStayOutside_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const QString &from, const QString &to, bool allowed) {
        QTest::newRow(qPrintable(QString(from + u" to " + to))) << from << to << allowed;
    };
    row(u"https://r.org/"_s, u"https://cdn.org/x"_s, true);
    row(u"http://r.org/"_s, u"https://cdn.org/x"_s, true);
    row(u"https://r.org/"_s, u"http://cdn.org/x"_s, false);
    row(u"https://r.org/"_s, u"file:///etc/passwd"_s, false);
    row(u"https://r.org/"_s, u"ftp://cdn.org/"_s, false);
    row(u"https://r.org/"_s, u"https://127.0.0.1/"_s, false);
    row(u"https://r.org/"_s, u"https://[::1]/"_s, false);
    row(u"https://r.org/"_s, u"https://localhost/"_s, false);
    row(u"https://r.org/"_s, u"https://10.1.2.3/"_s, false);
    row(u"https://r.org/"_s, u"https://169.254.169.254/latest"_s, false);
    row(u"https://r.org/"_s, u"https://[::ffff:10.0.0.1]/"_s, false);
    row(u"https://r.org/"_s, u"https:///x"_s, false);
    row(u"https://10.0.0.5/"_s, u"https://10.0.0.6/"_s, true);
    row(u"http://localhost:4873/"_s, u"http://localhost:4873/x"_s, true);
}

void TestMirrorParts::redirectsStayOutside()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(mayRedirect(QUrl(from), QUrl(to)), "allowed");
}

void TestMirrorParts::proxiesOfTheEnvironment_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    QTest::newRow("https") << u"https://registry.npmjs.org/x"_s << u"p.org:3128 me:s@t"_s;
    QTest::newRow("http") << u"http://pypi.org/"_s << u"q.org:80 :"_s;
    QTest::newRow("exempt host") << u"https://a.org/"_s << u"none"_s;
    QTest::newRow("exempt domain") << u"https://x.corp.org/"_s << u"none"_s;
    QTest::newRow("not quite exempt") << u"https://xcorp.org/"_s << u"p.org:3128 me:s@t"_s;
}

void TestMirrorParts::proxiesOfTheEnvironment()
{
    QFETCH(QString, url);
    const auto environment = environmentOf({{u"HTTPS_PROXY"_s, u"http://me:s%40t@p.org:3128"_s},
        {u"http_proxy"_s, u"q.org"_s}, {u"NO_PROXY"_s, u"a.org:443, .corp.org,,"_s}});
    const auto proxy = environmentProxy(QUrl(url), environment);
    const auto text = proxy.type() == QNetworkProxy::NoProxy
        ? u"none"_s
        : u"%1:%2 %3:%4"_s.arg(proxy.hostName()).arg(proxy.port()).arg(proxy.user(), proxy.password());
    QTEST(text, "proxy");
}

void TestMirrorParts::whatIsStoredIsFound()
{
    QTemporaryDir folder;
    MirrorCache cache(folder.filePath(u"c"_s), 1'000'000);
    QCOMPARE(content(cache.find("k", "u")), "none");
    const auto keep = [&cache](const QByteArray &key, qint64 lifetime, const QByteArray &body) {
        auto file = cache.makeFile();
        QVERIFY(file);
        (*file)->write(body);
        auto stored = cache.store(key, {.url = "u", .type = "t", .etag = "e", .lifetime = lifetime}, **file);
        QVERIFY(stored);
        QCOMPARE(content(*stored), body);
    };
    keep("k", 60, "body");
    keep("old", 0, "old body");
    keep("ever", -1, "");
    QCOMPARE(content(cache.find("k", "u")), "body");
    QCOMPARE(content(cache.find("k", "another")), "none");
    QCOMPARE(cache.find("k", "u")->entry, (MirrorEntry{"u", "t", "e", 60, 4}));
    QVERIFY(cache.find("k", "u")->isFresh);
    QVERIFY(!cache.find("old", "u")->isFresh);
    QVERIFY(cache.find("ever", "u")->isFresh);
    keep("k", 60, "newer");
    QCOMPARE(content(cache.find("k", "u")), "newer");
}

void TestMirrorParts::damagedFilesAreAbsent()
{
    QTemporaryDir folder;
    MirrorCache cache(folder.path(), 1'000'000);
    auto body = cache.makeFile();
    (*body)->write("some text");
    const auto path = cache.store("k", {.url = "u", .lifetime = -1}, **body)->file->fileName();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    file.close();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        write(path, whole.first(size));
        QVERIFY(!cache.find("k", "u"));
    }
    write(path, whole);
    QVERIFY(cache.find("k", "u"));
}

void TestMirrorParts::theFolderStaysWithinItsSize()
{
    QTemporaryDir folder;
    MirrorCache cache(folder.path(), 100'000);
    int kept = 0;
    for (int i = 0; i < 40; ++i) {
        auto body = cache.makeFile();
        (*body)->write(QByteArray(10'000, 'x'));
        QVERIFY(cache.store(QByteArray::number(i), {.url = "u", .lifetime = -1}, **body));
    }
    for (int i = 0; i < 40; ++i)
        kept += cache.find(QByteArray::number(i), "u") ? 1 : 0;
    QVERIFY2(kept >= 5 && kept <= 12, qPrintable(QString::number(kept)));
}

QTEST_GUILESS_MAIN(TestMirrorParts)
#include "tst_mirrorparts.moc"
