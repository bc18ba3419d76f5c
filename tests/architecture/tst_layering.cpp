// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "includerules.h"
#include "qtmodules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// The table of ARCHITECTURE.md.
const IncludeRules houseRules{
    .libraries = {{"model/core/base", ""}, {"model/core/domain", "base"}, {"model/core/contracts", "domain"},
        {"model/core/plans", "contracts"}, {"model/core/judging", "labels stats"}, {"model/core/stats", "domain"},
        {"model/core/labels", "domain"}, {"model/core/sampling", "labels stats"}, {"model/core/blinding", "domain"},
        {"model/core/agreement", "labels stats"}, {"model/core/figures", "stats agreement"},
        {"model/core/code", "domain"}, {"model/core/routes", "base"}, {"model/core/trajectory", "code routes jobs"},
        {"model/core/jobs", "base"}, {"model/core/report", "code stats"}, {"model/core/inference", "stats"},
        {"model/core/analyses", "figures inference"}, {"model/core/comparing", "figures inference"},
        {"model/core/publishing", "figures analyses"}, {"model/core/figurefiles", "publishing"},
        {"model/core/bundle", "publishing analyses"}, {"model/core/items", "figures trajectory jobs"},
        {"model/data/imports", "domain"}, {"model/data/runfolders", "plans"},
        {"model/data/store", "domain labels plans"}, {"model/data/exchange", "labels blinding imports"},
        {"model/data/sample", "store imports sampling"}, {"model/data/merging", "store imports"},
        {"model/data/workspace", "contracts store imports exchange sampling jobs merging"},
        {"evaluator/syntax", "base"}, {"evaluator/modules", "syntax code"}, {"evaluator/layers", "modules"},
        {"evaluator/engines", "modules"}, {"evaluator/verifiers", "layers engines domain jobs"},
        {"evaluator/suite", "domain"}, {"evaluator/sandbox", "domain"}, {"evaluator/runtimes", "domain"},
        {"evaluator/registries", "base"}, {"evaluator/database", "sandbox"},
        {"evaluator/evaluation", "contracts suite sandbox runtimes registries database verifiers"},
        {"evaluator/modelclient", "plans"}, {"evaluator/modelserver", "base"},
        {"evaluator/agents", "plans modelclient evaluation"}, {"evaluator/campaigns", "agents evaluation plans"},
        {"evaluator/demonstration", "modelserver contracts"}, {"views/widgets", "items"},
        {"views/charts", "widgets publishing"}, {"views/printing", "charts figurefiles"},
        {"views/exporting", "printing widgets"}, {"views/bundling", "printing bundle"},
        {"views/reporting", "printing bundle analyses report"}, {"views/tables", "charts"},
        {"views/runview", "widgets"}, {"views/labeling", "widgets charts agreement sampling"},
        {"views/pages", "tables runview labeling contracts publishing analyses comparing"}, {"app/cli", "*"},
        {"app/shell", "*"}, {"app", "*"}},
    .modules = {{"QtCore", "*"}, {"QtConcurrent", "model/core/jobs"}, {"QtGui", "views app"},
        {"QtWidgets", "views app"}, {"QtSvg", "views/widgets app"}, {"QtCharts", "views/charts"},
        {"QtSql", "model/data/store"}, {"QtNetwork", "evaluator"}},
    .foreign = {{"boost/", "model/core/stats model/core/inference"}, {"Eigen/", "model/core/inference"},
        {"nlopt.h", "model/core/inference"}, {"git2.h", "model/core/code"}, {"simdjson.h", "model/data/imports"},
        {"archive.h", "model/data/imports"}, {"archive_entry.h", "model/data/imports"}, {"csv.h", "model/data/imports"},
        {"zstd.h", "model/data/store"}, {"tree_sitter/", "evaluator/syntax"}, {"yaml-cpp/", "model/core/contracts"},
        {"zlib.h", "evaluator/suite model/core/figurefiles"}, {"qpdf/", "model/core/figurefiles"},
        {"brotli/", "evaluator/suite"},
        {"nlohmann/", "model/core/figures model/core/plans model/core/publishing model/core/bundle app/cli"},
        {"CLI/", "app/cli"}, {"KSyntaxHighlighting/", "views/runview"}},
};

