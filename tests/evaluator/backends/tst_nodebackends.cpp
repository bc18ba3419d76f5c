// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backendlab.h"

#include <QDir>
#include <QProcess>

#include <optional>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

const ConstraintSet layered{Constraint::CleanArchitecture, Constraint::Postgres, Constraint::Sequelize};

const std::vector<ReferenceBackend> backends{
    {u"node"_s, u"express"_s, u"express"_s, {}},
    {u"node"_s, u"express-postgres-sequelize"_s, u"express"_s, layered},
    {u"node"_s, u"express-sqlite"_s, u"express"_s, {Constraint::Sqlite}},
    {u"node"_s, u"fastify"_s, u"fastify"_s, {}},
    {u"node"_s, u"hono"_s, u"hono"_s, {}},
    {u"node"_s, u"koa"_s, u"koa"_s, {}},
};

/// Why a backend cannot be evaluated on this system; empty where it can.
QString missingFor(const ReferenceBackend &backend)
{
    if (backend.constraints.contains(Constraint::Postgres))
        return missingRequirement({u"PostgreSQL"_s});
    if (!backend.constraints.contains(Constraint::Sqlite))
        return {};
    const auto asking = u"try { require('sqlite3') } catch { process.exitCode = 1 }"_s;
    return QProcess::execute(u"node"_s, {u"-e"_s, asking}) == 0
        ? QString()
        : u"Node's sqlite3 is not installed. Run \"./bootstrap evaluation\"."_s;
}

QStringList perfect(const ReferenceBackend &backend)
{
    QStringList lines;
    for (const auto *suite : {&BackendLab::suite(), &BackendLab::deepSuite()})
        lines << u"%1 %2 of %2"_s.arg(suite->name).arg(suite->checkCount());
    for (const auto constraint : backend.constraints.toVector())
        lines << constraintName(constraint) + u" holds";
    return lines;
}

} // namespace

/// Our own backends on Node, evaluated for real: the good ones pass everything, the damaged ones fail what they must.
class TestNodeBackends : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFolderIsKnown();
    void passesEverything_data();
    void passesEverything();
    void aPatchDoesAsItsFolder();
    void failsWhatItMust_data();
    void failsWhatItMust();

private:
    std::optional<BackendLab> m_lab;
};

void TestNodeBackends::initTestCase()
{
    for (const auto &missing :
        {missingRequirement({u"bubblewrap"_s, u"namespaces"_s, u"Node"_s, u"npm"_s}), missingNpmRegistry()}) {
        if (!missing.isEmpty())
            QSKIP(qPrintable(u"Backends on Node are not evaluated: "_s + missing));
    }
    auto lab = BackendLab::open();
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
    m_lab = *std::move(lab);
}

void TestNodeBackends::everyFolderIsKnown()
{
    QStringList names;
    for (const auto &backend : backends)
        names << backend.name;
    QCOMPARE(QDir(backends.front().folder() + u"/.."_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot), names);
}

void TestNodeBackends::passesEverything_data()
{
    QTest::addColumn<qsizetype>("index");
    for (std::size_t i = 0; i < backends.size(); ++i)
        QTest::addRow("%s", qPrintable(backends[i].name)) << static_cast<qsizetype>(i);
}

void TestNodeBackends::passesEverything()
{
    QFETCH(const qsizetype, index);
    const auto &backend = backends[static_cast<std::size_t>(index)];
    if (const auto missing = missingFor(backend); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto run = m_lab->evaluateBackend(backend);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    for (const auto &suite : run->record.suites)
        QCOMPARE(failedChecks(suite), QStringList());
    QCOMPARE(run->printed(), perfect(backend));
}

/// The patch a run keeps is the whole of its code: evaluated in its place, it says the same.
void TestNodeBackends::aPatchDoesAsItsFolder()
{
    const auto &express = backends.front();
    const auto first = m_lab->evaluateBackend(express);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    const auto *patch = first->bundle.document(DocumentKind::Patch);
    QVERIFY(patch != nullptr);
    auto request = BackendLab::request(express, {});
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    request->code = WorkspacePatch{u"express.patch"_s, patch->bytes};
    const auto second = m_lab->evaluateRequest(*request);
    QVERIFY2(second, second ? "" : qPrintable(second.error().message));
    QCOMPARE(second->printed(), perfect(express));
    const auto *again = second->bundle.document(DocumentKind::Patch);
    QVERIFY(again != nullptr);
    QCOMPARE(again->bytes, patch->bytes);
}

void TestNodeBackends::failsWhatItMust_data()
{
    QTest::addColumn<PlantedDefect>("defect");
    const auto defects = readDefects(defectsFile(u"node"_s));
    QVERIFY2(defects, defects ? "" : qPrintable(defects.error().message));
    for (const auto &defect : *defects)
        QTest::addRow("%s: %s", qPrintable(defect.backend), qPrintable(defect.name)) << defect;
}

void TestNodeBackends::failsWhatItMust()
{
    QFETCH(const PlantedDefect, defect);
    const auto backend = std::ranges::find(backends, defect.backend, &ReferenceBackend::name);
    QVERIFY(backend != backends.end());
    if (const auto missing = missingFor(*backend); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto run = m_lab->evaluateDefect(*backend, defect);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QCOMPARE(violated(run->bundle), defect.violates);
    QCOMPARE(run->record.suites.size(), 2U);
    QCOMPARE(failedChecks(run->record.suites[0]), meantChecks(defect.fails, BackendLab::suite()));
    if (!defect.fails.isEmpty() && defect.deep.isEmpty())
        QVERIFY(run->record.suites[1].passed() < run->record.suites[1].total());
    else
        QCOMPARE(failedChecks(run->record.suites[1]), meantChecks(defect.deep, BackendLab::deepSuite()));
}

QTEST_GUILESS_MAIN(TestNodeBackends)
#include "tst_nodebackends.moc"
