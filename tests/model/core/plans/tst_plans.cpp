// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <plans/planestimate.h>
#include <plans/planfile.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cmath>
#include <set>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

CampaignPlan subset()
{
    return *planTemplate(u"paper subset");
}

/// Two models under one scaffold, one of them with an arm as well.
CampaignPlan threeConfigurations()
{
    auto plan = subset();
    plan.models.push_back({.name = u"other"_s, .endpoint = u"openrouter"_s});
    plan.arms = {{.name = u"feedback"_s, .feedbackRounds = 2, .documentation = {}}};
    plan.configurations.push_back({.model = u"other"_s, .scaffold = u"bash_only"_s, .arm = {}});
    plan.configurations.push_back({.model = u"other"_s, .scaffold = u"bash_only"_s, .arm = u"feedback"_s});
    return plan;
}

QString sizeOf(const CampaignPlan &plan)
{
    return u"%1 tasks, %2 runs"_s.arg(plan.tasks.size()).arg(plannedRuns(plan).size());
}

/// What is wrong with the subset's plan after a change.
QStringList faultsAfter(const std::function<void(CampaignPlan &)> &change)
{
    auto plan = subset();
    change(plan);
    return planFaults(plan);
}

QString whyUnreadable(const QByteArray &json)
{
    const auto plan = readPlan(json, u"my.json"_s);
    return plan ? u"readable"_s : plan.error().message;
}

QByteArray withKey(const QString &key, const QJsonValue &value)
{
    auto object = QJsonDocument::fromJson(planFile(subset())).object();
    object.insert(key, value);
    return QJsonDocument(object).toJson();
}

Run earlier(const PlannedRun &like, qint64 input, qint64 output)
{
    Run run;
    run.id.value = 1;
    run.key = {.runtime = like.task.runtime,
        .configuration = like.configuration.configuration(),
        .task = like.task.name,
        .date = u"2026-01-01"_s,
        .trial = 0};
    run.task = like.task;
    run.tokens = TokenCount{.input = input, .output = output};
    return run;
}

} // namespace

class TestPlans : public QObject
{
    Q_OBJECT

private slots:
    void templatesAreTheStudys()
    {
        QStringList sizes;
        for (const auto &name : planTemplates())
            sizes << name + u": "_s + sizeOf(*planTemplate(name));
        QCOMPARE(sizes,
            (QStringList{u"paper full: 80 tasks, 240 runs"_s, u"paper subset: 16 tasks, 48 runs"_s,
                u"demonstration: 12 tasks, 48 runs"_s}));
        QCOMPARE(planTemplate(u"paper").error().kind, ErrorKind::NotFound);
    }

