// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <comparing/comparison.h>
#include <comparing/sidechoice.h>
#include <pages/assertionrows.h>
#include <pages/figurepanel.h>
#include <pages/sidespage.h>
#include <pages/sideswords.h>
#include <support/arun.h>
#include <tables/tableview.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int suite = 4;

/// Two scaffolds and two models on two tasks; b fails what a passes, "Suite › a3" fails on both.
std::shared_ptr<const StudySnapshot> aStudy()
{
    auto study = std::make_shared<StudySnapshot>();
    study->path = u"one"_s;
    study->name = u"One"_s;
    for (const auto *model : {"x", "y"}) {
        for (const auto *framework : {"flask", "django"}) {
            for (int trial = 0; trial < 2; ++trial) {
                study->runs.push_back(aRun().of(model, "a").on(framework).trial(trial).passing(3, suite));
                study->runs.push_back(aRun().of(model, "b").on(framework).trial(trial).passing(2, suite));
            }
        }
    }
    study->styles = completedStyles({}, study->runs);
    return study;
}

std::shared_ptr<const AssertionOutcomes> outcomesOf(const StudySnapshot &study)
{
    auto outcomes = std::make_shared<AssertionOutcomes>();
    for (int i = 0; i < suite; ++i)
        outcomes->names << u"Suite › a%1"_s.arg(i);
    for (const auto &run : study.runs) {
        for (int i = 0; i < suite; ++i) {
            outcomes->counted[run.id].push_back(i);
            if (i >= run.passed)
                outcomes->failed[run.id].push_back(i);
        }
    }
    return outcomes;
}

SideComparison aComparison()
{
    const auto study = aStudy();
    const auto outcomes = outcomesOf(*study);
    return compareSides({.study = study, .assertions = outcomes, .filter = {.scaffolds = {u"a"_s}}, .name = u"a"_s},
        {.study = study, .assertions = outcomes, .filter = {.scaffolds = {u"b"_s}}, .name = u"b"_s})
        .value_or(SideComparison{});
}

QStringList textsOf(const QComboBox &box)
{
    QStringList texts;
    for (int i = 0; i < box.count(); ++i)
        texts << box.itemText(i);
    return texts;
}

} // namespace

class TestSidesPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_page.reset(); }
    void sidesAreOffered();
    void usersChooseSides();
    void presetsAndSwapping();
    void aFileIsAskedFor();
    void tablesAndHeadline();
    void onlyWhatGotWorse();
    void rowsLeadToRuns();
    void runsOfAnotherStudyAreNotShown();
    void statesEmptyThePage();
    void everythingHasAName();
    void presetsOfAStudy();
    void sidesInWords();

private:
    template <typename T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (auto *widget : m_page->findChildren<T *>()) {
            if (widget->accessibleName() == name || widget->property("text").toString().remove(u'&') == name)
                return widget;
        }
        return nullptr;
    }
    void choose(const QString &box, const QString &text);

    std::unique_ptr<SidesPage> m_page;
};

void TestSidesPage::init()
{
    m_page = std::make_unique<SidesPage>();
    m_page->resize(1200, 700);
    m_page->setStudies({studyOffer(*aStudy(), {}),
        {.path = u"/tmp/two"_s, .name = u"Two"_s, .scaffolds = {u"c"_s}, .models = {u"x"_s, u"z"_s}}});
    m_page->setPresets(sidesPresets(*aStudy()));
    m_page->setSides(
        {.a = {.study = {}, .scaffold = u"a"_s, .model = {}}, .b = {.study = {}, .scaffold = u"b"_s, .model = {}}});
    m_page->show();
}

void TestSidesPage::choose(const QString &box, const QString &text)
{
    auto *combo = named<QComboBox>(box);
    QVERIFY(combo);
    const auto index = combo->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    combo->setCurrentIndex(index);
    emit combo->activated(index);
}

