// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwatch.h"

#include <labeling/codebutton.h>
#include <labeling/codelist.h>
#include <labeling/codepopup.h>
#include <labeling/definitioncard.h>
#include <labeling/evidencelist.h>
#include <labeling/inlinefield.h>
#include <labeling/labelpanel.h>
#include <labeling/memofield.h>
#include <labeling/primarybutton.h>

#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include <memory>

using namespace Decayscope;
using namespace Qt::StringLiterals;

/// The panel driven by keys and clicks; what it asks for is done and told as a journal would.
class TestLabelPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_panel.reset(); }

    void numbersGoToTheOpenLevel();
    void backspaceGoesBack();
    void deprecatedCodesAreShownWhereTheyStand();
    void arrowsMoveAndSpaceChooses();
    void confidenceIsTakenBackByTheSame();
    void memoGoesOutBeforeAnythingElse();
    void memoIsNotOverwrittenWhileTyped();
    void memoOfTheItemBeforeIsNotLost();
    void evidenceIsReachedAndRemoved();
    void droppedThingsBecomeEvidence();
    void skippingAsksForAReason();
    void definitionFollowsTheFocus();
    void typeAheadChoosesBothLevels();
    void keysOfItsPartsAreNotTheWindows();
    void readOnlyAsksForNothing();
    void historyRevertsLabels();
    void everyPartHasAName();
    void hostileTextsStayInside();

private:
    void tell();
    LabelPanelItem m_item;
    Codebook m_book;
    QStringList m_acted;
    std::unique_ptr<LabelPanel> m_panel;
};

void TestLabelPanel::init()
{
    m_book = Test::smallCodebook();
    m_item = {};
    m_item.annotator = u"anna"_s;
    m_item.key = {u"s"_s, 0, 0};
    m_item.title = u"express · L2"_s;
    m_item.position = u"1 of 3"_s;
    m_acted.clear();
    m_panel = std::make_unique<LabelPanel>();
    m_panel->resize(300, 700);
    connect(m_panel.get(), &LabelPanel::acted, this, [this](const LabelAction &action) {
        m_acted << Test::printed(action);
        Test::apply(m_item.state, action);
        tell();
    });
    tell();
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestLabelPanel::tell()
{
    m_item.codebook = &m_book;
    m_item.problems = problemsOf(m_item.state.draft, m_book);
    m_panel->setItem(m_item);
}

void TestLabelPanel::numbersGoToTheOpenLevel()
{
    QCOMPARE(m_panel->codes()->printed(), QStringList({u"[1] Crash"_s, u"[2] Breach"_s, u"[3] Logic <b>error</b>"_s}));
    m_panel->chooseNumber(3);
    m_panel->chooseNumber(2);
    m_panel->chooseNumber(7);
    QCOMPARE(m_acted, QStringList({u"chosen logic"_s, u"chosen state (kind)"_s}));
    QCOMPARE(m_panel->codes()->printed(),
        QStringList(
            {u"[1] Crash"_s, u"[2] Breach"_s, u"[3] ✓ Logic <b>error</b>"_s, u"  [1] Query"_s, u"  [2] ✓ State"_s}));
    QCOMPARE(m_panel->statement(), u"Ready to commit."_s);
}

void TestLabelPanel::backspaceGoesBack()
{
    m_panel->clearChoice();
    QCOMPARE(m_acted, QStringList());
    m_panel->chooseNumber(3);
    m_panel->chooseNumber(1);
    m_panel->clearChoice();
    m_panel->clearChoice();
    m_panel->chooseNumber(1);
    QCOMPARE(m_acted,
        QStringList({u"chosen logic"_s, u"chosen query (kind)"_s, u"cleared"_s, u"cleared"_s, u"chosen crash"_s}));
}

void TestLabelPanel::deprecatedCodesAreShownWhereTheyStand()
{
    m_item.state.draft.code = u"logic"_s;
    m_item.state.draft.subcode = u"old"_s;
    tell();
    QCOMPARE(m_panel->codes()->printed().mid(3),
        QStringList({u"  [1] Query"_s, u"  [2] State"_s, u"  ✓ Old kind (no longer offered)"_s}));
    m_item.state.draft.code = u"gone"_s;
    m_item.state.draft.subcode.clear();
    tell();
    QCOMPARE(m_panel->codes()->printed().last(), u"✓ Gone (no longer offered)"_s);
    m_panel->chooseNumber(1);
    QCOMPARE(m_panel->codes()->printed().first(), u"[1] ✓ Crash"_s);
    QCOMPARE(m_panel->codes()->printed().size(), 3);
}

void TestLabelPanel::arrowsMoveAndSpaceChooses()
{
    m_panel->focusCodes();
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Down);
    QCOMPARE(m_panel->codes()->pointedCode(), u"breach"_s);
    QCOMPARE(m_acted, QStringList());
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Space);
    QCOMPARE(m_acted, QStringList{u"chosen breach"_s});
    QCOMPARE(m_panel->statement(),
        u"\"Breach\" asks for evidence: name one place in the run that it rests on. \"Breach\" asks for a memo: write down why."_s);
    auto *row = m_panel->codes()->shownRows().back();
    QTest::mouseClick(row, Qt::LeftButton);
    QCOMPARE(m_acted.last(), u"chosen logic"_s);
}

