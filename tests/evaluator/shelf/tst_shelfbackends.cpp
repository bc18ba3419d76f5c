// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shelflab.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <optional>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// What is to be seen of a backend that is right.
QStringList flawless(const EvaluationRequest &request)
{
    QStringList lines{u"shelf %1 of %1"_s.arg(request.contract.suite.checkCount())};
    for (const auto constraint : request.task.constraints.toVector())
        lines << constraintName(constraint) + u" holds";
    return lines;
}

} // namespace

/// Our own backends of the second contract, evaluated for real: the good ones pass everything, the damaged ones fail
/// what they must.
class TestShelfBackends : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFolderIsKnown();
    void passesEverything_data();
    void passesEverything();
    void failsWhatItMust_data();
    void failsWhatItMust();
    void everyCheckCatchesSomething();

private:
    std::optional<BackendLab> m_lab;
    QSet<QString> m_caught;
    qsizetype m_seen = 0;
    qsizetype m_planted = 0;
};

void TestShelfBackends::initTestCase()
{
    if (const auto missing = missingRequirement({u"bubblewrap"_s}); !missing.isEmpty())
        QSKIP(qPrintable(u"Backends are not evaluated: "_s + missing));
    auto lab = BackendLab::open();
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
    m_lab = *std::move(lab);
}

void TestShelfBackends::everyFolderIsKnown()
{
    QStringList names;
    for (const auto &backend : shelfBackends())
        names << backend.name;
    const QDir folder(shelfBackends().front().folder() + u"/.."_s);
    QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot), names);
}

void TestShelfBackends::passesEverything_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &backend : shelfBackends())
        QTest::addRow("%s", qPrintable(backend.name)) << backend.name;
}

void TestShelfBackends::passesEverything()
{
    QFETCH(const QString, name);
    const auto backend = shelfBackend(name);
    if (const auto missing = missingFor(backend); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto request = shelfRequest(backend.task, backend.folder());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const auto run = m_lab->evaluateRequest(*request);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QCOMPARE(failedChecks(run->record.suites.front()), QStringList());
    QCOMPARE(run->printed(), flawless(*request));
    QCOMPARE(run->record.contract + u' ' + run->record.contractVersion, u"shelf 1.0"_s);
    QCOMPARE(run->record.suites.front().version, u"1.0"_s);
}

void TestShelfBackends::failsWhatItMust_data()
{
    QTest::addColumn<PlantedDefect>("defect");
    const auto defects = readDefects(shelfDefectsFile());
    QVERIFY2(defects, defects ? "" : qPrintable(defects.error().message));
    for (const auto &defect : *defects)
        QTest::addRow("%s: %s", qPrintable(defect.backend), qPrintable(defect.name)) << defect;
    m_planted = std::ssize(*defects);
}

/// Python needs no set-up here: the packages are the system's, and each backend's set-up was seen to work above.
void TestShelfBackends::failsWhatItMust()
{
    QFETCH(const PlantedDefect, defect);
    const auto backend = shelfBackend(defect.backend);
    if (const auto missing = missingFor(backend); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const QTemporaryDir copy;
    QVERIFY(copyFolder(backend.folder(), copy.path()));
    const auto planted = plant(defect, copy.path());
    QVERIFY2(planted, planted ? "" : qPrintable(planted.error().message));
    auto request = shelfRequest(backend.task, copy.path());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    if (request->task.runtime == u"uv")
        dropSetUp(*request);
    const auto run = m_lab->evaluateRequest(*request);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    const auto failed = failedChecks(run->record.suites.front());
    m_caught.unite({failed.begin(), failed.end()});
    ++m_seen;
    QCOMPARE(failed, meantChecks(defect.fails, request->contract.suite));
    QCOMPARE(violated(run->bundle), defect.violates);
}

/// No check is there for show: each fails on one of the defects at least.
void TestShelfBackends::everyCheckCatchesSomething()
{
    if (m_seen == 0 || m_seen < m_planted)
        QSKIP("Not all defects were planted.");
    const auto request = shelfRequest(shelfBackends().front().task, {});
    QVERIFY(request);
    QStringList idle = meantChecks({u"*"_s}, request->contract.suite);
    idle.removeIf([this](const QString &check) { return m_caught.contains(check); });
    QCOMPARE(idle, QStringList());
}

QTEST_GUILESS_MAIN(TestShelfBackends)
#include "tst_shelfbackends.moc"
