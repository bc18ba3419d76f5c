// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionmodel.h"

#include "plainnames.h"

#include <figures/figureparts.h>
#include <stats/grouping.h>
#include <stats/scores.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// An indicator of constraints.
struct ConstraintTerm
{
    QString column;
    QString title;
    std::set<Constraint> constraints;
};

const std::vector<ConstraintTerm> &constraintTerms()
{
    using enum Constraint;
    static const std::vector<ConstraintTerm> terms{
        {u"architecture"_s, constraintTitle(CleanArchitecture), {CleanArchitecture}},
        {u"postgres"_s, constraintTitle(Postgres), {Postgres}},
        {u"sqlite"_s, constraintTitle(Sqlite), {Sqlite}},
        {u"orm"_s, u"ORM"_s, {SqlAlchemy, Sequelize}},
    };
    return terms;
}

/// A level of a factor.
struct Level
{
    QString name; ///< As in the data file, before it is plain.
    QString title;
    RunFilter runs;
};

/// Makes the model column by column.
class ModelBuilder
{
public:
    explicit ModelBuilder(const TableContext &context)
        : m_context(context)
    {
        const auto mode = context.options().mode;
        Numbering<TaskSpec> tasks;
        QStringList names;
        for (const auto &run : context.runs()) {
            m_model.success.push_back(isSuccess(run, mode) ? 1 : 0);
            m_model.share.push_back(Decayscope::share(run, mode));
            m_model.data.groups.push_back(tasks.of(run.task));
            if (m_model.data.groups.back() == names.size())
                names << run.task.runtime % u'/' % run.task.name;
        }
        m_model.tasks = plainNames(names);
    }

    template <typename IsOne>
    void addTerm(ModelTerm term, IsOne isOne)
    {
        std::vector<double> column;
        column.reserve(m_context.runs().size());
        for (std::size_t i = 0; i < m_context.runs().size(); ++i) {
            const bool one = isOne(i);
            column.push_back(one ? 1 : 0);
            term.count += one ? 1 : 0;
            term.successes += one && m_model.success[i] > 0 ? 1 : 0;
        }
        term.runs = m_context.runsOf(term.runs);
        m_model.data.terms << term.key;
        m_model.data.columns.push_back(std::move(column));
        m_model.terms.push_back(std::move(term));
    }

    void addConstraints()
    {
        const auto &runs = m_context.runs();
        for (const auto &row : constraintTerms()) {
            const auto hasIt = [&](std::size_t i) {
                return std::ranges::any_of(row.constraints,
                    [&](Constraint constraint) { return runs[i].task.constraints.contains(constraint); });
            };
            addTerm({.group = TermGroup::Constraint,
                        .key = row.column,
                        .title = row.title,
                        .runs = {.constraints = {row.constraints}}},
                hasIt);
        }
    }

    /// A term for every level but the reference; none for a single level.
    void addFactor(TermGroup group, const QString &name, std::vector<Level> levels, std::vector<int> levelOf)
    {
        if (levels.size() < 2)
            return;
        bringForward(levels, levelOf, referenceOf(levels.size(), levelOf));
        QStringList names;
        for (const auto &level : levels)
            names << level.name;
        ModelFactor factor{.name = name,
            .reference = levels.front().title,
            .levels = plainNames(names),
            .levelOf = std::move(levelOf)};
        for (std::size_t k = 1; k < levels.size(); ++k) {
            addTerm({.group = group,
                        .key = name % u':' % factor.levels.at(static_cast<qsizetype>(k)),
                        .title = levels[k].title,
                        .runs = levels[k].runs},
                [&](std::size_t i) { return factor.levelOf[i] == static_cast<int>(k); });
        }
        m_model.factors.push_back(std::move(factor));
    }

    [[nodiscard]] RegressionModel taken() { return std::move(m_model); }

private:
    /// The level that says most of success, n p (1 − p), the first of several; so one that has both outcomes, if any.
    [[nodiscard]] int referenceOf(std::size_t levels, std::span<const int> levelOf) const
    {
        std::vector<std::array<double, 2>> counts(levels);
        for (std::size_t i = 0; i < levelOf.size(); ++i)
            ++counts[static_cast<std::size_t>(levelOf[i])].at(m_model.success[i] > 0 ? 1 : 0);
        const auto best = std::ranges::max_element(
            counts, {}, [](const std::array<double, 2> &count) { return count[0] * count[1] / (count[0] + count[1]); });
        return static_cast<int>(best - counts.begin());
    }

