// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runtimes/runtimerecipe.h>
#include <sandbox/runfolder.h>
#include <sandbox/sandbox.h>
#include <sandbox/sandboxes.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

using Files = std::map<QString, QByteArray>;

/// A project in a sandbox of its own, without any network.
class SandboxedProject
{
public:
    SandboxedProject(Sandbox &sandbox, const RuntimeRecipe &recipe, const Files &files)
    {
        auto folder = sandbox.makeFolder();
        if (!folder)
            return;
        m_folder = *std::move(folder);
        const auto workspace = m_folder->makeFolder(u"workspace"_s);
        bool isWritten = workspace.has_value();
        for (const auto &[name, content] : files)
            isWritten = isWritten && m_folder->writeFile(u"workspace/"_s + name, content);
        if (!isWritten)
            return;
        auto session = sandbox.open({.workspace = *workspace, .environment = recipe.environment});
        if (session)
            m_session = *std::move(session);
    }
    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }

    /// The exit code and the output.
    [[nodiscard]] QString run(const QString &command)
    {
        const auto report = runCommand(*m_session, {.command = {u"sh"_s, u"-c"_s, command}}, Progress());
        if (!report)
            return report.error().message;
        return QString::number(report->exitCode.value_or(-1)) + u": " + QString::fromUtf8(report->output).simplified();
    }

    /// The commands that failed, with what they said.
    [[nodiscard]] QStringList setUp(const SetUpWay &way)
    {
        QStringList failed;
        for (const auto &command : way.commands) {
            if (const auto said = run(command); !said.startsWith(u"0: "))
                failed.append(said);
        }
        return failed;
    }

private:
    std::unique_ptr<RunFolder> m_folder;
    std::unique_ptr<SandboxSession> m_session;
};

} // namespace

/// The commands of the program's own recipes, run as an evaluation runs them.
class TestSetUpWays : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pythonFromTheSystem();
    void whatIsMissingIsNamed();
    void pipWithoutARegistry();
    void uvAndPoetryAreStoodInFor();
    void nodeWithoutDependencies();

private:
    [[nodiscard]] static const SetUpWay &way(const RuntimeRecipe &recipe, QStringView name);

    RuntimeBook m_book = RuntimeBook::builtIn();
    std::shared_ptr<Sandbox> m_sandbox;
};

#define DECAYSCOPE_REQUIRE_PROGRAM(name)                                                                               \
    do {                                                                                                               \
        if (!isSystemProgram(QStringLiteral(name)))                                                                    \
            QSKIP(name " is not installed; ./bootstrap evaluation installs it.");                                      \
    } while (false)

void TestSetUpWays::initTestCase()
{
    auto sandbox = bubblewrapSandbox();
    if (!sandbox)
        QSKIP(qPrintable(sandbox.error().message));
    m_sandbox = *std::move(sandbox);
}

const SetUpWay &TestSetUpWays::way(const RuntimeRecipe &recipe, QStringView name)
{
    return *std::ranges::find_if(recipe.setUp, [name](const SetUpWay &one) { return one.name == name; });
}

void TestSetUpWays::pythonFromTheSystem()
{
    DECAYSCOPE_REQUIRE_PROGRAM("pip3");
    const auto &recipe = *m_book.recipe(u"uv");
    SandboxedProject project(*m_sandbox, recipe,
        {{u"requirements.txt"_s, "# nothing but pip\npip>=1\n"}, {u"run.sh"_s, "#!/bin/bash\nexec python main.py\n"},
            {u"main.py"_s, "import sys\nprint('served by', sys.prefix)\n"}});
    QVERIFY(project.isOpen());
    QCOMPARE(project.setUp(way(recipe, u"system packages")), QStringList());
    QCOMPARE(project.run(recipe.run.back()), u"0: served by /tmp/venv"_s);
    QCOMPARE(project.run(u"python3.12 main.py"_s), u"0: served by /tmp/venv"_s);
}

