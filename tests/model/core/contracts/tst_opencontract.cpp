// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/contractbook.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QJsonObject runtimeObject()
{
    return {{"name"_L1, "uv"_L1}, {"language"_L1, "Python 3.12"_L1},
        {"frameworks"_L1, QJsonArray{"flask"_L1, "web_py"_L1}}, {"manifest"_L1, "requirements.txt"_L1},
        {"setUp"_L1, QJsonArray{"pip install -r requirements.txt"_L1}}, {"port"_L1, 8081}};
}

/// A small contract without faults.
QJsonObject contractObject()
{
    return {{"name"_L1, "desk"_L1}, {"title"_L1, "Desk"_L1}, {"version"_L1, "2"_L1}, {"openapi"_L1, "api.yaml"_L1},
        {"suite"_L1, "tests/suite.json"_L1}, {"basePath"_L1, "/v1"_L1}, {"healthPath"_L1, "/v1/ready"_L1},
        {"runtimes"_L1, QJsonArray{runtimeObject()}},
        {"variants"_L1,
            QJsonArray{QJsonArray{}, QJsonArray{"sqlite"_L1, "orm"_L1}, QJsonArray{"postgres"_L1, "sequelize"_L1}}}};
}

QJsonObject with(QJsonObject object, QLatin1StringView key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonObject withRuntime(QLatin1StringView key, const QJsonValue &value)
{
    return with(contractObject(), "runtimes"_L1, QJsonArray{with(runtimeObject(), key, value)});
}

QJsonObject withVariants(const QJsonArray &variants)
{
    return with(contractObject(), "variants"_L1, variants);
}

QJsonArray oneVariant(const QJsonArray &names)
{
    QJsonArray variants;
    variants.append(names);
    return variants;
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

/// Writes a contract's folder and gives its path.
QString contractFolder(const QTemporaryDir &root, const QString &name, const QJsonObject &contract)
{
    const auto folder = root.filePath(name);
    write(folder + u"/contract.json", QJsonDocument(contract).toJson());
    write(folder + u"/api.yaml", "openapi: 3.1.0\npaths:\n  /notes:\n    get: {operationId: Notes}\n");
    write(folder + u"/tests/suite.json", R"({"suite": "desk", "version": "1", "requests": []})");
    return folder;
}

QStringList names(const std::vector<TaskSpec> &tasks)
{
    QStringList names;
    for (const auto &task : tasks)
        names.append(task.runtime + u'/' + task.name);
    return names;
}

} // namespace

class TestOpenContract : public QObject
{
    Q_OBJECT

private slots:
    void aFolderIsAContract();
    void aSuiteOfTheProgramIsNamed();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
    void onlyFilesOfTheFolderAreRead_data();
    void onlyFilesOfTheFolderAreRead();
    void linksOutAreRefused();
    void largeFilesAreRefused();
    void whatIsNoFileIsUnreadable();
};

void TestOpenContract::aFolderIsAContract()
{
    const QTemporaryDir root;
    const auto folder = contractFolder(root, u"desk"_s, contractObject());
    const auto contract = openContract(folder);
    QVERIFY2(contract, qPrintable(contract ? QString() : contract.error().message));
    QCOMPARE(contract->origin, folder + u"/contract.json");
    QCOMPARE(contract->word, u"desk"_s);
    QCOMPARE(contract->database, u"conduit"_s);
    QCOMPARE(contract->operations.size(), std::size_t{1});
    QCOMPARE(contract->runtimes.front().port, 8081);
    QCOMPARE(contract->runtimes.front().orm, Constraint::SqlAlchemy);
    QCOMPARE(names(contract->tasks()),
        QStringList({u"uv/flask-desk-unconstrained"_s, u"uv/flask-desk-sqlite-sqlalchemy"_s,
            u"uv/web_py-desk-unconstrained"_s, u"uv/web_py-desk-sqlite-sqlalchemy"_s}));
    QCOMPARE(openContract(folder + u"/contract.json"), contract);
    QVERIFY(contract->suite.contains("requests"));
    QVERIFY(contract->deepSuite.isEmpty());
}

void TestOpenContract::aSuiteOfTheProgramIsNamed()
{
    const QTemporaryDir root;
    auto object = with(contractObject(), "suite"_L1, "conduit"_L1);
    object.insert("deepSuite"_L1, "conduit-deep"_L1);
    const auto contract = openContract(contractFolder(root, u"desk"_s, object));
    QVERIFY(contract);
    const auto *conduit = ContractBook::builtIn().contract(u"conduit");
    QCOMPARE(contract->suite, conduit->suite);
    QCOMPARE(contract->deepSuite, conduit->deepSuite);
}

void TestOpenContract::faultsNameTheirPlace_data()
{
    QTest::addColumn<QJsonObject>("contract");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QJsonObject &contract, const QString &message) {
        QTest::newRow(name) << contract << message;
    };
    row("nothing", {}, u"\"name\" is missing; it must be a text."_s);
    row("a number", with(contractObject(), "name"_L1, 5), u"\"name\" must be a text."_s);
    row("a hyphen", with(contractObject(), "name"_L1, "my-desk"_L1), u"\"name\" is \"my-desk\"; it must be made of"_s);
    row("a capital", with(contractObject(), "word"_L1, "Desk"_L1), u"\"word\" is \"Desk\"; it must be made of"_s);
    row("an odd key", with(contractObject(), "deepsuite"_L1, "x"_L1), u"\"deepsuite\" is not known here."_s);
    row("two lines", with(contractObject(), "title"_L1, "a\nb"_L1), u"\"title\" must be one line"_s);
    row("a long line", with(contractObject(), "title"_L1, QString(1001, u'a')), u"\"title\" must be one line"_s);
    row("a path", with(contractObject(), "basePath"_L1, "api"_L1), u"\"basePath\" must be a path such as \"/api\"."_s);
    row("a slash", with(contractObject(), "basePath"_L1, "/api/"_L1), u"\"basePath\" must not end with a slash."_s);
    row("a query", with(contractObject(), "healthPath"_L1, "/a?b"_L1), u"\"healthPath\" must be a path"_s);
    row("no runtimes", with(contractObject(), "runtimes"_L1, QJsonArray{}), u"\"runtimes\" must not be empty."_s);
    row("a text as runtime", with(contractObject(), "runtimes"_L1, QJsonArray{"uv"_L1}),
        u"\"runtimes[0]\" must be an object."_s);
    row("a runtime twice", with(contractObject(), "runtimes"_L1, QJsonArray{runtimeObject(), runtimeObject()}),
        u"\"runtimes[1].name\" is \"uv\" for a second time."_s);
    row("a framework twice",
        with(contractObject(), "runtimes"_L1, QJsonArray{runtimeObject(), with(runtimeObject(), "name"_L1, "pypy"_L1)}),
        u"\"runtimes[1].frameworks\" holds \"flask\" for a second time."_s);
    row("a framework's hyphen", withRuntime("frameworks"_L1, QJsonArray{"next-js"_L1}),
        u"\"runtimes[0].frameworks\" holds \"next-js\""_s);
    row("a framework's type", withRuntime("frameworks"_L1, QJsonArray{1}),
        u"\"runtimes[0].frameworks[0]\" must be a text."_s);
    row("a port", withRuntime("port"_L1, 70000), u"\"runtimes[0].port\" must be a whole number from 1 to 65535."_s);
    row("half a port", withRuntime("port"_L1, 80.5), u"\"runtimes[0].port\" must be a whole number"_s);
    row("the database's port", withRuntime("port"_L1, 5432), u"\"runtimes[0].port\" is 5432, which belongs to"_s);
    row("an ORM", withRuntime("orm"_L1, "prisma"_L1), u"\"runtimes[0].orm\" is \"prisma\"; known are"_s);
    row("no ORM", withRuntime("orm"_L1, "sqlite"_L1), u"\"runtimes[0].orm\" is \"sqlite\"; known are"_s);
    row("no variants", withVariants({}), u"\"variants\" must not be empty."_s);
    row("a text as variant", withVariants({"sqlite"_L1}), u"\"variants[0]\" must be a list."_s);
    row("an odd constraint", withVariants(oneVariant({"mysql"_L1})), u"\"variants[0]\" names \"mysql\"; known are"_s);
    row("two databases", withVariants(oneVariant({"sqlite"_L1, "postgres"_L1})),
        u"\"variants[0]\" holds both \"sqlite\" and \"postgres\""_s);
    row("an ORM alone", withVariants({QJsonArray{}, QJsonArray{"orm"_L1}}),
        u"\"variants[1]\" holds an ORM without a database"_s);
    row("a variant twice", withVariants({QJsonArray{"sqlite"_L1, "orm"_L1}, QJsonArray{"sqlalchemy"_L1, "sqlite"_L1}}),
        u"\"variants[1]\" is the same as an earlier one for uv."_s);
    row("an odd suite", with(contractObject(), "suite"_L1, "nothing"_L1),
        u"\"suite\" is \"nothing\"; expected is a file"_s);
    row("a suite by path", with(contractObject(), "suite"_L1, "../conduit"_L1), u"\"suite\" is \"../conduit\""_s);
    row("a suite that is none", with(contractObject(), "suite"_L1, "contract.json"_L1), {});
    row("a description that is none", with(contractObject(), "openapi"_L1, "contract.json"_L1),
        u"contract.json\" line 5, column 16: this is no OpenAPI 3 description"_s);
}

