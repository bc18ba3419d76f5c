// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glasslab.h"

#include <domain/evaluationjson.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const std::vector<StepRecord> &steps)
{
    QStringList lines;
    for (const auto &step : steps)
        lines.append(QString(evaluationStepName(step.step) % u' ' % stepOutcomeName(step.outcome)));
    return lines;
}

EvaluationRecord recordOf(const RunBundle &run)
{
    return *readEvaluation(run.document(DocumentKind::Evaluation)->bytes);
}

} // namespace

class TestEvaluationRun : public QObject
{
    Q_OBJECT

private slots:
    void stepsComeInOrder()
    {
        GlassLab lab;
        const auto run = evaluate(lab.request({u"install"_s}, {u"migrate"_s, u"serve"_s}), *lab.tools(), {}, {});
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        const auto record = recordOf(*run);
        QCOMPARE(printed(record.steps),
            QStringList({u"prepare done"_s, u"patch done"_s, u"database skipped"_s, u"set_up done"_s, u"start done"_s,
                u"health done"_s, u"suite failed"_s, u"deep_suite done"_s, u"verify skipped"_s, u"stop done"_s}));
        QCOMPARE(lab.sandbox().commands().last(), u"/bin/sh -c serve");
        QCOMPARE(lab.sandbox().openSessions(), 0);
        QCOMPARE(record.sandbox, u"glass 1");
        QCOMPARE(record.contract + u' ' + record.contractVersion, u"glass 2"_s);
        QCOMPARE(record.server.ending, u"It ran until it was stopped.");
        QCOMPARE(record.resources.processes, 2);
    }

    void theRunLooksLikeAnImportedOne()
    {
        GlassLab lab;
        const auto run = evaluate(lab.request({u"install"_s}, {u"serve"_s}), *lab.tools(), {}, {});
        QVERIFY(run);
        const auto summary = summaryOf(*run);
        QCOMPARE(QStringList({QString::number(summary.passed), QString::number(summary.assertions)}),
            QStringList({u"2"_s, u"3"_s}));
        QStringList files;
        for (const auto &document : run->documents)
            files.append(document.path);
        QVERIFY(files.at(1).startsWith(u"newman-run-report-"));
        files.removeAt(1);
        QCOMPARE(files,
            QStringList({u"manual-flask-openapi-unconstrained.patch"_s, u"conduit.log"_s, u"setup.log"_s,
                u"evaluation.json"_s}));
        QCOMPARE(run->document(DocumentKind::SetupLog)->bytes, "$ install\nsaid by install\n");
        QCOMPARE(run->document(DocumentKind::ServerLog)->bytes, "said by serve\n");
        QCOMPARE(run->requests.front().assertions.at(1).outcome, AssertionOutcome::Failed);
    }

    void aFailedSetUpIsRecordedAndTheStartIsTried()
    {
        GlassLab lab;
        const auto run = evaluate(lab.request({u"install fails"_s, u"chmod"_s}, {u"serve"_s}), *lab.tools(), {}, {});
        QVERIFY(run);
        const auto record = recordOf(*run);
        QCOMPARE(printed(record.steps).mid(3, 3), QStringList({u"set_up failed"_s, u"start done"_s, u"health done"_s}));
        QCOMPARE(record.step(EvaluationStep::SetUp)->message, u"\"install fails\" failed: It ended with exit code 1.");
        QVERIFY(lab.sandbox().commands().contains(u"/bin/sh -c chmod"_s));
    }

    void aDeadServerEndsTheWaitAndHasAllItsFailures()
    {
        GlassLab lab;
        const auto run = evaluate(lab.request({}, {u"serve dies"_s}), *lab.tools(), {}, {});
        QVERIFY(run);
        const auto record = recordOf(*run);
        QCOMPARE(printed(record.steps).mid(5, 3),
            QStringList({u"health failed"_s, u"suite failed"_s, u"deep_suite skipped"_s}));
        QCOMPARE(record.server.exitCode, 1);
        QCOMPARE(record.server.attempts, 0);
        QCOMPARE(summaryOf(*run).failed, 3);
    }

