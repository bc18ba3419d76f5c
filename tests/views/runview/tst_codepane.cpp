// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupturns.h"

#include <runview/codeheader.h>
#include <runview/codenotice.h>
#include <runview/codepane.h>
#include <runview/codeview.h>
#include <runview/diffview.h>
#include <runview/filetreemodel.h>
#include <runview/gutter.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aCommand;
using Test::anOutput;
using Test::MadeUpTurns;

namespace {

/// An edit that the tool reports as done.
TurnContent written(const QString &path, const QString &content)
{
    auto turn = Test::anEdit(path, content);
    turn.parts.front().edit->evidence = FileEdit::Evidence::Reported;
    return turn;
}

/// Turn 1 writes a route, turn 3 a model, turn 5 adds a line to the route, turn 7 deletes the model.
std::shared_ptr<const CodeHistory> aHistory()
{
    const MadeUpTurns turns({Test::aPrompt(u"Build it"_s), written(u"src/routes/list.js"_s, u"one\ntwo\n"_s),
        anOutput(u"ok"_s), written(u"src/models/item.js"_s, u"model\n"_s), anOutput(u"ok"_s),
        written(u"src/routes/list.js"_s, u"one\nhalf\ntwo\n"_s), anOutput(u"ok"_s),
        aCommand(u"Away with it."_s, u"rm src/models/item.js"_s), anOutput({})});
    const QByteArray patch = "diff --git a/src/routes/list.js b/src/routes/list.js\n"
                             "new file mode 100644\n"
                             "--- /dev/null\n"
                             "+++ b/src/routes/list.js\n"
                             "@@ -0,0 +1,3 @@\n"
                             "+one\n+half\n+two\n"
                             "diff --git a/README.md b/README.md\n"
                             "--- a/README.md\n"
                             "+++ b/README.md\n"
                             "@@ -10,2 +10,3 @@\n"
                             " ten\n+new\n eleven\n";
    return std::make_shared<const CodeHistory>(CodeHistory::of(turns, patch, {}));
}

QStringList printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        const auto signs = model.index(row, 1, parent).data().toString();
        lines << QString(QString(depth, u' ') + index.data().toString() + (signs.isEmpty() ? u""_s : u"  "_s + signs));
        lines << printed(model, index, depth + 1);
    }
    return lines;
}

QStringList printed(const CodeView &view)
{
    QStringList lines;
    for (const auto &row : view.rows())
        lines << QString(CodeGutter::writerText(row) + u" | "_s + row.text);
    return lines;
}

} // namespace

class TestCodePane : public QObject
{
    Q_OBJECT

private slots:
    void theTreeShowsTheTurn();
    void foldersAreCompressed();
    void deepPathsDoNotMakeDeepTrees();
    void theFileIsShownAsOfTheTurn();
    void theFinalFileShowsItsGaps();
    void nothingIsGuessed();
    void placesAreFound();
    void marksAreSaid();
    void theWriterIsAskedFor();
    void turnsAreCompared();
    void filesAreSteppedThrough();
    void theStateComesBack();
    void hugeLinesAreCut();
};

void TestCodePane::theTreeShowsTheTurn()
{
    FileTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setHistory(aHistory());
    model.setViolations({{u"src/routes/list.js"_s, 2}});
    model.setMoment(3, false);
    QCOMPARE(printed(model),
        QStringList({u"src"_s, u" models"_s, u"  item.js  ✎"_s, u" routes"_s, u"  list.js  ⚠2"_s, u"README.md"_s}));
    QCOMPARE(model.indexOf(u"README.md"_s).data(Qt::AccessibleTextRole).toString(), u"README.md, not there yet"_s);
    model.setMoment(7, false);
    const auto item = model.indexOf(u"src/models/item.js"_s);
    QVERIFY(item.data(Qt::FontRole).value<QFont>().strikeOut());
    QCOMPARE(item.data(Qt::AccessibleTextRole).toString(), u"src/models/item.js, changed at this turn, deleted"_s);
    model.setHistory(nullptr);
    QCOMPARE(printed(model), QStringList());
}

void TestCodePane::foldersAreCompressed()
{
    FileTreeModel model;
    const QAbstractItemModelTester tester(&model);
    const MadeUpTurns turns(
        {written(u"a/b/c/one.js"_s, u"1"_s), written(u"a/b/c/two.js"_s, u"2"_s), written(u"x/y/z.js"_s, u"3"_s)});
    model.setHistory(std::make_shared<const CodeHistory>(CodeHistory::of(turns, {}, {})));
    QCOMPARE(printed(model), QStringList({u"a/b/c"_s, u" one.js"_s, u" two.js"_s, u"x/y"_s, u" z.js"_s}));
    QCOMPARE(model.paths(), QStringList({u"a/b/c/one.js"_s, u"a/b/c/two.js"_s, u"x/y/z.js"_s}));
}

