// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <demonstration/slips.h>

#include <QDir>
#include <QTemporaryDir>

#include <backends/pythonlab.h>

#include <optional>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// A variant of each kind of storage, with and without layers.
std::vector<ConstraintSet> triedConstraints()
{
    using enum Constraint;
    return {{}, {CleanArchitecture}, {CleanArchitecture, Postgres}, {CleanArchitecture, Postgres, SqlAlchemy},
        {CleanArchitecture, Sqlite, SqlAlchemy}};
}

ReferenceBackend backendOf(const QString &framework, ConstraintSet constraints)
{
    return {.runtime = u"uv"_s, .name = framework, .framework = framework, .constraints = constraints};
}

std::vector<ReferenceBackend> triedBackends()
{
    std::vector<ReferenceBackend> backends;
    for (const auto &framework : scriptedFrameworks())
        for (const auto &constraints : triedConstraints())
            backends.push_back(backendOf(framework, constraints));
    return backends;
}

bool writeFiles(const ProjectFiles &files, const QString &folder)
{
    for (const auto &[path, bytes] : files) {
        const QString name = folder + u'/' + path;
        QFile file(name);
        if (!QDir().mkpath(QFileInfo(name).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
            return false;
    }
    return true;
}

/// The requests with failed assertions, as "19. Favorite Article".
QStringList failedRequests(const SuiteResult &result)
{
    QStringList requests;
    for (const auto &check : failedChecks(result))
        if (const auto request = check.section(u": "_s, 0, 0); !requests.contains(request))
            requests << request;
    return requests;
}

} // namespace

/// The projects the scripted models write, evaluated for real: the good ones pass everything, slips fail what they
/// must.
class TestDemonstrationProjects : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goodOnesPassEverything_data();
    void goodOnesPassEverything();
    void slipsFailWhatTheyMust_data();
    void slipsFailWhatTheyMust();

private:
    [[nodiscard]] Result<LabRun> evaluateFiles(const ReferenceBackend &backend, const ProjectFiles &files) const;

    std::optional<BackendLab> m_lab;
};

void TestDemonstrationProjects::initTestCase()
{
    if (const auto missing = missingForPython(); !missing.isEmpty())
        QSKIP(qPrintable(u"The demonstration's projects are not evaluated: "_s + missing));
    if (const auto missing = missingRequirement({u"PostgreSQL"_s}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    auto lab = BackendLab::open();
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
    m_lab = *std::move(lab);
}

Result<LabRun> TestDemonstrationProjects::evaluateFiles(
    const ReferenceBackend &backend, const ProjectFiles &files) const
{
    const QTemporaryDir folder;
    if (!writeFiles(files, folder.path()))
        return failure(ErrorKind::Unreadable, u"Cannot write the project."_s);
    auto request = pythonRequest(backend, folder.path());
    request.runtime.setUp = {{.name = u"run.sh"_s, .needs = {}, .network = false, .commands = {u"chmod +x run.sh"_s}}};
    return m_lab->evaluateRequest(request);
}

void TestDemonstrationProjects::goodOnesPassEverything_data()
{
    QTest::addColumn<int>("at");
    const auto backends = triedBackends();
    for (std::size_t at = 0; at < backends.size(); ++at)
        QTest::addRow("%s", qPrintable(backends[at].task().name)) << static_cast<int>(at);
}

void TestDemonstrationProjects::goodOnesPassEverything()
{
    QFETCH(const int, at);
    const auto backend = triedBackends().at(static_cast<std::size_t>(at));
    const auto shape = goodShape(backend.task());
    QVERIFY(shape);
    const auto run = evaluateFiles(backend, projectFiles(*shape));
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QStringList expected;
    for (const auto *suite : {&BackendLab::suite(), &BackendLab::deepSuite()})
        expected << u"%1 %2 of %2"_s.arg(suite->name).arg(suite->checkCount());
    for (const auto constraint : backend.constraints.toVector())
        expected << constraintName(constraint) + u" holds";
    for (const auto &suite : run->record.suites)
        QCOMPARE(failedChecks(suite), QStringList());
    QCOMPARE(run->printed(), expected);
}

void TestDemonstrationProjects::slipsFailWhatTheyMust_data()
{
    QTest::addColumn<int>("backend");
    QTest::addColumn<int>("slip");
    const auto backends = triedBackends();
    for (std::size_t slip = 0; slip < knownSlips().size(); ++slip)
        for (std::size_t at = 0; at < backends.size(); ++at) {
            const auto task = backends[at].task();
            if (!knownSlips()[slip].fits(task, *goodShape(task)))
                continue;
            QTest::addRow("%s: %s", qPrintable(knownSlips()[slip].name), qPrintable(task.name))
                << static_cast<int>(at) << static_cast<int>(slip);
            break; // One project shows it; that it can happen in all of them is tst_slips' question.
        }
}

void TestDemonstrationProjects::slipsFailWhatTheyMust()
{
    QFETCH(const int, backend);
    QFETCH(const int, slip);
    const auto tried = triedBackends().at(static_cast<std::size_t>(backend));
    const auto &made = knownSlips().at(static_cast<std::size_t>(slip));
    auto files = projectFiles(slippedShape(made, *goodShape(tried.task())));
    QVERIFY(makeSlip(made, tried.framework, files));
    const auto run = evaluateFiles(tried, files);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QVERIFY(!run->record.suites.empty());
    QCOMPARE(failedRequests(run->record.suites.front()), made.fails);
    QCOMPARE(violated(run->bundle), made.violates);
}

QTEST_GUILESS_MAIN(TestDemonstrationProjects)
#include "tst_demonstrationprojects.moc"