void TestLabelPanel::confidenceIsTakenBackByTheSame()
{
    m_panel->rate(2);
    m_panel->rate(3);
    m_panel->rate(3);
    m_panel->rate(4);
    QCOMPARE(m_acted, QStringList({u"rated 2"_s, u"rated 3"_s, u"rated 0"_s}));
}

void TestLabelPanel::memoGoesOutBeforeAnythingElse()
{
    QSignalSpy commits(m_panel.get(), &LabelPanel::commitRequested);
    m_panel->editMemo();
    QTest::keyClicks(m_panel->focusWidget(), u"wrong join"_s);
    m_panel->chooseNumber(1);
    QCOMPARE(m_acted, QStringList({u"noted wrong join"_s, u"chosen crash"_s}));
    QTest::keyClicks(m_panel->focusWidget(), u"!"_s);
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_acted.last(), u"noted wrong join!"_s);
    QCOMPARE(commits.size(), 1);
    QCOMPARE(commits.first().first().toBool(), true);
    QTest::keyClicks(m_panel->focusWidget(), u"?"_s);
    QVERIFY(QTest::qWaitFor([&] { return m_acted.last() == u"noted wrong join!?"; })); // After a rest.
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Escape);
    QVERIFY(qobject_cast<CodeButton *>(m_panel->focusWidget()));
}

void TestLabelPanel::memoIsNotOverwrittenWhileTyped()
{
    m_panel->editMemo();
    QTest::keyClicks(m_panel->focusWidget(), u"mine"_s);
    m_item.state.draft.memo = u"from elsewhere"_s;
    tell();
    m_panel->flush();
    QCOMPARE(m_acted, QStringList{u"noted mine"_s});
    m_item.state.draft.memo = u"undone"_s;
    tell();
    m_panel->flush();
    QCOMPARE(m_acted, QStringList{u"noted mine"_s});
}

void TestLabelPanel::memoOfTheItemBeforeIsNotLost()
{
    m_panel->disconnect(this);
    QStringList noted;
    connect(m_panel.get(), &LabelPanel::acted, this, [&](const LabelAction &action) {
        noted << QString::number(m_panel->item().key.item) + u' ' + Test::printed(action);
    });
    m_panel->editMemo();
    QTest::keyClicks(m_panel->focusWidget(), u"of the first"_s);
    m_item.key.item = 1;
    tell();
    m_panel->flush();
    QCOMPARE(noted, QStringList{u"0 noted of the first"_s});
    QVERIFY(qobject_cast<CodeButton *>(m_panel->focusWidget()));
}