void TestCodePane::deepPathsDoNotMakeDeepTrees()
{
    FileTreeModel model;
    const QAbstractItemModelTester tester(&model);
    std::vector<TurnContent> edits;
    QString path = u"d"_s;
    for (int depth = 0; depth < 120; ++depth) {
        path += u"/d"_s;
        edits.push_back(written(path + u"/f.js"_s, u"x"_s));
    }
    const MadeUpTurns turns(std::move(edits));
    model.setHistory(std::make_shared<const CodeHistory>(CodeHistory::of(turns, {}, {})));
    int depth = 0;
    for (auto index = model.index(0, 0); index.isValid(); index = model.index(0, 0, index))
        ++depth;
    QVERIFY2(depth <= 40, qPrintable(QString::number(depth)));
    QCOMPARE(model.paths().size(), 120);
}

void TestCodePane::theFileIsShownAsOfTheTurn()
{
    CodePane pane;
    pane.setHistory(aHistory());
    const auto *view = pane.findChild<CodeView *>(u"code"_s);
    pane.setTurn(1);
    QCOMPARE(pane.currentPath(), u"src/routes/list.js"_s);
    QCOMPARE(printed(*view), QStringList({u"2 | one"_s, u"2 | two"_s}));
    pane.setTurn(5);
    QCOMPARE(printed(*view), QStringList({u"2 | one"_s, u"6 | half"_s, u"2 | two"_s}));
    QCOMPARE(pane.currentLine(), 2);
    QCOMPARE(pane.turnOfCurrentLine(), 5);
    QCOMPARE(pane.findChild<CodeHeader *>()->printed().last(), u"2 · 6"_s);
    pane.setTurn(3);
    QCOMPARE(pane.currentPath(), u"src/models/item.js"_s);
}

void TestCodePane::theFinalFileShowsItsGaps()
{
    CodePane pane;
    pane.setHistory(aHistory());
    pane.setMoment(CodePane::Moment::Final);
    QVERIFY(pane.showLine(u"README.md"_s, 11));
    QCOMPARE(pane.currentLine(), 11);
    const auto shown = printed(*pane.findChild<CodeView *>(u"code"_s));
    QCOMPARE(shown.size(), 5);
    QCOMPARE(shown.first(), u" | … 9 line(s) not in the patch …"_s);
    QVERIFY2(shown[2].endsWith(u"| new"), qPrintable(shown[2]));
}

void TestCodePane::nothingIsGuessed()
{
    const MadeUpTurns turns({written(u"a.js"_s, u"known\n"_s), anOutput(u"ok"_s),
        aCommand(u"Now a script."_s, u"python3 -c \"open('a.js','w').write(make())\""_s), anOutput({}),
        written(u"a.js"_s, u"again\n"_s)});
    CodePane pane;
    pane.setHistory(std::make_shared<const CodeHistory>(CodeHistory::of(turns, {}, {})));
    pane.setTurn(2);
    const auto *stack = pane.findChild<QStackedWidget *>();
    const auto *notice = pane.findChild<CodeNotice *>();
    QCOMPARE(stack->currentWidget(), notice);
    const auto lines = notice->text().split(u'\n');
    QCOMPARE(lines.first(), u"Unknown since turn 3"_s);
    QCOMPARE(lines.last(), u"Go to turn 5"_s);
    QVERIFY(lines[lines.size() - 2].contains(u"not guessed"));
    QCOMPARE(pane.currentLine(), 0);
    QCOMPARE(pane.turnOfCurrentLine(), unknownWriter);

    pane.setHistory(nullptr);
    QVERIFY(notice->text().startsWith(u"Reading the code"));
    pane.setHistory(std::make_shared<const CodeHistory>());
    QVERIFY(notice->text().startsWith(u"No code"));
}

void TestCodePane::placesAreFound()
{
    CodePane pane;
    pane.setHistory(aHistory());
    pane.setTurn(1);
    const QSignalSpy moved(&pane, &CodePane::placeChanged);
    QVERIFY(pane.showLine(u"/workspace/src/routes/list.js"_s, 2));
    QCOMPARE(pane.currentLine(), 2);
    QVERIFY(!moved.isEmpty());
    QCOMPARE(moved.last().first().toString(), u"src/routes/list.js"_s);
    QVERIFY(!pane.showLine(u"src/none.js"_s, 1));
    QVERIFY(pane.showLine(u"src/routes/list.js"_s, 3));
    QCOMPARE(pane.moment(), CodePane::Moment::Final);
    QCOMPARE(pane.currentLine(), 3);
}