    /// A plan that is stopped early is a balanced one.
    void everyCellOnceBeforeAnyTwice()
    {
        const auto plan = threeConfigurations();
        const auto runs = plannedRuns(plan);
        QCOMPARE(runs.size(), 3UZ * 16 * 3);
        std::set<std::tuple<Configuration, QString, int>> seen;
        int trial = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const auto &run = runs[i];
            QCOMPARE(run.number, static_cast<int>(i));
            QCOMPARE_GE(run.trial, trial);
            trial = run.trial;
            QVERIFY(seen.emplace(run.configuration.configuration(), run.task.name, run.trial).second);
            if (i > 0)
                QVERIFY(runs[i - 1].configuration != run.configuration);
        }
        QCOMPARE(trial, 2);
        QCOMPARE(plannedRuns(plan), runs);
    }

    void shardsShareTheRunsOut()
    {
        std::vector<int> takers(48);
        for (int index = 0; index < 5; ++index) {
            for (int number = 0; number < 48; ++number)
                takers[static_cast<std::size_t>(number)]
                    += PlanShard{.index = index, .count = 5}.contains(number) ? 1 : 0;
        }
        QCOMPARE(takers, std::vector<int>(48, 1));
    }

    void armsHaveCurvesOfTheirOwn()
    {
        const auto plan = threeConfigurations();
        QCOMPARE(plan.configurations[1].configuration().scaffold, u"bash_only"_s);
        QCOMPARE(plan.configurations[2].configuration().scaffold, u"bash_only+feedback"_s);
    }

    void filesGiveThePlanAgain()
    {
        auto plan = threeConfigurations();
        plan.models.back().temperature = 0.25;
        plan.models.back().price = TokenPrice{.input = 0.1, .output = 3};
        plan.models.back().toolCalls = false;
        plan.scaffolds.front().limits = {.steps = 7, .cost = 1.5, .time = std::chrono::seconds(90)};
        plan.judges = {{.annotator = u"a judge"_s, .model = u"other"_s, .repeats = 3}};
        plan.costLimit = 12.5;
        plan.network = SetUpNetwork::Nothing;
        plan.deepSuite = false;
        const auto file = planFile(plan);
        const auto read = readPlan(file, u"my.json"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, plan);
        QCOMPARE(planFile(*read), file);
        QCOMPARE(planHash(plan).size(), 64);
        QCOMPARE(planHash(*read), planHash(plan));
        QVERIFY(planHash(plan) != planHash(subset()));
    }

    void faultsNameTheirPlace_data()
    {
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const std::function<void(CampaignPlan &)> &change, const QString &fault) {
            QTest::newRow(name) << faultsAfter(change) << fault;
        };
        row("nothing", [](CampaignPlan &) { }, {});
        row(
            "no endpoint of that name", [](CampaignPlan &plan) { plan.models[0].endpoint = u"x"_s; },
            u"\"models[0].endpoint\" is none of the plan's endpoints."_s);
        row(
            "twice", [](CampaignPlan &plan) { plan.models.push_back(plan.models[0]); },
            u"\"models[1].name\" \"your-model\" stands there twice."_s);
        row(
            "a task twice", [](CampaignPlan &plan) { plan.tasks.push_back(plan.tasks[0]); },
            u"\"tasks[16]\" \"uv/aiohttp-openapi-unconstrained\" stands there twice."_s);
        row("no trials", [](CampaignPlan &plan) { plan.trials = 0; }, u"\"trials\" must be a number from 1 to 1000."_s);
        row(
            "up the tree", [](CampaignPlan &plan) { plan.scaffolds[0].name = u".."_s; },
            u"\"scaffolds[0].name\" must be a name of 1 to 100 characters without slashes, as folders have. "
            "\"configurations[0].scaffold\" is none of the plan's scaffolds."_s);
        row(
            "a key", [](CampaignPlan &plan) { plan.endpoints[0].key = u"sk-or-v1-0123456789abcdef0123456789"_s; },
            u"\"endpoints[0].key\" looks like a key itself. Only its name belongs here; the key goes into the key ring "
            "(\"decayscope keys set NAME\") or the environment."_s);
        row(
            "an arm without parts", [](CampaignPlan &plan) { plan.arms = {{.name = u"x"_s, .documentation = {}}}; },
            u"\"arms[0]\" changes nothing: it needs feedback, documentation or reminders."_s);
    }

    void faultsNameTheirPlace()
    {
        QFETCH(const QStringList, found);
        QFETCH(const QString, expected);
        QCOMPARE(found.join(u' '), expected);
    }

    /// Neither the sentence nor the plan repeats what may be a secret.
    void passwordsInAddressesAreRefused()
    {
        const auto faults
            = faultsAfter([](CampaignPlan &plan) { plan.endpoints[0].url = u"https://me:s3cret@example.org/v1"_s; });
        QCOMPARE(faults.size(), 1);
        QVERIFY(faults.front().startsWith(u"\"endpoints[0].url\" "));
        QVERIFY(!faults.front().contains(u"s3cret"));
    }

    void badFilesAreNamed()
    {
        QVERIFY(whyUnreadable("[]").contains(u"my.json"));
        QVERIFY(whyUnreadable(withKey(u"trails"_s, 3)).contains(u"trails"));
        QVERIFY(whyUnreadable(withKey(u"trials"_s, u"three"_s)).contains(u"trials"));
        QVERIFY(whyUnreadable(withKey(u"version"_s, 2)).contains(u"version"));
        QVERIFY(whyUnreadable(withKey(u"tasks"_s, QJsonArray{u"flask-openapi-nothing"_s})).contains(u"tasks[0]"));
        auto models = QJsonDocument::fromJson(planFile(subset())).object().value(u"models").toArray();
        auto model = models[0].toObject();
        model.insert(u"price"_s, QJsonObject{{u"input"_s, 2}});
        models[0] = model;
        QVERIFY(whyUnreadable(withKey(u"models"_s, models)).contains(u"models[0].price.output"));
        QCOMPARE(readPlan(QByteArray(5 * 1024 * 1024, ' '), u"my.json"_s).error().kind, ErrorKind::Refused);
    }

    /// The schema that editors use and the reader are of one mind about the program's own plans.
    void templatesFitTheSchema()
    {
        QProcess python;
        python.start(u"python3"_s,
            {u"-c"_s,
                u"import json, sys\ntry:\n import jsonschema\nexcept ImportError:\n sys.exit(77)\n"
                "schema = json.load(open(sys.argv[1]))\njsonschema.Draft202012Validator.check_schema(schema)\n"
                "for name in sys.argv[2:]: jsonschema.validate(json.load(open(name)), schema)\n"_s,
                QStringLiteral(DECAYSCOPE_PLANS "/plan.schema.json"),
                QStringLiteral(DECAYSCOPE_PLANS "/paper-full.json"),
                QStringLiteral(DECAYSCOPE_PLANS "/paper-subset.json"),
                QStringLiteral(DECAYSCOPE_PLANS "/demonstration.json")});
        if (!python.waitForStarted())
            QSKIP("python3 is not here");
        QVERIFY(python.waitForFinished());
        if (python.exitCode() == 77)
            QSKIP("python3 with jsonschema is not here");
        QCOMPARE(QString::fromUtf8(python.readAllStandardError()), QString());
        QCOMPARE(python.exitCode(), 0);
    }

    /// Four earlier runs of one cell with 100, 200, 300 and 400 tokens: mean 250, s² = 16,666.7. Forty-eight runs of
    /// which each borrows from them, being of the same scaffold and level or of any kind, add 48·s² + 48²·s²/4.
    void estimatesRestOnEarlierRuns()
    {
        auto plan = subset();
        plan.models[0].price = TokenPrice{.input = 1'000'000, .output = 0};
        const auto first = plannedRuns(plan).front();
        const std::vector<Run> before{
            earlier(first, 100, 10), earlier(first, 200, 10), earlier(first, 300, 10), earlier(first, 400, 10)};
        const auto estimate = estimatePlan(plan, nullptr, before, {});
        QCOMPARE(estimate.runs, 48);
        QCOMPARE(estimate.unknown, 0);
        QCOMPARE(estimate.informed, 12); // Of level 0: four frameworks, three trials.
        QCOMPARE(estimate.inputTokens.expected, 48 * 250.0);
        QCOMPARE(estimate.outputTokens.expected, 480.0);
        QCOMPARE(estimate.outputTokens.low, 480.0);
        QVERIFY(estimate.inputTokens.low < estimate.inputTokens.expected);
        QCOMPARE(estimate.cost->expected, estimate.inputTokens.expected);
        QVERIFY(!estimate.seconds);
    }

    /// Models that borrow from the same earlier runs err together: m runs of whichever models add m·s² + m²·s²/4.
    void modelsErrTogether()
    {
        auto plan = subset();
        plan.trials = 1;
        plan.models.push_back({.name = u"other"_s, .endpoint = u"openrouter"_s});
        plan.configurations.push_back({.model = u"other"_s, .scaffold = u"bash_only"_s, .arm = {}});
        plan.configurations.push_back({.model = u"other"_s, .scaffold = u"mini"_s, .arm = {}});
        for (auto &model : plan.models)
            model.price = TokenPrice{.input = 1'000'000, .output = 0};
        auto like = plannedRuns(plan).front();
        like.configuration.scaffold = u"elsewhere"_s;
        like.task.constraints = {};
        const std::vector<Run> before{
            earlier(like, 100, 10), earlier(like, 200, 10), earlier(like, 300, 10), earlier(like, 400, 10)};
        // Runs of every level borrow: of level 0 from those of their level, the others from any.
        const auto estimate = estimatePlan(plan, nullptr, before, {});
        const double variance = 50'000.0 / 3;
        const auto sigma = [&](double runs) { return runs * variance + runs * runs * variance / 4; };
        const auto spread = 1.6448536 * std::sqrt(sigma(12) + sigma(36));
        QVERIFY(qAbs(estimate.inputTokens.expected - estimate.inputTokens.low - spread) < 1);
        QVERIFY(qAbs(estimate.cost->expected - estimate.cost->low - spread) < 1);
    }

    void withoutPriceOrRunsNothingIsInvented()
    {
        const auto estimate = estimatePlan(subset(), nullptr, {}, {});
        QCOMPARE(estimate.unknown, 48);
        QCOMPARE(estimate.inputTokens.expected, 0.0);
        QVERIFY(!estimate.cost);
        const auto plan = subset();
        const std::vector<Run> before{earlier(plannedRuns(plan).front(), 100, 10)};
        QVERIFY(!estimatePlan(plan, nullptr, before, {}).cost);
    }

    void whatIsDoneIsLeftOut()
    {
        PlanStatus status{.plan = subset()};
        for (const auto &run : plannedRuns(status.plan))
            status.runs.push_back(
                {.run = run, .state = run.number < 20 ? PlannedRunState::Done : PlannedRunState::Waiting});
        QCOMPARE(estimatePlan(status.plan, &status, {}, {}).runs, 28);
        QCOMPARE(status.count(PlannedRunState::Done), 20);
    }
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