void TestSidesPage::sidesAreOffered()
{
    QCOMPARE(textsOf(*named<QComboBox>(u"Scaffold of A"_s)), QStringList({u"All scaffolds"_s, u"a"_s, u"b"_s}));
    QCOMPARE(textsOf(*named<QComboBox>(u"Model of B"_s)), QStringList({u"All models"_s, u"x"_s, u"y"_s}));
    QCOMPARE(
        textsOf(*named<QComboBox>(u"Study of A"_s)), QStringList({u"This study"_s, u"Two"_s, {}, u"Another file …"_s}));
    QCOMPARE(named<QComboBox>(u"Scaffold of B"_s)->currentText(), u"b"_s);
}

void TestSidesPage::usersChooseSides()
{
    const QSignalSpy chosen(m_page.get(), &SidesPage::sidesChosen);
    choose(u"Model of A"_s, u"y"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_page->sides().a, (SideChoice{.study = {}, .scaffold = u"a"_s, .model = u"y"_s}));
    choose(u"Study of B"_s, u"Two"_s); // Which has no scaffold b.
    QCOMPARE(m_page->sides().b, (SideChoice{.study = u"/tmp/two"_s, .scaffold = {}, .model = {}}));
    QCOMPARE(textsOf(*named<QComboBox>(u"Model of B"_s)), QStringList({u"All models"_s, u"x"_s, u"z"_s}));
}

void TestSidesPage::presetsAndSwapping()
{
    const QSignalSpy chosen(m_page.get(), &SidesPage::sidesChosen);
    QTest::mouseClick(named<QToolButton>(u"Swap"_s), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_page->sides().a.scaffold, u"b"_s);
    auto *presets = named<QToolButton>(u"Choose for me ▾"_s);
    QVERIFY(presets);
    QStringList titles;
    for (const auto *action : presets->menu()->actions())
        titles << action->text();
    QCOMPARE(titles, QStringList({u"The two scaffolds"_s, u"The two best models"_s}));
    presets->menu()->actions().last()->trigger();
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(m_page->sides().b.model, u"y"_s);
}

void TestSidesPage::aFileIsAskedFor()
{
    const QSignalSpy asked(m_page.get(), &SidesPage::studyRequested);
    const auto before = m_page->sides();
    choose(u"Study of B"_s, u"Another file …"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toBool(), true);
    QCOMPARE(m_page->sides(), before);
    QCOMPARE(named<QComboBox>(u"Study of B"_s)->currentText(), u"This study"_s);
}

void TestSidesPage::tablesAndHeadline()
{
    const auto comparison = aComparison();
    m_page->setComparison(comparison);
    QStringList names;
    for (int tab = 0; tab < m_page->tabs()->count(); ++tab) {
        m_page->tabs()->setCurrentIndex(tab);
        names << m_page->table()->table().name;
    }
    QCOMPARE(names, QStringList({u"compare-levels"_s, u"compare-tasks"_s, u"compare-assertions"_s}));
    QCOMPARE(sidesHeadline(comparison),
        u"A% from 75.0 to 50.0: %1 points, 95 % interval %1 to %1, p 0.500"_s.arg(u"−25.0"_s));
}

void TestSidesPage::onlyWhatGotWorse()
{
    const auto comparison = aComparison();
    QCOMPARE(chosenAssertions(comparison, {}).words, u"4 assertions, 1 got worse, of these 1 never failed on A"_s);
    m_page->setComparison(comparison);
    m_page->tabs()->setCurrentIndex(2);
    QCOMPARE(m_page->table()->table().rows.size(), std::size_t{4});
    named<QCheckBox>(u"Only what got worse"_s)->setChecked(true);
    QCOMPARE(m_page->table()->table().rows.size(), std::size_t{1});
    QCOMPARE(m_page->table()->table().at(0, u"assertion"), Cell(u"a2"_s));
    QVERIFY(m_page->table()->table().notes.last().startsWith(u"1 of 4 assertions are shown"));
    named<QLineEdit>(u"Find requests and assertions"_s)->setText(u"nothing of this name"_s);
    QVERIFY(m_page->table()->table().rows.empty());
}

