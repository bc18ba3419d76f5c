// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <routes/routemap.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

using Files = std::map<QString, QString>;

struct Endpoint
{
    const char *method;
    const char *path;
    const char *handler; ///< A word on the line where its handler begins, in every project.
};

/// The nineteen endpoints of the suite.
constexpr std::array endpoints{Endpoint{"POST", "/users", "registerUser"},
    Endpoint{"POST", "/users/login", "loginUser"}, Endpoint{"GET", "/user", "currentUser"},
    Endpoint{"PUT", "/user", "updateUser"}, Endpoint{"GET", "/profiles/celeb_x", "getProfile"},
    Endpoint{"POST", "/profiles/celeb_x/follow", "followUser"},
    Endpoint{"DELETE", "/profiles/celeb_x/follow", "unfollowUser"},
    Endpoint{"GET", "/articles?author=x&limit=20", "listArticles"}, Endpoint{"GET", "/articles/feed", "feedArticles"},
    Endpoint{"GET", "/articles/how-to-train", "getArticle"}, Endpoint{"POST", "/articles", "createArticle"},
    Endpoint{"PUT", "/articles/how-to-train", "updateArticle"},
    Endpoint{"DELETE", "/articles/how-to-train", "deleteArticle"},
    Endpoint{"POST", "/articles/how-to-train/comments", "addComment"},
    Endpoint{"GET", "/articles/how-to-train/comments", "listComments"},
    Endpoint{"DELETE", "/articles/how-to-train/comments/7", "deleteComment"},
    Endpoint{"POST", "/articles/how-to-train/favorite", "favoriteArticle"},
    Endpoint{"DELETE", "/articles/how-to-train/favorite", "unfavoriteArticle"}, Endpoint{"GET", "/tags", "listTags"}};

Files filesIn(const QString &folder)
{
    Files files;
    QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (file.open(QIODevice::ReadOnly))
            files.emplace(QDir(folder).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
    }
    return files;
}

QString lineOf(const Files &files, const QString &path, int line)
{
    const auto found = files.find(path);
    return found == files.end() ? u"no such file"_s : found->second.section(u'\n', line - 1, line - 1).trimmed();
}

QString howName(HandlerLink::How how)
{
    switch (how) {
    case HandlerLink::How::Exact:
        return u"exact"_s;
    case HandlerLink::How::BySuffix:
        return u"by suffix"_s;
    case HandlerLink::How::ByMethodAnyPrefix:
        return u"by shape"_s;
    }
    return {};
}

QString printed(const Route &route)
{
    return u"%1 %2 %3:%4 -> %5:%6 %7%8"_s.arg(route.method, route.path, route.file, QString::number(route.line),
        route.handlerFile, QString::number(route.handlerLine), route.handlerName,
        route.hasKnownPrefix ? QString() : u" (prefix unknown)"_s);
}

QStringList printed(const Files &files)
{
    QStringList lines;
    const auto map = RouteMap::of(files);
    for (const auto &route : map.routes())
        lines.append(printed(route));
    return lines;
}

QString printed(const std::optional<HandlerLink> &link)
{
    return link ? howName(link->how) + u": "_s + printed(link->route) : u"none"_s;
}

QString asked(const Files &files, const QString &method, const QString &url)
{
    return printed(RouteMap::of(files).handlerOf(method, url));
}

} // namespace

class TestRouteMap : public QObject
{
    Q_OBJECT

private slots:
    void projectsResolve_data();
    void projectsResolve();
    void routesArePrinted();
    void lostPrefixes();
    void ordersOfFrameworks();
    void nothingIsGuessed();
    void urls_data();
    void urls();
    void cyclesEnd();
};

