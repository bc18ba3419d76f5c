// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <modules/modulegraph.h>
#include <modules/startscript.h>

#include <QTest>

using namespace Decayscope;

/// Large and hostile projects: the work they make is counted by what comes of it.
class TestModuleGraphScale : public QObject
{
    Q_OBJECT

private slots:
    void manyFiles();
    void longChains_data();
    void longChains();
    void manyImports();
    void manyStars();
    void manyFolderLoads();
    void hostileTexts_data();
    void hostileTexts();
};

namespace {

using Texts = std::map<std::string, std::string>;

std::string numbered(const char *before, int number, const char *after)
{
    return before + std::to_string(number) + after;
}

} // namespace

void TestModuleGraphScale::manyFiles()
{
    Texts texts;
    for (int i = 0; i < 5000; ++i)
        texts[numbered("app/m", i, ".py")] = numbered("from app.m", (i + 1) % 5000, " import f\ndef f(): pass\n");
    const auto project = SourceProject::ofFiles(texts);
    QCOMPARE(ModuleGraph(project).edges().size(), std::size_t{5000});
}

void TestModuleGraphScale::longChains_data()
{
    QTest::addColumn<bool>("isCycle");
    QTest::newRow("chain") << false;
    QTest::newRow("cycle") << true;
}

void TestModuleGraphScale::longChains()
{
    QFETCH(bool, isCycle);
    Texts texts{{"a.ts", "import { x } from './i0';\n"}};
    for (int i = 0; i < 1000; ++i)
        texts[numbered("i", i, ".ts")] = numbered("export * from './i", isCycle ? (i + 1) % 1000 : i + 1, "';\n");
    texts.emplace("i1000.ts", "export const x = 1;\n");
    const auto project = SourceProject::ofFiles(texts);
    const ModuleGraph graph(project);
    QVERIFY(graph.edges().size() >= 1001);
    QVERIFY(graph.edges().front().through.size() < 32);
}

void TestModuleGraphScale::manyImports()
{
    std::string code;
    for (int i = 0; i < 100'000; ++i)
        code += "import b\n";
    const auto project = SourceProject::ofFiles({{"a.py", code}, {"b.py", ""}});
    QCOMPARE(ModuleGraph(project).edges().size(), project.files.front().facts.imports.size());
    QVERIFY(project.files.front().facts.imports.size() > 10'000);
}

void TestModuleGraphScale::manyStars()
{
    Texts texts;
    std::string stars;
    for (int i = 0; i < 500; ++i) {
        texts[numbered("p/m", i, ".ts")] = numbered("export const x", i, " = 1;\n") + "export * from './index';\n";
        stars += numbered("export * from './m", i, "';\n");
    }
    texts["p/index.ts"] = stars;
    std::string names;
    for (int i = 0; i < 20'000; ++i)
        names += numbered("x", i, ", ");
    texts["a.ts"] = "import { " + names + " } from './p';\n";
    const auto project = SourceProject::ofFiles(texts);
    const ModuleGraph graph(project);
    std::size_t found = 0;
    for (const auto &edge : graph.edgesOf(0))
        found += edge.names.size();
    QCOMPARE(found, project.files.front().facts.imports.front().names.size());
}

void TestModuleGraphScale::manyFolderLoads()
{
    Texts texts;
    for (int i = 0; i < 2000; ++i)
        texts[numbered("m/a", i, ".js")]
            = "fs.readdirSync(__dirname).forEach(f => require(path.join(__dirname, f)));\n";
    const auto project = SourceProject::ofFiles(texts);
    const auto edges = ModuleGraph(project).edges().size();
    QVERIFY2(edges > 1000 && edges <= 20'000, qPrintable(QString::number(edges)));
}

void TestModuleGraphScale::hostileTexts_data()
{
    QTest::addColumn<Texts>("texts");
    const auto dots = std::string(100'000, '.');
    const auto many = [](std::string_view text, int count) {
        std::string result;
        for (int i = 0; i < count; ++i)
            result += text;
        return result;
    };
    QTest::newRow("long modules") << Texts{
        {"a.py", "import " + many("a.", 100'000) + "b\nfrom " + dots + " import x\n"},
        {"b.js", "require('" + many("../", 100'000) + "');\n"}};
    QTest::newRow("deep JSON") << Texts{{"package.json", many("{\"exports\":", 100'000)},
        {"tsconfig.json", many("[", 100'000)}, {"a.js", "require('x');\n"}};
    QTest::newRow("deep conditions") << Texts{
        {"package.json", "{\"name\":\"x\",\"exports\":" + many("{\"node\":", 500) + "1" + many("}", 500) + "}"},
        {"a.js", "require('x');\n"}};
    QTest::newRow("scripts that call themselves")
        << Texts{{"run.sh", many("bash run.sh\n. ./run.sh\nnpm start\n", 1000)},
               {"package.json", R"({"scripts": {"start": "npm start && npm start"}})"}, {"a.js", ""}};
    QTest::newRow("scripts of brackets") << Texts{
        {"run.sh", many("${A:-", 50'000) + many("$(", 50'000) + many("(", 50'000)}, {"a.js", ""}};
    QTest::newRow("variables that grow") << Texts{
        {"run.sh", "A=xxxxxxxxxx\n" + many("A=$A$A$A$A\n", 1000) + "node $A\n"}, {"a.js", ""}};
    QTest::newRow("broken .env") << Texts{{".env", "=\n==\nA\n\"=\nA='\n" + many("=", 10'000)}, {"a.js", ""}};
    QTest::newRow("names of themselves") << Texts{
        {"a.py", "a = a.b\nb = c.a\nc = b.c\nimport a\nfrom a import a as b\n"}};
    QTest::newRow("configs that extend each other") << Texts{
        {"tsconfig.json", R"({"extends": ["./a/tsconfig.json", "./b"], "references": [{"path": "./a"}]})"},
        {"a/tsconfig.json", R"({"extends": ["../tsconfig.json", "../b/tsconfig.json"]})"},
        {"b/tsconfig.json", R"({"extends": ["../a/tsconfig.json", "../tsconfig.json"]})"}, {"x.ts", "import 'y';\n"}};
}

void TestModuleGraphScale::hostileTexts()
{
    QFETCH(Texts, texts);
    const auto project = SourceProject::ofFiles(texts);
    const ModuleGraph graph(project);
    QCOMPARE(graph.reachable().size(), project.files.size());
    QVERIFY(graph.edges().empty());
    for (int file = 0; file < std::ssize(project.files); ++file)
        std::ignore = graph.originOf(file, "a.b.c").has_value() || graph.definitionOf(file, "b.a").has_value();
    QVERIFY(startScriptOf(project).commands.size() <= 500);
}

QTEST_GUILESS_MAIN(TestModuleGraphScale)
#include "tst_modulegraph_scale.moc"
