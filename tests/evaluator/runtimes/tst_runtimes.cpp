// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runtimes/runtimerecipe.h>
#include <support/shareddata.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString printed(const RuntimeRecipe &recipe)
{
    QStringList ways;
    for (const auto &way : recipe.setUp)
        ways.append(way.name + (way.network ? u"+net"_s : QString()));
    return u"%1 :%2 %3 %4 | %5"_s.arg(recipe.name)
        .arg(recipe.port)
        .arg(recipe.basePath, recipe.healthPath, ways.join(u", "_s));
}

/// A recipe that can be used.
RuntimeRecipe aRecipe(const QString &name)
{
    RuntimeRecipe recipe;
    recipe.name = name;
    recipe.title = u"A title"_s;
    recipe.setUp = {{u"make"_s, {u"make"_s}, false, {u"make all"_s, u"chmod +x run.sh"_s}}};
    recipe.run = {u"./run.sh"_s};
    recipe.basePath = u"/api"_s;
    recipe.healthPath = u"/health"_s;
    recipe.environment = {{u"A"_s, u"1"_s}};
    recipe.image = u"docker.io/library/debian:13"_s;
    return recipe;
}

QByteArray runtimesFile(const QByteArray &recipes)
{
    return R"({"format": "decayscope-runtimes", "version": 1, "runtimes": [)" + recipes + "]}";
}

class UserFile
{
public:
    explicit UserFile(const QByteArray &content)
    {
        QFile file(path());
        m_isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"runtimes.json"_s); }
    [[nodiscard]] bool isWritten() const { return m_isWritten; }

    /// The complaint without the folder, or "fine".
    [[nodiscard]] QString complaint() const
    {
        const auto book = RuntimeBook::open(path());
        auto said = book ? u"fine"_s : book.error().message;
        return said.remove(m_folder.path() + u'/');
    }

private:
    QTemporaryDir m_folder;
    bool m_isWritten = false;
};

/// What the study's task files say a runtime is; each says it the same.
QStringList studyWords()
{
    QStringList words;
    QDirIterator files(
        Test::sharedFile(u"data/paper/tasks"_s), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto task = QJsonDocument::fromJson(file.readAll()).object();
        const auto said = task[u"repoMetadata"].toObject();
        const auto run = said[u"runCmds"].toVariant().toStringList();
        words.append(u"%1 :%2 %3 %4 | %5"_s.arg(task[u"dockerFolder"].toString())
                .arg(said[u"port"].toInt())
                .arg(said[u"baseUrl"].toString(), said[u"healthcheckEndpoint"].toString(), run.join(u" ; "_s)));
    }
    words.removeDuplicates();
    words.sort();
    return words;
}

QString joined(const std::vector<QString> &texts)
{
    return QStringList(texts.begin(), texts.end()).join(u" ; "_s);
}

ProgramLookup having(const QStringList &programs)
{
    return [programs](const QString &program) { return programs.contains(program); };
}

QString wayOf(const QString &runtime, SetUpNetwork network, const QStringList &programs)
{
    const auto way = chosenWay(*RuntimeBook::builtIn().recipe(runtime), network, having(programs));
    return way ? way->name : way.error().message;
}

} // namespace

class TestRuntimes : public QObject
{
    Q_OBJECT

private slots:
    void theProgramsOwnRecipes();
    void recipesAreTheStudys();
    void lastCommandsOfSetUpAreTheStudys();
    void tasksFindTheirRecipe();
    void waysByWhatIsThere();
    void aMissingFileIsNone();
    void aFileStandsOverTheProgramsOwn();
    void onlyDifferencesAreWritten();
    void resettingGivesTheProgramsOwn();
    void recipesGoRoundAsDocuments();
    void faultsAreNamedWithTheirPlace_data();
    void faultsAreNamedWithTheirPlace();
    void oddBytesAreRefused_data();
    void oddBytesAreRefused();
    void badRecipesAreNotSet();
    void networksHaveNames();
};

