// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/contractbook.h>
#include <contracts/taskdefinition.h>

#include <QCryptographicHash>
#include <QTest>

#include <map>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const Contract &conduit()
{
    return *ContractBook::builtIn().contract(u"conduit");
}

QString promptNamed(const QString &name)
{
    const auto task = ContractBook::builtIn().taskNamed(name);
    return task ? promptOf(*ContractBook::builtIn().contractOf(*task), *task) : QString();
}

/// What stands after the API description.
QString demands(const QString &prompt)
{
    return prompt.mid(prompt.lastIndexOf(u"\n```\n") + 5);
}

/// The sections of a prompt by their headings.
std::map<QString, QString> sections(const QString &prompt)
{
    std::map<QString, QString> sections;
    for (const auto &part : demands(prompt).split(u"\n## "_s))
        sections[part.section(u'\n', 0, 0)] = part.section(u'\n', 1);
    sections.erase(QString());
    return sections;
}

QStringList headings(const QString &prompt)
{
    QStringList headings;
    for (const auto &line : demands(prompt).split(u'\n')) {
        if (line.startsWith(u"## "))
            headings.append(line.sliced(3));
    }
    return headings;
}

} // namespace

class TestPrompt : public QObject
{
    Q_OBJECT

private slots:
    void everyTaskHasItsSections();
    void variantsDifferInTheirConstraintsAlone();
    void frameworksDifferInTheirNamesAlone();
    void factsAreThere_data();
    void factsAreThere();
    void nothingIsSaidOfAbsentConstraints();
    void bytesAreTheSameAlways();
    void aFenceCannotBeClosed();
    void tasksOfOthersHaveNoPrompt();
};

void TestPrompt::everyTaskHasItsSections()
{
    const std::map<ConstraintKind, QString> bySort{{ConstraintKind::Architecture, u"Architecture"_s},
        {ConstraintKind::Database, u"Database"_s}, {ConstraintKind::Orm, u"Object-relational mapper"_s}};
    for (const auto &contract : ContractBook::builtIn().contracts()) {
        for (const auto &task : contract.tasks()) {
            const auto prompt = promptOf(contract, task);
            QStringList expected{u"Your task"_s};
            for (const auto &[kind, heading] : bySort) {
                if (task.constraints.ofKind(kind))
                    expected.append(heading);
            }
            expected << u"Files that must be there"_s << u"Server"_s << u"How your work will be evaluated"_s;
            QCOMPARE(headings(prompt), expected);
            QVERIFY(prompt.startsWith(
                u"# %1: a back end in %2\n\n## API description\n"_s.arg(contract.title, task.framework)));
            const auto openApi = QString::fromUtf8(contract.openApi);
            QVERIFY(prompt.contains(u"yaml\n"_s + openApi.sliced(openApi.indexOf(u"openapi:")).trimmed()));
            QVERIFY(!prompt.contains(u"Decayscope") && !prompt.contains(u"SPDX"));
            QVERIFY(!prompt.contains(u'\r') && !prompt.contains(u"%") && prompt.endsWith(u'\n'));
        }
    }
}

/// Sections two variants both have are the same but for the list of what is asked.
void TestPrompt::variantsDifferInTheirConstraintsAlone()
{
    for (const auto &framework : {u"django"_s, u"hono"_s}) {
        const auto plain = promptNamed(framework + u"-openapi-unconstrained");
        for (const auto &task : conduit().tasks()) {
            if (task.framework != framework)
                continue;
            auto mine = sections(promptNamed(task.name));
            auto theirs = sections(plain);
            auto &assignment = mine[u"Your task"_s];
            for (const auto constraint : task.constraints.toVector()) {
                const auto from = assignment.indexOf(u"**%1**"_s.arg(constraintTitle(constraint)));
                const auto line = assignment.lastIndexOf(u'\n', from);
                QVERIFY(from > 0 && line > 0);
                assignment.remove(line, assignment.indexOf(u'\n', from) - line);
            }
            for (const auto &heading : {u"Architecture"_s, u"Database"_s, u"Object-relational mapper"_s})
                mine.erase(heading);
            QCOMPARE(mine, theirs);
        }
    }
}

void TestPrompt::frameworksDifferInTheirNamesAlone()
{
    for (const auto &runtime : conduit().runtimes) {
        const auto first = runtime.frameworks.front();
        for (const auto &framework : runtime.frameworks) {
            const auto name = u"-openapi-clean_architecture-postgres-"_s + constraintName(runtime.orm);
            QCOMPARE(
                demands(promptNamed(framework + name)).replace(framework, first), demands(promptNamed(first + name)));
        }
    }
}

