// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/contractbook.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// A contract in a folder of its own below `root`; gives that folder.
QString userContract(const QTemporaryDir &root, const QString &folder, const QString &name, const QString &word,
    const QString &framework = u"bottle"_s)
{
    const auto path = root.filePath(folder);
    QDir().mkpath(path);
    QFile contract(path + u"/contract.json");
    QFile api(path + u"/api.yaml");
    if (!contract.open(QIODevice::WriteOnly) || !api.open(QIODevice::WriteOnly))
        return {};
    const auto text = uR"({"name": "%1", "word": "%2", "title": "T", "version": "1", "openapi": "api.yaml",
        "suite": "conduit", "healthPath": "/up", "variants": [[], ["sqlite"]], "runtimes": [{"name": "uv",
        "language": "Python", "frameworks": ["%3"], "manifest": "requirements.txt", "setUp": ["true"]}]})"_s;
    contract.write(text.arg(name, word, framework).toUtf8());
    api.write("openapi: 3.1.0\npaths: {/a: {get: {}}}\n");
    return path;
}

QStringList words(const ContractBook &book)
{
    QStringList words;
    for (const auto &contract : book.contracts()) {
        if (!contract.origin.isEmpty())
            words.append(contract.name + u' ' + contract.word);
    }
    return words;
}

QString printed(const Result<TaskSpec> &task)
{
    if (!task)
        return task.error().message;
    return taskKindName(task->kind) + u' ' + task->runtime + u' ' + task->framework + u' ' + task->name + u' '
        + QString::number(task->level());
}

} // namespace

class TestContractBook : public QObject
{
    Q_OBJECT

private slots:
    void theUsersStandBesideTheProgramsOwn();
    void whatCannotBeReadIsAProblem();
    void anAddedContractReplacesTheUsers();
    void tasksHaveTheirContract();
    void tasksAreNamed_data();
    void tasksAreNamed();
    void whatIsNoTaskIsSaid_data();
    void whatIsNoTaskIsSaid();
};

void TestContractBook::theUsersStandBesideTheProgramsOwn()
{
    const QTemporaryDir root;
    userContract(root, u"b"_s, u"beta"_s, u"bet"_s);
    userContract(root, u"a"_s, u"alpha"_s, u"alp"_s);
    QDir().mkpath(root.filePath(u"no contract"_s));
    const auto book = ContractBook::open(root.path());
    QCOMPARE(book.problems(), QStringList());
    QCOMPARE(words(book), QStringList({u"alpha alp"_s, u"beta bet"_s}));
    QCOMPARE(book.contracts().size(), ContractBook::builtIn().contracts().size() + 2);
    QCOMPARE(words(ContractBook::open(root.filePath(u"absent"_s))), QStringList());
    QCOMPARE(words(ContractBook::open({})), QStringList());
    QVERIFY(ContractBook::userFolder().endsWith(u"/decayscope/contracts"));
}

void TestContractBook::whatCannotBeReadIsAProblem()
{
    const QTemporaryDir root;
    userContract(root, u"a"_s, u"alpha"_s, u"alp"_s);
    userContract(root, u"b"_s, u"beta"_s, u"alp"_s);
    userContract(root, u"c"_s, u"conduit"_s, u"mine"_s);
    userContract(root, u"d"_s, u"delta"_s, u"openapi"_s);
    userContract(root, u"e"_s, u"Epsilon"_s, u"eps"_s);
    const auto book = ContractBook::open(root.path());
    QCOMPARE(words(book), QStringList({u"alpha alp"_s}));
    QCOMPARE(book.problems().size(), 4);
    QVERIFY2(book.problems().at(0).contains(u"b/contract.json\" cannot be used: its name \"beta\" or word \"alp\" is"),
        qPrintable(book.problems().at(0)));
    QVERIFY2(book.problems().at(1).contains(u"the program's own"), qPrintable(book.problems().at(1)));
    QVERIFY2(book.problems().at(2).contains(u"word \"openapi\""), qPrintable(book.problems().at(2)));
    QVERIFY2(book.problems().at(3).contains(u"\"name\" is \"Epsilon\""), qPrintable(book.problems().at(3)));
}

