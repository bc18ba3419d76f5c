// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plan.h"
#include "planlimits.h"
#include "plannames.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t mostFaults = 100;

QString rowPlace(QLatin1StringView list, qsizetype row, QLatin1StringView field = {})
{
    const auto place = u"%1[%2]"_s.arg(list).arg(row);
    return field.isEmpty() ? place : QString(place + u'.' + field);
}

bool isArmName(QStringView name)
{
    return !name.isEmpty() && name.size() <= 60 && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}

/// Looks at a plan part by part.
class PlanCheck
{
public:
    explicit PlanCheck(const CampaignPlan &plan)
        : m_plan(plan)
    { }

    std::vector<PlanFault> faults()
    {
        checkName();
        checkEndpoints();
        checkModels();
        checkScaffolds();
        checkArms();
        checkConfigurations();
        checkTasks();
        checkJudges();
        checkNumbers();
        return std::move(m_faults);
    }

private:
    void found(const QString &place, const QString &sentence)
    {
        if (m_faults.size() < mostFaults)
            m_faults.push_back({place, sentence});
    }

    template <typename Number>
    void checkRange(const QString &place, Number value, Number least, Number most)
    {
        if (!(value >= least && value <= most))
            found(place, u"must be a number from %1 to %2."_s.arg(least).arg(most));
    }

    void checkLine(const QString &place, const QString &text)
    {
        if (!isPlanLine(text))
            found(place, u"must be one line of at most 1000 characters."_s);
        else if (looksSecret(text))
            found(place, u"looks like a key. Keys never stand in plans: endpoints have the name of one."_s);
    }

    /// Names may be long; what begins like a key is none.
    static bool looksSecret(QStringView text)
    {
        return text.size() <= 200 && !text.contains(u' ') && beginsLikeKey(text);
    }

    template <typename Part>
    void checkSize(QLatin1StringView list, const std::vector<Part> &parts, bool mayBeEmpty)
    {
        if (parts.empty() && !mayBeEmpty)
            found(list, u"must not be empty."_s);
        else if (std::ssize(parts) > PlanLimits::rows)
            found(list, u"has more than %1 entries."_s.arg(PlanLimits::rows));
    }

    /// Names are the folders of results and tell parts apart.
    template <typename Part>
    void checkNames(QLatin1StringView list, const std::vector<Part> &parts)
    {
        std::set<QString> names;
        for (qsizetype row = 0; row < std::ssize(parts); ++row) {
            const auto &name = parts[static_cast<std::size_t>(row)].name;
            const auto place = rowPlace(list, row, "name"_L1);
            if (!isFolderName(name))
                found(place, u"must be a name of 1 to 100 characters without slashes, as folders have."_s);
            else if (looksSecret(name))
                found(place, u"looks like a key. Keys never stand in plans."_s);
            else if (!names.insert(name).second)
                found(place, u"\"%1\" stands there twice."_s.arg(name));
        }
    }

    void checkKnown(const QString &place, const QString &name, bool isKnown, QLatin1StringView noun)
    {
        if (name.isEmpty())
            found(place, u"is missing: it names one of the plan's %1."_s.arg(noun));
        else if (!isKnown)
            found(place, u"is none of the plan's %1."_s.arg(noun));
    }

    void checkName()
    {
        if (m_plan.name.trimmed().isEmpty())
            found(u"name"_s, u"must not be empty."_s);
        checkLine(u"name"_s, m_plan.name);
    }

    void checkEndpoints()
    {
        checkSize("endpoints"_L1, m_plan.endpoints, false);
        checkNames("endpoints"_L1, m_plan.endpoints);
        for (qsizetype row = 0; row < std::ssize(m_plan.endpoints); ++row) {
            const auto &endpoint = m_plan.endpoints[static_cast<std::size_t>(row)];
            if (const auto fault = endpointUrlFault(endpoint.url); !fault.isEmpty())
                found(rowPlace("endpoints"_L1, row, "url"_L1), fault);
            checkKeyName(rowPlace("endpoints"_L1, row, "key"_L1), endpoint.key);
        }
    }

