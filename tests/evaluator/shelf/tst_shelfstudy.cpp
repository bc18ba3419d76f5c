// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second contract through the whole program: prompts, evaluations, a study of their runs, and results that are
// imported. All by the command line, as a user has it.

#include "shelflab.h"

#include <contracts/taskdefinition.h>

#include <QDir>
#include <QTemporaryDir>

#include <app/cli/calledverb.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using nlohmann::json;

namespace {

QString textOf(const json &value)
{
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString::fromStdString(value.dump());
}

/// "flask-shelf-… #0  170 of 170, strict 100, compliant"
QStringList printedRuns(const json &document)
{
    QStringList lines;
    for (const auto &run : document.value("runs", json::array())) {
        lines << u"%1 #%2  %3 of %4, success %5"_s.arg(textOf(run["task"]), textOf(run["trial"]), textOf(run["passed"]),
            textOf(run["assertions"]), textOf(run["success"]));
    }
    lines.sort();
    return lines;
}

QString rounded(const json &value)
{
    return value.is_number() ? QString::number(value.get<double>(), 'f', 2) : QString::fromStdString(value.dump());
}

QStringList printedDecay(const json &document)
{
    QStringList lines;
    for (const auto &row : document.value("rows", json::array())) {
        lines << u"%1/%2: %3 runs, L0 %4, L1 %5, L2 %6"_s.arg(textOf(row["scaffold"]), textOf(row["model"]),
            textOf(row["runs"]), rounded(row["a_l0"]), rounded(row["a_l1"]), rounded(row["a_l2"]));
    }
    return lines;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The run as the study's results have it.
bool layOutResults(const QString &root, const RunBundle &run)
{
    const QString folder = QStringList{root, run.key.runtime, run.key.configuration.scaffold,
        run.key.configuration.model, run.key.task, run.key.date, u"run_%1"_s.arg(run.key.trial)}
                               .join(u'/');
    return QDir().mkpath(folder) && std::ranges::all_of(run.documents, [&folder](const Document &document) {
        return document.kind == DocumentKind::Evaluation || writeFile(folder + u'/' + document.path, document.bytes);
    });
}

} // namespace

class TestShelfStudy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tasksHavePrompts();
    void aTaskOfNoContractIsAUsageError();
    void evaluationsBecomeAStudy();
    void aContractOfOnesOwn();
    void aContractForOneCall();
    void aSuiteOfAContractAsksAServer();
    void resultsAreImported();

private:
    [[nodiscard]] VerbOutcome call(const QStringList &arguments) const;
    [[nodiscard]] VerbOutcome evaluated(const QString &task, const QString &folder, const QStringList &more = {}) const;
    [[nodiscard]] QString userFolder() const { return m_folder->filePath(u"data/decayscope/contracts"_s); }

    std::optional<QTemporaryDir> m_folder;
};

void TestShelfStudy::init()
{
    m_folder.emplace();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"config"_s)));
}

VerbOutcome TestShelfStudy::call(const QStringList &arguments) const
{
    return calledVerb(QStringList{u"--store"_s, m_folder->filePath(u"study.decayscope"_s), u"--json"_s} + arguments);
}

VerbOutcome TestShelfStudy::evaluated(const QString &task, const QString &folder, const QStringList &more) const
{
    return call(
        QStringList{u"evaluate"_s, u"--task"_s, task, u"--workspace"_s, folder, u"--network"_s, u"nothing"_s} + more);
}

void TestShelfStudy::tasksHavePrompts()
{
    const auto shown = call({u"tasks"_s, u"show"_s, u"flask-shelf-clean_architecture-sqlite"_s});
    QCOMPARE(shown.status, 0);
    const auto &book = ContractBook::builtIn();
    const auto task = *book.taskNamed(u"flask-shelf-clean_architecture-sqlite"_s);
    QCOMPARE(textOf(shown.document()["prompt"]), promptOf(*book.contract(u"shelf"), task));
}

void TestShelfStudy::aTaskOfNoContractIsAUsageError()
{
    const auto called = evaluated(u"flask-nowhere-sqlite"_s, m_folder->path());
    QCOMPARE(called.status, 2);
    QVERIFY(!QFile::exists(m_folder->filePath(u"study.decayscope"_s)));
}

