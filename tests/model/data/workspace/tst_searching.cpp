// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;

namespace {

constexpr int patience = 120'000;

/// "run turn 3: snippet" or "run conduit.log:2: snippet", and the sum; or the error.
QStringList printed(const Result<SearchPage> &page)
{
    if (!page)
        return {page.error().message};
    QStringList lines;
    for (const auto &hit : page->hits) {
        const QString place = hit.turn >= 0 ? QString(u"turn " % QString::number(hit.turn))
                                            : QString(hit.document % u':' % QString::number(hit.line));
        lines.append(QString::number(hit.run.value) % u' ' % place % u": " % hit.snippet.simplified());
    }
    lines.append((page->isTotalExact ? QStringLiteral("= %1") : QStringLiteral("<= %1")).arg(page->total));
    return lines;
}

} // namespace

class TestSearching : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_store = m_folder.filePath(QStringLiteral("study.decayscope"));
        const auto tree = m_folder.filePath(QStringLiteral("results"));
        QVERIFY(Test::writeRun(tree,
            {.turns = {QStringLiteral("please build login"), QStringLiteral("the login of the session"),
                 QStringLiteral("session first, login later")}}));
        QVERIFY(Test::writeRun(tree,
            {.trial = 1,
                .patch = "diff --git a/login.py b/login.py\n--- /dev/null\n+++ b/login.py\n@@ -0,0 +1 @@\n+x = 1\n",
                .turns = {QStringLiteral("nothing here"), QStringLiteral("a\nline and login session")}}));
        QFile log(tree % u'/' % Test::RunOnDisk{.trial = 1}.folder() % u"/setup.log");
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("first line\nsecond line says Login\n");
        log.close();
        // One reading thread: the runs are numbered in the order of their folders.
        const auto report = importIntoStore(m_store, {tree}, {.jobs = 1}, Test::namingVerifier(), {});
        QVERIFY(report);
        QCOMPARE(report->runs, 2);
    }

    void findsEveryPart_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("word") << QStringLiteral("login")
                              << QStringList({QStringLiteral("1 turn 0: please build login"),
                                     QStringLiteral("1 turn 1: the login of the session"),
                                     QStringLiteral("1 turn 2: session first, login later"),
                                     QStringLiteral("2 turn 1: a line and login session"),
                                     QStringLiteral("2 mini_swe_sdk-flask-openapi-unconstrained.patch:1: diff --git "
                                                    "a/login.py b/login.py --- /dev/null +++ b/login.py @@ -0,0 +1 @@ "
                                                    "+x = 1"),
                                     QStringLiteral("2 setup.log:2: first line second line says Login"),
                                     QStringLiteral("= 6")});
        QTest::newRow("phrase") << QStringLiteral("\"login session\"")
                                << QStringList(
                                       {QStringLiteral("2 turn 1: a line and login session"), QStringLiteral("= 1")});
        QTest::newRow("not") << QStringLiteral("session NOT first")
                             << QStringList({QStringLiteral("1 turn 1: the login of the session"),
                                    QStringLiteral("2 turn 1: a line and login session"), QStringLiteral("= 2")});
        QTest::newRow("not a phrase") << QStringLiteral("session NOT \"login session\"")
                                      << QStringList({QStringLiteral("1 turn 1: the login of the session"),
                                             QStringLiteral("1 turn 2: session first, login later"),
                                             QStringLiteral("= 2")});
        QTest::newRow("prefix") << QStringLiteral("noth*")
                                << QStringList({QStringLiteral("2 turn 0: nothing here"), QStringLiteral("= 1")});
        QTest::newRow("none") << QStringLiteral("zyxwvut") << QStringList({QStringLiteral("= 0")});
        QTest::newRow("wrong") << QStringLiteral("(login")
                               << QStringList({QStringLiteral("Character 1: this parenthesis is never closed.")});
    }

    void findsEveryPart()
    {
        QFETCH(QString, query);
        QTEST(printed(found({.query = query})), "lines");
    }

    void findsPageByPage()
    {
        const auto all = found({.query = QStringLiteral("login")});
        QVERIFY(all);
        std::vector<SearchHit> paged;
        for (int offset = 0; offset < 6; offset += 2) {
            const auto page = found({.query = QStringLiteral("login"), .offset = offset, .limit = 2});
            QVERIFY(page);
            QCOMPARE(page->total, 6);
            QVERIFY(page->isTotalExact);
            paged.insert(paged.end(), page->hits.begin(), page->hits.end());
        }
        QVERIFY(paged == all->hits);
        QCOMPARE(printed(found({.query = QStringLiteral("\"the session\" OR \"login session\""), .limit = 1})),
            QStringList({QStringLiteral("1 turn 1: the login of the session"), QStringLiteral("<= 3")}));
        QCOMPARE(printed(found({.query = QStringLiteral("\"the session\" OR \"login session\""), .offset = 1})),
            QStringList({QStringLiteral("2 turn 1: a line and login session"), QStringLiteral("= 2")}));
    }

    void looksOnlyWhereItIsAsked()
    {
        const auto total = [this](const SearchRequest &request) { return found(request)->total; };
        const auto login = QStringLiteral("login");
        QCOMPARE(total({.query = login, .parts = {SearchPart::Turns}}), 4);
        QCOMPARE(total({.query = login, .parts = {SearchPart::Logs}}), 1);
        QCOMPARE(total({.query = login, .parts = {SearchPart::Patches}}), 1);
        QCOMPARE(total({.query = login, .parts = {SearchPart::Logs, SearchPart::Patches}}), 2);
        QCOMPARE(total({.query = login, .runs = std::set<RunId>{{.value = 2}}}), 3);
        QCOMPARE(total({.query = login, .runs = std::set<RunId>{}}), 0);
    }

    void stopsWhenCancelled()
    {
        const auto page = searchInStore(m_store, {.query = QStringLiteral("login")}, Progress([] { return true; }));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Cancelled);
    }

    void aNewerSearchCancelsTheOlder()
    {
        const auto workspace = Workspace::open(m_store, OpenMode::ReadWrite, Test::namingVerifier());
        QVERIFY(workspace);
        std::vector<QFuture<Result<SearchPage>>> searches;
        for (int i = 0; i < 20; ++i)
            searches.push_back((*workspace)->search({.query = QStringLiteral("login")}));
        for (const auto &search : searches)
            QVERIFY(QTest::qWaitFor([&] { return search.isFinished(); }, patience));
        QCOMPARE(searches.back().result()->total, 6);
        for (const auto &search : searches) {
            const auto page = search.result();
            QVERIFY(page || page.error().kind == ErrorKind::Cancelled);
        }
    }

private:
    Result<SearchPage> found(const SearchRequest &request) { return searchInStore(m_store, request, {}); }

    QTemporaryDir m_folder;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestSearching)
#include "tst_searching.moc"