void TestRouteMap::projectsResolve_data()
{
    QTest::addColumn<QString>("folder");
    const QDir projects(QStringLiteral(PROJECTS_DIR));
    for (const auto &name : projects.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << projects.filePath(name);
}

/// Each of the endpoints leads to the line where its handler begins, and to a line that declares it.
void TestRouteMap::projectsResolve()
{
    QFETCH(QString, folder);
    const auto files = filesIn(folder);
    const auto map = RouteMap::of(files);
    QStringList found;
    QStringList expected;
    for (const auto &endpoint : endpoints) {
        const auto method = QString::fromLatin1(endpoint.method);
        const auto name = QString::fromLatin1(endpoint.handler);
        const auto link = map.handlerOf(method, u"http://localhost:3000/api"_s + QString::fromLatin1(endpoint.path));
        const auto line = link ? lineOf(files, link->route.handlerFile, link->route.handlerLine) : QString();
        const bool isRight = QRegularExpression(u"\\b%1\\b"_s.arg(name)).match(line).hasMatch();
        expected.append(u"%1 %2 exact: %3"_s.arg(method, QString::fromLatin1(endpoint.path), name));
        found.append(u"%1 %2 %3"_s.arg(method, QString::fromLatin1(endpoint.path),
            !link         ? u"none"_s
                : isRight ? howName(link->how) + u": "_s + name
                          : printed(link) + u" | "_s + line));
    }
    if (found != expected) {
        for (const auto &route : map.routes())
            qInfo().noquote() << printed(route);
        for (const auto &line : found)
            qInfo().noquote() << line;
    }
    QCOMPARE(found, expected);
    QCOMPARE(map.routes().size(), endpoints.size());
}

void TestRouteMap::routesArePrinted()
{
    const Files files{{u"app.js"_s,
                          u"const express = require('express');\n"
                          "const app = express();\n"
                          "const { create } = require('./c');\n"
                          "app.use('/api', require('./r'));\n"
                          "app.get('/health', (req, res) => res.send('ok'));\n"
                          "app.all('*', function missing(req, res) {});\n"_s},
        {u"r.js"_s,
            u"const r = require('express').Router();\n"
            "const c = require('./c');\n"
            "r.post('/articles/:slug([a-z-]+)/x', [check, c.create]);\n"
            "r.get(['/a', '/b/'], c.unknown);\n"
            "module.exports = r;\n"_s},
        {u"c.js"_s, u"\nconst create = async (req, res) => {};\nmodule.exports = { create };\n"_s}};
    QCOMPARE(printed(files),
        QStringList({u"POST /api/articles/:slug/x r.js:3 -> c.js:2 create"_s, u"GET /api/a r.js:4 -> :0 c.unknown"_s,
            u"GET /api/b r.js:4 -> :0 c.unknown"_s, u"GET /health app.js:5 -> app.js:5 "_s,
            u"* /* app.js:6 -> app.js:6 missing"_s}));
}

void TestRouteMap::lostPrefixes()
{
    const Files router{{u"routes/articles.js"_s,
        u"const router = require('express').Router();\n"
        "router.get('/feed', feed);\n"
        "router.get('/:slug', one);\n"
        "router.get('/', list);\n"
        "module.exports = router;\n"
        "function feed() {}\nfunction one() {}\nfunction list() {}\n"_s}};
    QCOMPARE(asked(router, u"GET"_s, u"/api/articles/feed"_s),
        u"by suffix: GET /feed routes/articles.js:2 -> routes/articles.js:6 feed (prefix unknown)"_s);
    QCOMPARE(asked(router, u"GET"_s, u"/api/articles/x"_s),
        u"by shape: GET /:slug routes/articles.js:3 -> routes/articles.js:7 one (prefix unknown)"_s);
    QCOMPARE(asked(router, u"GET"_s, u"/api/articles"_s),
        u"by shape: GET / routes/articles.js:4 -> routes/articles.js:8 list (prefix unknown)"_s);
    QCOMPARE(asked(router, u"GET"_s, u"/api/profiles/x"_s), u"none"_s);
    QCOMPARE(asked(router, u"GET"_s, u"/api/tags"_s), u"none"_s);
    QCOMPARE(asked(router, u"POST"_s, u"/api/articles"_s), u"none"_s);

    auto mounted = router;
    mounted[u"app.js"_s]
        = u"const app = require('express')();\napp.use(process.env.PREFIX, require('./routes/articles'));\n"_s;
    QCOMPARE(asked(mounted, u"GET"_s, u"/v1/articles/feed"_s).first(9), u"by suffix"_s);
}

void TestRouteMap::ordersOfFrameworks()
{
    const auto declared = u".get('/a/:slug', one);\nX.get('/a/feed', feed);\nfunction one() {}\nfunction feed() {}\n"_s;
    const auto express = u"const X = require('express')();\nX"_s + declared;
    const auto fastify = u"const X = require('fastify')();\nX"_s + declared;
    QCOMPARE(asked({{u"a.js"_s, express}}, u"GET"_s, u"/a/feed"_s), u"exact: GET /a/:slug a.js:2 -> a.js:4 one"_s);
    QCOMPARE(asked({{u"a.js"_s, fastify}}, u"GET"_s, u"/a/feed"_s), u"exact: GET /a/feed a.js:3 -> a.js:5 feed"_s);
}

/// What fits equally well in two applications is not chosen from.
void TestRouteMap::nothingIsGuessed()
{
    const auto app = u"const a = require('express')();\na.get('/x', (q, s) => 1);\n"_s;
    QCOMPARE(asked({{u"a.js"_s, app}, {u"b.js"_s, app}}, u"GET"_s, u"/x"_s), u"none"_s);
    const auto client = u"const axios = require('axios');\naxios.post('/x', data);\naxios.get('/x');\n"
                        "new Map().get('/x');\ncache.get('/x', 5);\n// app.get('/x', y)\n`app.get('/x', y)`\n"_s;
    QCOMPARE(printed(Files{{u"a.js"_s, client}}), QStringList());
    QCOMPARE(
        printed(Files{{u"node_modules/a/a.js"_s, app}, {u"test/a.js"_s, app}, {u"a.test.js"_s, app}}), QStringList());
    QCOMPARE(printed(Files{}), QStringList());
}

void TestRouteMap::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("fits");
    QTest::newRow("plain") << u"/api/x/1"_s << true;
    QTest::newRow("host") << u"http://127.0.0.1:5000/api/x/1"_s << true;
    QTest::newRow("slash") << u"/api/x/1/"_s << true;
    QTest::newRow("query") << u"/api/x/1?y=/z#q"_s << true;
    QTest::newRow("variable") << u"{{HOST}}/api/x/1"_s << true;
    QTest::newRow("encoded") << u"/api/%78/1"_s << true;
    QTest::newRow("too long") << u"/api/x/1/2"_s << false;
    QTest::newRow("too short") << u"/api/x"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("host alone") << u"http://localhost"_s << false;
    QTest::newRow("broken") << u"{{HOST"_s << false;
}

