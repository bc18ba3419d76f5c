// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memoryledger.h"

#include <campaigns/campaign.h>

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Two models, two tasks, three trials.
CampaignPlan smallPlan()
{
    CampaignPlan plan{.name = u"small"_s,
        .endpoints = {{.name = u"here"_s, .url = u"http://127.0.0.1:1/v1"_s, .key = {}}},
        .models = {{.name = u"alpha"_s, .endpoint = u"here"_s}, {.name = u"beta"_s, .endpoint = u"here"_s}},
        .scaffolds = {{.name = builtInScaffold, .limits = {}}},
        .arms = {},
        .configurations = {{.model = u"alpha"_s, .scaffold = builtInScaffold, .arm = {}},
            {.model = u"beta"_s, .scaffold = builtInScaffold, .arm = {}}},
        .tasks = {},
        .judges = {},
        .trials = 3,
        .parallel = 2,
        .retries = 2};
    for (const auto &task : generationTasks()) {
        if (task.framework == u"flask" && task.level() == 0)
            plan.tasks.push_back(task);
        if (task.framework == u"express" && task.level() == 0)
            plan.tasks.push_back(task);
    }
    return plan;
}

QStringList everyRunOf(const CampaignPlan &plan)
{
    QStringList names;
    for (const auto &run : plannedRuns(plan))
        names << u"%1 %2 %3"_s.arg(run.configuration.model, run.task.name).arg(run.trial);
    names.sort();
    return names;
}

using Agent = std::function<Result<AgentOutcome>(const AgentRequest &, const AgentWatch &, const Progress &)>;

constexpr Spending eachTime{.inputTokens = 100, .outputTokens = 10, .cost = 0.5};

AgentOutcome endedAs(const QString &ending)
{
    return {.patch = "diff", .documents = {}, .ending = ending, .spent = eachTime, .turns = 3};
}

Termination terminationOf(const QString &ending)
{
    return terminationFromName(ending).value_or(Termination::Error);
}

/// Everything but the agent is made of air.
CampaignTools toolsWith(const QTemporaryDir &folder, const Agent &agent, int parallel = 2)
{
    CampaignTools tools;
    tools.prepare = [](const PlanClaim &claim) -> Result<CampaignTask> {
        CampaignTask task;
        task.agent.key = claim.key;
        task.agent.task = claim.run.task;
        task.agent.scaffold.name = claim.run.configuration.scaffold;
        task.evaluation.key = claim.key;
        return task;
    };
    tools.agentOf = [agent](const QString &) -> Result<RunAgent> {
        return RunAgent([agent](const AgentRequest &request, const AgentTools &, const AgentWatch &watch,
                            const Progress &progress) { return agent(request, watch, progress); });
    };
    tools.evaluate = [](const EvaluationRequest &request, const EvaluationWatch &, const Progress &) {
        return Result<RunBundle>(RunBundle{.key = request.key});
    };
    tools.complete = [](RunBundle evaluated, const AgentOutcome &outcome) {
        evaluated.termination = terminationOf(outcome.ending);
        return evaluated;
    };
    tools.folder = folder.path();
    tools.parallel = parallel;
    tools.pace = {.look = 5ms, .heartbeat = 5ms, .firstDelay = 1ms, .longestDelay = 4ms};
    return tools;
}

CampaignSummary summaryOfRunning(MemoryLedger &ledger, const CampaignTools &tools, const Progress &progress = {})
{
    auto summary = runCampaign(ledger, tools, {}, progress);
    if (!summary)
        qFatal("%s", qPrintable(summary.error().message));
    return *summary;
}

QString printed(const CampaignSummary &summary)
{
    return u"planned %1 done %2 skipped %3 failed %4 waiting %5 agent %6 infrastructure %7 interrupted %8"_s
        .arg(summary.planned)
        .arg(summary.done)
        .arg(summary.skipped)
        .arg(summary.failed)
        .arg(summary.waiting)
        .arg(summary.agentFailures)
        .arg(summary.infrastructureFailures)
        .arg(summary.interruptions);
}

bool waitUntil(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

} // namespace

