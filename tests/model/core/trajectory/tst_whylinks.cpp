// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <trajectory/whylinks.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// A trajectory in words.
class Trajectory : public TurnSource
{
public:
    /// Mini-SWE-Agent: a command and its result.
    Trajectory &runs(const QString &command, int returnCode = 0)
    {
        add(TurnRole::Assistant, TurnKind::Command, {.kind = PartKind::Command, .text = command, .tool = u"bash"_s});
        TurnPart result{.kind = PartKind::Output, .text = u"ok"_s};
        result.returnCode = returnCode;
        return add(TurnRole::User, TurnKind::Observation, std::move(result));
    }

    Trajectory &writes(const QString &path, const QString &text)
    {
        return runs(u"cat > %1 <<'EOF'\n%2EOF\n"_s.arg(path, text));
    }

    /// OpenHands: what its editor reports.
    Trajectory &edits(const QString &path, std::optional<QString> before, const QString &after)
    {
        TurnPart part{.kind = PartKind::Edit, .text = u"edit "_s + path, .tool = u"file_editor"_s};
        part.edit = FileEdit{.kind = FileEdit::Kind::Content,
            .evidence = FileEdit::Evidence::Reported,
            .path = u"/repository/"_s + path,
            .before = std::move(before),
            .after = after};
        return add(TurnRole::Environment, TurnKind::Observation, std::move(part));
    }

    Trajectory &says(const QString &text)
    {
        return add(TurnRole::Assistant, TurnKind::Thought, {.kind = PartKind::Text, .text = text});
    }

    [[nodiscard]] int count() const override { return static_cast<int>(m_turns.size()); }
    [[nodiscard]] Turn outline(int index) const override { return {.index = index}; }
    [[nodiscard]] TurnContent turn(int index) const override { return m_turns.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] QByteArray raw(int /*index*/) const override { return {}; }

private:
    Trajectory &add(TurnRole role, TurnKind kind, TurnPart part)
    {
        TurnContent turn{.index = count(), .role = role, .kind = kind};
        turn.parts.push_back(std::move(part));
        m_turns.push_back(std::move(turn));
        return *this;
    }

    std::vector<TurnContent> m_turns;
};

QByteArray added(const QString &path, const QString &text)
{
    auto lines = text.split(u'\n');
    lines.removeLast();
    QString patch
        = u"diff --git a/%1 b/%1\nnew file mode 100644\n--- /dev/null\n+++ b/%1\n@@ -0,0 +1,%2 @@\n"_s.arg(path).arg(
            lines.size());
    for (const auto &line : std::as_const(lines))
        patch += u'+' + line + u'\n';
    return patch.toUtf8();
}

RequestResult request(const QString &method, const QString &path)
{
    RequestResult result{.name = path, .method = method, .url = u"http://localhost:3000/api"_s + path};
    return result;
}

QStringList printed(const std::vector<RequestResult> &requests, const Trajectory &turns, const QByteArray &patch)
{
    const auto history = CodeHistory::of(turns, patch, Progress());
    const auto links = whyLinks(requests, RouteMap::of(finalTexts(history)), history);
    QStringList lines;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto &link = links[i];
        const auto place = link.handler
            ? u"%1:%2"_s.arg(link.handler->route.handlerFile).arg(link.handler->route.handlerLine)
            : u"no handler"_s;
        lines.append(u"%1 %2: %3 by %4"_s.arg(requests[i].method, requests[i].name, place).arg(link.writer));
    }
    return lines;
}

const auto expressApp = u"const express = require('express');\nconst app = express();\n"
                        "app.use('/api', require('./routes'));\napp.listen(3000);\n"_s;
const auto expressRoutes = u"const router = require('express').Router();\nconst c = require('./articles');\n"
                           "router.get('/articles', c.list);\nrouter.post('/articles', c.create);\n"
                           "router.get('/tags', (req, res) => res.json({ tags: [] }));\nmodule.exports = router;\n"_s;
const auto articles = u"exports.list = async (req, res) => {\n  res.json({});\n};\n\n"
                      "exports.create = async (req, res) => {\n  res.json({});\n};\n"_s;
