// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/contractbook.h>
#include <contracts/taskdefinition.h>
#include <support/shareddata.h>

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The study's task files, by path.
QStringList studyFiles()
{
    QStringList paths;
    QDirIterator files(
        Test::sharedFile(u"data/paper/tasks"_s), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

/// A small task file without faults.
QJsonObject taskObject()
{
    return {{"name"_L1, "flask-openapi-sqlite"_L1}, {"description"_L1, "A task."_L1}, {"prompt"_L1, "Do it."_L1},
        {"patch"_L1, QJsonValue::Null}, {"dockerFolder"_L1, "uv"_L1},
        {"repoMetadata"_L1, QJsonObject{{"port"_L1, 8080}, {"setupCmds"_L1, QJsonArray{"true"_L1}}}},
        {"taskMetadata"_L1, QJsonValue::Null}};
}

QByteArray json(QJsonObject object, QLatin1StringView key, const QJsonValue &value)
{
    object.insert(key, value);
    return QJsonDocument(object).toJson();
}

QByteArray without(QLatin1StringView key)
{
    auto object = taskObject();
    object.remove(key);
    return QJsonDocument(object).toJson();
}

/// A definition as one line, without its prompt.
QString printed(const TaskDefinition &read)
{
    const auto change = read.change
        ? u"+%1 -%2 in %3"_s.arg(read.change->linesAdded).arg(read.change->linesRemoved).arg(read.change->filesChanged)
        : u"no change"_s;
    return QStringList({taskKindName(read.task.kind), read.task.runtime, read.task.framework, read.task.name,
                           read.task.constraints.joined(u"+"), read.repository, read.commit.left(7), read.patchName,
                           read.collection, read.setUp.join(u';'), read.run.join(u';'), QString::number(read.port),
                           read.basePath, read.healthPath, change})
        .join(u" | ");
}

} // namespace

class TestTaskFile : public QObject
{
    Q_OBJECT

private slots:
    void theStudysTasksAreRead();
    void someOfThemAreLookedAt();
    void writtenFilesReadBack();
    void nullsAndAbsencesAreEmpty();
    void theFolderSaysTheRuntime();
    void faultsNameTheirKey_data();
    void faultsNameTheirKey();
    void taskFilesAreKnownByTheirLook_data();
    void taskFilesAreKnownByTheirLook();
};

void TestTaskFile::theStudysTasksAreRead()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/tasks");
    QStringList problems;
    std::vector<TaskSpec> generation;
    QStringList features;
    for (const auto &path : studyFiles()) {
        const auto json = bytesOf(path);
        const auto read = readTaskFile(json, path);
        if (!read || !looksLikeTaskFile(json)) {
            problems.append(read ? path + u" does not look like a task file" : read.error().message);
            continue;
        }
        if (read->task.kind == TaskKind::Generation)
            generation.push_back(read->task);
        else
            features.append(read->task.runtime + u'/' + read->task.name);
        auto again = readTaskFile(taskFile(*read), path);
        if (again != read)
            problems.append(path + u" does not come back");
    }
    QCOMPARE(problems, QStringList());
    auto expected = generationTasks();
    std::ranges::sort(expected);
    std::ranges::sort(generation);
    QCOMPARE(generation, expected);
    QStringList expectedFeatures;
    for (const auto &framework : {u"aiohttp"_s, u"express"_s, u"fastapi"_s, u"flask"_s, u"honojs"_s}) {
        for (int i = 1; i <= 4; ++i)
            expectedFeatures.append(u"%1/hard-focused-task-00%2"_s.arg(framework).arg(i));
    }
    QCOMPARE(features, expectedFeatures);
}

void TestTaskFile::someOfThemAreLookedAt()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/tasks");
    QStringList lines;
    for (const auto *name : {"aiohttp/aiohttp-hard-focused-task-003.json", "honojs/honojs-hard-focused-task-001.json",
             "uv/uv-flask-openapi-clean_architecture-postgres-sqlalchemy.json",
             "node/node-hono-openapi-unconstrained.json"}) {
        const auto path = Test::sharedFile(u"data/paper/tasks/"_s + QLatin1StringView(name));
        const auto read = readTaskFile(bytesOf(path), path);
        QVERIFY(read);
        QVERIFY(read->prompt.size() > 10'000);
        lines.append(printed(*read));
    }
    QCOMPARE(lines,
        QStringList({u"feature | aiohttp | aiohttp | hard-focused-task-003 |  | "
                     "https://github.com/stkrizh/realworld-aiohttp.git | 00cc790 | aiohttp-hard-focused-task-003.patch "
                     "|  | "
                     "alembic --config migrations/alembic.ini upgrade head | python -m conduit | 8080 | /api/v1 | "
                     "/api/v1/healthcheck | +4 -2600 in 46"_s,
            u"feature | honojs | honojs | hard-focused-task-001 |  | https://github.com/cjfff/realworld-honojs.git | "
            "298efda | honojs-hard-focused-task-001.patch |  | npm run prisma:generate;npm run prisma:migrate | "
            "npm run dev | 3000 | /api | / | +0 -178 in 4"_s,
            u"generation | uv | flask | flask-openapi-clean_architecture-postgres-sqlalchemy | "
            "clean_architecture+postgres+sqlalchemy |  |  |  | Conduit.postman_collection.json | "
            "uv pip install --system -r requirements.txt;chmod +x run.sh | ./run.sh | 8080 | /api | /api/health-check "
            "| "
            "no change"_s,
            u"generation | node | hono | hono-openapi-unconstrained |  |  |  |  | Conduit.postman_collection.json | "
            "npm install;chmod +x run.sh | ./run.sh | 3000 | /api | /api/health-check | no change"_s}));
}

