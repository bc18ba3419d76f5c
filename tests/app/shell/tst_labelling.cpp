// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <labeling/labelpanel.h>
#include <labeling/queueheader.h>
#include <labeling/queuepanel.h>
#include <labeling/sampledesigner.h>
#include <labels/certificate.h>
#include <pages/figurepanel.h>
#include <pages/labelpage.h>
#include <pages/runheader.h>
#include <pages/runpage.h>
#include <pages/tablespage.h>
#include <runview/turnlistview.h>
#include <shell/labeldesk.h>
#include <shell/readingdesk.h>
#include <shell/sampledesk.h>
#include <tables/tableview.h>
#include <workspace/labelexchange.h>
#include <workspace/labeljournal.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Decayscope;

namespace {

constexpr int patience = 120'000;
constexpr int roundSize = 20;

/// Everything the page says: to the eye, to a screen reader, and in tips.
QStringList saidBy(const QWidget &page)
{
    QStringList said;
    for (const auto *widget : page.findChildren<QWidget *>()) {
        if (auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))) {
            for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
                said << interface->text(part);
        }
        said << widget->toolTip() << widget->statusTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            said << label->text();
    }
    return said;
}

} // namespace

/// Labelling in the whole program, by keyboard alone.
class TestLabelling : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_study = Test::makeStudy(m_folder.path());
        QVERIFY(!m_study.isEmpty());
    }

    void init()
    {
        m_context = Test::openWindow(*qApp, m_study);
        QVERIFY(m_context);
    }

    void cleanup()
    {
        if (m_context)
            window().close();
        m_context.reset();
    }

    void aSampleIsFrozenInTwoSteps()
    {
        press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(window(), Page::Label));
        QCOMPARE(page().state().title, QStringLiteral("No sample yet"));
        freezeRound();
        QCOMPARE(page().view(), LabelPage::View::Queue);
        QVERIFY(Test::waitForPage(window(), Page::Label));
        QCOMPARE(page().queue()->header()->progress().left(12), QStringLiteral("0 of 20 done"));
        QVERIFY(window().labelDesk()->item());
    }

    /// Twenty items, blind: numbers, evidence, confidence, Enter.
    void aRoundIsLabelledByKeyboard()
    {
        openQueue();
        const auto names = identities();
        QVERIFY(!names.isEmpty());
        for (int done = 0; done < roundSize; ++done) {
            QVERIFY(waitForItem());
            if (done % 5 == 0)
                QCOMPARE(identitiesSaid(names), QStringList());
            press(Qt::Key_J);
            press(Qt::Key_E);
            press(Qt::Key_5);
            press(static_cast<Qt::Key>(Qt::Key_1 + done % 6));
            press(Qt::Key_2, Qt::AltModifier);
            const auto state = journal().state(annotator(), *window().labelDesk()->item());
            QCOMPARE(state.draft.code, QStringLiteral("logic_error"));
            QVERIFY(!state.draft.subcode.isEmpty());
            QCOMPARE(state.draft.confidence, 2);
            QCOMPARE(state.draft.evidence.size(), std::size_t{1});
            press(Qt::Key_Return);
        }
        QVERIFY(QTest::qWaitFor([this] { return !window().labelDesk()->item(); }, patience));
        QCOMPARE(labelled(), roundSize);
        for (const auto &row : journal().book()->rows)
            QVERIFY(row.label.blind);
        const auto certificate = blindingCertificate(*journal().book(), window().labelDesk()->sample()->id);
        QCOMPARE(certificate.problems, QStringList());
        QCOMPARE(std::ssize(certificate.lines), roundSize);
    }

    void undoAndRedoReachAcrossRestarts()
    {
        openQueue();
        QCOMPARE(labelled(), roundSize);
        press(Qt::Key_U);
        QVERIFY(QTest::qWaitFor([this] { return labelled() == roundSize - 1; }, patience));
        QVERIFY(waitForItem());
        const auto item = window().labelDesk()->item();
        restart();
        openQueue();
        QVERIFY(waitForItem());
        QCOMPARE(window().labelDesk()->item(), item);
        QCOMPARE(journal().state(annotator(), *item).draft.code, QStringLiteral("logic_error"));
        press(Qt::Key_U, Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([this] { return labelled() == roundSize; }, patience));
    }

    void aHalfMadeLabelIsThereAgain()
    {
        openQueue();
        page().queue()->itemChosen(3);
        QVERIFY(waitForItem());
        const auto item = *window().labelDesk()->item();
        press(Qt::Key_Backspace);
        press(Qt::Key_Backspace);
        press(Qt::Key_1);
        restart();
        openQueue();
        QCOMPARE(journal().state(annotator(), item).draft.code, QStringLiteral("server_startup_failure"));
        QCOMPARE(journal().state(annotator(), item).committed->code, QStringLiteral("logic_error"));
    }

    /// A look at the identity is an event, and the label after it is not blind.
    void aRevealIsWrittenDown()
    {
        openQueue();
        page().queue()->itemChosen(5);
        QVERIFY(waitForItem());
        const auto item = *window().labelDesk()->item();
        QVERIFY(!journal().state(annotator(), item).isRevealed);
        window().commands().action(Command::RevealItem)->trigger();
        QVERIFY(waitForItem());
        QVERIFY(journal().state(annotator(), item).isRevealed);
        QVERIFY(!identitiesSaid(identities()).isEmpty());
        page().run()->turns()->setFocus();
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(!journal().state(annotator(), item).committed->blind);
    }

    void readingTheRunElsewhereIsWrittenDown()
    {
        openQueue();
        page().queue()->itemChosen(7);
        QVERIFY(waitForItem());
        const auto item = *window().labelDesk()->item();
        const auto run = page().run()->reading()->run.id;
        window().desk()->read({.run = run});
        QVERIFY(Test::waitForPage(window(), Page::Run));
        QVERIFY(journal().state(annotator(), item).isRevealed);
    }

    void aFileOfLabelsIsDroppedOnTheWindow()
    {
        const auto path = m_folder.filePath(QStringLiteral("failure_analysis_made-up.csv"));
        const auto &run = m_context->study().snapshot()->runs.front();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("agent,model,runtime,task,run_id,category,reasoning\n"
            + QStringList{run.key.configuration.scaffold, run.key.configuration.model, run.key.runtime, run.key.task,
                QStringLiteral("run_%1").arg(run.key.trial), QStringLiteral("stuck_in_loop"),
                QStringLiteral("It went round.\n")}
                .join(u',')
                .toUtf8());
        file.close();
        window().takePaths({path});
        const auto judged = [this] {
            const auto book = journal().book();
            return std::ranges::any_of(book->rows,
                [](const LabelRow &row) { return row.annotator == u"judge" && row.label.code == u"stuck_in_loop"; });
        };
        QVERIFY(QTest::qWaitFor(judged, patience));
    }

    /// The taxonomy stands on the Tables page with its bars, and leads to the runs.
    void theTaxonomyIsATableAndAFigure()
    {
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(window(), Page::Tables));
        emit window().tablesPage() -> tableChosen(QStringLiteral("taxonomy"));
        QVERIFY(Test::waitForPage(window(), Page::Tables));
        QVERIFY(window().tablesPage()->figure()->isVisible());
        const auto rows = window().tablesPage()->table()->table().rows;
        QVERIFY(!rows.empty());
        emit window().tablesPage() -> taxonomyChosen({TaxonomyGrouping::Level, true});
        QVERIFY(Test::waitForPage(window(), Page::Tables));
    }

    /// What others said of an item is shown nowhere without being written down.
    void readingDisagreementsIsWrittenDown()
    {
        openQueue();
        const auto sample = *window().labelDesk()->sample();
        const auto isSeen = [&](const QueueEntry &entry) {
            return journal().state(annotator(), {sample.id, entry.item, entry.occurrence}).isRevealed;
        };
        const auto &order = sample.queueOf(annotator())->order;
        const auto unseen = std::ranges::find_if_not(order, isSeen);
        QVERIFY(unseen != order.end());
        auto second = journal().state(annotator(), {sample.id, unseen->item, 0}).committed.value();
        second.code = QStringLiteral("schema_format_error");
        second.subcode.clear();
        const auto target = sample.items[static_cast<std::size_t>(unseen->item)].target;
        QVERIFY(journal().merge({importedLabel(target, second)}, {}, {}).result());
        press(Qt::Key_7, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(window(), Page::Agreement));
        QVERIFY(QTest::qWaitFor([&] { return isSeen(*unseen); }, patience));
    }

    /// What a coordinator hands out opens as a study of its own, blind, at its queue.
    void aHandoutIsOpenedAndLabelled()
    {
        openQueue();
        const auto names = identities();
        const auto path = m_folder.filePath(QStringLiteral("round.dslabels"));
        QVERIFY(exportHandout(m_study, window().labelDesk()->sample()->id, annotator(), path, {}));
        window().close();
        m_context.reset();
        m_context = Test::openWindow(*qApp, path);
        QVERIFY(m_context);
        QVERIFY(Test::waitForPage(window(), Page::Label));
        QVERIFY(waitForItem());
        QCOMPARE(page().queue()->header()->progress().left(12), QStringLiteral("0 of 20 done"));
        QCOMPARE(identitiesSaid(names), QStringList());
        page().run()->turns()->setFocus();
        press(Qt::Key_1);
        press(Qt::Key_Return);
        QVERIFY(waitForItem());
        QCOMPARE(labelled(), 1);
    }

    /// A repeat waits for its hours, by whichever way one goes to it; that of a skipped item has nothing to wait for.
    void repeatsWaitForTheirTime()
    {
        openQueue();
        auto *designer = page().designer();
        designer->setDesign({.title = QStringLiteral("Again"),
            .size = 3,
            .annotators = {annotator()},
            .repeats = 1.0,
            .repeatGap = 1,
            .repeatHours = 5});
        emit designer->freezeRequested(designer->design());
        QVERIFY(QTest::qWaitFor(
            [this] { return window().labelDesk()->sample()->design.title == u"Again" && waitForItem(); }, patience));
        const auto order = window().labelDesk()->sample()->queueOf(annotator())->order;
        page().run()->turns()->setFocus();
        for (int labelled = 0; labelled < 3; ++labelled) {
            QVERIFY(waitForItem());
            QCOMPARE(window().labelDesk()->item()->occurrence, 0);
            press(Qt::Key_1);
            press(Qt::Key_Return);
        }
        QVERIFY(!window().labelDesk()->item());
        const auto repeat = std::ranges::find(order, 1, &QueueEntry::occurrence) - order.begin();
        emit page().queue() -> itemChosen(static_cast<int>(repeat));
        QVERIFY(!window().labelDesk()->item());
    }

    void everyPartHasAName()
    {
        openQueue();
        page().queue()->itemChosen(0);
        QVERIFY(waitForItem());
        const auto nameless = Test::namelessWidgets(window());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        for (const auto view : {LabelPage::View::Samples, LabelPage::View::Families, LabelPage::View::Codebook}) {
            page().openView(view);
            QVERIFY(Test::waitForPage(window(), Page::Label));
            const auto others = Test::namelessWidgets(window());
            QVERIFY2(others.isEmpty(), qPrintable(others.join(u'\n')));
        }
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_context->window(); }
    [[nodiscard]] LabelPage &page() const { return *window().labelPage(); }
    [[nodiscard]] LabelJournal &journal() const { return *m_context->study().labels(); }
    [[nodiscard]] QString annotator() const { return window().labelDesk()->annotator(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { Test::press(window(), key, modifiers); }

    void openQueue()
    {
        press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(window(), Page::Label));
        page().openView(LabelPage::View::Queue);
        page().run()->turns()->setFocus();
    }

    bool waitForItem()
    {
        return QTest::qWaitFor(
            [this] {
                return window().labelDesk()->item() && !window().labelDesk()->isBusy() && page().run()->reading();
            },
            patience);
    }

    void freezeRound()
    {
        window().commands().action(Command::NewSample)->trigger();
        auto *designer = page().designer();
        QVERIFY(Test::waitForPage(window(), Page::Label));
        QVERIFY(!designer->printed().filter(QStringLiteral("50")).isEmpty()); // The preview of the first design.
        designer->setDesign({.title = QStringLiteral("Round 1"),
            .strata = {StratumColumn::Model, StratumColumn::Level},
            .size = roundSize,
            .annotators = {annotator()}});
        emit designer->freezeRequested(designer->design());
        QVERIFY(QTest::qWaitFor([this] { return page().view() == LabelPage::View::Queue; }, patience));
    }

    void restart()
    {
        window().close();
        m_context.reset();
        m_context = Test::openWindow(*qApp, m_study);
        QVERIFY(m_context);
    }

    /// As a label file of the judge brings it.
    static LabelEvent importedLabel(const LabelTarget &target, const Label &label)
    {
        auto event
            = makeLabelEvent(QStringLiteral("judge"), {}, Imported{.label = label, .source = QStringLiteral("test")});
        event.target = target;
        return event;
    }

    [[nodiscard]] int labelled() const
    {
        const auto book = journal().book();
        return static_cast<int>(
            std::ranges::count_if(book->rows, [&](const LabelRow &row) { return row.annotator == annotator(); }));
    }

    /// Models and scaffolds of the study, as they are written anywhere.
    [[nodiscard]] QStringList identities() const
    {
        QStringList names;
        for (const auto &style : m_context->study().snapshot()->styles)
            names << style.configuration.model << style.configuration.scaffold << style.displayName;
        names.removeDuplicates();
        return names;
    }

    /// Identities that the page tells in any way, or that copying the turn puts on the clipboard.
    [[nodiscard]] QStringList identitiesSaid(const QStringList &names)
    {
        page().run()->turns()->copySelection();
        auto said = saidBy(page());
        said << QGuiApplication::clipboard()->text();
        QStringList found;
        for (const auto &name : names) {
            for (const auto &text : said) {
                if (text.contains(name, Qt::CaseInsensitive))
                    found << QString(name % u" in: " % text.left(120));
            }
        }
        return found;
    }

    QTemporaryDir m_folder;
    QString m_study;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Test::FreshUser user;
    QApplication application(argc, argv);
    TestLabelling test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_labelling.moc"
