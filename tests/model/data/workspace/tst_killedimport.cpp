// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <workspace/workspace.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;

namespace {

constexpr int kills = 20;

} // namespace

/// kill -9 at any moment leaves a store that opens, checks clean and continues to the state of an import never
/// disturbed.
class TestKilledImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(Test::writeRuns(m_tree, 120, 80));
        QElapsedTimer time;
        time.start();
        QCOMPARE(QProcess::execute(QStringLiteral(IMPORT_CHILD), {m_clean, m_tree}), 0);
        m_duration = static_cast<int>(time.elapsed());
        m_runs = Test::printed(readSnapshot(m_clean)->runs);
        QCOMPARE(m_runs.size(), 120);
    }

    void leavesASoundStore()
    {
        QRandomGenerator chance(20260401);
        QStringList seen;
        for (int kill = 0; kill < kills; ++kill) {
            const auto store = m_folder.filePath(QStringLiteral("killed-%1").arg(kill));
            const auto moment = chance.bounded(m_duration);
            killedAfter(store, moment);
            seen.append(QStringLiteral("%1 ms: %2 runs")
                    .arg(moment)
                    .arg(QFile::exists(store) ? readSnapshot(store)->runs.size() : 0));
            examine(store);
        }
        qInfo().noquote() << "killed after" << seen.join(u", ");
    }

    void survivesBeingKilledAgainAndAgain()
    {
        QRandomGenerator chance(7);
        const auto store = m_folder.filePath(QStringLiteral("often"));
        for (int kill = 0; kill < 5; ++kill)
            killedAfter(store, chance.bounded(m_duration / 3, m_duration / 2));
        examine(store);
    }

private:
    void killedAfter(const QString &store, int milliseconds) const
    {
        QProcess child;
        child.start(QStringLiteral(IMPORT_CHILD), {store, m_tree});
        QVERIFY(child.waitForStarted());
        child.waitForFinished(milliseconds);
        child.kill();
        child.waitForFinished();
    }

    void examine(const QString &store) const
    {
        if (QFile::exists(store)) {
            const auto check = checkStore(store, {});
            QVERIFY2(check, qPrintable(check ? QString() : check.error().message));
            QCOMPARE(check->findings, QStringList());
        }
        const auto rest = importIntoStore(store, {m_tree}, {}, Test::namingVerifier(), {});
        QVERIFY2(rest, qPrintable(rest ? QString() : rest.error().message));
        QCOMPARE(rest->imported + rest->unchanged, 120);
        QCOMPARE(Test::printed(readSnapshot(store)->runs), m_runs);
        const auto check = checkStore(store, {});
        QVERIFY(check);
        QCOMPARE(check->findings, QStringList());
        const auto before = storeInfo(m_clean);
        const auto after = storeInfo(store);
        QCOMPARE(after->texts, before->texts);
        QCOMPARE(after->textBytes, before->textBytes);
        QCOMPARE(after->indexedParts, before->indexedParts);
    }

    QTemporaryDir m_folder;
    const QString m_tree = m_folder.filePath(QStringLiteral("results"));
    const QString m_clean = m_folder.filePath(QStringLiteral("clean"));
    int m_duration = 0;
    QStringList m_runs;
};

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killedimport.moc"
