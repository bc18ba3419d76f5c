// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <labeling/plaintable.h>
#include <pages/tasksdetail.h>
#include <pages/tasksmatrix.h>
#include <pages/tasksmatrixmodel.h>
#include <pages/taskspage.h>
#include <pages/tasksprompt.h>
#include <pages/taskssections.h>
#include <runview/diffview.h>
#include <widgets/messagebar.h>
#include <widgets/segmentedswitch.h>

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

TaskDefinition imported(const QString &runtime, const QString &name, const QString &prompt)
{
    TaskDefinition definition;
    definition.task = *taskFromFolder(runtime, name);
    definition.prompt = prompt;
    definition.origin = u"/data/"_s + name + u".json"_s;
    return definition;
}

std::shared_ptr<const TasksInput> inputOf(const std::vector<TaskDefinition> &definitions = {})
{
    return std::make_shared<const TasksInput>(tasksInputOf(ContractBook::builtIn(), definitions));
}

Run runOf(const TaskSpec &task, int passed, bool isKept)
{
    Run run;
    run.task = task;
    run.key.task = task.name;
    run.key.runtime = task.runtime;
    run.assertions = 10;
    run.passed = passed;
    if (!isKept)
        run.syntaxVerdicts = run.verdicts;
    return run;
}

QStringList textsOf(const QAbstractItemModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestTasksPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<TasksPage>();
        m_page->resize(1200, 760);
        m_page->setInput(inputOf());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup() { m_page.reset(); }

    void listsTheTasksOfTheStudy()
    {
        const auto *model = m_page->matrix()->model();
        QCOMPARE(model->rowCount(), 8);
        QCOMPARE(model->columnCount(), 10);
        QStringList titles;
        for (int column = 0; column < model->columnCount(); ++column)
            titles << model->headerData(column, Qt::Horizontal).toString().section(u'\n', 0, 0);
        QCOMPARE(titles.join(u' '), u"L0 L1 L1 L1 L2 L2 L2 L2 L3 L3"_s);
        QStringList frameworks;
        int tasks = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            frameworks << model->headerData(row, Qt::Vertical).toString();
            for (int column = 0; column < model->columnCount(); ++column)
                tasks += model->flags(model->index(row, column)).testFlag(Qt::ItemIsEnabled) ? 1 : 0;
        }
        qInfo().noquote() << frameworks.join(u' ') << tasks;
        QCOMPARE(tasks, 80);
        QVERIFY(m_page->problems()->isHidden());
    }

    /// What is shown of every task is what is written by the program, character by character.
    void everyPromptIsShownWordForWord()
    {
        int shown = 0;
        QStringList other;
        for (const auto &contract : ContractBook::builtIn().contracts()) {
            for (const auto &task : contract.tasks()) {
                m_page->choose(task);
                const auto prompt = promptOf(contract, task);
                const auto *view = m_page->detail()->prompt();
                if (view->toPlainText() != prompt || view->prompt() != prompt)
                    other << task.name;
                ++shown;
            }
        }
        qInfo() << shown << "prompts";
        QCOMPARE(other, QStringList());
        QVERIFY(shown >= 80);
    }

    void otherContractsAreChosenAbove()
    {
        const auto &contracts = ContractBook::builtIn().contracts();
        if (contracts.size() < 2)
            QSKIP("There is one contract alone.");
        QVERIFY(m_page->contracts()->isVisible());
        QCOMPARE(m_page->contracts()->count(), static_cast<int>(contracts.size()));
        m_page->contracts()->setCurrentIndex(1);
        QCOMPARE(m_page->contract()->name, contracts[1].name);
        m_page->matrix()->setCurrentIndex(m_page->matrix()->model()->index(0, 0));
        QVERIFY(m_page->chosen());
        QCOMPARE(m_page->chosen()->contractName(), contracts[1].name);
        // A task brings its contract with it.
        m_page->choose(contracts[0].tasks().back());
        QCOMPARE(m_page->contract()->name, contracts[0].name);
        QCOMPARE(m_page->matrix()->chosen()->name, contracts[0].tasks().back().name);
    }

    void keysWalkThroughTheMatrix()
    {
        auto *matrix = m_page->matrix();
        matrix->setFocus();
        QStringList walked;
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(matrix, key);
            walked << m_page->chosen()->name;
        };
        matrix->setCurrentIndex(matrix->model()->index(0, 0));
        for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_End, Qt::Key_Up})
            press(key);
        QTest::keyClicks(matrix, u"ko"_s);
        walked << m_page->chosen()->framework;
        qInfo().noquote() << walked.join(u'\n');
        QCOMPARE(walked.last(), u"koa"_s);
        QCOMPARE(m_page->detail()->titleText(), m_page->chosen()->name);
        QTest::keyClick(matrix, Qt::Key_Return);
        QVERIFY(m_page->detail()->prompt()->hasFocus());
    }

    void longPartsBeginFolded()
    {
        auto *prompt = m_page->detail()->prompt();
        QVERIFY(prompt->sections().size() > 3);
        QStringList folded;
        for (std::size_t i = 0; i < prompt->sections().size(); ++i) {
            if (prompt->isFolded(static_cast<int>(i)))
                folded << prompt->document()->findBlockByNumber(prompt->sections()[i].heading).text();
        }
        QCOMPARE(folded, QStringList{u"## API description"_s});
        prompt->setFocus();
        prompt->setTextCursor(QTextCursor(prompt->document()->findBlockByNumber(prompt->sections()[0].heading)));
        QTest::keyClick(prompt, Qt::Key_Return);
        QVERIFY(!prompt->isFolded(0));
        QTest::keyClick(prompt, Qt::Key_Return);
        QVERIFY(prompt->isFolded(0));
        // What is found inside opens it.
        QVERIFY(prompt->findWords(u"operationId"_s, true));
        QVERIFY(!prompt->isFolded(0));
        QVERIFY(!prompt->findWords(u"no such words anywhere"_s, true));
    }

    void sectionsOfOddTexts()
    {
        const auto wordsOf = [](const QString &text) {
            QStringList words;
            for (const auto &section : promptSections(text.split(u'\n')))
                words << u"%1-%2%3"_s.arg(section.heading)
                             .arg(section.last)
                             .arg(section.startsFolded ? u" folded"_s : QString());
            return words.join(u", ");
        };
        QCOMPARE(wordsOf({}), QString());
        QCOMPARE(wordsOf(u"a\n## b\nc\n## d"_s), u"1-2, 3-3"_s);
        QCOMPARE(wordsOf(u"## a\n```\n## no heading\n```\n## b"_s), u"0-3, 4-4"_s);
        QCOMPARE(wordsOf(u"## a\n````\n```\n## no heading"_s), u"0-3"_s);
        QCOMPARE(wordsOf(u"x\n"_s.repeated(100) + u"## b"_s), u"0-99 folded, 100-100"_s);
        QCOMPARE(promptSections(u"## a\n"_s.repeated(300).split(u'\n')).size(), std::size_t{200});
    }

    void importedTasksStandBesideTheOthers()
    {
        const std::vector definitions{imported(u"uv"_s, u"flask-openapi-unconstrained"_s, u"Write it.\n"_s),
            imported(u"express"_s, u"hard-focused-task-001"_s, u"Restore it.\n"_s)};
        m_page->setInput(inputOf(definitions));
        QCOMPARE(m_page->others()->printed(), QStringList{u"express · hard-focused-task-001 | Feature | 0 | –"_s});
        m_page->choose(definitions[0].task);
        auto *detail = m_page->detail();
        QVERIFY(detail->origins()->isVisible());
        QVERIFY(detail->prompt()->prompt().size() > 1000);
        detail->origins()->setCurrent(1);
        emit detail->origins()->chosen(1);
        QCOMPARE(detail->prompt()->prompt(), u"Write it.\n"_s);
        qInfo().noquote() << detail->factsText();
        QVERIFY(detail->factsText().contains(promptHash(u"Write it.\n"_s)));
        m_page->others()->selectRow(0);
        QCOMPARE(detail->titleText(), u"hard-focused-task-001"_s);
        QVERIFY(!detail->origins()->isVisible());
        QVERIFY(!m_page->matrix()->chosen());
        // Files that come later change nothing of the choice.
        m_page->setInput(inputOf(definitions));
        QCOMPARE(m_page->chosen()->name, u"hard-focused-task-001"_s);
    }

    void cellsSayWhatTheStudyHas()
    {
        StudySnapshot study;
        const auto tasks = generationTasks();
        study.runs = {runOf(tasks[0], 10, true), runOf(tasks[0], 5, true), runOf(tasks[1], 4, true)};
        const auto counts = taskCountsOf(study, {}, ScoreChoice::Raw);
        QCOMPARE(counts.size(), std::size_t{2});
        QCOMPARE(counts.at(tasks[0]), (TaskCount{.runs = 2, .assertions = 75.0}));
        m_page->setCounts(counts);
        const auto *model = m_page->matrix()->model();
        int filled = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            qInfo().noquote() << model->headerData(row, Qt::Vertical).toString() << textsOf(*model, row).join(u' ');
            for (int column = 0; column < model->columnCount(); ++column)
                filled += model->index(row, column).data(TasksMatrixModel::RunsRole).toInt();
        }
        QCOMPARE(filled, 3);
        QVERIFY(taskCountsOf(study, {}, ScoreChoice::Syntax).empty());
    }

    /// Unless another is chosen, the one without the last constraint.
    void comparesWithItsSibling()
    {
        const auto *conduit = ContractBook::builtIn().contract(u"conduit");
        const auto full = ContractBook::builtIn().taskNamed(u"flask-openapi-clean_architecture-postgres-sqlalchemy"_s);
        QVERIFY(full.has_value());
        m_page->choose(*full);
        auto *detail = m_page->detail();
        detail->setComparing(true);
        qInfo().noquote() << detail->difference()->summary();
        QVERIFY(detail->difference()->summary().startsWith(
            u"uv/flask-openapi-clean_architecture-postgres → uv/flask-openapi-clean_architecture-postgres-sqlalchemy"_s));
        m_page->choose(conduit->tasks().front());
        QVERIFY(detail->isComparing());
        detail->setComparing(false);
        QCOMPARE(detail->badgeTexts().last(), u"no constraint"_s);
    }

    void problemsAreSaidCalmly()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"broken"_s));
        QFile file(folder.filePath(u"broken/contract.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"name\": 5}");
        file.close();
        m_page->setInput(std::make_shared<const TasksInput>(tasksInputOf(ContractBook::open(folder.path()), {})));
        qInfo().noquote() << m_page->problems()->text();
        QVERIFY(m_page->problems()->text().contains(u"broken/contract.json"_s));
        QCOMPARE(m_page->matrix()->model()->rowCount(), 8);
        const QSignalSpy asked(m_page.get(), &TasksPage::contractsFolderRequested);
        emit m_page->problems()->actionTriggered();
        QCOMPARE(asked.count(), 1);
        m_page->setInput(inputOf());
        QVERIFY(m_page->problems()->isHidden());
    }

    /// At the size the window leaves it; the pictures are kept where $DECAYSCOPE_SCREENSHOTS names a folder.
    void bothSidesAreSeen()
    {
        m_page->setInput(inputOf({imported(u"express"_s, u"hard-focused-task-001"_s, u"Restore it.\n"_s)}));
        m_page->choose(*ContractBook::builtIn().taskNamed(u"koa-openapi-clean_architecture-postgres-sequelize"_s));
        for (const auto size : {QSize(1195, 710), QSize(1835, 990)}) {
            m_page->resize(size);
            for (const bool isComparing : {false, true}) {
                m_page->detail()->setComparing(isComparing);
                QTest::qWait(50);
                const auto left = m_page->matrix()->width();
                const auto right = m_page->detail()->width();
                qInfo() << size.width() << "wide: matrix" << left << "task" << right;
                QVERIFY(left >= 360 && right >= 400);
                if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
                    QVERIFY(m_page->grab().save(u"%1/tasks-%2-%3.png"_s.arg(folder)
                            .arg(size.width())
                            .arg(isComparing ? u"compare"_s : u"prompt"_s)));
            }
        }
    }

    void hostilePromptsAreShown()
    {
        const QString odd
            = u"## a\n"_s + QString(200'000, u'x') + u"\n\u202e\u0000\x1b[31m <b>bold</b>\n```\n"_s.repeated(50);
        m_page->setInput(inputOf({imported(u"koa"_s, u"odd"_s, odd), imported(u"koa"_s, u"empty"_s, {})}));
        for (const auto row : {0, 1, 0}) {
            m_page->others()->selectRow(row);
            m_page->detail()->setComparing(row == 0);
        }
        QCOMPARE(m_page->detail()->prompt()->prompt(), odd);
        QVERIFY(m_page->detail()->prompt()->findWords(u"bold"_s, false));
    }

private:
    std::unique_ptr<TasksPage> m_page;
};

QTEST_MAIN(TestTasksPage)
#include "tst_taskspage.moc"