/// Two trials of a task, one of them with a fault, and one of the task without constraints.
void TestShelfStudy::evaluationsBecomeAStudy()
{
    const auto flask = shelfBackend(u"flask-sqlite"_s);
    if (const auto missing = missingFor(flask); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto good = evaluated(flask.task, flask.folder());
    QCOMPARE(good.status, 0);
    QCOMPARE(textOf(good.document()["contract"]["name"]), u"shelf"_s);
    QCOMPARE(textOf(good.document()["suite"]["version"]), u"1.0"_s);
    QCOMPARE(good.document()["beside"].size(), 0U);

    const QString copy = m_folder->filePath(u"copy"_s);
    QVERIFY(QDir().mkpath(copy) && copyFolder(flask.folder(), copy));
    QVERIFY(
        plant({.file = u"models/loan.py"_s, .find = u"CENTS_A_DAY = 20"_s, .replace = u"CENTS_A_DAY = 25"_s}, copy));
    QCOMPARE(evaluated(flask.task, copy).status, 1);
    QCOMPARE(evaluated(u"flask-shelf-unconstrained"_s, flask.folder()).status, 0);

    QCOMPARE(printedRuns(call({u"runs"_s}).document()),
        QStringList({u"flask-shelf-clean_architecture-sqlite #0  170 of 170, success true"_s,
            u"flask-shelf-clean_architecture-sqlite #1  168 of 170, success false"_s,
            u"flask-shelf-unconstrained #0  170 of 170, success true"_s}));
    QCOMPARE(printedDecay(call({u"tables"_s, u"decay"_s, u"--contract"_s, u"shelf"_s}).document()),
        QStringList({u"manual/manual: 3 runs, L0 100.00, L1 null, L2 99.41"_s}));
    const auto shown = call({u"show"_s, u"2"_s}).document();
    QCOMPARE(shown["requests"].size(), 37U);
    QCOMPARE(textOf(shown["requests"][27]["name"]), u"Bring a book back late"_s);
    QCOMPARE(call({u"store"_s, u"check"_s}).status, 0);
}

/// A folder in the user's data makes a contract: nothing is built anew.
void TestShelfStudy::aContractOfOnesOwn()
{
    const auto flask = shelfBackend(u"flask-sqlite"_s);
    if (const auto missing = missingFor(flask); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY(copyShelf(userFolder() + u"/lending"_s, u"lending"_s, u"lend"_s));
    const auto shown = call({u"tasks"_s, u"show"_s, u"flask-lend-sqlite"_s});
    QCOMPARE(shown.status, 0);
    const auto run = evaluated(u"flask-lend-sqlite"_s, flask.folder());
    QCOMPARE(run.status, 0);
    QCOMPARE(textOf(run.document()["contract"]["name"]), u"lending"_s);
    QCOMPARE(
        printedRuns(call({u"runs"_s}).document()), QStringList({u"flask-lend-sqlite #0  170 of 170, success true"_s}));
}

void TestShelfStudy::aContractForOneCall()
{
    const auto flask = shelfBackend(u"flask-sqlite"_s);
    if (const auto missing = missingFor(flask); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto contract = m_folder->filePath(u"beside"_s);
    QVERIFY(copyShelf(contract, u"beside"_s, u"beside"_s));
    QCOMPARE(evaluated(u"flask-beside-unconstrained"_s, flask.folder()).status, 2);
    const auto run
        = evaluated(u"flask-beside-unconstrained"_s, flask.folder(), {u"--contract"_s, contract + u"/contract.json"_s});
    QCOMPARE(run.status, 0);
    const auto none
        = evaluated(u"flask-beside-unconstrained"_s, flask.folder(), {u"--contract"_s, u"/there/is/none"_s});
    QCOMPARE(none.status, 4);
}

/// The server is our own code, started as it is.
void TestShelfStudy::aSuiteOfAContractAsksAServer()
{
    if (const auto missing = missingForPython(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto nobody = call({u"suite"_s, u"--base-url"_s, u"http://127.0.0.1:1/api"_s, u"--suite"_s, u"shelf"_s});
    QCOMPARE(nobody.status, 1);
    QCOMPARE(nobody.document()["total"].get<int>(), 170);
    QCOMPARE(nobody.document()["passed"].get<int>(), 0);
    const auto unknown = call({u"suite"_s, u"--base-url"_s, u"http://127.0.0.1:1/api"_s, u"--suite"_s, u"shelv"_s});
    QCOMPARE(unknown.status, 4);
}

/// Results of another contract are counted as they stand: nothing of the study's suite is expected in them.
void TestShelfStudy::resultsAreImported()
{
    const auto flask = shelfBackend(u"flask-sqlite"_s);
    if (const auto missing = missingFor(flask); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto lab = BackendLab::open();
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
    const auto run = lab->evaluateRequest(*shelfRequest(flask.task, flask.folder()));
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    const auto results = m_folder->filePath(u"results"_s);
    QVERIFY(layOutResults(results, run->bundle));
    const auto imported = call({u"import"_s, results});
    QCOMPARE(imported.status, 0);
    QStringList warnings;
    const auto report = imported.document();
    for (const auto &warning : report["warnings"])
        warnings << textOf(warning["reason"]);
    QCOMPARE(warnings, QStringList({u"The run has no trajectory."_s}));
    QCOMPARE(printedRuns(call({u"runs"_s}).document()),
        QStringList({u"flask-shelf-clean_architecture-sqlite #1  170 of 170, success true"_s}));
    const auto checks = call({u"show"_s, u"1"_s}).document()["requests"][1]["assertions"];
    QCOMPARE(checks.size(), 9U);
    QCOMPARE(textOf(checks[2]["name"]), u"title is without the white space around it"_s);
}

QTEST_GUILESS_MAIN(TestShelfStudy)
#include "tst_shelfstudy.moc"