void TestRuntimes::theProgramsOwnRecipes()
{
    QStringList lines;
    const auto book = RuntimeBook::builtIn();
    for (const auto &recipe : book.recipes())
        lines.append(printed(recipe));
    const auto python = u"uv+net, pip+net, system packages"_s;
    const auto node = u"npm+net, npm offline"_s;
    QCOMPARE(lines,
        QStringList({u"uv :8080 /api /api/health-check | "_s + python, u"node :3000 /api /api/health-check | "_s + node,
            u"aiohttp :8080 /api/v1 /api/v1/healthcheck | "_s + python, u"express :3000 /api / | "_s + node,
            u"fastapi :8080 /api /api/health-check | "_s + python, u"flask :8080 /api /api/ping | "_s + python,
            u"honojs :3000 /api / | "_s + node}));
    QCOMPARE(book.changedNames(), QStringList());
    const auto *uv = book.recipe(u"uv");
    QCOMPARE(joined(uv->run), u"./run.sh"_s);
    QCOMPARE(uv->healthTries, 5);
    QCOMPARE(uv->healthInterval, std::chrono::seconds(5));
    QVERIFY(uv->environment.at(u"PATH"_s).startsWith(uv->environment.at(u"VIRTUAL_ENV"_s) + u"/bin:"_s));
}

void TestRuntimes::recipesAreTheStudys()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/tasks");
    QStringList ours;
    const auto book = RuntimeBook::builtIn();
    for (const auto &recipe : book.recipes()) {
        ours.append(u"%1 :%2 %3 %4 | %5"_s.arg(recipe.name)
                .arg(recipe.port)
                .arg(recipe.basePath, recipe.healthPath, joined(recipe.run)));
    }
    ours.sort();
    QCOMPARE(ours, studyWords());
}

/// The study's images had the packages of feature tasks installed; here its own commands come last.
void TestRuntimes::lastCommandsOfSetUpAreTheStudys()
{
    const QStringList lasts{u"uv chmod +x run.sh"_s, u"node chmod +x run.sh"_s,
        u"aiohttp alembic --config migrations/alembic.ini upgrade head"_s, u"express npm run migrate:develop"_s,
        u"fastapi alembic upgrade head"_s, u"flask alembic upgrade head"_s, u"honojs npm run prisma:migrate"_s};
    const auto book = RuntimeBook::builtIn();
    for (const auto &recipe : book.recipes()) {
        for (const auto &way : recipe.setUp)
            QVERIFY2(lasts.contains(recipe.name + u' ' + way.commands.back()), qPrintable(way.commands.back()));
    }
}

void TestRuntimes::tasksFindTheirRecipe()
{
    const auto book = RuntimeBook::builtIn();
    QStringList found;
    for (const auto &task : generationTasks())
        found.append(book.recipeFor(task).transform([](const auto &recipe) { return recipe.name; }).value_or(u"?"_s));
    found.removeDuplicates();
    QCOMPARE(found, QStringList({u"uv"_s, u"node"_s}));

    const auto feature = taskFromFolder(u"aiohttp"_s, u"hard-focused-task-001"_s);
    QVERIFY(feature);
    QCOMPARE(book.recipeFor(*feature)->basePath, u"/api/v1"_s);

    const auto strange = taskFromFolder(u"gin"_s, u"task-9"_s);
    QVERIFY(strange);
    QCOMPARE(book.recipeFor(*strange).error().message,
        u"The task “task-9” is of the runtime “gin”, for which there is no recipe. Add one of that name to the "
        "runtimes, where it says how projects are set up and started; there are: uv, node, aiohttp, express, fastapi, "
        "flask, honojs."_s);
}

