// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pages/linesedit.h>
#include <pages/recipefaultwords.h>
#include <pages/recipeform.h>
#include <pages/runtimespanel.h>
#include <pages/setupwayedit.h>
#include <runtimes/runtimerecipe.h>
#include <widgets/messagebar.h>

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// A panel with a book behind it, as the program has them.
class Desk
{
public:
    Desk()
    {
        QObject::connect(&panel, &RuntimesPanel::changed, &panel, [this](const RuntimeRecipe &recipe) {
            log.append(u"changed "_s + recipe.name);
            const auto set = book.set(recipe);
            panel.setProblem(set ? QString() : set.error().message);
            panel.setRecipes(book.editable());
        });
        QObject::connect(&panel, &RuntimesPanel::resetRequested, &panel, [this](const QString &name) {
            log.append(u"reset "_s + name);
            book.reset(name);
            panel.setRecipes(book.editable());
        });
        panel.resize(1000, 700);
        panel.setRecipes(book.editable());
        panel.show();
    }

    template <typename Widget>
    [[nodiscard]] Widget *named(QStringView name) const
    {
        const auto all = panel.findChildren<Widget *>();
        for (auto *widget : all) {
            if (widget->accessibleName() == name && widget->isVisibleTo(&panel))
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QAbstractButton *button(QStringView text) const
    {
        const auto all = panel.findChildren<QAbstractButton *>();
        for (auto *widget : all) {
            if (QString(widget->text()).remove(u'&') == text)
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        for (int i = 0; i < panel.list()->count(); ++i)
            rows.append(panel.list()->item(i)->text().section(u'\n', 0, 0));
        return rows;
    }

    RuntimesPanel panel;
    RuntimeBook book = RuntimeBook::builtIn();
    QStringList log;
};

} // namespace

class TestRuntimesPanel : public QObject
{
    Q_OBJECT

private slots:
    void everyRecipeGoesThroughTheFields();
    void anEditIsKeptAMomentLater();
    void faultsStandAtTheirFieldAndAreNotKept();
    void waysMoveComeAndGo();
    void aResetCanBeUndone();
    void aCopyIsTheUsersOwn();
    void tabLeadsThroughTheForm();
    void everyFaultHasWords();
};

void TestRuntimesPanel::everyRecipeGoesThroughTheFields()
{
    Desk desk;
    QCOMPARE(desk.rows(),
        QStringList({u"uv"_s, u"node"_s, u"aiohttp"_s, u"express"_s, u"fastapi"_s, u"flask"_s, u"honojs"_s}));
    for (int i = 0; i < desk.panel.list()->count(); ++i) {
        desk.panel.list()->setCurrentRow(i);
        const auto &recipe = desk.book.recipes()[static_cast<std::size_t>(i)];
        QCOMPARE(desk.panel.chosen(), recipe.name);
        QCOMPARE(desk.panel.form()->recipe(), recipe);
    }
    QCOMPARE(desk.log, QStringList());
}

void TestRuntimesPanel::anEditIsKeptAMomentLater()
{
    Desk desk;
    QSignalSpy changed(&desk.panel, &RuntimesPanel::changed);
    auto *run = desk.named<LinesEdit>(u"Commands that start the server");
    run->setPlainText(u"export A=1\n\n  \npython main.py\n"_s);
    desk.named<QSpinBox>(u"Port")->setValue(9000);
    QVERIFY(changed.wait());
    QCOMPARE(desk.log, QStringList({u"changed uv"_s}));
    QCOMPARE(desk.book.recipe(u"uv")->run, std::vector<QString>({u"export A=1"_s, u"python main.py"_s}));
    QCOMPARE(desk.book.recipe(u"uv")->port, 9000);
    QCOMPARE(desk.rows().first(), u"uv · changed"_s);
    QCOMPARE(run->toPlainText(), u"export A=1\n\n  \npython main.py\n"_s); // what is being typed is left alone

    desk.named<QSpinBox>(u"Port")->setValue(9001);
    desk.panel.choose(u"node"_s); // leaving keeps at once
    QCOMPARE(desk.book.recipe(u"uv")->port, 9001);
    desk.named<QSpinBox>(u"Port")->setValue(9002);
    desk.panel.hide();
    QCOMPARE(desk.book.recipe(u"node")->port, 9002);
}

void TestRuntimesPanel::faultsStandAtTheirFieldAndAreNotKept()
{
    Desk desk;
    desk.named<QSpinBox>(u"Port")->setValue(5432);
    desk.named<QLineEdit>(u"Base path")->setText(u"api/"_s);
    desk.named<LinesEdit>(u"Environment of all commands")->setPlainText(u"A B=1"_s);
    desk.named<LinesEdit>(u"Commands that start the server")->clear();
    QCOMPARE(desk.panel.form()->faultSentences(),
        QStringList({u"A command must start the server."_s,
            u"5432 is the port of the run's database; the server needs another one."_s,
            u"A path begins with a slash."_s,
            u"Each line is NAME=value; a name consists of letters, digits and underscores."_s}));
    desk.panel.flush();
    QCOMPARE(desk.log, QStringList());
    desk.panel.setRecipes(desk.book.editable()); // what is wrong stays to be put right
    QCOMPARE(desk.named<QSpinBox>(u"Port")->value(), 5432);
    desk.panel.choose(u"node"_s);
    desk.panel.choose(u"uv"_s);
    QCOMPARE(desk.panel.form()->recipe(), *desk.book.recipe(u"uv"));
    QCOMPARE(desk.panel.form()->faultSentences(), QStringList());
    desk.panel.setProblem(u"The disk is full."_s);
    QCOMPARE(desk.panel.findChild<MessageBar *>()->text(), u"The disk is full."_s);
}

void TestRuntimesPanel::waysMoveComeAndGo()
{
    Desk desk;
    const auto ways = [&desk] {
        QStringList names;
        for (const auto &way : desk.panel.form()->recipe().setUp)
            names.append(way.name);
        return names.join(u' ');
    };
    QCOMPARE(ways(), u"uv pip system packages"_s);
    desk.named<QAbstractButton>(u"Try this way later")->click();
    QCOMPARE(ways(), u"pip uv system packages"_s);
    desk.button(u"Add a way")->click();
    desk.panel.flush();
    QCOMPARE(desk.log, QStringList()); // a way without a name is not kept
    QTest::keyClicks(desk.panel.focusWidget(), u"poetry"_s);
    QCOMPARE(ways(), u"pip uv system packages poetry"_s);
    desk.named<QAbstractButton>(u"Take this way away")->click();
    QCOMPARE(ways(), u"uv system packages poetry"_s);
    desk.panel.flush();
    QCOMPARE(desk.book.recipe(u"uv")->setUp.back().name, u"poetry"_s);
}

void TestRuntimesPanel::aResetCanBeUndone()
{
    Desk desk;
    QVERIFY(!desk.button(u"Reset")->isEnabled());
    desk.named<QSpinBox>(u"Port")->setValue(9000);
    desk.panel.flush();
    desk.button(u"Reset")->click();
    QCOMPARE(desk.named<QSpinBox>(u"Port")->value(), 8080);
    const auto *message = desk.panel.findChild<MessageBar *>();
    QCOMPARE(message->text(), u"The runtime “uv” is again as it came with the program."_s);
    desk.button(u"Undo")->click();
    QCOMPARE(desk.named<QSpinBox>(u"Port")->value(), 9000);
    QVERIFY(!message->isVisible());
    QCOMPARE(desk.log, QStringList({u"changed uv"_s, u"reset uv"_s, u"changed uv"_s}));
}

void TestRuntimesPanel::aCopyIsTheUsersOwn()
{
    Desk desk;
    QVERIFY(desk.named<QLineEdit>(u"Name")->isReadOnly());
    desk.button(u"Copy")->click();
    QCOMPARE(desk.panel.chosen(), u"uv-2"_s);
    QCOMPARE(desk.rows().last(), u"uv-2 · your own"_s);
    auto *name = desk.named<QLineEdit>(u"Name");
    QVERIFY(!name->isReadOnly());
    QCOMPARE(name->selectedText(), u"uv-2"_s);
    name->setText(u"node"_s);
    QCOMPARE(desk.panel.form()->faultSentences(), QStringList(u"Another one has this name."_s));
    name->setText(u"django"_s);
    desk.panel.flush();
    QCOMPARE(desk.log, QStringList({u"changed uv-2"_s, u"changed django"_s, u"reset uv-2"_s}));
    QCOMPARE(desk.panel.chosen(), u"django"_s);
    QCOMPARE(desk.rows().last(), u"django · your own"_s);
    desk.button(u"Remove")->click();
    QCOMPARE(desk.rows().size(), 7);
    QCOMPARE(desk.panel.chosen(), u"uv"_s);
}

void TestRuntimesPanel::tabLeadsThroughTheForm()
{
    Desk desk;
    desk.panel.activateWindow();
    desk.panel.list()->setFocus();
    QStringList passed;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Tab);
        const auto name = desk.panel.focusWidget()->accessibleName();
        passed.append(name.isEmpty() ? QString::fromLatin1(desk.panel.focusWidget()->metaObject()->className()) : name);
    }
    for (const auto *name : {"Name", "Title", "Name of this way", "Programs this way needs", "Commands of this way",
             "Set-up time", "Commands that start the server", "Port", "Base path", "Health path", "Health tries",
             "Between tries", "Environment of all commands", "Image"})
        QVERIFY2(passed.contains(QLatin1StringView(name)), name);
}

void TestRuntimesPanel::everyFaultHasWords()
{
    for (int part = 0; part <= static_cast<int>(RecipePart::Image); ++part) {
        for (int kind = 0; kind <= static_cast<int>(RecipeFaultKind::Repeated); ++kind) {
            const auto words = recipeFaultWords({static_cast<RecipePart>(part), 0, static_cast<RecipeFaultKind>(kind)});
            QVERIFY2(words.endsWith(u'.'), qPrintable(words));
        }
    }
}

QTEST_MAIN(TestRuntimesPanel)
#include "tst_runtimespanel.moc"
