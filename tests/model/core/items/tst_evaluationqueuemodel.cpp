// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <items/evaluationqueuemodel.h>
#include <support/madeupevaluation.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto value = model.index(row, column).data();
            cells << (value.isValid() ? value.toString() : u"."_s);
        }
        lines << cells.join(u" | ");
    }
    return lines;
}

const auto task = Test::generationTask("flask-openapi-sqlite");

} // namespace

class TestEvaluationQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreAddedAndBroughtUpToDate()
    {
        EvaluationQueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.put(Test::waitingEvaluation(1, task));
        model.put(Test::waitingEvaluation(2, task));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(Test::runningEvaluation(1, task));
        model.put(Test::runningEvaluation(1, task));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(printed(model),
            QStringList({u"1 | flask-openapi-sqlite | mini_swe_sdk · atlas-2 | 1 | 6 | 11 | 251658240"_s,
                u"2 | flask-openapi-sqlite | mini_swe_sdk · atlas-2 | 0 | . | 0 | 0"_s}));
        model.put(Test::doneEvaluation(2, task));
        QCOMPARE(model.evaluation(1).passed, 61);
        QCOMPARE(model.evaluation(1).checks, 64);
        QVERIFY(model.evaluation(1).hasEnded());
        QVERIFY(!model.evaluation(0).hasEnded());
    }

    void rowsGo()
    {
        EvaluationQueueModel model;
        const QAbstractItemModelTester tester(&model);
        for (int number = 1; number <= 3; ++number)
            model.put(Test::waitingEvaluation(number, task));
        model.remove(2);
        model.remove(7);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(3), 1);
        QCOMPARE(model.rowOf(2), -1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    /// The step at work has the time that no step before it took.
    void stepsHaveTimes()
    {
        const auto row = evaluationRow(Test::runningEvaluation(1, task));
        QCOMPARE(row.step, EvaluationStep::Suite);
        QCOMPARE(row.stepMilliseconds, 16'900 - 12'400 - 4 * 340);
        QVERIFY(!evaluationRow(Test::doneEvaluation(1, task)).step);
        auto odd = Test::runningEvaluation(1, task);
        odd.milliseconds = 5;
        QCOMPARE(evaluationRow(odd).stepMilliseconds, 0);
    }
};

QTEST_GUILESS_MAIN(TestEvaluationQueueModel)
#include "tst_evaluationqueuemodel.moc"
