// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runview/assertionmodel.h>
#include <runview/assertionpanel.h>
#include <runview/assertionproxy.h>
#include <runview/layerdiagram.h>
#include <runview/logtext.h>
#include <runview/logview.h>
#include <runview/violationmodel.h>
#include <runview/violationpanel.h>
#include <widgets/segmentedswitch.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

RequestResult aRequest(const QString &name, int failed, std::optional<int> code = 200)
{
    RequestResult request{.name = name,
        .method = u"GET"_s,
        .url = u"http://localhost:3000/api/"_s + name,
        .code = code,
        .milliseconds = 12,
        .total = 2,
        .passed = 2 - failed,
        .failed = failed};
    request.assertions = {{u"is an answer"_s, AssertionOutcome::Passed, {}},
        {u"has <b>items</b>"_s, failed > 0 ? AssertionOutcome::Failed : AssertionOutcome::Skipped,
            failed > 0 ? u"expected undefined to be an array"_s : QString()}};
    return request;
}

std::vector<RequestResult> requests()
{
    return {aRequest(u"tags"_s, 0), aRequest(u"feed"_s, 1, 500), aRequest(u"user"_s, 0), aRequest(u"login"_s, 1, {})};
}

QStringList printed(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        lines << cells.join(u" | ");
        lines << printed(model, model.index(row, 0, parent));
    }
    return lines;
}

QString textWith(const QWidget &widget, QStringView words)
{
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->text().contains(words))
            return label->text();
    }
    return {};
}

WhyLink aLink()
{
    return {.handler = HandlerLink{.route = {.method = u"GET"_s,
                                       .path = u"/api/feed"_s,
                                       .file = u"src/app.js"_s,
                                       .line = 3,
                                       .handlerFile = u"src/feed.js"_s,
                                       .handlerLine = 8}},
        .writer = 4,
        .explanation = u"Its route is declared in src/app.js."_s};
}

LayerGraph aGraph()
{
    return {.nodes = {{u"routes"_s, 3, {u"r.js"_s}}, {u"services"_s, 2, {}}, {u"models"_s, 1, {u"m.js"_s}}},
        .edges = {{2, 0, 1, true, u"m.js"_s, 9}, {0, 2, 2, false, u"r.js"_s, 1}}};
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private slots:
    void requestsHaveTheirAssertions();
    void failingOnesComeFirst();
    void theFilterLooksAtAllWords();
    void failingRequestsAreSteppedThrough();
    void aRequestLeadsToItsCode();
    void verdictsAreSaid();
    void bothModesAreShown();
    void violationsLeadToTheirPlaces();
    void theDiagramIsRead();
    void logsHaveLinks();
    void logsComeInPages();
    void oddLogsAreShown();
};

void TestPanels::requestsHaveTheirAssertions()
{
    AssertionModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRequests({aRequest(u"tags"_s, 0), aRequest(u"login"_s, 1, {})});
    QCOMPARE(printed(model),
        QStringList({u"1 | GET /api/tags · tags | 200 | 12 | ✓ 2/2"_s, u"✓ | is an answer |  |  | "_s,
            u"– | has <b>items</b> |  |  | "_s, u"2 | GET /api/login · login | no answer | 12 | ✗ 1/2"_s,
            u"✓ | is an answer |  |  | "_s, u"✗ | has <b>items</b> — expected undefined to be an array |  |  | "_s}));
}

void TestPanels::failingOnesComeFirst()
{
    AssertionModel model;
    AssertionProxy proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRequests(requests());
    const auto numbers = [&proxy] {
        QStringList rows;
        for (int row = 0; row < proxy.rowCount(); ++row)
            rows << proxy.index(row, 0).data().toString();
        return rows.join(u' ');
    };
    QCOMPARE(numbers(), u"1 2 3 4"_s);
    proxy.setFailingFirst(true);
    QCOMPARE(numbers(), u"2 4 1 3"_s);
    proxy.setWords(u"UNDEFINED login"_s);
    QCOMPARE(numbers(), u"4"_s);
    proxy.setFailingFirst(false);
    proxy.setWords({});
    QCOMPARE(numbers(), u"1 2 3 4"_s);
}

void TestPanels::theFilterLooksAtAllWords()
{
    AssertionPanel panel;
    panel.setRequests(requests());
    panel.findChild<QLineEdit *>()->setText(u"feed"_s);
    QCOMPARE(panel.findChild<QTreeView *>()->model()->rowCount(), 1);
    panel.setCurrentRequest(0);
    QCOMPARE(panel.currentRequest(), 0);
    QCOMPARE(panel.findChild<QLineEdit *>()->text(), QString());
}