void TestRouteMap::urls()
{
    QFETCH(QString, url);
    QFETCH(bool, fits);
    const Files files{{u"m.py"_s, u"app = FastAPI()\n@app.get('/api/x/{id:path}')\ndef f(): pass\n"_s}};
    QCOMPARE(RouteMap::of(files).handlerOf(u"get"_s, url).has_value(), fits);
}

void TestRouteMap::cyclesEnd()
{
    const Files files{
        {u"a.js"_s, u"const r = require('express').Router();\nr.use('/b', require('./b'));\nmodule.exports = r;\n"_s},
        {u"b.js"_s,
            u"const r = require('express').Router();\nr.use('/a', require('./a'));\nr.get('/x', f);\n"
            "function f() {}\nmodule.exports = r;\nconst x = y, y = z, z = x;\n"_s},
        {u"c.py"_s,
            u"from d import *\nfrom c import bp\nclass A(A): pass\nclass B(C): pass\nclass C(B): pass\n"
            "app.add_routes(app)\n"_s},
        {u"d.py"_s, u"from c import *\nx = y\ny = x\n@bp.get(x + '/q')\ndef f(): return f()\n"_s}};
    QVERIFY(printed(files).size() < 100);
}

QTEST_GUILESS_MAIN(TestRouteMap)
#include "tst_routemap.moc"
