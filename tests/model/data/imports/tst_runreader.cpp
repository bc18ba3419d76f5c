// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

const QString patchName = QStringLiteral("mini_swe_sdk-flask-openapi-sqlite.patch");
const QString reportName = QStringLiteral("newman-run-report-2026-04-01-10-00-00-000-0.csv");
const QString trajectoryName = QStringLiteral("mini/trajectory.json");
const QByteArray trajectory = R"({"status":"Submitted","trajectories":[]})";

using Files = std::vector<std::pair<QString, QByteArray>>;

Files wholeRun()
{
    return {{patchName, "diff --git a/x b/x\r\n"}, {reportName, fullReport(true)}, {trajectoryName, trajectory},
        {QStringLiteral("conduit.log"), "caf\xe9 \0 x"}};
}

QStringList documentsOf(const RunBundle &bundle)
{
    QStringList lines;
    for (const auto &document : bundle.documents)
        lines.append(QStringLiteral("%1 %2 %3")
                .arg(static_cast<int>(document.kind))
                .arg(document.path)
                .arg(document.bytes.size()));
    return lines;
}

} // namespace

/// Whole runs and what may be odd about their parts.
class tst_RunReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWholeRun();
    void warnsOfMissingParts();
    void choosesAmongPatches();
    void takesNewestReport();
    void choosesTrajectoryByScaffold();
    void hashesWhatCounts();
    void tellsProblemsOfFiles();
    void readsShortBuffers();
};

void tst_RunReader::readsWholeRun()
{
    const auto files = wholeRun();
    const auto bundle = bundleOf(files);
    QCOMPARE(warningsOf(bundle), QStringList());
    QCOMPARE(bundle.document(DocumentKind::Patch)->bytes, files[0].second);
    QCOMPARE(bundle.document(DocumentKind::ServerLog)->bytes, files[3].second);
    const auto run = summaryOf(bundle);
    QCOMPARE(run.assertions, 290);
    QCOMPARE(run.passed, 290);
    QCOMPARE(bundle.termination, Termination::Submitted);
    QCOMPARE(bundle.contentHash.size(), 32);
    QCOMPARE(bundle.key.trial, 0);
    QCOMPARE(bundle.task.framework, QStringLiteral("flask"));
}

void tst_RunReader::warnsOfMissingParts()
{
    QCOMPARE(warningsOf(bundleOf({})),
        QStringList({QStringLiteral("run: The run has no patch: it fails every constraint of its task."),
            QStringLiteral("run: The run has no test report: its score is 0."),
            QStringLiteral("run: The run has no trajectory.")}));
    auto files = wholeRun();
    files[0].second.clear();
    QCOMPARE(warningsOf(bundleOf(files)), QStringList({patchName + QStringLiteral(": The patch is empty.")}));
}

void tst_RunReader::choosesAmongPatches()
{
    auto files = wholeRun();
    files[0].first = QStringLiteral("other.patch");
    QCOMPARE(warningsOf(bundleOf(files)),
        QStringList({QStringLiteral("other.patch: It is taken as the run's patch, though its name is not \"%1\".")
                .arg(patchName)}));
    files.emplace_back(patchName, "right");
    const auto bundle = bundleOf(files);
    QCOMPARE(bundle.document(DocumentKind::Patch)->bytes, QByteArray("right"));
    QCOMPARE(warningsOf(bundle),
        QStringList({patchName + QStringLiteral(": It is one of 2 patches; the others are left out.")}));
}

void tst_RunReader::takesNewestReport()
{
    auto files = wholeRun();
    files.emplace_back(QStringLiteral("newman-run-report-2026-04-02-10-00-00-000-0.csv"), fullReport(false));
    files.emplace_back(QStringLiteral("newman-run-report-2026-04-02-10-00-00-000-0.html"), "<html>");
    const auto bundle = bundleOf(files);
    QCOMPARE(summaryOf(bundle).passed, 0);
    QCOMPARE(warningsOf(bundle),
        QStringList({QStringLiteral(
            "newman-run-report-2026-04-02-10-00-00-000-0.csv: It counts as the newest of 2 reports, not \"%1\".")
                .arg(reportName)}));
    QCOMPARE(documentsOf(bundle).filter(QStringLiteral("newman")),
        QStringList(
            {QStringLiteral("1 newman-run-report-2026-04-02-10-00-00-000-0.csv %1").arg(fullReport(false).size()),
                QStringLiteral("1 %1 %2").arg(reportName).arg(fullReport(true).size()),
                QStringLiteral("1 newman-run-report-2026-04-02-10-00-00-000-0.html 6")}));
}

void tst_RunReader::choosesTrajectoryByScaffold()
{
    Files files{
        {trajectoryName, trajectory}, {QStringLiteral("ab/base_state.json"), R"({"execution_status":"error"})"}};
    const auto mini = bundleOf(files);
    QCOMPARE(mini.termination, Termination::Submitted);
    QVERIFY(warningsOf(mini).contains(
        QStringLiteral("run: The run holds trajectories of both scaffolds; \"ab\" is left out.")));
    QCOMPARE(bundleOf(files, anOpenHandsFolder).termination, Termination::Error);
    auto unknown = aRunFolder;
    unknown.replace(QStringLiteral("mini_swe_sdk"), QStringLiteral("my_agent"));
    QCOMPARE(bundleOf({files[0]}, unknown).termination, Termination::Submitted);
    QCOMPARE(bundleOf({files[1]}, unknown).termination, Termination::Error);
}

void tst_RunReader::hashesWhatCounts()
{
    const auto files = wholeRun();
    const auto hash = bundleOf(files).contentHash;
    auto other = Files(files.rbegin(), files.rend());
    other.emplace_back(QStringLiteral("notes.txt"), "left by hand");
    QCOMPARE(bundleOf(other).contentHash, hash);
    other = files;
    other[3].second.append('x');
    QVERIFY(bundleOf(other).contentHash != hash);
    other = files;
    other[3].first = QStringLiteral("setup.log");
    QVERIFY(bundleOf(other).contentHash != hash);
}

void tst_RunReader::tellsProblemsOfFiles()
{
    Tree tree;
    tree.with(aRunFolder + QStringLiteral("/conduit.log"))
        .withLink(aRunFolder + u'/' + reportName, QStringLiteral("/etc/hostname"));
    const auto bundles = bundlesOf(tree.path());
    QCOMPARE(bundles.size(), 1U);
    QCOMPARE(warningsOf(bundles[0]).first(),
        reportName + QStringLiteral(": It cannot be read: it is a symbolic link, and links are not followed."));
    QVERIFY(bundles[0].requests.empty());
}

/// Texts without room behind them: the JSON parser looks ahead.
void tst_RunReader::readsShortBuffers()
{
    const auto bundle
        = bundleOf({{trajectoryName, QByteArray::fromRawData(trajectory.constData(), trajectory.size())}});
    QCOMPARE(bundle.termination, Termination::Submitted);
}

QTEST_GUILESS_MAIN(tst_RunReader)
#include "tst_runreader.moc"