void TestRuntimes::waysByWhatIsThere()
{
    using enum SetUpNetwork;
    const QStringList pip{u"python3"_s, u"pip3"_s};
    QCOMPARE(wayOf(u"uv"_s, Registries, pip + QStringList(u"uv"_s)), u"uv"_s);
    QCOMPARE(wayOf(u"uv"_s, Registries, pip), u"pip"_s);
    QCOMPARE(wayOf(u"uv"_s, Everything, pip), u"pip"_s);
    QCOMPARE(wayOf(u"uv"_s, Nothing, pip + QStringList(u"uv"_s)), u"system packages"_s);
    QCOMPARE(wayOf(u"node"_s, Registries, {u"node"_s, u"npm"_s}), u"npm"_s);
    QCOMPARE(wayOf(u"node"_s, Nothing, {u"node"_s, u"npm"_s}), u"npm offline"_s);
    QCOMPARE(wayOf(u"node"_s, Registries, {u"node"_s}),
        u"Projects of the runtime “node” cannot be set up here. “npm” needs npm, not installed. “npm offline” needs "
        "npm, not installed. The command ./bootstrap evaluation installs what the program's own recipes need."_s);
    QCOMPARE(wayOf(u"uv"_s, Nothing, {u"uv"_s, u"python3"_s}),
        u"Projects of the runtime “uv” cannot be set up here. “uv” asks package registries, which the set-up may not "
        "reach. “pip” needs pip3, not installed. “system packages” needs pip3, not installed. The command ./bootstrap "
        "evaluation installs what the program's own recipes need."_s);
    QVERIFY(isSystemProgram(u"sh"_s));
    QVERIFY(!isSystemProgram(u"no-such-program"_s));
}

void TestRuntimes::aMissingFileIsNone()
{
    const QTemporaryDir folder;
    const auto book = RuntimeBook::open(folder.filePath(u"none.json"_s));
    QVERIFY(book);
    QCOMPARE(book->recipes(), RuntimeBook::builtIn().recipes());
    QCOMPARE(RuntimeBook::open(folder.path()).error().kind, ErrorKind::Unreadable);
}

void TestRuntimes::aFileStandsOverTheProgramsOwn()
{
    const UserFile file(runtimesFile(R"({"name": "node", "port": 4000, "environment": {"NODE_ENV": "test"}},
        {"name": "gin", "setUp": [{"name": "go", "needs": ["go"], "network": true, "commands": ["go build ./..."]}],
         "run": ["./server"], "basePath": "/api", "healthPath": "/api/health-check"})"));
    QVERIFY(file.isWritten());
    const auto book = RuntimeBook::open(file.path());
    QVERIFY2(book, qPrintable(book ? QString() : book.error().message));
    QCOMPARE(printed(*book->recipe(u"node")), u"node :4000 /api /api/health-check | npm+net, npm offline"_s);
    QCOMPARE(book->recipe(u"node")->environment, (std::map<QString, QString>{{u"NODE_ENV"_s, u"test"_s}}));
    QCOMPARE(printed(*book->recipe(u"gin")), u"gin :8080 /api /api/health-check | go+net"_s);
    QCOMPARE(book->recipe(u"gin")->title, u"gin"_s);
    QCOMPARE(book->changedNames(), QStringList({u"node"_s, u"gin"_s}));
    QVERIFY(!book->isChanged(u"uv"_s));
    QVERIFY(!book->isChanged(u"no such"_s));
}

void TestRuntimes::onlyDifferencesAreWritten()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"a/b/runtimes.json"_s);
    auto book = RuntimeBook::builtIn();
    QVERIFY(book.save(path));
    QVERIFY(!QFile::exists(path));

    auto changed = *book.recipe(u"node");
    changed.port = 4000;
    QVERIFY(book.set(changed));
    QVERIFY(book.set(aRecipe(u"gin"_s)));
    QVERIFY(book.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto runtimes = QJsonDocument::fromJson(file.readAll())[u"runtimes"];
    QCOMPARE(runtimes[0].toObject().keys(), QStringList({u"name"_s, u"port"_s}));
    QCOMPARE(runtimes[1].toObject().keys().size(), 12);
    QCOMPARE(RuntimeBook::open(path)->recipes(), book.recipes());

    QStringList origins;
    const auto rows = book.editable();
    for (const auto &row : rows)
        origins.append(row.recipe.name + QString::number(static_cast<int>(row.origin)));
    QCOMPARE(origins.join(u' '), u"uv0 node1 aiohttp0 express0 fastapi0 flask0 honojs0 gin2"_s);

    book.reset(u"node"_s);
    book.reset(u"gin"_s);
    QVERIFY(book.save(path));
    QVERIFY(!QFile::exists(path));
    QVERIFY(book.set(changed));
    QCOMPARE(book.save(u"/proc/no/such/runtimes.json"_s).error().kind, ErrorKind::Unreadable);
}