void TestSetUpWays::whatIsMissingIsNamed()
{
    DECAYSCOPE_REQUIRE_PROGRAM("pip3");
    const auto &recipe = *m_book.recipe(u"uv");
    SandboxedProject project(*m_sandbox, recipe,
        {{u"requirements.txt"_s, "no-such-thing-a==1 # why\npip>=1\n\nno-such-thing-b>=2; python_version > '3'"},
            {u"run.sh"_s, ""}});
    QVERIFY(project.isOpen());
    const auto failed = project.setUp(way(recipe, u"system packages"));
    QCOMPARE(failed.size(), 1);
    QVERIFY2(failed[0].startsWith(u"1: "), qPrintable(failed[0]));
    QVERIFY2(failed[0].contains(u"No matching distribution found for no-such-thing-a==1"), qPrintable(failed[0]));
    QVERIFY2(failed[0].contains(u"No matching distribution found for no-such-thing-b>=2"), qPrintable(failed[0]));
    QCOMPARE(project.run(u"test -x run.sh"_s), u"0: "_s); // what comes after is tried
}

/// Where no registry answers, packages of the system stand in, and the log says so.
void TestSetUpWays::pipWithoutARegistry()
{
    DECAYSCOPE_REQUIRE_PROGRAM("pip3");
    const auto &recipe = *m_book.recipe(u"uv");
    SandboxedProject project(*m_sandbox, recipe, {{u"requirements.txt"_s, "pip>=1\n"}, {u"run.sh"_s, "#!/bin/sh\n"}});
    QVERIFY(project.isOpen());
    const auto &pip = way(recipe, u"pip");
    QString said;
    for (const auto &command : pip.commands)
        said += project.run(command) + u'\n';
    QVERIFY2(
        said.contains(u"No package registry answers: the Python packages of this system are used."), qPrintable(said));
    QVERIFY2(said.contains(u"Requirement already satisfied: pip>=1"), qPrintable(said));
}

void TestSetUpWays::uvAndPoetryAreStoodInFor()
{
    DECAYSCOPE_REQUIRE_PROGRAM("pip3");
    const auto &recipe = *m_book.recipe(u"flask");
    SandboxedProject project(*m_sandbox, recipe, {{u"main.py"_s, "import sys\nprint(sys.argv)\n"}});
    QVERIFY(project.isOpen());
    (void)project.setUp(way(recipe, u"system packages"));
    QCOMPARE(project.run(u"poetry run python main.py 'a b'"_s), u"0: ['main.py', 'a b']"_s);
    QCOMPARE(project.run(u"poetry add x"_s), u"127: poetry is not installed; only its run is known here"_s);
    if (isSystemProgram(u"uv"_s))
        QSKIP("uv is installed here and needs no stand-in.");
    QCOMPARE(project.run(u"uv run --no-sync main.py -x"_s), u"0: ['main.py', '-x']"_s);
    QVERIFY(project.run(u"uv pip install --system --no-index pip"_s).startsWith(u"0: Requirement already satisfied"));
}

void TestSetUpWays::nodeWithoutDependencies()
{
    DECAYSCOPE_REQUIRE_PROGRAM("npm");
    const auto &recipe = *m_book.recipe(u"node");
    SandboxedProject project(*m_sandbox, recipe,
        {{u"package.json"_s, R"({"name": "app", "version": "1.0.0", "scripts": {"start": "node main.js"}})"},
            {u"main.js"_s, "console.log('served');\n"}, {u"run.sh"_s, "#!/bin/bash\nnpm start --silent\n"}});
    QVERIFY(project.isOpen());
    QCOMPARE(project.setUp(way(recipe, u"npm offline")), QStringList());
    QCOMPARE(project.run(recipe.run.back()), u"0: served"_s);
}

QTEST_GUILESS_MAIN(TestSetUpWays)
#include "tst_setupways.moc"