void TestContractBook::anAddedContractReplacesTheUsers()
{
    const QTemporaryDir root;
    const QTemporaryDir other;
    userContract(root, u"a"_s, u"alpha"_s, u"alp"_s);
    auto book = ContractBook::open(root.path());
    const auto added = userContract(other, u"a"_s, u"alpha"_s, u"alp"_s, u"falcon"_s);
    QVERIFY(book.add(added));
    QCOMPARE(words(book), QStringList({u"alpha alp"_s}));
    QCOMPARE(book.contract(u"alpha")->origin, added + u"/contract.json");
    QVERIFY(book.taskNamed(u"falcon-alp-sqlite"_s));
    QVERIFY(!book.taskNamed(u"bottle-alp-sqlite"_s));

    const auto taken = book.add(userContract(other, u"c"_s, u"conduit"_s, u"mine"_s));
    QVERIFY(!taken);
    QVERIFY2(taken.error().message.contains(u"the program's own"), qPrintable(taken.error().message));
    const auto absent = book.add(other.filePath(u"absent"_s));
    QVERIFY(!absent);
    QCOMPARE(absent.error().kind, ErrorKind::Unreadable);
    QCOMPARE(words(book), QStringList({u"alpha alp"_s}));
}

void TestContractBook::tasksHaveTheirContract()
{
    const QTemporaryDir root;
    userContract(root, u"a"_s, u"alpha"_s, u"alp"_s);
    const auto book = ContractBook::open(root.path());
    for (const auto &contract : book.contracts()) {
        for (const auto &task : contract.tasks())
            QCOMPARE(book.contractOf(task)->name, contract.name);
    }
    QCOMPARE(book.contractOf(*book.taskNamed(u"express/hard-focused-task-001"_s))->name, u"conduit"_s);
    QVERIFY(!book.contractOf(*taskFromFolder(u"uv"_s, u"flask-unknown-sqlite"_s)));
    QVERIFY(!book.contractOf(TaskSpec{.kind = TaskKind::Other}));
    QCOMPARE(book.tasks().size(), ContractBook::builtIn().tasks().size() + 2);
}

void TestContractBook::tasksAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("task");
    const auto row = [](const char *text, const char *task) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(task);
    };
    row("flask-openapi-sqlite", "generation uv flask flask-openapi-sqlite 1");
    row("  koa-openapi-unconstrained\n", "generation node koa koa-openapi-unconstrained 0");
    row("uv/django-openapi-clean_architecture-postgres-sqlalchemy",
        "generation uv django django-openapi-clean_architecture-postgres-sqlalchemy 3");
    row("bottle-alp-sqlite", "generation uv bottle bottle-alp-sqlite 1");
    row("uv/bottle-alp-unconstrained", "generation uv bottle bottle-alp-unconstrained 0");
    row("express/hard-focused-task-001", "feature express express hard-focused-task-001 0");
    row("rocket/task", "feature rocket rocket task 0");
}

void TestContractBook::tasksAreNamed()
{
    QFETCH(const QString, text);
    QFETCH(const QString, task);
    const QTemporaryDir root;
    userContract(root, u"a"_s, u"alpha"_s, u"alp"_s);
    QCOMPARE(printed(ContractBook::open(root.path()).taskNamed(text)), task);
}

void TestContractBook::whatIsNoTaskIsSaid_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text :
        {"", "/", "flask", "flask-openapi", "flask-openapi-mysql", "flask-unknown-sqlite", "node/flask-openapi-sqlite",
            "uv/", "/flask-openapi-sqlite", "uv/flask/openapi", "express/a/b", "flask-openapi-sqlite-postgres"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("long") << QString(100'000, u'x');
}

void TestContractBook::whatIsNoTaskIsSaid()
{
    QFETCH(const QString, text);
    const auto task = ContractBook::builtIn().taskNamed(text);
    QVERIFY(!task);
    const auto message = task.error().message;
    QCOMPARE(task.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(
        message.contains(u"is no task. Expected is one like \"flask-openapi-sqlite-sqlalchemy\""), qPrintable(message));
    QVERIFY2(message.contains(u"The contracts there are: conduit (\"openapi\" in task names)"), qPrintable(message));
    QVERIFY(message.size() < 600);
}

QTEST_GUILESS_MAIN(TestContractBook)
#include "tst_contractbook.moc"