void TestRuntimes::resettingGivesTheProgramsOwn()
{
    auto book = RuntimeBook::builtIn();
    auto changed = *book.recipe(u"uv");
    changed.run = {u"python main.py"_s};
    QVERIFY(book.set(changed));
    QVERIFY(book.set(aRecipe(u"gin"_s)));
    QCOMPARE(book.changedNames(), QStringList({u"uv"_s, u"gin"_s}));
    QCOMPARE(book.recipes().front().name, u"uv"_s);
    book.reset(u"uv"_s);
    book.reset(u"gin"_s);
    book.reset(u"no such"_s);
    QCOMPARE(book.recipes(), RuntimeBook::builtIn().recipes());
}

void TestRuntimes::recipesGoRoundAsDocuments()
{
    auto recipe = aRecipe(u"a-b.c"_s);
    recipe.healthInterval = std::chrono::milliseconds(250);
    recipe.run = {u"echo 'ä\t\"'"_s, u"./run.sh"_s};
    const auto again = readRecipe(recipeDocument(recipe), u"the recipe"_s);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(*again, recipe);
    const auto book = RuntimeBook::builtIn();
    for (const auto &one : book.recipes())
        QCOMPARE(readRecipe(recipeDocument(one), one.name).value_or(aRecipe(u"?"_s)), one);
}

void TestRuntimes::faultsAreNamedWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("recipe");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const QByteArray &recipe, const QString &complaint) {
        QTest::newRow(name) << recipe << u"runtimes.json: runtimes[0]"_s + complaint;
    };
    row("no name", R"({"port": 1})", u".name: must not be empty."_s);
    row("name", R"({"name": "a b"})", u".name: has characters that have no place there."_s);
    row("port text", R"({"name": "uv", "port": "80"})", u".port: must be a whole number from 1 to 65535."_s);
    row("port 0", R"({"name": "uv", "port": 0})", u".port: must be a whole number from 1 to 65535."_s);
    row("port 1e300", R"({"name": "uv", "port": 1e300})", u".port: must be a whole number from 1 to 65535."_s);
    row("port half", R"({"name": "uv", "port": 80.5})", u".port: must be a whole number from 1 to 65535."_s);
    row("port of the database", R"({"name": "uv", "port": 5432})",
        u".port: 5432 is the port of the run's database; the server needs another one."_s);
    row("base path", R"({"name": "uv", "basePath": "api"})", u".basePath: must begin with a slash."_s);
    row("base path end", R"({"name": "uv", "basePath": "/api/"})", u".basePath: must not end with a slash."_s);
    row("base path space", R"({"name": "uv", "basePath": "/a b"})",
        u".basePath: has characters that have no place there."_s);
    row("health path", R"({"name": "uv", "healthPath": ""})", u".healthPath: must not be empty."_s);
    row("run", R"({"name": "uv", "run": []})", u".run: must not be empty."_s);
    row("run blank", R"({"name": "uv", "run": ["a", " "]})", u".run[1]: must not be empty."_s);
    row("run text", R"({"name": "uv", "run": "./run.sh"})", u".run: must be a list of texts."_s);
    row("run number", R"({"name": "uv", "run": ["a", 1]})", u".run[1]: must be a text."_s);
    row("nul", R"({"name": "uv", "run": ["a\u0000b"]})", u".run[0]: has characters that have no place there."_s);
    row("two lines", R"({"name": "uv", "run": ["a\nb"]})", u".run[0]: has characters that have no place there."_s);
    row("set-up", R"({"name": "uv", "setUp": {}})", u".setUp: must be a list of ways to set a project up."_s);
    row("no set-up", R"({"name": "uv", "setUp": []})", u".setUp: must not be empty."_s);
    row("way", R"({"name": "uv", "setUp": [1]})", u".setUp[0]: must be an object."_s);
    row("way's key", R"({"name": "uv", "setUp": [{"name": "a", "command": []}]})",
        u".setUp[0].command: is not known here; see whether it is spelt right."_s);
    row("way's network", R"({"name": "uv", "setUp": [{"name": "a"}, {"name": "b", "network": 1}]})",
        u".setUp[1].network: must be true or false."_s);
    row("ways of one name", R"({"name": "uv", "setUp": [{"name": "a"}, {"name": "a"}]})",
        u".setUp[1]: has a name that another one has."_s);
    row("way's need", R"({"name": "uv", "setUp": [{"name": "a", "needs": ["/bin/sh"]}]})",
        u".setUp[0]: has characters that have no place there."_s);
    row("tries", R"({"name": "uv", "healthTries": 0})", u".healthTries: must be a whole number from 1 to 1000."_s);
    row("interval", R"({"name": "uv", "healthIntervalMs": 1})",
        u".healthIntervalMs: must be a whole number from 10 to 600000."_s);
    row("set-up time", R"({"name": "uv", "setUpSeconds": -3})",
        u".setUpSeconds: must be a whole number from 1 to 86400."_s);
    row("environment", R"({"name": "uv", "environment": {"A": 1}})", u".environment.A: must be a text."_s);
    row("variable", R"({"name": "uv", "environment": {"A=B": ""}})",
        u".environment: has characters that have no place there."_s);
    row("key", R"({"name": "uv", "prot": 80})", u".prot: is not known here; see whether it is spelt right."_s);
    row("image", R"({"name": "uv", "image": "--privileged"})", u".image: has characters that have no place there."_s);
    row("twice", R"({"name": "gin", "port": "x"}, {"name": "gin"})",
        u".port: must be a whole number from 1 to 65535."_s);
}

