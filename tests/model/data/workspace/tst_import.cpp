// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <support/shareddata.h>
#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Decayscope;
using Test::namingVerifier;

namespace {

QString printed(const Result<ImportReport> &report)
{
    if (!report)
        return report.error().message;
    return QStringLiteral("imported %1 updated %2 unchanged %3 refused %4 runs %5%6")
        .arg(report->imported)
        .arg(report->updated)
        .arg(report->unchanged)
        .arg(report->refused.size())
        .arg(report->runs)
        .arg(report->cancelled ? QStringLiteral(" cancelled") : QStringLiteral(""));
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(QStringLiteral("study.decayscope"));
        m_tree = m_folder->filePath(QStringLiteral("results"));
    }

    void cleanup()
    {
        if (QFile::exists(m_store))
            QCOMPARE(findings(m_store), QStringList());
    }

    void readsATree()
    {
        QVERIFY(Test::writeRun(
            m_tree, {.constraints = {Constraint::Postgres}, .passed = 4, .patch = "diff --git a/a b/a\n+postgres\n"}));
        QVERIFY(Test::writeRun(m_tree, {.constraints = {Constraint::CleanArchitecture}, .trial = 1}));
        QCOMPARE(printed(imported()), u"imported 2 updated 0 unchanged 0 refused 0 runs 2");
        QCOMPARE(runs(),
            QStringList(
                {QStringLiteral(
                     "gpt-x flask-openapi-clean_architecture 2026-04-01T12-00-00 run_1 6/6 turns 2 violated - -"),
                    QStringLiteral("gpt-x flask-openapi-postgres 2026-04-01T12-00-00 run_0 4/6 turns 2 - ok -")}));
    }

    void importingAgainWritesNothing()
    {
        QVERIFY(Test::writeRuns(m_tree, 12, 4));
        QCOMPARE(printed(imported()), u"imported 12 updated 0 unchanged 0 refused 0 runs 12");
        const auto before = contentOf(m_store);
        QCOMPARE(printed(imported()), u"imported 0 updated 0 unchanged 12 refused 0 runs 12");
        QVERIFY(contentOf(m_store) == before);
    }

    void aChangedRunIsAnUpdateThatCanBeUndone()
    {
        QVERIFY(Test::writeRuns(m_tree, 3, 4));
        QVERIFY(imported());
        const auto before = runs();
        QVERIFY(Test::writeRun(m_tree, {.passed = 1}));
        QVERIFY(Test::writeRun(m_tree, {.trial = 7}));
        const auto report = imported();
        QCOMPARE(printed(report), u"imported 1 updated 1 unchanged 2 refused 0 runs 4");
        QVERIFY(undoImportInStore(m_store, report->importId));
        QCOMPARE(runs(), before);
        QCOMPARE(printed(imported()), u"imported 1 updated 1 unchanged 2 refused 0 runs 4");
    }

    void keepsOlderDatesAndMarksThem()
    {
        QVERIFY(Test::writeRun(m_tree, {.date = QStringLiteral("2026-03-01T12-00-00"), .passed = 1}));
        QVERIFY(Test::writeRun(m_tree, {}));
        QVERIFY(imported());
        QCOMPARE(runs(),
            QStringList(
                {QStringLiteral("gpt-x flask-openapi-unconstrained 2026-03-01T12-00-00 run_0 1/6 turns 2 - - - old"),
                    QStringLiteral("gpt-x flask-openapi-unconstrained 2026-04-01T12-00-00 run_0 6/6 turns 2 - - -")}));
    }

    void whatCannotBeReadIsALineOfTheReport()
    {
        QVERIFY(Test::writeRun(m_tree, {}));
        const auto missing = m_folder->filePath(QStringLiteral("missing"));
        const auto report = importIntoStore(m_store, {missing, m_tree}, {}, namingVerifier(), {});
        QCOMPARE(printed(report), u"imported 1 updated 0 unchanged 0 refused 1 runs 1");
        QCOMPARE(report->refused.front().path, missing);
        QVERIFY(!report->refused.front().reason.isEmpty());
    }

    void tellsHowFarItIs()
    {
        QVERIFY(Test::writeRuns(m_tree, 40, 30));
        std::vector<ProgressUpdate> updates;
        std::mutex mutex;
        const Progress progress({}, [&](const ProgressUpdate &update) {
            const std::lock_guard lock(mutex);
            updates.push_back(update);
        });
        QVERIFY(importIntoStore(m_store, {m_tree}, {}, namingVerifier(), progress));
        std::erase_if(updates, [](const ProgressUpdate &update) { return update.total != 40; });
        QVERIFY(!updates.empty());
        QVERIFY(std::ranges::is_sorted(updates, {}, &ProgressUpdate::done));
        QCOMPARE(updates.back().done, 40);
        QVERIFY(updates.back().what.contains(u"run_"));
        QVERIFY(updates.back().bytes > 0);
    }