const auto flaskApp = u"from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.route('/api/user')\ndef current():\n"
                      "    return {}\n\n\n@app.post('/api/users')\ndef register():\n    return {}\n"_s;
const auto djangoUrls
    = u"from django.urls import path\nimport views\nurlpatterns = [\n    path('api/tags', views.tags),\n"
      "    path('api/articles/<slug>', views.Article.as_view()),\n]\n"_s;
const auto djangoViews = u"from django.views import View\n\n\ndef tags(request):\n    return None\n\n\n"
                         "class Article(View):\n    def get(self, request, slug):\n        return None\n\n"
                         "    def put(self, request, slug):\n        return None\n"_s;

} // namespace

class TestWhyLinks : public QObject
{
    Q_OBJECT

private slots:
    void miniWithHereDocuments();
    void openHandsWithEdits();
    void djangoAndFastify();
    void nothingIsKnownWithoutContent();
    void anUnknowableChangeLosesTheWriter();
    void explanations();
    void withoutAPatch();
};

/// Triples 1 to 4: Express, written by here-documents, one of them again.
void TestWhyLinks::miniWithHereDocuments()
{
    Trajectory turns;
    turns.says(u"I begin."_s)
        .writes(u"app.js"_s, expressApp) // 1
        .writes(u"routes.js"_s, u"// soon\n"_s) // 3
        .writes(u"articles.js"_s, articles) // 5
        .writes(u"routes.js"_s, expressRoutes) // 7
        .runs(u"sed -i 's/list = async (req/list = async (request/' articles.js"_s); // 9
    const auto changed = QString(articles).replace(u"list = async (req"_s, u"list = async (request"_s);
    const QByteArray patch
        = added(u"app.js"_s, expressApp) + added(u"articles.js"_s, changed) + added(u"routes.js"_s, expressRoutes);
    QCOMPARE(printed({request(u"GET"_s, u"/articles"_s), request(u"POST"_s, u"/articles"_s),
                         request(u"GET"_s, u"/tags"_s), request(u"DELETE"_s, u"/articles/x"_s)},
                 turns, patch),
        QStringList({u"GET /articles: articles.js:1 by 9"_s, u"POST /articles: articles.js:5 by 5"_s,
            u"GET /tags: routes.js:5 by 7"_s, u"DELETE /articles/x: no handler by -1"_s}));
}

/// Triples 5 to 7: Flask, with an editor that reports what it did.
void TestWhyLinks::openHandsWithEdits()
{
    const auto first = QString(flaskApp).replace(u"register"_s, u"signup"_s);
    Trajectory turns;
    turns.edits(u"server.py"_s, std::nullopt, first).says(u"A better name."_s).edits(u"server.py"_s, first, flaskApp);
    QCOMPARE(printed({request(u"GET"_s, u"/user"_s), request(u"POST"_s, u"/users"_s), request(u"PUT"_s, u"/user"_s)},
                 turns, added(u"server.py"_s, flaskApp)),
        QStringList(
            {u"GET /user: server.py:7 by 0"_s, u"POST /users: server.py:12 by 2"_s, u"PUT /user: no handler by -1"_s}));
}

/// Triples 8 to 12: Django and Fastify.
void TestWhyLinks::djangoAndFastify()
{
    Trajectory django;
    django.writes(u"urls.py"_s, djangoUrls).writes(u"views.py"_s, djangoViews);
    QCOMPARE(printed({request(u"GET"_s, u"/tags"_s), request(u"GET"_s, u"/articles/x"_s),
                         request(u"PUT"_s, u"/articles/x"_s)},
                 django, added(u"urls.py"_s, djangoUrls) + added(u"views.py"_s, djangoViews)),
        QStringList({u"GET /tags: views.py:4 by 2"_s, u"GET /articles/x: views.py:9 by 2"_s,
            u"PUT /articles/x: views.py:12 by 2"_s}));

    const auto server
        = u"const app = require('fastify')();\napp.register(require('./plugin'), { prefix: '/api' });\n"_s;
    const auto plugin = u"module.exports = async (app) => {\n  app.get('/profiles/:name', getProfile);\n"
                        "  app.get('/profiles/:name/follow', {}, follow);\n};\n\nfunction getProfile() {}\n"
                        "const follow = async () => 1;\n"_s;
    Trajectory fastify;
    fastify.edits(u"plugin.js"_s, std::nullopt, plugin).edits(u"server.js"_s, std::nullopt, server);
    QCOMPARE(printed({request(u"GET"_s, u"/profiles/x"_s), request(u"GET"_s, u"/profiles/x/follow"_s)}, fastify,
                 added(u"plugin.js"_s, plugin) + added(u"server.js"_s, server)),
        QStringList({u"GET /profiles/x: plugin.js:6 by 0"_s, u"GET /profiles/x/follow: plugin.js:7 by 0"_s}));
}