    void aServerThatNeverAnswersIsAskedUntilItsTimeIsOver()
    {
        GlassLab lab;
        const auto run = evaluate(lab.request({}, {u"serve deaf"_s}), *lab.tools(), {}, {});
        QVERIFY(run);
        const auto record = recordOf(*run);
        QVERIFY(!record.server.healthy);
        QVERIFY(record.server.attempts > 0);
        QCOMPARE(summaryOf(*run).failed, 3);
    }

    void theSuiteBesideCanBeLeftOut()
    {
        GlassLab lab;
        auto request = lab.request({}, {u"serve"_s});
        request.deepSuite = false;
        const auto run = evaluate(request, *lab.tools(), {}, {});
        QVERIFY(run);
        QCOMPARE(recordOf(*run).suites.size(), 1U);
        request.deepSuite = true;
        request.contract.deepSuite.reset();
        const auto other = evaluate(request, *lab.tools(), {}, {});
        QVERIFY(other);
        QCOMPARE(recordOf(*other).step(EvaluationStep::DeepSuite)->message, u"The contract has no second suite."_s);
    }

    void cancellingAtAnyStepLeavesNothing()
    {
        for (const auto step : allEvaluationSteps) {
            GlassLab lab;
            bool isCancelled = false;
            const EvaluationWatch watch{.step = [&](const StepRecord &record) {
                if (record.step == step && record.outcome == StepOutcome::Running)
                    isCancelled = true;
            }};
            const auto run = evaluate(
                lab.request({u"install"_s}, {u"serve"_s}), *lab.tools(), watch, Progress([&] { return isCancelled; }));
            const bool isTooLate = step >= EvaluationStep::Verify || !isCancelled;
            if (!isTooLate) {
                QVERIFY2(!run, qPrintable(evaluationStepName(step)));
                QCOMPARE(run.error().kind, ErrorKind::Cancelled);
            }
            QCOMPARE(lab.sandbox().openSessions(), 0);
        }
    }

    void aBaseThatIsNotWhatThePatchIsForIsNoRun()
    {
        const QTemporaryDir base;
        GlassLab lab;
        auto request = lab.request({}, {u"serve"_s});
        request.base = base.path();
        request.baseCommit = u"commit that fails"_s;
        const auto unknown = evaluate(request, *lab.tools(), {}, {});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(unknown.error().message,
            QString(u"The base \"" % base.path()
                % u"\" has no commit \"commit that fails\" to start from: It exited with 1."));
        QVERIFY(!lab.sandbox().commands().contains(u"/bin/sh -c serve"_s));
    }

    void aWorkTreeHasNoRepositoryOfItsOwn()
    {
        const QTemporaryDir base;
        QFile link(base.filePath(u".git"_s));
        QVERIFY(link.open(QIODevice::WriteOnly) && link.write("gitdir: /there/is/none\n") > 0);
        link.close();
        GlassLab lab;
        auto request = lab.request({}, {u"serve"_s});
        request.base = base.path();
        const auto asItStands = evaluate(request, *lab.tools(), {}, {});
        QVERIFY2(asItStands, qPrintable(asItStands ? QString() : asItStands.error().message));
        request.baseCommit = u"1f2e3d4"_s;
        const auto elsewhere = evaluate(request, *lab.tools(), {}, {});
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(elsewhere.error().message.contains(u"git clone"), qPrintable(elsewhere.error().message));
    }

    void whatThisSystemLacksIsNoRun()
    {
        GlassLab lab;
        auto request = lab.request({u"install"_s}, {u"serve"_s});
        request.runtime.setUp.front().needs = {u"decayscope-no-such-program"_s};
        const auto run = evaluate(request, *lab.tools(), {}, {});
        QVERIFY(!run);
        QCOMPARE(run.error().kind, ErrorKind::NotFound);
        QVERIFY2(run.error().message.contains(u"decayscope-no-such-program"), qPrintable(run.error().message));
        QCOMPARE(lab.sandbox().openSessions(), 0);
    }

    void whatCannotBeReadIsNoRun()
    {
        GlassLab lab;
        auto request = lab.request({}, {u"serve"_s});
        request.code = WorkspaceFolder{u"/there/is/none"_s};
        QCOMPARE(evaluate(request, *lab.tools(), {}, {}).error().kind, ErrorKind::NotFound);
        QCOMPARE(evaluate(lab.request({}, {}), *lab.tools(), {}, {}).error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestEvaluationRun)
#include "tst_evaluationrun.moc"