    void checkKeyName(const QString &place, const QString &key)
    {
        if (looksLikeSecret(key))
            found(place,
                u"looks like a key itself. Only its name belongs here; the key goes into the key ring (\"decayscope "
                "keys set NAME\") or the environment."_s);
        else if (!key.isEmpty() && !isFolderName(key))
            found(place, u"must be a name without slashes, or empty where the endpoint needs no key."_s);
    }

    void checkModels()
    {
        checkSize("models"_L1, m_plan.models, false);
        checkNames("models"_L1, m_plan.models);
        for (qsizetype row = 0; row < std::ssize(m_plan.models); ++row) {
            const auto &model = m_plan.models[static_cast<std::size_t>(row)];
            const auto place = [row](QLatin1StringView field) { return rowPlace("models"_L1, row, field); };
            checkKnown(
                place("endpoint"_L1), model.endpoint, m_plan.endpoint(model.endpoint) != nullptr, "endpoints"_L1);
            checkLine(place("apiName"_L1), model.apiName);
            if (model.temperature)
                checkRange(place("temperature"_L1), *model.temperature, 0.0, PlanLimits::temperature);
            checkRange(place("maxOutputTokens"_L1), model.maxOutputTokens, 0, PlanLimits::outputTokens);
            if (!model.price)
                continue;
            checkRange(place("price.input"_L1), model.price->input, 0.0, PlanLimits::money);
            checkRange(place("price.output"_L1), model.price->output, 0.0, PlanLimits::money);
        }
    }

    void checkScaffolds()
    {
        checkSize("scaffolds"_L1, m_plan.scaffolds, false);
        checkNames("scaffolds"_L1, m_plan.scaffolds);
        for (qsizetype row = 0; row < std::ssize(m_plan.scaffolds); ++row) {
            const auto &limits = m_plan.scaffolds[static_cast<std::size_t>(row)].limits;
            const auto place = [row](QLatin1StringView field) { return rowPlace("scaffolds"_L1, row, field); };
            checkRange(place("steps"_L1), limits.steps, 0, PlanLimits::steps);
            checkRange(place("cost"_L1), limits.cost, 0.0, PlanLimits::money);
            checkRange<qint64>(place("seconds"_L1), limits.time.count(), 0, PlanLimits::seconds);
            checkRange<qint64>(place("commandSeconds"_L1), limits.command.count(), 1, PlanLimits::commandSeconds);
        }
    }

    void checkArms()
    {
        checkSize("arms"_L1, m_plan.arms, true);
        checkNames("arms"_L1, m_plan.arms);
        for (qsizetype row = 0; row < std::ssize(m_plan.arms); ++row) {
            const auto &arm = m_plan.arms[static_cast<std::size_t>(row)];
            const auto place = [row](QLatin1StringView field = {}) { return rowPlace("arms"_L1, row, field); };
            if (isFolderName(arm.name) && !isArmName(arm.name))
                found(place("name"_L1), u"must be up to 60 letters, digits, \"-\" and \"_\"."_s);
            checkRange(place("feedbackRounds"_L1), arm.feedbackRounds, 0, PlanLimits::feedbackRounds);
            checkRange(place("reminderTurns"_L1), arm.reminderTurns, 0, PlanLimits::steps);
            checkLine(place("documentation"_L1), arm.documentation);
            if (arm.feedbackRounds == 0 && arm.reminderTurns == 0 && arm.documentation.isEmpty())
                found(place(), u"changes nothing: it needs feedback, documentation or reminders."_s);
        }
    }