void TestLabelPanel::evidenceIsReachedAndRemoved()
{
    m_item.state.draft.evidence = {Test::evidenceAt("a", 3, "first"), Test::evidenceAt("b", 11, "second\nline")};
    tell();
    auto *list = m_panel->evidence();
    QCOMPARE(list->printed(), QStringList({u"turn 4 — first"_s, u"turn 12 — second line"_s}));
    QSignalSpy asked(m_panel.get(), &LabelPanel::evidenceRequested);
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<Evidence>().id, u"b"_s);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(m_acted, QStringList{u"evidence_removed b"_s});
    QCOMPARE(list->printed(), QStringList{u"turn 4 — first"_s});
}

void TestLabelPanel::droppedThingsBecomeEvidence()
{
    // A drag from another part of the program cannot be made up here without a window system; what comes from outside
    // of it is refused.
    QSignalSpy dropped(m_panel.get(), &LabelPanel::evidenceDropped);
    QMimeData mime;
    mime.setText(u"turn 3"_s);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_panel.get(), &enter);
    QVERIFY(!enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_panel.get(), &drop);
    QCOMPARE(dropped.size(), 0);
}

void TestLabelPanel::skippingAsksForAReason()
{
    m_panel->openSkip();
    auto *field = qobject_cast<InlineField *>(m_panel->focusWidget());
    QVERIFY(field);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_acted, QStringList());
    QTest::keyClicks(field, u" no log "_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_acted, QStringList{u"skipped no log"_s});
    QVERIFY(field->isHidden());
    QCOMPARE(m_panel->statement(), u"Skipped: no log"_s);
    m_panel->openSkip();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->isHidden());
    m_panel->toggleFlag();
    m_panel->toggleFlag();
    QCOMPARE(m_acted.mid(1), QStringList({u"flagged on"_s, u"flagged off"_s}));
}

void TestLabelPanel::definitionFollowsTheFocus()
{
    auto *card = m_panel->findChild<DefinitionCard *>();
    m_panel->showDefinition();
    QVERIFY(card->text().startsWith(u"Choose a code"));
    m_panel->focusCodes();
    QVERIFY(card->text().contains(u"It does not start."));
    m_panel->chooseNumber(3);
    m_panel->focusCodes();
    QVERIFY2(card->text().contains(u"Logic &lt;b&gt;error"), qPrintable(card->text()));
    QVERIFY(card->text().contains(u"run &amp; answer"));
    m_panel->showDefinition();
    QVERIFY(card->isHidden());
}

void TestLabelPanel::typeAheadChoosesBothLevels()
{
    m_panel->openTypeAhead();
    auto *popup = m_panel->findChild<CodePopup *>();
    QCOMPARE(popup->offered(),
        QStringList({u"Crash"_s, u"Breach"_s, u"Logic <b>error</b>"_s, u"Logic <b>error</b> › Query"_s,
            u"Logic <b>error</b> › State"_s}));
    popup->setQuery(u"sta"_s);
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_acted, QStringList({u"chosen logic"_s, u"chosen state (kind)"_s}));
    QVERIFY(popup->isHidden());
}