void TestPrompt::factsAreThere_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QStringList>("facts");
    const auto row
        = [](const QString &task, const QStringList &facts) { QTest::newRow(qPrintable(task)) << task << facts; };
    row(u"flask-openapi-unconstrained"_s,
        {u"Python 3.12"_s, u"**flask**"_s, u"current directory"_s, u"`requirements.txt`"_s, u"flask included"_s,
            u"`run.sh`"_s, u"**8080**"_s, u"`GET /api/health-check`"_s, u"**/api**"_s, u"`/api/users`"_s,
            u"1. `uv pip install --system -r requirements.txt`"_s, u"2. `chmod +x run.sh`"_s, u"3. `./run.sh`"_s,
            u"4. `GET http://localhost:8080/api/health-check`"_s, u"5. A test suite"_s,
            u"http://localhost:8080/api`"_s});
    row(u"koa-openapi-unconstrained"_s,
        {u"Node.js 20"_s, u"**koa**"_s, u"`package.json`"_s, u"**3000**"_s, u"1. `npm install`"_s,
            u"http://localhost:3000/api/health-check"_s});
    row(u"koa-openapi-clean_architecture"_s,
        {u"**Clean Architecture**"_s, u"**Routes**"_s, u"**Services**"_s, u"**Repositories**"_s, u"**Models**"_s,
            u"a directory of its own"_s, u"no import goes the other way"_s});
    row(u"koa-openapi-sqlite"_s, {u"**SQLite**"_s, u"create its tables by itself"_s});
    row(u"koa-openapi-postgres"_s,
        {u"**PostgreSQL**"_s, u"host: `postgres`"_s, u"port: `5432`"_s, u"user: `user`"_s, u"password: `password`"_s,
            u"database: `conduit`"_s, u"create its tables by itself"_s});
    row(u"koa-openapi-sqlite-sequelize"_s, {u"**Sequelize**"_s, u"**SQLite**"_s});
    row(u"flask-openapi-postgres-sqlalchemy"_s, {u"**SQLAlchemy**"_s, u"**PostgreSQL**"_s});
}

void TestPrompt::factsAreThere()
{
    QFETCH(const QString, task);
    QFETCH(const QStringList, facts);
    const auto text = demands(promptNamed(task));
    QStringList missing;
    for (const auto &fact : facts) {
        if (!text.contains(fact))
            missing.append(fact);
    }
    QCOMPARE(missing, QStringList());
}

void TestPrompt::nothingIsSaidOfAbsentConstraints()
{
    const std::map<QString, QStringList> words{{u"clean_architecture"_s, {u"architecture"_s, u"layer"_s}},
        {u"postgres"_s, {u"postgres"_s}}, {u"sqlite"_s, {u"sqlite"_s}}, {u"sqlalchemy"_s, {u"sqlalchemy"_s}},
        {u"sequelize"_s, {u"sequelize"_s}}};
    for (const auto &contract : ContractBook::builtIn().contracts()) {
        for (const auto &task : contract.tasks()) {
            const auto text = demands(promptOf(contract, task)).toLower();
            for (const auto &[name, signs] : words) {
                for (const auto &sign : signs)
                    QVERIFY2(text.contains(sign) == task.constraints.contains(*constraintFromName(name)),
                        qPrintable(task.name + u": " + sign));
            }
            const bool database = task.constraints.ofKind(ConstraintKind::Database).has_value();
            QCOMPARE(text.contains(u"database"), database);
        }
    }
}

/// A study holds prompts constant: whoever changes one knows from this that results before and after do not mix.
void TestPrompt::bytesAreTheSameAlways()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &task : conduit().tasks()) {
        QCOMPARE(promptOf(conduit(), task), promptOf(conduit(), task));
        hash.addData(demands(promptOf(conduit(), task)).toUtf8());
    }
    QCOMPARE(QString::fromLatin1(hash.result().toHex().left(16)), u"e543457ab36c3caa"_s);
}

void TestPrompt::aFenceCannotBeClosed()
{
    auto contract = conduit();
    contract.openApi = "# a license\r\n#\r\n\r\nopenapi: 3.1.0\r\n# ```` done\r\n";
    const auto prompt = promptOf(contract, contract.tasks().front());
    QVERIFY2(prompt.contains(u"\n`````yaml\nopenapi: 3.1.0\n# ```` done\n`````\n\n## Your task\n"),
        qPrintable(prompt.left(300)));
    contract.openApi = "# nothing";
    QVERIFY(promptOf(contract, contract.tasks().front()).contains(u"\n```yaml\n\n```\n"));
    contract.openApi = "{}";
    QVERIFY(promptOf(contract, contract.tasks().front()).contains(u"\n```json\n{}\n```\n"));
}

void TestPrompt::tasksOfOthersHaveNoPrompt()
{
    QCOMPARE(promptOf(conduit(), TaskSpec{.kind = TaskKind::Feature, .runtime = u"express"_s}), QString());
    QCOMPARE(definitionOf(conduit(), TaskSpec{.runtime = u"x"_s}).setUp, QStringList());
}

QTEST_GUILESS_MAIN(TestPrompt)
#include "tst_prompt.moc"