void TestPanels::failingRequestsAreSteppedThrough()
{
    AssertionPanel panel;
    panel.nextFailing();
    QCOMPARE(panel.currentRequest(), -1);
    panel.setRequests(requests());
    const QSignalSpy chosen(&panel, &AssertionPanel::requestChosen);
    QList<int> visited;
    for (int i = 0; i < 3; ++i) {
        panel.nextFailing();
        visited << panel.currentRequest();
    }
    panel.previousFailing();
    visited << panel.currentRequest();
    QCOMPARE(visited, QList<int>({1, 3, 1, 3}));
    QCOMPARE(chosen.size(), 4);
    panel.setCurrentRequest(0);
    panel.setCurrentRequest(77);
    QCOMPARE(chosen.size(), 4);
}

void TestPanels::aRequestLeadsToItsCode()
{
    AssertionPanel panel;
    panel.setRequests(requests());
    panel.nextFailing();
    QVERIFY(!textWith(panel, u"still being looked for").isEmpty());
    panel.setLinks({{}, aLink(), {}, {.handler = {}, .explanation = u"No route has the path /api/login."_s}});
    const auto why = textWith(panel, u"Answered by");
    QCOMPARE(why,
        u"✗ has &lt;b&gt;items&lt;/b&gt; — expected undefined to be an array<br>"_s
        u"Answered by <a href=\"code\">src/feed.js:8</a>. Written at <a href=\"turn\">turn 5</a>."_s
        u"<br>Its route is declared in src/app.js."_s);
    const QSignalSpy code(&panel, &AssertionPanel::codeRequested);
    const QSignalSpy turn(&panel, &AssertionPanel::turnRequested);
    for (auto *label : panel.findChildren<QLabel *>()) {
        emit label->linkActivated(u"code"_s);
        emit label->linkActivated(u"turn"_s);
    }
    QCOMPARE(code.first(), QVariantList({u"src/feed.js"_s, 8}));
    QCOMPARE(turn.first(), QVariantList({4}));
    panel.nextFailing();
    QVERIFY(textWith(panel, u"No code is known").endsWith(u"No route has the path /api/login."));
}

