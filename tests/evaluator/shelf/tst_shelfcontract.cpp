// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/taskdefinition.h>
#include <evaluation/evaluatedcontract.h>

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const ContractBook &book()
{
    return ContractBook::builtIn();
}

const Contract &shelf()
{
    return *book().contract(u"shelf");
}

/// Whether a request's path, below the base path and without its query, is one of an operation's.
bool isPath(const QString &asked, const ApiOperation &operation)
{
    const auto is = asked.section(u'?', 0, 0).split(u'/');
    const auto meant = operation.path.split(u'/');
    if (is.size() != meant.size())
        return false;
    for (qsizetype i = 0; i < is.size(); ++i) {
        if (is[i] != meant[i] && !meant[i].startsWith(u'{'))
            return false;
    }
    return true;
}

const ApiOperation *operationOf(const SuiteCall &call)
{
    const auto &operations = shelf().operations;
    const auto found = std::ranges::find_if(
        operations, [&call](const auto &one) { return one.method == call.method && isPath(call.path, one); });
    return found == operations.end() ? nullptr : &*found;
}

/// The statuses a request asks for.
QStringList statusesOf(const SuiteCall &call)
{
    QStringList statuses;
    for (const auto &check : call.checks) {
        if (check.kind == CheckKind::Status)
            statuses << QString::number(check.value.toInt());
    }
    return statuses;
}

QStringList unknownVariables(const SuiteCall &call, const QSet<QString> &known)
{
    static const QRegularExpression placeholder(u"\\{\\{(\\w+)\\}\\}"_s);
    QStringList unknown;
    const QString text = call.path + call.body.value_or(QString());
    for (const auto &match : placeholder.globalMatch(text)) {
        if (!known.contains(match.captured(1)))
            unknown << call.name + u" uses " + match.captured(1);
    }
    return unknown;
}

} // namespace

/// The second contract as data: what it asks is what it says, and what is evaluated follows from it.
class TestShelfContract : public QObject
{
    Q_OBJECT

private slots:
    void hasItsTasks()
    {
        QStringList names;
        for (const auto &task : shelf().tasks()) {
            if (task.framework == u"flask")
                names << task.runtime + u'/' + task.name;
        }
        QCOMPARE(shelf().tasks().size(), 32U);
        QCOMPARE(names,
            QStringList({u"uv/flask-shelf-unconstrained"_s, u"uv/flask-shelf-clean_architecture"_s,
                u"uv/flask-shelf-sqlite"_s, u"uv/flask-shelf-postgres"_s, u"uv/flask-shelf-clean_architecture-sqlite"_s,
                u"uv/flask-shelf-clean_architecture-postgres"_s, u"uv/flask-shelf-postgres-sqlalchemy"_s,
                u"uv/flask-shelf-clean_architecture-postgres-sqlalchemy"_s}));
    }

    void hasItsOperations()
    {
        QStringList operations;
        for (const auto &operation : shelf().operations)
            operations << operation.method + u' ' + operation.path;
        operations.sort();
        QCOMPARE(operations,
            QStringList({u"DELETE /books/{bookId}"_s, u"GET /books"_s, u"GET /books/{bookId}"_s, u"GET /loans"_s,
                u"GET /members/{memberId}"_s, u"GET /summary"_s, u"PATCH /books/{bookId}"_s, u"POST /books"_s,
                u"POST /loans"_s, u"POST /loans/{loanId}/return"_s, u"POST /members"_s}));
    }

    /// Every request is one of an operation, every status is one it documents, and every operation is asked.
    void suiteAsksWhatIsDescribed()
    {
        const auto suite = scoredSuiteOf(shelf());
        QVERIFY2(suite, suite ? "" : qPrintable(suite.error().message));
        QCOMPARE(suite->calls.size(), 37U);
        QCOMPARE(suite->checkCount(), 170);
        QStringList faults;
        QSet<QString> asked;
        for (const auto &call : suite->calls) {
            const auto *operation = operationOf(call);
            if (operation == nullptr) {
                faults << call.name + u" is no operation";
                continue;
            }
            asked.insert(operation->id);
            for (const auto &status : statusesOf(call)) {
                if (!operation->statuses.contains(status))
                    faults << call.name + u" expects the undocumented " + status;
            }
        }
        QCOMPARE(faults, QStringList());
        QCOMPARE(asked.size(), std::ssize(shelf().operations));
    }