void TestOpenContract::faultsNameTheirPlace()
{
    QFETCH(const QJsonObject, contract);
    QFETCH(const QString, message);
    const QTemporaryDir root;
    const auto folder = contractFolder(root, u"desk"_s, contract);
    const auto read = openContract(folder);
    QCOMPARE(read.has_value(), message.isEmpty());
    if (read)
        return;
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(u"contract.json\""), qPrintable(read.error().message));
}

void TestOpenContract::onlyFilesOfTheFolderAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind) { QTest::newRow(name) << QString::fromLatin1(name) << kind; };
    row("../other/api.yaml", ErrorKind::Refused);
    row("tests/../../other/api.yaml", ErrorKind::Refused);
    row("/etc/passwd", ErrorKind::Refused);
    row("./api.yaml", ErrorKind::Refused);
    row("tests//api.yaml", ErrorKind::Refused);
    row(":/decayscope/contracts/conduit/openapi.yaml", ErrorKind::Refused);
    row("..\\other\\api.yaml", ErrorKind::Refused);
    row("C:/api.yaml", ErrorKind::Refused);
    row("absent.yaml", ErrorKind::Unreadable);
    row("tests", ErrorKind::Unreadable);
}

void TestOpenContract::onlyFilesOfTheFolderAreRead()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorKind, kind);
    const QTemporaryDir root;
    QVERIFY(openContract(contractFolder(root, u"other"_s, contractObject())));
    const auto contract = openContract(contractFolder(root, u"desk"_s, with(contractObject(), "openapi"_L1, name)));
    QVERIFY(!contract);
    QVERIFY2(contract.error().kind == kind, qPrintable(contract.error().message));
    QVERIFY2(contract.error().message.contains(name), qPrintable(contract.error().message));
}