void TestPanels::verdictsAreSaid()
{
    ViolationPanel panel;
    QVERIFY(!textWith(panel, u"no structural constraint").isEmpty());
    panel.setVerdicts({{Constraint::Sqlite, true, u"It is there."_s, {}, {u"dep:better-sqlite3"_s}},
        {Constraint::CleanArchitecture, false, u"<i>Up</i>"_s, {}, {}}});
    const auto text = textWith(panel, u"SQLite");
    for (const auto *words : {"✓ SQLite: compliant", "Evidence: dep:better-sqlite3", "✗ Clean Architecture: violated",
             "&lt;i&gt;Up&lt;/i&gt;"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

void TestPanels::bothModesAreShown()
{
    ViolationPanel panel;
    QVERIFY(panel.modeSwitch()->isHidden());
    const std::vector<ConstraintVerdict> reference{{Constraint::CleanArchitecture, true, u"Three layers."_s, {}, {}}};
    panel.setVerdicts(reference);
    QVERIFY(!panel.modeSwitch()->isHidden());
    panel.setVerdicts(reference,
        {{Constraint::CleanArchitecture, false, u"Goes up."_s,
            {{Constraint::CleanArchitecture, u"a.py"_s, 2, u"a imports b"_s, u"layer-up"_s},
                {Constraint::CleanArchitecture, u"b.py"_s, 3, u"b imports c"_s, u"layer-up"_s}},
            {}}});
    auto text = textWith(panel, u"Clean Architecture");
    for (const auto *words : {"reference <span", "✓ kept", "syntax <span", "✗ broken", "Three layers."})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    QVERIFY(panel.verdicts().front().violations.empty());
    QSignalSpy chosen(&panel, &ViolationPanel::modeChosen);
    panel.modeSwitch()->findChildren<QAbstractButton *>().back()->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(panel.mode(), VerifierMode::Syntax);
    text = textWith(panel, u"Clean Architecture");
    QVERIFY(text.contains(u"Goes up.") && !text.contains(u"Three layers."));
    QCOMPARE(panel.explanation(), QString());
    panel.choose({Constraint::CleanArchitecture, u"b.py"_s, 3, {}});
    QCOMPARE(panel.currentViolation()->file, u"b.py"_s);
    QVERIFY(panel.explanation().startsWith(u"Import goes up a layer. "));
    panel.choose({Constraint::CleanArchitecture, {}, 0, {}});
    QCOMPARE(panel.currentViolation()->file, u"a.py"_s);
    panel.setVerdicts(reference);
    QVERIFY(textWith(panel, u"Clean Architecture").contains(u"have not judged this run"));
}

void TestPanels::violationsLeadToTheirPlaces()
{
    ViolationModel model;
    const QAbstractItemModelTester tester(&model);
    const std::vector<ConstraintVerdict> verdicts{{Constraint::CleanArchitecture, false, {},
        {{Constraint::CleanArchitecture, u"m.js"_s, 9, u"goes up"_s},
            {Constraint::CleanArchitecture, {}, 0, u"no layer"_s},
            {Constraint::CleanArchitecture, u"r.js"_s, 0, u"odd"_s}},
        {}}};
    model.setVerdicts(verdicts);
    QCOMPARE(printed(model),
        QStringList({u"Clean Architecture | m.js:9 |  | goes up"_s,
            u"Clean Architecture | whole project |  | no layer"_s, u"Clean Architecture | r.js |  | odd"_s}));
    ViolationPanel panel;
    panel.nextViolation();
    panel.setVerdicts(verdicts);
    const QSignalSpy code(&panel, &ViolationPanel::codeRequested);
    for (int i = 0; i < 4; ++i)
        panel.nextViolation();
    panel.previousViolation();
    QCOMPARE(code.size(), 4);
    QCOMPARE(code[0], QVariantList({u"m.js"_s, 9}));
    QCOMPARE(code[1], QVariantList({u"r.js"_s, 0}));
    QCOMPARE(code[3], QVariantList({u"r.js"_s, 0}));
}

void TestPanels::theDiagramIsRead()
{
    LayerDiagram diagram;
    diagram.resize(400, 300);
    diagram.setGraph(aGraph());
    QCOMPARE(diagram.sentences(),
        QStringList({u"routes: 1 file(s)."_s, u"services: 0 file(s)."_s, u"models: 1 file(s)."_s,
            u"routes imports models 2 time(s)."_s,
            u"models imports routes 1 time(s), against the direction of the layers."_s}));
    const QSignalSpy code(&diagram, &LayerDiagram::codeRequested);
    QTest::keyClick(&diagram, Qt::Key_End);
    QCOMPARE(diagram.accessibleDescription(), diagram.sentences().last());
    QTest::keyClick(&diagram, Qt::Key_Return);
    QTest::keyClick(&diagram, Qt::Key_Home);
    QTest::keyClick(&diagram, Qt::Key_Return);
    QCOMPARE(code.size(), 2);
    QCOMPARE(code[0], QVariantList({u"m.js"_s, 9}));
    QCOMPARE(code[1], QVariantList({u"r.js"_s, 0}));
    QVERIFY(!diagram.grab().isNull());
}

void TestPanels::logsHaveLinks()
{
    LogView view;
    view.setText({u"server.log"_s,
        "\x1b[31mError: no\x1b[0m\n    at f (/workspace/src/app.js:11:3)\n  File \"/app/main.py\", line 12, in g\n"});
    auto *text = view.findChild<LogText *>();
    QStringList links;
    for (const auto &link : text->links())
        links << link.mention.path + u':' + QString::number(link.mention.line);
    QCOMPARE(links, QStringList({u"/workspace/src/app.js:11"_s, u"/app/main.py:12"_s}));
    QVERIFY(text->toPlainText().startsWith(u"Error: no\n"));
    const QSignalSpy code(&view, &LogView::codeRequested);
    view.show();
    text->setFocus();
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(text, Qt::Key_Tab);
        QTest::keyClick(text, Qt::Key_Return);
    }
    QTest::keyClick(text, Qt::Key_Backtab);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(code.size(), 3);
    QCOMPARE(code[0], QVariantList({u"/workspace/src/app.js"_s, 11}));
    QCOMPARE(code[1], QVariantList({u"/app/main.py"_s, 12}));
    QCOMPARE(code[2], QVariantList({u"/workspace/src/app.js"_s, 11}));
}

void TestPanels::logsComeInPages()
{
    QByteArray log;
    for (int line = 0; line < 40'000; ++line)
        log += "line " + QByteArray::number(line) + " of an ordinary log that goes on\n";
    LogView view;
    view.setText({u"big.log"_s, log});
    QCOMPARE(view.pageCount(), 4);
    auto *search = view.findChild<QLineEdit *>();
    auto *text = view.findChild<LogText *>();
    search->setText(u"LINE 39999 "_s);
    view.findNext();
    QCOMPARE(view.page(), 3);
    QCOMPARE(text->textCursor().selectedText(), u"line 39999 "_s);
    search->setText(u"line 0 "_s);
    view.findPrevious();
    QCOMPARE(view.page(), 0);
    QCOMPARE(text->textCursor().selectedText(), u"line 0 "_s);
    search->setText(u"nowhere"_s);
    view.findNext();
    QVERIFY(!textWith(view, u"not found").isEmpty());
    QCOMPARE(view.page(), 0);
}

void TestPanels::oddLogsAreShown()
{
    LogView view;
    auto *text = view.findChild<LogText *>();
    view.setText({u"bytes.log"_s, QByteArray("\x00\xff\xfe\x1b[999999999m\xe2\x80\xa9x\n", 18)});
    QCOMPARE(text->document()->blockCount(), 1);
    view.setText({u"one.log"_s, QByteArray(3'000'000, 'x')});
    QVERIFY(view.pageCount() > 1);
    QVERIFY(text->document()->blockCount() > 10);
    view.setText({});
    QCOMPARE(view.pageCount(), 0);
    view.findNext();
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