class TestCampaign : public QObject
{
    Q_OBJECT

private slots:
    void everyRunIsMadeOnce_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("eight threads") << 8;
    }

    void everyRunIsMadeOnce()
    {
        QFETCH(const int, threads);
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        const auto submits = [](const AgentRequest &, const AgentWatch &watch, const Progress &) {
            watch.turn(1, eachTime, u"thinks"_s);
            return Result<AgentOutcome>(endedAs(u"Submitted"_s));
        };
        const auto summary = summaryOfRunning(ledger, toolsWith(folder, submits, threads));
        QCOMPARE(ledger.stored(), everyRunOf(smallPlan()));
        QCOMPARE(printed(summary),
            u"planned 12 done 12 skipped 0 failed 0 waiting 0 agent 0 infrastructure 0 interrupted 0"_s);
        QCOMPARE(summary.spent, (Spending{.inputTokens = 1200, .outputTokens = 120, .cost = 6}));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());

        const auto again = summaryOfRunning(ledger, toolsWith(folder, submits, threads));
        QCOMPARE(printed(again),
            u"planned 12 done 0 skipped 12 failed 0 waiting 0 agent 0 infrastructure 0 interrupted 0"_s);
    }

    void whatAgentsDoWrongIsAResult()
    {
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        const auto isStopped = [](const AgentRequest &request, const AgentWatch &, const Progress &) {
            const bool isAlpha = request.key.configuration.model == u"alpha";
            return Result<AgentOutcome>(endedAs(isAlpha ? u"LimitsExceeded"_s : u"Submitted"_s));
        };
        const auto summary = summaryOfRunning(ledger, toolsWith(folder, isStopped));
        QCOMPARE(printed(summary),
            u"planned 12 done 12 skipped 0 failed 0 waiting 0 agent 6 infrastructure 0 interrupted 0"_s);
        QCOMPARE(ledger.status()->agentFailures(), 6);
    }

    /// The first attempt of every run fails: none is lost, and each is told.
    void infrastructureIsTriedAgain()
    {
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        QMutex mutex;
        std::map<RunKey, int> attempts;
        const auto failsOnce
            = [&](const AgentRequest &request, const AgentWatch &, const Progress &) -> Result<AgentOutcome> {
            const QMutexLocker lock(&mutex);
            if (++attempts[request.key] == 1)
                return failure(ErrorKind::Unreadable, u"The endpoint is away."_s);
            return endedAs(u"Submitted"_s);
        };
        const auto summary = summaryOfRunning(ledger, toolsWith(folder, failsOnce));
        QCOMPARE(ledger.stored(), everyRunOf(smallPlan()));
        QCOMPARE(printed(summary),
            u"planned 12 done 12 skipped 0 failed 0 waiting 0 agent 0 infrastructure 12 interrupted 0"_s);
    }

    void aRunFailsWhenItsAttemptsAreUsedUp()
    {
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        const auto failsForAlpha
            = [](const AgentRequest &request, const AgentWatch &, const Progress &) -> Result<AgentOutcome> {
            if (request.key.configuration.model == u"alpha")
                return failure(ErrorKind::Unreadable, u"The endpoint is away."_s);
            return endedAs(u"Submitted"_s);
        };
        const auto summary = summaryOfRunning(ledger, toolsWith(folder, failsForAlpha));
        QCOMPARE(printed(summary),
            u"planned 12 done 6 skipped 0 failed 6 waiting 0 agent 0 infrastructure 18 interrupted 0"_s);
        // What they left is there to be read.
        QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 18);
    }

    /// Without a key no run could be made: attempts are not burnt one after the other.
    void whatConcernsAllRunsPausesThePlan()
    {
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        std::atomic<int> asked = 0;
        const auto hasNoKey = [&](const AgentRequest &, const AgentWatch &, const Progress &) -> Result<AgentOutcome> {
            ++asked;
            return failure(ErrorKind::Refused, u"The key is not accepted."_s);
        };
        auto tools = toolsWith(folder, hasNoKey);
        int pauses = 0;
        tools.pause = [&] { ++pauses; };
        const auto summary = summaryOfRunning(ledger, tools);
        QCOMPARE(summary.halted, u"The key is not accepted."_s);
        QVERIFY(asked <= 2);
        QCOMPARE(pauses, 1);
        QCOMPARE(ledger.events(), QStringList{u"The plan pauses: The key is not accepted."_s});
        QCOMPARE(summary.infrastructureFailures, 0);
        QCOMPARE(summary.waiting, 12);
    }

    void aPauseLetsRunsEndAndBeginsNone()
    {
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        QSemaphore begun;
        QSemaphore mayEnd;
        const auto waits = [&](const AgentRequest &, const AgentWatch &, const Progress &) {
            begun.release();
            mayEnd.acquire();
            return Result<AgentOutcome>(endedAs(u"Submitted"_s));
        };
        CampaignSummary summary;
        const auto tools = toolsWith(folder, waits);
        const std::unique_ptr<QThread> thread(QThread::create([&] { summary = summaryOfRunning(ledger, tools); }));
        thread->start();
        begun.acquire(2);
        ledger.setWish(PlanWish::Pause);
        mayEnd.release(100);
        QVERIFY(thread->wait(20'000));
        QCOMPARE(printed(summary),
            u"planned 12 done 2 skipped 0 failed 0 waiting 10 agent 0 infrastructure 0 interrupted 0"_s);
    }

    void stoppingGivesBack_data()
    {
        QTest::addColumn<bool>("byWish");
        QTest::newRow("by the user's wish") << true;
        QTest::newRow("cancelled") << false;
    }

    void stoppingGivesBack()
    {
        QFETCH(const bool, byWish);
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        QSemaphore begun;
        const auto goesOn
            = [&](const AgentRequest &, const AgentWatch &, const Progress &progress) -> Result<AgentOutcome> {
            begun.release();
            while (!progress.isCancelled())
                QThread::msleep(1);
            return cancelled();
        };
        std::atomic<bool> isCancelled = false;
        CampaignSummary summary;
        const auto tools = toolsWith(folder, goesOn);
        const std::unique_ptr<QThread> thread(QThread::create(
            [&] { summary = summaryOfRunning(ledger, tools, Progress([&] { return isCancelled.load(); })); }));
        thread->start();
        begun.acquire(2);
        if (byWish)
            ledger.setWish(PlanWish::Stop);
        else
            isCancelled = true;
        QVERIFY(thread->wait(20'000));
        QCOMPARE(printed(summary),
            u"planned 12 done 0 skipped 0 failed 0 waiting 12 agent 0 infrastructure 0 interrupted 2"_s);
        QCOMPARE(summary.isCancelled, !byWish);
        QCOMPARE(ledger.stored(), QStringList());
    }

    /// Somebody took this program for dead: what it made is dropped, the other's counts.
    void aLostRunIsDropped()
    {
        const QTemporaryDir folder;
        auto plan = smallPlan();
        plan.trials = 1;
        plan.tasks.resize(1);
        plan.configurations.resize(1);
        MemoryLedger ledger(plan);
        QSemaphore begun;
        std::atomic<bool> wasStopped = false;
        const auto goesOn
            = [&](const AgentRequest &, const AgentWatch &, const Progress &progress) -> Result<AgentOutcome> {
            begun.release();
            wasStopped = waitUntil([&] { return progress.isCancelled(); });
            return cancelled();
        };
        CampaignSummary summary;
        const auto tools = toolsWith(folder, goesOn, 1);
        const std::unique_ptr<QThread> thread(QThread::create([&] { summary = summaryOfRunning(ledger, tools); }));
        thread->start();
        begun.acquire();
        ledger.takeAway(0);
        QVERIFY(thread->wait(20'000));
        QVERIFY(wasStopped);
        QCOMPARE(printed(summary),
            u"planned 1 done 0 skipped 0 failed 0 waiting 1 agent 0 infrastructure 0 interrupted 1"_s);
        QCOMPARE(ledger.stored(), QStringList());
    }

    void theSpendingLimitPausesThePlan()
    {
        class Meter final : public SpendingMeter
        {
        public:
            Result<> mayGoOn() override
            {
                if (m_left-- > 0)
                    return {};
                return failure(ErrorKind::Refused, u"The limit of 2.00 is reached."_s);
            }
            void add(const Spending &) override { }

        private:
            std::atomic<int> m_left = 4;
        };
        const QTemporaryDir folder;
        MemoryLedger ledger(smallPlan());
        const auto submits = [](const AgentRequest &, const AgentWatch &, const Progress &) {
            return Result<AgentOutcome>(endedAs(u"Submitted"_s));
        };
        auto tools = toolsWith(folder, submits, 1);
        tools.meter = std::make_shared<Meter>();
        const auto summary = summaryOfRunning(ledger, tools);
        QCOMPARE(summary.halted, u"The limit of 2.00 is reached."_s);
        QCOMPARE(summary.done, 4);
        QCOMPARE(summary.waiting, 8);
    }
};

QTEST_GUILESS_MAIN(TestCampaign)
#include "tst_campaign.moc"