void TestOpenContract::linksOutAreRefused()
{
    const QTemporaryDir root;
    const auto other = contractFolder(root, u"other"_s, contractObject());
    const auto folder = contractFolder(root, u"desk"_s, with(contractObject(), "openapi"_L1, "link.yaml"_L1));
    QVERIFY(QFile::link(other + u"/api.yaml", folder + u"/link.yaml"));
    const auto refused = openContract(folder);
    QVERIFY(!refused);
    QVERIFY2(refused.error().kind == ErrorKind::Refused, qPrintable(refused.error().message));
    QVERIFY(QFile::remove(folder + u"/link.yaml"));
    QVERIFY(QFile::link(folder + u"/api.yaml", folder + u"/link.yaml"));
    QVERIFY(openContract(folder));
}

void TestOpenContract::largeFilesAreRefused()
{
    const QTemporaryDir root;
    const auto folder = contractFolder(root, u"desk"_s, contractObject());
    for (const auto &name : {u"tests/suite.json"_s, u"api.yaml"_s, u"contract.json"_s}) {
        QFile file(folder + u'/' + name);
        QVERIFY(file.resize(qint64{4} * 1024 * 1024 + 1));
        const auto contract = openContract(folder);
        QVERIFY(!contract);
        QCOMPARE(contract.error().kind, ErrorKind::Refused);
        QVERIFY2(
            contract.error().message.contains(name + u"\" is larger than 4 MB."), qPrintable(contract.error().message));
    }
}

void TestOpenContract::whatIsNoFileIsUnreadable()
{
    const QTemporaryDir root;
    for (const auto &path : {QString(), u"absent"_s, u"absent/contract.json"_s, root.path(), u"/dev/null"_s}) {
        const auto contract = openContract(path);
        QVERIFY2(!contract && contract.error().kind == ErrorKind::Unreadable, qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestOpenContract)
#include "tst_opencontract.moc"