/// Of every contract; with the keys of the study's own files.
void TestTaskFile::writtenFilesReadBack()
{
    for (const auto &contract : ContractBook::builtIn().contracts()) {
        for (const auto &task : contract.tasks()) {
            const auto definition = definitionOf(contract, task);
            const auto file = taskFile(definition);
            QVERIFY(looksLikeTaskFile(file));
            const auto read = readTaskFile(file, u"built-in"_s);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
            QCOMPARE(printed(*read), printed(definition));
            QCOMPARE(*read, definition);
        }
    }
    const auto task = ContractBook::builtIn().taskNamed(u"flask-openapi-sqlite"_s);
    const auto object
        = QJsonDocument::fromJson(taskFile(definitionOf(*ContractBook::builtIn().contract(u"conduit"), *task)))
              .object();
    QCOMPARE(object.keys(),
        QStringList({u"description"_s, u"dockerFolder"_s, u"name"_s, u"patch"_s, u"postmanCollection"_s, u"prompt"_s,
            u"repoMetadata"_s, u"taskMetadata"_s}));
    QCOMPARE(object["repoMetadata"_L1].toObject().keys(),
        QStringList({u"baseUrl"_s, u"healthcheckEndpoint"_s, u"port"_s, u"repoCommit"_s, u"repoUrl"_s, u"runCmds"_s,
            u"setupCmds"_s}));

    const TaskDefinition other{.task = {.runtime = u"deno"_s,
                                   .framework = u"oak"_s,
                                   .name = u"oak-desk-sqlite"_s,
                                   .constraints = {Constraint::Sqlite}},
        .prompt = u"Do it."_s,
        .origin = u"x"_s,
        .dockerFolder = u"deno"_s,
        .port = 1};
    QCOMPARE(readTaskFile(taskFile(other), u"x"_s), other);
}

void TestTaskFile::nullsAndAbsencesAreEmpty()
{
    const auto bare = readTaskFile(R"({"name": "task-1", "prompt": "p", "dockerFolder": "flask", "unknown": {"a": [1]},
        "description": null, "repoMetadata": null, "taskMetadata": null})",
        u"f.json"_s);
    QVERIFY(bare);
    QCOMPARE(printed(*bare), u"feature | flask | flask | task-1 |  |  |  |  |  |  |  | 0 |  |  | no change"_s);
    const auto nulls = readTaskFile(R"({"name": "task-1", "prompt": "p", "dockerFolder": "flask", "taskMetadata": {},
        "repoMetadata": {"repoUrl": null, "setupCmds": null, "port": null}})",
        u"f.json"_s);
    QVERIFY(nulls);
    QCOMPARE(printed(*nulls), u"feature | flask | flask | task-1 |  |  |  |  |  |  |  | 0 |  |  | +0 -0 in 0"_s);
}

void TestTaskFile::theFolderSaysTheRuntime()
{
    const auto task = readTaskFile(without("dockerFolder"_L1), u"tasks/uv/a.json"_s);
    QVERIFY(task);
    QCOMPARE(printed(*task),
        u"generation | uv | flask | flask-openapi-sqlite | sqlite |  |  |  |  | true |  | 8080 |  |  | no change"_s);
    QCOMPARE(task->dockerFolder, QString());
    const auto lost = readTaskFile(without("dockerFolder"_L1), u"a.json"_s);
    QVERIFY(!lost);
    QVERIFY2(lost.error().message.contains(u"\"dockerFolder\" is missing"), qPrintable(lost.error().message));
}

