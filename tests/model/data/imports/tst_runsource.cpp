// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <imports/runcatalog.h>
#include <imports/runreader.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

/// Runs found in folders of every shape.
class tst_RunSource : public QObject
{
    Q_OBJECT

private slots:
    void startsAnywhereInTheTree_data();
    void startsAnywhereInTheTree();
    void takesWholePlacesOnly();
    void leavesStrayThingsAlone();
    void followsNoLinks();
    void takesEveryRunOnce();
    void saysWhatIsMissing();
    void cancels();
    void loadsOnlyFilesThatCount();
    void opensLinkTheUserNamed();
};

void tst_RunSource::startsAnywhereInTheTree_data()
{
    QTest::addColumn<QString>("start");
    QString start = QStringLiteral("data/results");
    QTest::newRow("above") << QString();
    QTest::newRow("data") << QStringLiteral("data/");
    QTest::newRow("results") << start;
    for (const auto &name : aRunFolder.split(u'/')) {
        start += u'/' + name;
        QTest::newRow(qPrintable(name)) << start;
    }
}

void tst_RunSource::startsAnywhereInTheTree()
{
    QFETCH(QString, start);
    Tree tree;
    tree.with(QStringLiteral("data/results/") + aRunFolder + QStringLiteral("/conduit.log"));
    QCOMPARE(contentsOf(tree.path(start)),
        QStringList(
            {QStringLiteral("run uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00 #0, 1 files")}));
}

void tst_RunSource::takesWholePlacesOnly()
{
    Tree tree;
    tree.with(QStringLiteral("uv/a/m/flask-openapi-mystery/2026-04-01/run_0/conduit.log"))
        .with(QStringLiteral("uv/a/m/flask/2026-04-01/run_0/conduit.log"))
        .with(QStringLiteral("uv/a/m/flask-openapi-sqlite/latest/run_0/conduit.log"))
        .with(QStringLiteral("uv/a/m/flask-openapi-sqlite/2026-04-01/run_99999999999/conduit.log"))
        .with(QStringLiteral("uv/a/m/flask-openapi-sqlite/2026-04-01/run_x/conduit.log"))
        .with(QStringLiteral("honojs/a/m/hard-focused-task-001/2026-04-01/run_12/conduit.log"));
    const auto expected = QStringLiteral("Runs are expected in folders runtime/agent/model/task/date/run_N, such as "
                                         "uv/mini_swe_sdk/gpt-5-mini/flask-openapi-sqlite/2026-04-01T12-00-00/run_0.");
    QCOMPARE(contentsOf(tree.path()),
        QStringList({QStringLiteral("run honojs/a/m/hard-focused-task-001/2026-04-01 #12, 1 files"),
            QStringLiteral("refused uv/a/m/flask/2026-04-01/run_0: \"flask\" is no task name; expected "
                           "\"framework-contract-constraints\", such as \"flask-openapi-sqlite\"."),
            QStringLiteral(
                "refused uv/a/m/flask-openapi-mystery/2026-04-01/run_0: The task \"flask-openapi-mystery\" names an "
                "unknown constraint \"mystery\"."),
            QStringLiteral(
                "refused uv/a/m/flask-openapi-sqlite/2026-04-01/run_99999999999: The number of the run is too large."),
            QStringLiteral(
                "refused uv/a/m/flask-openapi-sqlite/latest/run_0: The folder \"latest\" above it is no date such as "
                "2026-04-01T12-00-00. ")
                + expected}));
}

void tst_RunSource::leavesStrayThingsAlone()
{
    Tree tree;
    tree.with(aRunFolder + QStringLiteral("/conduit.log"))
        .with(QStringLiteral("uv/.DS_Store"))
        .with(QStringLiteral("README"))
        .with(aRunFolder + QStringLiteral("/../README"))
        .with(aRunFolder + QStringLiteral("/notes.txt"))
        .with(aRunFolder + QStringLiteral("/node_modules/a/b/c/base_state.json"))
        .withFolder(QStringLiteral(".git/uv/a/m/flask-openapi-sqlite/2026-04-01/run_0"))
        .withFolder(QStringLiteral("empty/folder"));
    QCOMPARE(contentsOf(tree.path()),
        QStringList(
            {QStringLiteral("run uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00 #0, 1 files")}));
}