/// Enter commits wherever one is, but in a field or a list it is theirs.
void TestLabelPanel::keysOfItsPartsAreNotTheWindows()
{
    m_item.state.draft.evidence = {Test::evidenceAt("a", 3, "first")};
    tell();
    QShortcut enter(Qt::Key_Return, m_panel.get());
    QSignalSpy pressed(&enter, &QShortcut::activated);
    QSignalSpy asked(m_panel.get(), &LabelPanel::evidenceRequested);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->evidence()->setFocus();
    QTest::keyClick(m_panel->windowHandle(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    m_panel->openSkip();
    QTest::keyClick(m_panel->windowHandle(), Qt::Key_X);
    QTest::keyClick(m_panel->windowHandle(), Qt::Key_Return);
    QCOMPARE(m_acted, QStringList{u"skipped x"_s});
    m_panel->editMemo();
    QTest::keyClick(m_panel->windowHandle(), Qt::Key_Return);
    QCOMPARE(pressed.size(), 0);
    m_panel->focusCodes();
    QTest::keyClick(m_panel->windowHandle(), Qt::Key_Return);
    QCOMPARE(pressed.size(), 1);
}

void TestLabelPanel::readOnlyAsksForNothing()
{
    m_item.isReadOnly = true;
    m_item.readOnlyReason = u"This study belongs to somebody else."_s;
    tell();
    QSignalSpy commits(m_panel.get(), &LabelPanel::commitRequested);
    m_panel->chooseNumber(1);
    m_panel->rate(1);
    m_panel->toggleFlag();
    m_panel->openSkip();
    m_panel->openTypeAhead();
    m_panel->requestCommit(true);
    QCOMPARE(m_acted, QStringList());
    QCOMPARE(commits.size(), 0);
    QCOMPARE(m_panel->statement(), u"This study belongs to somebody else."_s);
}

void TestLabelPanel::historyRevertsLabels()
{
    LabelLog log;
    const ItemKey key{u"s"_s, 0, 0};
    std::vector<LabelEvent> events{makeLabelEvent(u"anna"_s, key, Chosen{u"crash"_s})};
    Label label;
    label.code = u"crash"_s;
    events.push_back(makeLabelEvent(u"anna"_s, key, Committed{label}));
    label.code = u"breach"_s;
    events.push_back(makeLabelEvent(u"anna"_s, key, Committed{label}));
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].stream = u"x"_s;
        events[i].number = static_cast<qint64>(i) + 1;
    }
    log.add(events);
    QSignalSpy reverted(m_panel.get(), &LabelPanel::revertRequested);
    m_panel->showHistory(historyLines(log, log.state(u"anna"_s, key), m_book));
    QCOMPARE(m_panel->history()->printed(),
        QStringList({u"Committed Breach"_s, u"Committed Crash [revert]"_s, u"Chose Crash"_s}));
    auto *list = m_panel->history()->findChild<QListWidget *>();
    list->setCurrentRow(0);
    emit list->itemActivated(list->item(0));
    QCOMPARE(reverted.size(), 0);
    emit list->itemActivated(list->item(1));
    QCOMPARE(reverted.size(), 1);
    QCOMPARE(reverted.first().first().toString(), events[1].id);
}

void TestLabelPanel::everyPartHasAName()
{
    m_item.state.draft.code = u"logic"_s;
    m_item.state.draft.evidence = {Test::evidenceAt("a", 3, "first")};
    tell();
    m_panel->openTypeAhead();
    QCOMPARE(Test::namelessParts(*m_panel).join(u"; "_s), QString());
}

/// Neither long nor odd texts widen the panel or are read as tags.
void TestLabelPanel::hostileTextsStayInside()
{
    const auto longWord = QString(20'000, u'w');
    for (auto &code : m_book.codes) {
        code.title = longWord;
        code.definition = QString(200'000, u'x') + u"<img src='http://x/'>"_s;
    }
    m_item.title = longWord;
    m_item.position = u"1 of 3"_s;
    m_item.state.draft.code = u"logic"_s;
    m_item.state.draft.memo = u"a\r\nb\u2029c\0"_s + QString(1'000'000, u'm');
    m_item.state.draft.evidence.assign(2000, Test::evidenceAt("a", 3, "\x1b[31m\n\t<b>quote</b>"));
    tell();
    m_panel->showDefinition();
    m_panel->refuse({longWord});
    QTest::qWait(0);
    m_panel->grab();
    QVERIFY2(
        m_panel->minimumSizeHint().width() <= 300, qPrintable(QString::number(m_panel->minimumSizeHint().width())));
    m_panel->flush();
    QCOMPARE(m_acted, QStringList()); // Showing a memo is not editing it.
}

QTEST_MAIN(TestLabelPanel)
#include "tst_labelpanel.moc"
