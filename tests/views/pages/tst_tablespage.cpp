// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pages/tablespage.h>
#include <support/arun.h>
#include <tables/tableview.h>

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

StudySnapshot study()
{
    StudySnapshot study{.name = u"test"_s, .runs = {}};
    int step = 0;
    for (const auto *framework : {"flask", "django", "koa", "express"}) {
        for (const auto *model : {"gpt-x", "kimi-k2", "minimax-m2"}) {
            for (const ConstraintSet &constraints :
                {ConstraintSet{}, ConstraintSet{CleanArchitecture}, ConstraintSet{CleanArchitecture, Postgres},
                    ConstraintSet{CleanArchitecture, Postgres, SqlAlchemy}})
                study.runs.push_back(
                    aRun().of(model).on(framework, constraints).passing(95 - ((++step * 17) % 50), 100));
        }
    }
    study.runs.push_back(aRun().of("tiny", "openhands_sdk").on("flask").passing(3, 10));
    study.styles = completedStyles({}, study.runs);
    return study;
}

TableSpec tableNamed(QStringView name)
{
    return buildTable(name, study()).value();
}

QAction *actionIn(const QWidget &page, QStringView button, QStringView title)
{
    for (const auto *candidate : page.findChildren<QToolButton *>()) {
        if (!candidate->text().startsWith(button) || !candidate->menu())
            continue;
        for (auto *action : candidate->menu()->actions()) {
            if (action->text().remove(u'&').startsWith(title))
                return action;
        }
    }
    return nullptr;
}

QString notesOf(const TablesPage &page)
{
    QStringList words;
    for (const auto *label : page.findChildren<QLabel *>())
        words << label->text();
    return words.join(u'\n');
}

} // namespace

class TestTablesPage : public QObject
{
    Q_OBJECT

private slots:
    void aLookIsChosenAndTold()
    {
        TablesPage page(tableCatalogue());
        page.setTable(tableNamed(u"decay"));
        QSignalSpy chosen(&page, &TablesPage::lookChosen);
        QVERIFY(notesOf(page).contains(u"brackets: 95 %"));
        actionIn(page, u"Look", u"As published")->trigger();
        QCOMPARE(chosen.size(), 1);
        QVERIFY(page.look().paperExact);
        QCOMPARE(page.table()->look(), page.look());
        QVERIFY(!notesOf(page).contains(u"brackets: 95 %"));
        QVERIFY(page.table()->isColumnHidden(2) && !page.table()->isColumnHidden(4));
        page.setLook({});
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!page.table()->isColumnHidden(2));
    }

    void theSelectionIsCopiedFromTheMenu()
    {
        TablesPage page(tableCatalogue());
        page.setTable(tableNamed(u"decay"));
        auto *copy = actionIn(page, u"Copy as", u"Selected cells");
        QVERIFY(copy);
        QSignalSpy asked(&page, &TablesPage::copyRequested);
        actionIn(page, u"Copy as", u"LaTeX")->trigger();
        QCOMPARE(asked.size(), 1);
    }

    void draws_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const auto *name : {"decay", "differences"})
                QTest::addRow("%s %s", name, dark ? "dark" : "light") << QString::fromLatin1(name) << dark;
        }
    }

    /// The pictures are kept where $DECAYSCOPE_SCREENSHOTS names a folder.
    void draws()
    {
        QFETCH(QString, table);
        QFETCH(bool, dark);
        auto palette = QApplication::palette();
        if (dark) {
            for (const auto role : {QPalette::Base, QPalette::Window, QPalette::Button})
                palette.setColor(role, palette.color(QPalette::Text));
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
                palette.setColor(role, QApplication::palette().color(QPalette::Base));
        }
        TablesPage page(tableCatalogue());
        page.setPalette(palette);
        page.resize(1280, 800);
        page.chooseTable(table);
        page.setLook({.boldBest = true, .caption = {}, .label = {}});
        page.setTable(tableNamed(table));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto image = page.grab().toImage();
        QVERIFY(!image.isNull());
        if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(
                image.save(QStringLiteral("%1/tables-%2-%3.png").arg(folder, table, dark ? u"dark"_s : u"light"_s)));
    }
};

QTEST_MAIN(TestTablesPage)
#include "tst_tablespage.moc"