/// A run with no events that carry content: no writer is known, and none is named.
void TestWhyLinks::nothingIsKnownWithoutContent()
{
    Trajectory turns;
    turns.runs(u"python3 make_everything.py"_s).runs(u"npm init -y"_s).says(u"Done."_s);
    const QByteArray patch = added(u"server.py"_s, flaskApp);
    QCOMPARE(printed({request(u"GET"_s, u"/user"_s), request(u"POST"_s, u"/users"_s)}, turns, patch),
        QStringList({u"GET /user: server.py:7 by -1"_s, u"POST /users: server.py:12 by -1"_s}));
    const auto coverage = CodeHistory::of(turns, patch, Progress()).coverage();
    QCOMPARE(coverage.known, 0);
    QCOMPARE(coverage.lines, 13);
    QCOMPARE(printed({request(u"GET"_s, u"/user"_s)}, Trajectory(), {}), QStringList{u"GET /user: no handler by -1"_s});
}

void TestWhyLinks::anUnknowableChangeLosesTheWriter()
{
    Trajectory turns;
    turns.writes(u"server.py"_s, u"x = 1\n"_s).runs(u"python3 rewrite.py server.py"_s);
    QCOMPARE(printed({request(u"GET"_s, u"/user"_s)}, turns, added(u"server.py"_s, flaskApp)),
        QStringList{u"GET /user: server.py:7 by -1"_s});
}

void TestWhyLinks::explanations()
{
    Trajectory turns;
    turns.writes(u"app.js"_s, expressApp).writes(u"routes.js"_s, expressRoutes);
    const QByteArray patch
        = added(u"app.js"_s, expressApp) + added(u"articles.js"_s, articles) + added(u"routes.js"_s, expressRoutes);
    const auto history = CodeHistory::of(turns, patch, Progress());
    const auto routes = RouteMap::of(finalTexts(history));
    QStringList sentences;
    for (const auto &link :
        whyLinks({request(u"POST"_s, u"/articles"_s), request(u"GET"_s, u"/tags"_s), request(u"GET"_s, u"/user"_s)},
            routes, history))
        sentences.append(link.explanation);
    QCOMPARE(sentences,
        QStringList({u"POST /api/articles is declared in routes.js, line 4, under the prefix /api from app.js; its "
                     u"handler "
                     "create begins at articles.js, line 5. Which turn wrote that line is not known."_s,
            u"GET /api/tags is declared in routes.js, line 5, under the prefix /api from app.js; its handler stands "
            "there. Turn 3 last wrote that line."_s,
            u"No single route of the 3 found in the code fits GET http://localhost:3000/api/user."_s}));
    QCOMPARE(whyLinks({request(u"GET"_s, u"/user"_s)}, RouteMap(), history).front().explanation,
        u"No routes were found in the code that is known of this run."_s);
}

/// Where the run has no patch, the last known versions stand for the final state.
void TestWhyLinks::withoutAPatch()
{
    Trajectory turns;
    turns.writes(u"server.py"_s, flaskApp).writes(u"gone.py"_s, flaskApp).runs(u"rm gone.py"_s);
    QCOMPARE(printed({request(u"GET"_s, u"/user"_s)}, turns, {}), QStringList{u"GET /user: server.py:7 by 0"_s});
}

QTEST_GUILESS_MAIN(TestWhyLinks)
#include "tst_whylinks.moc"
