// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pages/analysespage.h>
#include <pages/analysiscontrols.h>
#include <pages/figurepanel.h>
#include <pages/methodcardview.h>
#include <tables/tableview.h>

#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<AnalysisInfo> catalogue()
{
    const MethodCard card{.question = u"What is asked?"_s,
        .formula = u"x̄ ± t·SE"_s,
        .assumptions = {u"One."_s, u"Two."_s},
        .reading = u"Read it so."_s,
        .source = u"Somebody 2001"_s,
        .check = u"R"_s};
    return {{.name = u"first"_s,
                .title = u"First"_s,
                .description = u"The first."_s,
                .group = AnalysisGroup::Decay,
                .options = {AnalysisOption::Score},
                .card = card},
        {.name = u"second"_s,
            .title = u"Second"_s,
            .description = u"The second."_s,
            .group = AnalysisGroup::Design,
            .options = {AnalysisOption::Score, AnalysisOption::Adjustment, AnalysisOption::Resampling},
            .card = {.question = u"Another?"_s}}};
}

Analysis anAnalysis()
{
    Analysis analysis;
    analysis.table.name = u"second"_s;
    analysis.table.columns = {{.key = u"n"_s, .title = u"n"_s, .kind = CellKind::Count}};
    analysis.table.rows = {{.cells = {qint64{3}}, .runs = {.models = {u"gpt-x"_s}}}};
    analysis.files = {{.name = u"model.R"_s, .content = "1"}};
    return analysis;
}

QStringList textsOf(const QListWidget &list)
{
    QStringList texts;
    for (int row = 0; row < list.count(); ++row)
        texts << (list.item(row)->flags().testFlag(Qt::ItemIsSelectable) ? u"  " : u"") + list.item(row)->text();
    return texts;
}

} // namespace

/// The Analyses page: its list, what can be chosen, what is shown.
class TestAnalysesPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<AnalysesPage>(catalogue());
        m_page->resize(1100, 600);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void groupsAreTitles()
    {
        QCOMPARE(textsOf(*list()), QStringList({u"Decay"_s, u"  First"_s, u"Design"_s, u"  Second"_s}));
    }

    void arrowsPassOverGroups()
    {
        m_page->setChoice(u"first"_s, {});
        const QSignalSpy chosen(m_page.get(), &AnalysesPage::analysisChosen);
        m_page->focusList();
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), u"second"_s);
        QTest::keyClick(list(), Qt::Key_Up);
        QCOMPARE(m_page->chosenAnalysis(), u"first"_s);
    }

    void aChoiceTellsNobody()
    {
        const QSignalSpy chosen(m_page.get(), &AnalysesPage::analysisChosen);
        m_page->setChoice(u"second"_s, {});
        m_page->setChoice(u"unknown"_s, {});
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(m_page->chosenAnalysis(), u"second"_s);
    }

    void theCardIsRead()
    {
        m_page->setChoice(u"first"_s, {});
        QCOMPARE(m_page->method()->text(),
            u"Question\nWhat is asked?\n\nFormula\nx̄ ± t·SE\n\nAssumptions\n• One.\n• Two.\n\nHow to read it\nRead it "
            "so.\n\nSource\nSomebody 2001\n\nCompared with\nR"_s);
        m_page->setChoice(u"second"_s, {});
        QCOMPARE(m_page->method()->text(), u"Question\nAnother?"_s);
    }

    void onlyWhatMattersCanBeChosen()
    {
        m_page->setChoice(u"first"_s, {});
        QVERIFY(!m_page->controls()->isVisible());
        m_page->setChoice(u"second"_s, {.adjustment = Adjustment::BenjaminiHochberg});
        QVERIFY(m_page->controls()->isVisible());
        QCOMPARE(m_page->controls()->findChild<QComboBox *>()->currentText(), u"Benjamini–Hochberg"_s);
        QStringList shown;
        for (const auto *field : m_page->controls()->findChildren<QAbstractSpinBox *>()) {
            if (field->isVisible())
                shown << field->accessibleName();
        }
        QCOMPARE(shown, QStringList({u"Draws"_s, u"Seed"_s}));
    }

    void aSeedTooLargeForTheFieldStays()
    {
        constexpr quint64 seed = 9'000'000'000;
        m_page->setChoice(u"second"_s, {.plan = {.draws = 500, .seed = seed}});
        const QSignalSpy chosen(m_page->controls(), &AnalysisControls::chosen);
        m_page->controls()->findChild<QSpinBox *>()->setValue(600);
        QCOMPARE(chosen.size(), 1);
        const auto request = chosen.front().front().value<AnalysisRequest>();
        QCOMPARE(request.plan.draws, 600);
        QCOMPARE(request.plan.seed, seed);
    }

    void filesAreOfferedWhereThereAreSome()
    {
        m_page->setChoice(u"second"_s, {});
        m_page->setAnalysis(anAnalysis());
        QVERIFY(!m_page->figure()->isVisible());
        const auto buttons = m_page->findChildren<QToolButton *>();
        const auto save = std::ranges::find(buttons, u"Save data and script …"_s, &QToolButton::text);
        QVERIFY(save != buttons.end());
        QVERIFY((*save)->isVisible());
        const QSignalSpy asked(m_page.get(), &AnalysesPage::filesRequested);
        (*save)->click();
        QCOMPARE(asked.size(), 1);
        auto without = anAnalysis();
        without.files.clear();
        m_page->setAnalysis(without);
        QVERIFY(!(*save)->isVisible());
    }

    void aRowLeadsToItsRuns()
    {
        m_page->setChoice(u"second"_s, {});
        m_page->setAnalysis(anAnalysis());
        const QSignalSpy asked(m_page.get(), &AnalysesPage::runsRequested);
        m_page->table()->setCurrentIndex(m_page->table()->model()->index(0, 0));
        QTest::keyClick(m_page->table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<RunFilter>().models, QStringList(u"gpt-x"_s));
    }

private:
    [[nodiscard]] QListWidget *list() const { return m_page->findChild<QListWidget *>(); }

    std::unique_ptr<AnalysesPage> m_page;
};

QTEST_MAIN(TestAnalysesPage)
#include "tst_analysespage.moc"