void TestSidesPage::rowsLeadToRuns()
{
    const auto comparison = aComparison();
    m_page->setComparison(comparison);
    m_page->tabs()->setCurrentIndex(1);
    const QSignalSpy asked(m_page.get(), &SidesPage::runsRequested);
    auto *view = m_page->table();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<RunFilter>(), comparison.tasks.rows[1].runs);
    view->sortByColumn(0, Qt::DescendingOrder); // The row in view is another one now.
    view->setCurrentIndex(view->model()->index(0, 0));
    emit view->customContextMenuRequested(view->visualRect(view->currentIndex()).center());
    auto *menu = m_page->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), u"Runs of A"_s);
    menu->actions().first()->trigger();
    QCOMPARE(asked.size(), 2);
    const auto named = std::get<QString>(view->table().at(1, u"task"));
    const auto row = view->cellAt(0, 0) == named ? std::size_t{1} : std::size_t{0};
    QCOMPARE(asked.last().first().value<RunFilter>(), comparison.leftRuns[row]);
    menu->close();
}

void TestSidesPage::runsOfAnotherStudyAreNotShown()
{
    m_page->setSides({.a = {.study = {}, .scaffold = u"a"_s, .model = {}},
        .b = {.study = u"/tmp/two"_s, .scaffold = {}, .model = {}}});
    m_page->setComparison(aComparison());
    const QSignalSpy asked(m_page.get(), &SidesPage::runsRequested);
    const QSignalSpy told(m_page.get(), &SidesPage::told);
    auto *view = m_page->table();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    QVERIFY(told.first().first().toString().contains(u"/tmp/two"));
}

void TestSidesPage::statesEmptyThePage()
{
    m_page->setComparison(aComparison());
    QVERIFY(m_page->figure()->isVisibleTo(m_page.get()));
    m_page->setState(ViewState::loading(u"Comparing"_s)); // What is shown stays until the next is there.
    QVERIFY(m_page->figure()->isVisibleTo(m_page.get()));
    m_page->setState(ViewState::empty(u"Nothing"_s, u"Nothing."_s));
    QVERIFY(!m_page->figure()->isVisibleTo(m_page.get()));
    m_page->setComparison(aComparison());
    QVERIFY(m_page->figure()->isVisibleTo(m_page.get()));
}

void TestSidesPage::everythingHasAName()
{
    m_page->setComparison(aComparison());
    for (const auto *box : m_page->findChildren<QComboBox *>())
        QVERIFY(!box->accessibleName().isEmpty());
    for (const auto *field : m_page->findChildren<QLineEdit *>())
        QVERIFY(!field->accessibleName().isEmpty() || qobject_cast<QComboBox *>(field->parent()));
    for (const auto *button : m_page->findChildren<QToolButton *>())
        QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty() || !button->isVisibleTo(m_page.get()));
}

void TestSidesPage::presetsOfAStudy()
{
    StudySnapshot one;
    QVERIFY(sidesPresets(one).empty());
    one.runs = {aRun().of("x", "a").run()};
    QVERIFY(sidesPresets(one).empty());
    one.runs
        = {aRun().of("x", "a").passing(1, 10), aRun().of("y", "a").passing(9, 10), aRun().of("z", "a").passing(5, 10)};
    const auto presets = sidesPresets(one);
    QCOMPARE(presets.size(), std::size_t{1});
    QCOMPARE(presets[0].sides.a.model, u"y"_s);
    QCOMPARE(presets[0].sides.b.model, u"z"_s);
}

void TestSidesPage::sidesInWords()
{
    const auto study = aStudy();
    const SideChoice choices[]
        = {{}, {.study = {}, .scaffold = u"a"_s, .model = {}}, {.study = {}, .scaffold = {}, .model = u"x"_s},
            {.study = {}, .scaffold = u"a"_s, .model = u"x"_s}, {.study = u"/tmp/two"_s, .scaffold = {}, .model = {}}};
    QStringList words;
    for (const auto &choice : choices)
        words << sideName(choice, *study);
    QCOMPARE(words,
        QStringList({u"all runs"_s, u"a, all models"_s, u"x, all scaffolds"_s, u"x · a"_s, u"all runs, in One"_s}));
}

QTEST_MAIN(TestSidesPage)
#include "tst_sidespage.moc"