    void checkConfigurations()
    {
        checkSize("configurations"_L1, m_plan.configurations, false);
        std::set<Configuration> seen;
        for (qsizetype row = 0; row < std::ssize(m_plan.configurations); ++row) {
            const auto &chosen = m_plan.configurations[static_cast<std::size_t>(row)];
            const auto place
                = [row](QLatin1StringView field = {}) { return rowPlace("configurations"_L1, row, field); };
            checkKnown(place("model"_L1), chosen.model, m_plan.model(chosen.model) != nullptr, "models"_L1);
            checkKnown(
                place("scaffold"_L1), chosen.scaffold, m_plan.scaffold(chosen.scaffold) != nullptr, "scaffolds"_L1);
            if (!chosen.arm.isEmpty())
                checkKnown(place("arm"_L1), chosen.arm, m_plan.arm(chosen.arm) != nullptr, "arms"_L1);
            const auto configuration = chosen.configuration();
            if (!isFolderName(configuration.scaffold) && isFolderName(chosen.scaffold))
                found(place(), u"has names too long for a folder, taken together."_s);
            if (!seen.insert(configuration).second)
                found(place(), u"stands there twice."_s);
        }
    }

    void checkTasks()
    {
        if (m_plan.tasks.empty())
            found(u"tasks"_s, u"must not be empty."_s);
        if (std::ssize(m_plan.tasks) > PlanLimits::tasks)
            return found(u"tasks"_s, u"has more than %1 entries."_s.arg(PlanLimits::tasks));
        std::set<std::pair<QString, QString>> seen;
        for (qsizetype row = 0; row < std::ssize(m_plan.tasks); ++row) {
            const auto &task = m_plan.tasks[static_cast<std::size_t>(row)];
            const auto place = rowPlace("tasks"_L1, row);
            if (task.kind == TaskKind::Other)
                found(place, u"is a task from outside: nobody knows what to ask of an agent."_s);
            else if (!isFolderName(task.runtime) || !isFolderName(task.framework) || !isFolderName(task.name))
                found(place, u"must be names as folders have them."_s);
            else if (!seen.emplace(task.runtime, task.name).second)
                found(place, u"\"%1/%2\" stands there twice."_s.arg(task.runtime, task.name));
        }
    }

    void checkJudges()
    {
        checkSize("judges"_L1, m_plan.judges, true);
        std::set<QString> annotators;
        for (qsizetype row = 0; row < std::ssize(m_plan.judges); ++row) {
            const auto &judge = m_plan.judges[static_cast<std::size_t>(row)];
            const auto place = [row](QLatin1StringView field) { return rowPlace("judges"_L1, row, field); };
            if (judge.annotator.trimmed().isEmpty())
                found(place("annotator"_L1), u"must not be empty."_s);
            else if (!annotators.insert(judge.annotator).second)
                found(place("annotator"_L1), u"stands there twice."_s);
            checkLine(place("annotator"_L1), judge.annotator);
            checkKnown(place("model"_L1), judge.model, m_plan.model(judge.model) != nullptr, "models"_L1);
            checkRange(place("repeats"_L1), judge.repeats, 1, PlanLimits::repeats);
        }
    }

    void checkNumbers()
    {
        checkRange(u"trials"_s, m_plan.trials, 1, PlanLimits::trials);
        checkRange(u"parallel"_s, m_plan.parallel, 1, PlanLimits::parallel);
        checkRange(u"retries"_s, m_plan.retries, 0, PlanLimits::retries);
        checkRange(u"costLimit"_s, m_plan.costLimit, 0.0, PlanLimits::money);
        if (plannedRunCount(m_plan) > mostPlannedRuns)
            found(u"trials"_s,
                u"makes %1 runs; a plan has at most %2."_s.arg(plannedRunCount(m_plan)).arg(mostPlannedRuns));
    }

    const CampaignPlan &m_plan;
    std::vector<PlanFault> m_faults;
};

} // namespace

std::vector<PlanFault> placedPlanFaults(const CampaignPlan &plan)
{
    return PlanCheck(plan).faults();
}

QStringList planFaults(const CampaignPlan &plan)
{
    QStringList sentences;
    for (const auto &fault : placedPlanFaults(plan))
        sentences.append(u"\"%1\" %2"_s.arg(fault.place, fault.sentence));
    return sentences;
}

} // namespace Decayscope