void TestCodePane::marksAreSaid()
{
    CodePane pane;
    pane.setHistory(aHistory());
    pane.setMarks({{u"src/routes/list.js"_s, 2, u"goes up <b>"_s, u"Layers"_s}, {u"nowhere.js"_s, 1, u"x"_s, {}}});
    pane.setTurn(1);
    const auto *view = pane.findChild<CodeView *>(u"code"_s);
    QCOMPARE(view->markOf(2), QString());
    QVERIFY(pane.showLine(u"src/routes/list.js"_s, 2));
    QCOMPARE(pane.moment(), CodePane::Moment::Final);
    QCOMPARE(view->markOf(2), u"Layers: goes up <b>"_s);
    QStringList labels;
    for (const auto *label : pane.findChildren<QLabel *>()) {
        if (label->text().startsWith(u'⚠'))
            labels << label->text();
    }
    QCOMPARE(labels, QStringList({u"⚠ Layers: goes up <b>"_s}));
    pane.setMoment(CodePane::Moment::AtTurn);
    pane.setTurn(5);
    QCOMPARE(view->markOf(2), u"Layers: goes up <b>"_s);
}

void TestCodePane::theWriterIsAskedFor()
{
    CodePane pane;
    pane.resize(900, 500);
    pane.setHistory(aHistory());
    pane.setTurn(5);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const QSignalSpy asked(&pane, &CodePane::turnRequested);
    auto *view = pane.findChild<CodeView *>(u"code"_s);
    auto *gutter = view->findChild<CodeGutter *>();
    const auto line = view->fontMetrics().lineSpacing();
    QTest::mouseClick(gutter, Qt::LeftButton, {}, {30, line / 2 + 4});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toInt(), 1);
}

void TestCodePane::turnsAreCompared()
{
    CodePane pane;
    pane.setHistory(aHistory());
    pane.setTurn(5);
    pane.setCompared(1, 5);
    const auto *diff = pane.findChild<DiffView *>();
    QCOMPARE(pane.findChild<QStackedWidget *>()->currentWidget(), diff);
    QCOMPARE(diff->summary(), u"turn 2 → turn 6: 1 line(s) added, 0 removed"_s);
    QCOMPARE(printed(*diff->codeView()), QStringList({u"2 | one"_s, u"6 | half"_s, u"2 | two"_s}));
    pane.setCompared(5, {});
    QCOMPARE(diff->summary(), u"turn 6 → final: no difference"_s);
    pane.setCompared(0, 1);
    QCOMPARE(diff->summary(), u"turn 1 (no such file) → turn 2: 2 line(s) added, 0 removed"_s);
    pane.setCompared({}, {});
    QVERIFY(pane.findChild<QStackedWidget *>()->currentWidget() != diff);
}

void TestCodePane::filesAreSteppedThrough()
{
    CodePane pane;
    pane.setHistory(aHistory());
    pane.setTurn(1);
    QStringList visited;
    for (int i = 0; i < 3; ++i) {
        pane.nextFile();
        visited << pane.currentPath();
    }
    pane.previousFile();
    visited << pane.currentPath();
    QCOMPARE(visited,
        QStringList({u"README.md"_s, u"src/models/item.js"_s, u"src/routes/list.js"_s, u"src/models/item.js"_s}));
}

void TestCodePane::theStateComesBack()
{
    CodePane pane;
    pane.setMoment(CodePane::Moment::Final);
    pane.findChild<DiffView *>()->setSideBySide(true);
    CodePane other;
    other.restoreState("nonsense");
    other.restoreState({});
    QCOMPARE(other.moment(), CodePane::Moment::AtTurn);
    other.restoreState(pane.state());
    QCOMPARE(other.moment(), CodePane::Moment::Final);
    QVERIFY(other.findChild<DiffView *>()->isSideBySide());
}

void TestCodePane::hugeLinesAreCut()
{
    CodeView view;
    view.setRows(
        {{.text = QString(3'000'000, u'x'), .number = 1}, {.text = u"a\u2029b"_s, .number = 2}}, u"a.min.js"_s);
    QCOMPARE(view.document()->blockCount(), 2);
    QVERIFY(view.toPlainText().size() < 2000);
    QVERIFY(view.showLine(2));
    QVERIFY(!view.showLine(3));
}

QTEST_MAIN(TestCodePane)
#include "tst_codepane.moc"