    /// Names tell checks apart within a request and can be joined by commas, as reports do; variables are taken before
    /// they are used.
    void suiteIsWellMade()
    {
        const auto suite = *scoredSuiteOf(shelf());
        QStringList faults;
        QSet<QString> known;
        for (const auto &call : suite.calls) {
            faults += unknownVariables(call, known);
            for (const auto &capture : call.captures)
                known.insert(capture.variable);
            QSet<QString> names;
            for (const auto &check : call.checks) {
                if (names.contains(check.name) || check.name.contains(u", "))
                    faults << call.name + u": " + check.name;
                names.insert(check.name);
            }
            if (statusesOf(call).size() != 1)
                faults << call.name + u" checks no status";
        }
        QCOMPARE(faults, QStringList());
    }

    void isWhatItsTasksAreEvaluatedBy()
    {
        const auto task = *book().taskNamed(u"fastapi-shelf-postgres"_s);
        const auto evaluated = evaluatedContract(book(), task);
        QVERIFY2(evaluated, evaluated ? "" : qPrintable(evaluated.error().message));
        QCOMPARE(evaluated->name, u"shelf"_s);
        QCOMPARE(evaluated->version, u"1.0"_s);
        QCOMPARE(evaluated->database, u"shelf"_s);
        QCOMPARE(evaluated->suite.name, u"shelf"_s);
        QVERIFY(!evaluated->deepSuite);
    }

    /// The study's tasks keep what they had: both suites, and what the user made of the recipe.
    void theStudysTasksAreEvaluatedAsBefore()
    {
        for (const auto *name : {"flask-openapi-sqlite", "uv/express-nothing", "express/hard-focused-task-001"}) {
            const auto task = book().taskNamed(QString::fromLatin1(name));
            if (!task)
                continue;
            const auto evaluated = *evaluatedContract(book(), *task);
            QCOMPARE(QStringList({evaluated.name, evaluated.suite.name, evaluated.deepSuite->name, evaluated.database}),
                QStringList({u"conduit"_s, u"conduit"_s, u"conduit-deep"_s, u"conduit"_s}));
            const RuntimeRecipe changed{
                .name = task->runtime, .port = 9000, .basePath = u"/v2"_s, .healthPath = u"/up"_s};
            QCOMPARE(recipeUnderContract(changed, book(), *task), changed);
        }
    }

    void anotherContractSaysWhereItsServerIs()
    {
        const auto task = *book().taskNamed(u"node/express-shelf-sqlite"_s);
        const RuntimeRecipe recipe{.name = u"node"_s, .port = 9000, .basePath = u"/v2"_s, .healthPath = u"/up"_s};
        const auto used = recipeUnderContract(recipe, book(), task);
        QCOMPARE(used.port, 3000);
        QCOMPARE(QStringList({used.basePath, used.healthPath}), QStringList({u"/api"_s, u"/api/health-check"_s}));
    }

    void aTaskOfNoContractIsSaid()
    {
        const auto task = *taskFromFolder(u"uv"_s, u"flask-nowhere-sqlite"_s);
        const auto evaluated = evaluatedContract(book(), task);
        QVERIFY(!evaluated);
        QCOMPARE(evaluated.error().kind, ErrorKind::NotFound);
        QVERIFY2(
            evaluated.error().message.contains(u"\"nowhere\"") && evaluated.error().message.contains(u"openapi, shelf"),
            qPrintable(evaluated.error().message));
    }

    void aSuiteThatIsNoneIsSaid()
    {
        auto contract = shelf();
        for (const auto *suite :
            {"", "[]", "{\"suite\": \"x\"}", "{\"suite\": \"x\", \"version\": \"1\", \"requests\": []}"}) {
            contract.suite = suite;
            const auto read = scoredSuiteOf(contract);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
            QVERIFY2(read.error().message.contains(u"the suite of shelf"), qPrintable(read.error().message));
        }
    }

    void promptsSayWhatIsEvaluated()
    {
        const auto prompt = promptOf(shelf(), *book().taskNamed(u"fastapi-shelf-clean_architecture-postgres"_s));
        QStringList missing;
        for (const auto &word : {u"/books"_s, u"/loans/{loanId}/return"_s, u"8080"_s, u"/api/health-check"_s,
                 u"FastAPI"_s, u"requirements.txt"_s, u"run.sh"_s, u"PostgreSQL"_s, u"shelf"_s}) {
            if (!prompt.contains(word, Qt::CaseInsensitive))
                missing << word;
        }
        QCOMPARE(missing, QStringList());
        QVERIFY(!prompt.contains(u"conduit", Qt::CaseInsensitive));
    }
};

QTEST_GUILESS_MAIN(TestShelfContract)
#include "tst_shelfcontract.moc"