SourceTree readTree()
{
    SourceTree tree;
    const QDir root(QStringLiteral(DECAYSCOPE_SOURCE_DIR));
    for (const auto *top : {"app", "model", "views", "evaluator", "tests"}) {
        QDirIterator files(root.filePath(QLatin1StringView(top)), {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s},
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                tree.insert(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return tree;
}

const QString banner = u"// SPDX-FileCopyrightText: Somebody\n// SPDX-License-Identifier: GPL-3.0-or-later\n\n"_s;

/// A tree without faults: a library at each end of the house.
SourceTree goodTree()
{
    return {{u"model/core/base/CMakeLists.txt"_s, u"decayscope_library(base\n    SOURCES id.h)"_s},
        {u"model/core/base/id.h"_s, banner + u"#pragma once\n\n#include <QString>\n\n#include <vector>\n"_s},
        {u"model/core/stats/CMakeLists.txt"_s, u"decayscope_library(stats SOURCES mean.cpp mean.h other.h)"_s},
        {u"model/core/stats/mean.h"_s, banner + u"#pragma once\n"_s},
        {u"model/core/stats/other.h"_s, banner + u"#pragma once\n"_s},
        {u"model/core/stats/mean.cpp"_s,
            banner
                + u"#include \"mean.h\"\n\n#include \"other.h\"\n\n#include <base/id.h>\n#include <boost/math.hpp>\n"_s},
        {u"views/charts/CMakeLists.txt"_s, u"decayscope_library(charts SOURCES view.cpp)"_s},
        {u"views/charts/view.cpp"_s,
            banner + u"#include <stats/mean.h>\n\n#include <QChart>\n#include <QWidget>\n#include <sys/stat.h>\n"_s
                + u"#include \"view.moc\"\n"_s},
        {u"app/CMakeLists.txt"_s, u"add_executable(decayscope main.cpp)"_s},
        {u"app/main.cpp"_s, banner + u"#include <stats/mean.h>\n"_s},
        {u"tests/model/CMakeLists.txt"_s, u"decayscope_test(tst_mean LINK x SOURCES help.cpp)"_s},
        {u"tests/model/tst_mean.cpp"_s, banner},
        {u"tests/model/help.cpp"_s, banner + u"#include \"../anything.h\"\n"_s}};
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private slots:
    void theTreeKeepsTheRules();
    void theRulesKnowTheTree();
    void qtIsInstalledWithItsHeaders();
    void aGoodTreeHasNoFindings();
    void everyFaultIsFound_data();
    void everyFaultIsFound();
};

void TestLayering::theTreeKeepsTheRules()
{
    const auto found = findings(readTree(), houseRules);
    for (const auto &finding : found)
        qWarning().noquote() << finding;
    QCOMPARE(found.size(), 0);
}

/// A misspelt root or folder would find nothing and prove nothing.
void TestLayering::theRulesKnowTheTree()
{
    const auto tree = readTree();
    QVERIFY2(tree.size() > 100, qPrintable(QString::number(tree.size())));
    QStringList absent;
    for (const auto &row : houseRules.libraries) {
        if (!tree.contains(QString::fromLatin1(row.folder) + u"/CMakeLists.txt"))
            absent.append(QString::fromLatin1(row.folder));
    }
    QCOMPARE(absent, QStringList());
}

void TestLayering::qtIsInstalledWithItsHeaders()
{
    QStringList modules;
    for (const auto *header : {"QString", "QPainter", "QLabel", "qlabel.h", "QLineSeries", "QSqlQuery", "vector"})
        modules.append(qtModuleOf(QString::fromLatin1(header)));
    QCOMPARE(
        modules, QStringList({u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtWidgets"_s, u"QtCharts"_s, u"QtSql"_s, {}}));
}

void TestLayering::aGoodTreeHasNoFindings()
{
    QCOMPARE(findings(goodTree(), houseRules), QStringList());
}

void TestLayering::everyFaultIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const QString &path, const QString &text, const QString &finding) {
        QTest::newRow(name) << path << text << finding;
    };
    const auto include = [&row](const char *name, const QString &path, const QString &line, const QString &finding) {
        row(name, path, banner + (path.endsWith(u".h") ? u"#pragma once\n"_s : u"\n"_s) + line + u'\n',
            path + u":5 " + finding);
    };
    const auto id = u"model/core/base/id.h"_s;
    const auto mean = u"model/core/stats/mean.h"_s;
    const auto view = u"views/charts/view.cpp"_s;
    const auto main = u"app/main.cpp"_s;

    include("upwards", id, u"#include <stats/mean.h>"_s, u"base must not include stats"_s);
    include("core to views", mean, u"  #  include <charts/view.h>"_s, u"stats must not include charts"_s);
    include("no such header", view, u"#include <stats/median.h>"_s, u"there is no stats/median.h"_s);
    include("climbing, quoted", mean, u"#include \"../base/id.h\""_s, u"climbs out of its folder: ../base/id.h"_s);
    include("climbing, angled", mean, u"#include <stats/../base/id.h>"_s,
        u"climbs out of its folder: stats/../base/id.h"_s);
    include("Qt with module", view, u"#include <QtWidgets/QLabel>"_s, u"write <QLabel>, not <QtWidgets/QLabel>"_s);
    include("a whole module", view, u"#include <QtWidgets>"_s, u"takes in all of QtWidgets"_s);
    include("Qt in lower case", view, u"#include <qlabel.h>"_s, u"write the class, not <qlabel.h>"_s);
    include("widgets in the model", mean, u"#include <QLabel>"_s,
        u"QLabel is of QtWidgets, which is not for model/core/stats"_s);
    include("colours in the model", mean, u"#include <QColor>"_s,
        u"QColor is of QtGui, which is not for model/core/stats"_s);
    include(
        "charts elsewhere", main, u"#include <QLineSeries>"_s, u"QLineSeries is of QtCharts, which is not for app"_s);
    include("SQL elsewhere", main, u"#include <QSqlQuery>"_s, u"QSqlQuery is of QtSql, which is not for app"_s);
    include(
        "network elsewhere", main, u"#include <QTcpSocket>"_s, u"QTcpSocket is of QtNetwork, which is not for app"_s);
    include("a module nobody uses", main, u"#include <QTest>"_s, u"QTest is of QtTest, which is not for app"_s);
    include("highlighting elsewhere", main, u"#include <KSyntaxHighlighting/Repository>"_s,
        u"KSyntaxHighlighting/Repository is not for app"_s);
    include("foreign elsewhere", main, u"#include <simdjson.h>"_s, u"simdjson.h is not for app"_s);
    include("foreign in a header", mean, u"#include <boost/math.hpp>"_s,
        u"boost/math.hpp belongs into source files only"_s);
    include(
        "own library in angles", mean, u"#include <stats/other.h>"_s, u"belongs to this library, write \"other.h\""_s);
    include("own header in angles", mean, u"#include <other.h>"_s, u"belongs to this library, write \"other.h\""_s);
    include(
        "another's in quotes", mean, u"#include \"base/id.h\""_s, u"belongs to another library, write <base/id.h>"_s);
    include("Qt in quotes", mean, u"#include \"QString\""_s, u"belongs to another library, write <QString>"_s);

    row("own header not first", u"model/core/stats/mean.cpp"_s,
        banner + u"#include \"other.h\"\n#include \"mean.h\"\n"_s,
        u"model/core/stats/mean.cpp: \"mean.h\" is not included first"_s);
    row("no banner", main, u"int main() {}\n"_s, u"app/main.cpp: the two SPDX lines are missing"_s);
    row("another licence", main, QString(banner).replace(u"3.0"_s, u"2.0"_s),
        u"app/main.cpp: the two SPDX lines are missing"_s);
    row("no banner in a test", u"tests/model/help.cpp"_s, u"\n"_s,
        u"tests/model/help.cpp: the two SPDX lines are missing"_s);
    row("no pragma", mean, banner + u"class X;\n"_s, mean + u": #pragma once is missing"_s);
    row("unused", u"model/core/base/old.h"_s, banner + u"#pragma once\n"_s,
        u"model/core/base/old.h: no CMakeLists.txt names the file"_s);
    row("unused but for a comment", u"app/CMakeLists.txt"_s, u"add_executable(decayscope xmain.cpp) # main.cpp"_s,
        u"app/main.cpp: no CMakeLists.txt names the file"_s);
    row("unused test", u"tests/model/tst_other.cpp"_s, banner,
        u"tests/model/tst_other.cpp: no CMakeLists.txt names the file"_s);
    row("unknown library", u"app/new/x.cpp"_s, banner, u"app/new/x.cpp: the folder is not in the table of libraries"_s);
}

void TestLayering::everyFaultIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, finding);
    auto tree = goodTree();
    tree.insert(path, text);
    const auto found = findings(tree, houseRules);
    QVERIFY2(found.contains(finding), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
