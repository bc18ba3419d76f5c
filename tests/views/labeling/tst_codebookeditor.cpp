// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwatch.h"

#include <labeling/codebookeditor.h>
#include <labeling/codeform.h>
#include <labeling/surgeryrow.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Decayscope;
using namespace Qt::StringLiterals;

/// Every change asks why and gives the next version; nothing is changed in place.
class TestCodebookEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_editor.reset(); }

    void codesStandUnderTheirParents();
    void everyChangeNeedsAReason();
    void splittingMakesNewCodes();
    void mergingMovesChildren();
    void addingMovingAndDeprecating();
    void renamingAndEditingAreTwoVersions();
    void refusalsAreSaidInPlace();
    void readOnlyChangesNothing();
    void everyPartHasAName();

private:
    void answer(const QString &titles, const QString &reason);
    [[nodiscard]] QLineEdit *field(const QString &name) const;

    std::unique_ptr<CodebookEditor> m_editor;
    std::vector<Codebook> m_made;
};

void TestCodebookEditor::init()
{
    m_made.clear();
    m_editor = std::make_unique<CodebookEditor>();
    m_editor->setAuthor(u"anna"_s);
    m_editor->setCodebook(Test::smallCodebook());
    connect(m_editor.get(), &CodebookEditor::versionMade, this,
        [this](const Codebook &version) { m_made.push_back(version); });
    m_editor->show();
}

QLineEdit *TestCodebookEditor::field(const QString &name) const
{
    for (auto *field : m_editor->findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name)
            return field;
    }
    return nullptr;
}

void TestCodebookEditor::answer(const QString &titles, const QString &reason)
{
    auto *first = field(u"Titles of the new codes"_s);
    auto *why = field(u"Reason for the change"_s);
    if (!titles.isEmpty()) {
        QTest::keyClicks(first, titles);
        QTest::keyClick(first, Qt::Key_Return);
    }
    QTest::keyClicks(why, reason);
    QTest::keyClick(why, Qt::Key_Return);
}

void TestCodebookEditor::codesStandUnderTheirParents()
{
    QCOMPARE(m_editor->printedCodes(),
        QStringList({u"Crash"_s, u"Breach"_s, u"Logic <b>error</b>"_s, u"  Query"_s, u"  State"_s,
            u"  Old kind (deprecated)"_s, u"Gone (deprecated)"_s}));
}

void TestCodebookEditor::everyChangeNeedsAReason()
{
    m_editor->chooseCodes({u"query"_s});
    m_editor->begin(CodebookEditor::Surgery::Deprecate);
    answer({}, u"  "_s);
    QCOMPARE(m_made.size(), 0U);
    QCOMPARE(m_editor->surgery()->problem(), u"Say why; the reason is kept with the version."_s);
    QTest::keyClick(field(u"Reason for the change"_s), Qt::Key_Escape);
    QCOMPARE(m_editor->surgery()->question(), QString());
}

void TestCodebookEditor::splittingMakesNewCodes()
{
    m_editor->chooseCodes({u"crash"_s});
    m_editor->begin(CodebookEditor::Surgery::Split);
    answer(u"No start; Ends early"_s, u"they differ"_s);
    QCOMPARE(m_made.size(), 1U);
    const auto &book = m_made.front();
    QCOMPARE(book.version, 4);
    QCOMPARE(book.find(u"crash")->successors, QStringList({u"no_start"_s, u"ends_early"_s}));
    QCOMPARE(book.changes.back().author, u"anna"_s);
    QCOMPARE(book.changes.back().reason, u"they differ"_s);
    QCOMPARE(m_editor->printedVersions(), QStringList{u"4 · Split: Crash | they differ | anna"_s});
}

void TestCodebookEditor::mergingMovesChildren()
{
    m_editor->chooseCodes({u"breach"_s, u"logic"_s});
    m_editor->begin(CodebookEditor::Surgery::Merge);
    QCOMPARE(m_editor->surgery()->question(),
        u"Merge Breach, Logic <b>error</b> into one new code. Labels of the old ones count under the new one."_s);
    answer(u"Both"_s, u"alike"_s);
    QCOMPARE(m_made.size(), 1U);
    QCOMPARE(m_made.front().find(u"query")->parent, u"both"_s);
}