void TestRuntimes::faultsAreNamedWithTheirPlace()
{
    QFETCH(QByteArray, recipe);
    QFETCH(QString, complaint);
    const UserFile file(runtimesFile(recipe));
    QVERIFY(file.isWritten());
    QCOMPARE(file.complaint(), complaint);
}

void TestRuntimes::oddBytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const QByteArray &content, const QString &complaint) {
        QTest::newRow(name) << content << u"runtimes.json"_s + complaint;
    };
    row("empty", "", u": this is no JSON, from byte 0 on: illegal value."_s);
    row("a list", "[]", u": a JSON object should stand here."_s);
    row("deep", QByteArray(100'000, '['), u": this is no JSON, from byte 1025 on: too deeply nested document."_s);
    row("other", R"({"runtimes": []})", u": format: a file of runtimes says “decayscope-runtimes” here."_s);
    row("newer", R"({"format": "decayscope-runtimes", "version": 2})",
        u": version: the file was written by a newer Decayscope."_s);
    row("no version", R"({"format": "decayscope-runtimes"})", u": version: must be 1."_s);
    row("no runtimes", R"({"format": "decayscope-runtimes", "version": 1})",
        u": runtimes: must be a list of objects."_s);
    row("numbers", runtimesFile("1"), u": runtimes[0]: must be an object."_s);
    row("twice", runtimesFile(R"({"name": "uv"}, {"name": "uv"})"),
        u": runtimes[1].name: “uv” is there already; a name stands for one runtime."_s);
}

void TestRuntimes::oddBytesAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, complaint);
    const UserFile file(content);
    QVERIFY(file.isWritten());
    QCOMPARE(file.complaint(), complaint);
}

void TestRuntimes::badRecipesAreNotSet()
{
    auto book = RuntimeBook::builtIn();
    auto bad = aRecipe(u"gin"_s);
    bad.run.clear();
    QCOMPARE(book.set(bad).error().message, u"The runtime “gin”.run: must not be empty."_s);
    QCOMPARE(book.recipe(u"gin"), nullptr);
    const UserFile large(QByteArray(2 * 1024 * 1024, ' '));
    QCOMPARE(large.complaint(), u"“runtimes.json” is larger than 1 MiB; no file of runtimes is."_s);
}

void TestRuntimes::networksHaveNames()
{
    QStringList names;
    for (const auto network : {SetUpNetwork::Nothing, SetUpNetwork::Registries, SetUpNetwork::Everything}) {
        names.append(setUpNetworkName(network));
        QCOMPARE(setUpNetworkFromName(names.back()), network);
    }
    QCOMPARE(names, QStringList({u"nothing"_s, u"registries"_s, u"everything"_s}));
    QCOMPARE(setUpNetworkFromName(u"all"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestRuntimes)
#include "tst_runtimes.moc"