void TestTaskFile::faultsNameTheirKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &text, const QString &message) {
        QTest::newRow(name) << text << message;
    };
    row("empty", "", u"\"f.json\" is no JSON: line 1: "_s);
    row("cut", "{\"name\":\n \"a", u"\"f.json\" is no JSON: line 2: "_s);
    row("a list", "[]", u"\"f.json\" must hold one JSON object."_s);
    row("deep", QByteArray(100'000, '['), u"\"f.json\" is no JSON: line 1: "_s);
    row("large", QByteArray(qsizetype{5} * 1024 * 1024, ' '), u"\"f.json\" is larger than 4 MB."_s);
    row("no name", without("name"_L1), u"\"name\" is missing; it must be a text."_s);
    row("an empty name", json(taskObject(), "name"_L1, QString()), u"\"name\" must not be empty."_s);
    row("a name's type", json(taskObject(), "name"_L1, 3), u"\"name\" must be a text."_s);
    row("a name of lines", json(taskObject(), "name"_L1, "a\nb"_L1), u"\"name\" must be one line"_s);
    row("an odd name", json(taskObject(), "name"_L1, "flask"_L1),
        u"\"f.json\" cannot be used: \"flask\" is no task name"_s);
    row("an odd constraint", json(taskObject(), "name"_L1, "flask-openapi-mysql"_L1),
        u"unknown constraint \"mysql\""_s);
    row("no prompt", without("prompt"_L1), u"\"prompt\" is missing"_s);
    row("a prompt's type", json(taskObject(), "prompt"_L1, QJsonArray{"a"_L1}), u"\"prompt\" must be a text."_s);
    row("a patch's type", json(taskObject(), "patch"_L1, true), u"\"patch\" must be a text."_s);
    row("repoMetadata", json(taskObject(), "repoMetadata"_L1, "x"_L1), u"\"repoMetadata\" must be an object."_s);
    row("a port", json(taskObject(), "repoMetadata"_L1, QJsonObject{{"port"_L1, "8080"_L1}}),
        u"\"repoMetadata.port\" must be a whole number from 0 to 65535."_s);
    row("a command", json(taskObject(), "repoMetadata"_L1, QJsonObject{{"runCmds"_L1, QJsonArray{"a"_L1, 2}}}),
        u"\"repoMetadata.runCmds[1]\" must be a text."_s);
    row("commands", json(taskObject(), "repoMetadata"_L1, QJsonObject{{"setupCmds"_L1, "make"_L1}}),
        u"\"repoMetadata.setupCmds\" must be a list."_s);
    row("a change", json(taskObject(), "taskMetadata"_L1, QJsonObject{{"linesAdded"_L1, -1}}),
        u"\"taskMetadata.linesAdded\" must be a whole number from 0"_s);
    row("a large change", json(taskObject(), "taskMetadata"_L1, QJsonObject{{"linesRemoved"_L1, 1e300}}),
        u"\"taskMetadata.linesRemoved\" must be a whole number from 0"_s);
}

void TestTaskFile::faultsNameTheirKey()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    const auto read = readTaskFile(text, u"f.json"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    QVERIFY(read.error().message.contains(u"f.json"));
}

void TestTaskFile::taskFilesAreKnownByTheirLook_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("expected");
    const auto row
        = [](const char *name, const QByteArray &text, bool expected) { QTest::newRow(name) << text << expected; };
    const auto whole = QJsonDocument(taskObject()).toJson();
    row("a task", whole, true);
    row("in one line", QJsonDocument(taskObject()).toJson(QJsonDocument::Compact), true);
    row("with a mark", QByteArray("\xEF\xBB\xBF") += whole, true);
    row("white space before", " \r\n\t" + whole, true);
    row("cut after its keys", whole.left(whole.size() - 10), true);
    row("cut in a long prompt", json(taskObject(), "prompt"_L1, QString(100'000, u'x')).left(1000), true);
    row("empty", {}, false);
    row("a list of tasks", "[" + whole + "]", false);
    row("a task inside", "{\"task\": " + whole + "}", false);
    row("a second document", "{} " + whole, false);
    row("no prompt", without("prompt"_L1), false);
    row("no dockerFolder", without("dockerFolder"_L1), false);
    row("a text of keys", R"({"messages": ["\"prompt\": \"dockerFolder\": \"repoMetadata\":"]})", false);
    row("values", R"({"a": "prompt", "b": "dockerFolder", "c": "repoMetadata"})", false);
    row("keys in a list", R"(["prompt": 1, "dockerFolder": 2, "repoMetadata": 3])", false);
    row("open text", "{\"prompt", false);
    row("a backslash last", "{\"prompt\\", false);
    row("brackets", QByteArray(1'000'000, '{'), false);
    row("closing brackets", "{" + QByteArray(1'000'000, '}'), false);
    row("zeros", QByteArray(1'000'000, '\0'), false);
    row("quotation marks", "{" + QByteArray(1'000'001, '"'), false);
}

void TestTaskFile::taskFilesAreKnownByTheirLook()
{
    QFETCH(const QByteArray, text);
    QTEST(looksLikeTaskFile(text), "expected");
}

QTEST_GUILESS_MAIN(TestTaskFile)
#include "tst_taskfile.moc"