void tst_RunSource::followsNoLinks()
{
    Tree tree;
    tree.with(aRunFolder + QStringLiteral("/conduit.log"))
        .withLink(QStringLiteral("uv/loop"), tree.path())
        .withLink(aRunFolder + QStringLiteral("/setup.log"), QStringLiteral("/etc/hostname"));
    QCOMPARE(contentsOf(tree.path()),
        QStringList({QStringLiteral("run uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00 #0, 2 files"),
            QStringLiteral(
                "refused uv/loop: It is a symbolic link, and links are not followed. Import what it points to.")}));
    const auto bundles = bundlesOf(tree.path());
    QCOMPARE(bundles.size(), 1U);
    QVERIFY(warningsOf(bundles[0])
            .contains(
                QStringLiteral("setup.log: It cannot be read: it is a symbolic link, and links are not followed.")));
    QVERIFY(!bundles[0].document(DocumentKind::SetupLog));
}

void tst_RunSource::takesEveryRunOnce()
{
    Tree tree;
    tree.with(QStringLiteral("a/") + aRunFolder + QStringLiteral("/conduit.log"))
        .with(QStringLiteral("b/") + aRunFolder + QStringLiteral("/conduit.log"))
        .with(QStringLiteral("b/") + aRunFolder + QStringLiteral("0/conduit.log"))
        .with(QStringLiteral("b/") + aRunFolder.chopped(1) + QStringLiteral("2/conduit.log"));
    QCOMPARE(contentsOf(tree.path()),
        QStringList({QStringLiteral("run uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00 #0, 1 files"),
            QStringLiteral("run uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00 #2, 1 files"),
            QStringLiteral("refused b/%1: It is the same run as \"a/%1\", which was taken.").arg(aRunFolder),
            QStringLiteral("refused b/%1%2: It is the same run as \"a/%1\", which was taken.")
                .arg(aRunFolder, QStringLiteral("0"))}));
}

void tst_RunSource::saysWhatIsMissing()
{
    Tree tree;
    tree.with(QStringLiteral("notes.txt"), "hello");
    tree.withFolder(QStringLiteral("empty"));
    QCOMPARE(openRunSource(tree.path(QStringLiteral("nowhere")), {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(openRunSource({}, {}).error().kind, ErrorKind::NotFound);
    const auto empty = openRunSource(tree.path(QStringLiteral("empty")), {});
    QCOMPARE(empty.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(empty.error().message,
        QStringLiteral("\"%1\" holds no run. ").arg(tree.path(QStringLiteral("empty"))) + expectedLayout());
    QCOMPARE(openRunSource(tree.path(QStringLiteral("notes.txt")), {}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(openRunSource(QStringLiteral("/dev/null"), {}).error().kind, ErrorKind::InvalidInput);
}

void tst_RunSource::cancels()
{
    Tree tree;
    tree.with(aRunFolder + QStringLiteral("/conduit.log"));
    const Progress never([] { return true; });
    QCOMPARE(openRunSource(tree.path(), never).error().kind, ErrorKind::Cancelled);
    const auto source = openRunSource(tree.path(), {});
    QCOMPARE((*source)->next(never).error().kind, ErrorKind::Cancelled);
    QCOMPARE((*source)->runCount(), 1);
}

void tst_RunSource::loadsOnlyFilesThatCount()
{
    Tree tree;
    const QStringList counting{QStringLiteral("abc/base_state.json"), QStringLiteral("abc/events/event-00000-1.json"),
        QStringLiteral("conduit.log"), QStringLiteral("mini/trajectory.json"),
        QStringLiteral("newman-run-report-1.csv"), QStringLiteral("newman-run-report-1.html"),
        QStringLiteral("setup.log"), QStringLiteral("x.patch")};
    for (const auto &file : counting)
        tree.with(aRunFolder + u'/' + file, file.toUtf8());
    for (const auto *stray : {"abc/events/.eventlog.lock", "abc/TASKS.json", "mini/other.json", "newman-run-1.json",
             ".x.patch", "abc/observations/a.txt", "deep/er/events/event-00000-1.json"})
        tree.with(aRunFolder + u'/' + QLatin1StringView(stray));
    const auto source = openRunSource(tree.path(), {});
    const auto run = (*source)->next({});
    QStringList paths;
    const auto files = (*run)->load();
    for (const auto &file : files.value()) {
        paths.append(file.path);
        QCOMPARE(QString::fromUtf8(file.bytes), file.path);
    }
    paths.sort();
    QCOMPARE(paths, counting);
}

void tst_RunSource::opensLinkTheUserNamed()
{
    Tree tree;
    tree.with(QStringLiteral("real/") + aRunFolder + QStringLiteral("/conduit.log"));
    tree.withLink(QStringLiteral("link"), tree.path(QStringLiteral("real")));
    QCOMPARE(contentsOf(tree.path(QStringLiteral("link"))).size(), 1);
}

QTEST_GUILESS_MAIN(tst_RunSource)
#include "tst_runsource.moc"