    static void bringForward(std::vector<Level> &levels, std::vector<int> &levelOf, int reference)
    {
        std::rotate(levels.begin(), levels.begin() + reference, levels.begin() + reference + 1);
        for (auto &level : levelOf)
            level = level == reference ? 0 : level < reference ? level + 1 : level;
    }

    const TableContext &m_context;
    RegressionModel m_model;
};

/// The places of each run's value in a list of values.
template <typename Values, typename ValueOf>
std::vector<int> placesIn(const Values &values, std::span<const Run> runs, ValueOf valueOf)
{
    std::vector<int> places;
    places.reserve(runs.size());
    for (const auto &run : runs)
        places.push_back(static_cast<int>(std::ranges::find(values, valueOf(run)) - values.begin()));
    return places;
}

void addContracts(ModelBuilder &builder, const TableContext &context)
{
    const auto nameOf = [](const Run &run) { return run.task.contractName(); };
    std::set<QString> names;
    for (const auto &run : context.runs())
        names.insert(nameOf(run));
    const std::vector<QString> ordered(names.begin(), names.end());
    std::vector<Level> levels;
    levels.reserve(ordered.size());
    for (const auto &name : ordered)
        levels.push_back({name, name, {.contracts = {name}}});
    builder.addFactor(TermGroup::Contract, u"contract"_s, levels, placesIn(ordered, context.runs(), nameOf));
}

void addFrameworks(ModelBuilder &builder, const TableContext &context)
{
    const auto names = frameworksInOrder(context.runs());
    std::vector<Level> levels;
    levels.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names)
        levels.push_back({name, name, {.frameworks = {name}}});
    builder.addFactor(TermGroup::Framework, u"framework"_s, levels,
        placesIn(names, context.runs(), [](const Run &run) { return run.task.framework; }));
}

void addConfigurations(ModelBuilder &builder, const TableContext &context)
{
    const auto configurations = configurationsInOrder(context.study(), context.runs());
    std::vector<Level> levels;
    levels.reserve(configurations.size());
    for (const auto &configuration : configurations)
        levels.push_back({configuration.scaffold % u'/' % configuration.model,
            shownStyle(context.study(), configuration).displayName,
            {.models = {configuration.model}, .scaffolds = {configuration.scaffold}}});
    builder.addFactor(TermGroup::Configuration, u"configuration"_s, levels,
        placesIn(configurations, context.runs(), [](const Run &run) { return run.key.configuration; }));
}

/// Before columns are made, which many names would make large.
std::optional<QString> faultOfSize(const TableContext &context)
{
    std::set<QString> contracts;
    std::set<QString> frameworks;
    std::set<Configuration> configurations;
    for (const auto &run : context.runs()) {
        contracts.insert(run.task.contractName());
        frameworks.insert(run.task.framework);
        configurations.insert(run.key.configuration);
    }
    const auto terms
        = std::ssize(contracts) + std::ssize(frameworks) + std::ssize(configurations) + std::ssize(constraintTerms());
    if (terms <= mostRegressionTerms && std::ssize(context.runs()) <= mostRegressionValues / terms)
        return std::nullopt;
    return u"%1 runs of %2 configurations and %3 frameworks are more than a regression takes here: at most %4 terms, "
           u"and "
           u"%5 values of them in all. A filter helps."_s.arg(context.runs().size())
               .arg(configurations.size())
               .arg(frameworks.size())
               .arg(mostRegressionTerms)
               .arg(mostRegressionValues);
}

} // namespace

QString termGroupTitle(TermGroup group)
{
    switch (group) {
    case TermGroup::Intercept:
        return u"Intercept"_s;
    case TermGroup::Constraint:
        return u"Constraint"_s;
    case TermGroup::Contract:
        return u"Contract"_s;
    case TermGroup::Framework:
        return u"Framework"_s;
    case TermGroup::Configuration:
        break;
    }
    return u"Configuration"_s;
}

Result<RegressionModel> regressionModel(const TableContext &context)
{
    if (const auto fault = faultOfSize(context))
        return failure(ErrorKind::InvalidInput, *fault);
    ModelBuilder builder(context);
    builder.addTerm({.group = TermGroup::Intercept, .key = u"(Intercept)"_s, .title = u"Intercept"_s, .runs = {}},
        [](std::size_t) { return true; });
    builder.addConstraints();
    addContracts(builder, context);
    addFrameworks(builder, context);
    addConfigurations(builder, context);
    return builder.taken();
}

QStringList constraintColumns()
{
    QStringList columns;
    for (const auto &term : constraintTerms())
        columns << term.column;
    return columns;
}

} // namespace Decayscope