void TestCodebookEditor::addingMovingAndDeprecating()
{
    m_editor->chooseCodes({u"query"_s});
    m_editor->begin(CodebookEditor::Surgery::AddKind);
    answer(u"Wrong Join!"_s, u"seen often"_s);
    QCOMPARE(m_made.back().find(u"wrong_join")->parent, u"logic"_s);
    m_editor->chooseCodes({u"wrong_join"_s});
    m_editor->begin(CodebookEditor::Surgery::MoveUp);
    answer({}, u"more frequent"_s);
    m_editor->begin(CodebookEditor::Surgery::Deprecate);
    answer({}, u"not after all"_s);
    QVERIFY(m_made.back().find(u"wrong_join")->deprecated);
    m_editor->begin(CodebookEditor::Surgery::Add);
    answer(u"Time-out"_s, u"new"_s);
    QCOMPARE(m_made.back().find(u"time_out")->title, u"Time-out"_s);
    QStringList versions;
    for (const auto &book : m_made)
        versions << QString::number(book.version);
    QCOMPARE(versions, QStringList({u"4"_s, u"5"_s, u"6"_s, u"7"_s}));
}

void TestCodebookEditor::renamingAndEditingAreTwoVersions()
{
    m_editor->chooseCodes({u"query"_s});
    auto *title = field(u"Title"_s);
    title->selectAll();
    QTest::keyClicks(title, u"Query logic"_s);
    for (auto *text : m_editor->findChildren<QPlainTextEdit *>()) {
        if (text->accessibleName() == u"Examples")
            text->insertPlainText(u"a join\n\n a filter "_s);
    }
    m_editor->begin(CodebookEditor::Surgery::Edit);
    answer({}, u"clearer"_s);
    QCOMPARE(m_made.size(), 2U);
    QCOMPARE(m_made.back().version, 5);
    QCOMPARE(m_made.back().find(u"query")->title, u"Query logic"_s);
    QCOMPARE(m_made.back().find(u"query")->name, u"query"_s);
    QCOMPARE(m_made.back().find(u"query")->examples, QStringList({u"a join"_s, u"a filter"_s}));
    QVERIFY(!m_editor->form()->isChanged());
}

void TestCodebookEditor::refusalsAreSaidInPlace()
{
    m_editor->chooseCodes({u"crash"_s});
    m_editor->begin(CodebookEditor::Surgery::Add);
    answer(u"crash"_s, u"again"_s);
    QCOMPARE(m_made.size(), 0U);
    QCOMPARE(m_editor->surgery()->problem(), u"There is a code \"crash\" already. Choose another name."_s);
    m_editor->begin(CodebookEditor::Surgery::Split);
    answer(u"one"_s, u"half"_s);
    QVERIFY(!m_editor->surgery()->problem().isEmpty());
    m_editor->begin(CodebookEditor::Surgery::Edit);
    answer({}, u"nothing"_s);
    QVERIFY(!m_editor->surgery()->problem().isEmpty());
    m_editor->begin(CodebookEditor::Surgery::Add);
    answer(u";;"_s, u"no title"_s);
    QVERIFY(!m_editor->surgery()->problem().isEmpty());
    QCOMPARE(m_made.size(), 0U);
}

void TestCodebookEditor::readOnlyChangesNothing()
{
    m_editor->setReadOnly(true);
    m_editor->begin(CodebookEditor::Surgery::Add);
    QCOMPARE(m_editor->surgery()->question(), QString());
    m_editor->setReadOnly(false);
    m_editor->setCodebook({});
    m_editor->begin(CodebookEditor::Surgery::Add);
    QCOMPARE(m_editor->surgery()->question(), QString());
}

void TestCodebookEditor::everyPartHasAName()
{
    QCOMPARE(Test::namelessParts(*m_editor).join(u"; "_s), QString());
}

QTEST_MAIN(TestCodebookEditor)
#include "tst_codebookeditor.moc"