    void cancellingKeepsWhatWasFinished()
    {
        QVERIFY(Test::writeRuns(m_tree, 60, 60));
        std::atomic<bool> cancel = false;
        const Progress progress([&] { return cancel.load(); },
            [&](const ProgressUpdate &update) {
                if (update.done > 0)
                    cancel = true;
            });
        const auto report = importIntoStore(m_store, {m_tree}, {}, namingVerifier(), progress);
        QVERIFY(report);
        QVERIFY(report->cancelled);
        QVERIFY(report->imported > 0);
        QVERIFY(report->imported < 60);
        QCOMPARE(runs().size(), report->imported);
        QCOMPARE(findings(m_store), QStringList());
        const auto rest = imported();
        QCOMPARE(rest->imported + rest->unchanged, 60);
        QCOMPARE(rest->unchanged, report->imported);
    }

    void cancelledAtOnceLeavesNothing()
    {
        QVERIFY(Test::writeRuns(m_tree, 3, 4));
        const auto report = importIntoStore(m_store, {m_tree}, {}, namingVerifier(), Progress([] { return true; }));
        QCOMPARE(printed(report), u"imported 0 updated 0 unchanged 0 refused 0 runs 0 cancelled");
    }

    void twoAtOnceBothSucceed()
    {
        QVERIFY(Test::writeRuns(m_tree, 60, 30));
        const auto other = m_folder->filePath(QStringLiteral("other"));
        QVERIFY(Test::writeRun(other, {.model = QStringLiteral("gpt-y")}));
        QVERIFY(Test::writeRun(other, {.trial = 77}));
        Result<ImportReport> first;
        Result<ImportReport> second;
        std::atomic<int> looks = 0;
        {
            std::atomic<bool> isDone = false;
            std::jthread reader([&] {
                while (!isDone) {
                    if (const auto snapshot = readSnapshot(m_store))
                        ++looks;
                }
            });
            {
                const std::jthread a([&] { first = imported(); });
                const std::jthread b(
                    [&] { second = importIntoStore(m_store, {other, m_tree}, {}, namingVerifier(), {}); });
            }
            isDone = true;
        }
        QVERIFY2(first && second, qPrintable(printed(first) + printed(second)));
        QCOMPARE(first->imported + second->imported, 62);
        QCOMPARE(first->unchanged + second->unchanged, 60);
        QCOMPARE(runs().size(), 62);
        QVERIFY(looks > 0);
    }

    void isTheSameOnAnyNumberOfThreads()
    {
        QVERIFY(Test::writeRuns(m_tree, 30, 5));
        const auto other = m_folder->filePath(QStringLiteral("one"));
        QVERIFY(imported());
        QVERIFY(importIntoStore(other, {m_tree}, {.jobs = 1}, namingVerifier(), {}));
        QCOMPARE(Test::printed(readSnapshot(other)->runs), runs());
    }

    void takesVerdictsAgain()
    {
        QVERIFY(Test::writeRun(m_tree, {.constraints = {Constraint::Postgres}}));
        QVERIFY(imported());
        QVERIFY(runs().first().endsWith(u"- violated -"));
        const Verifier kinder{QStringLiteral("kind-1"), [](QByteArrayView, ConstraintSet) {
                                  return std::vector<ConstraintVerdict>{
                                      {.constraint = Constraint::Postgres, .compliant = true}};
                              }};
        QCOMPARE(retakeVerdictsInStore(m_store, {.reference = kinder, .syntax = kinder}, {}).value_or(0), 1);
        QVERIFY(runs().first().endsWith(u"- ok -"));
    }

    void readsWhatTheSharedGeneratorMakes()
    {
        DECAYSCOPE_REQUIRE_SHARED("tools/make_results.py");
        QVERIFY(Test::makeResultsTree(m_tree,
            {QStringLiteral("--size"), QStringLiteral("tiny"), QStringLiteral("--seed"), QStringLiteral("1"),
                QStringLiteral("--quirks")}));
        const auto report = imported();
        QVERIFY(report);
        QCOMPARE(report->imported, report->runs);
        QVERIFY(report->imported > 30);
        QVERIFY(!report->warnings.empty());
    }

private:
    [[nodiscard]] Result<ImportReport> imported() const
    {
        return importIntoStore(m_store, {m_tree}, {}, namingVerifier(), {});
    }

    [[nodiscard]] QStringList runs() const { return Test::printed(readSnapshot(m_store)->runs); }

    static QStringList findings(const QString &store)
    {
        const auto check = checkStore(store, {});
        return check ? check->findings : QStringList({check.error().message});
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    QString m_tree;
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
