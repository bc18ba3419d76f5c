// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "studyfigures.h"
#include "studytables.h"

#include <stats/lattice.h>
#include <stats/taskscores.h>

#include <cmath>
#include <tuple>

namespace Decayscope {

namespace {

constexpr double allRunsSucceed = 100;

/// "AS" for one of the ten variants, else its constraints' names.
QString variantName(const TaskSpec &task)
{
    if (const auto place = latticePlace(task.constraints))
        return QString::fromUtf8(latticeVariants().at(*place).name);
    return task.constraints.joined(u"+");
}

/// The order of rows within a framework: by level, then as the lattice has the variants.
auto placeInFramework(const TaskSpec &task)
{
    return std::tuple(
        task.contractWord(), task.level(), latticePlace(task.constraints).value_or(latticeVariants().size()), task);
}

/// The rows of a heat map: tasks, or variants where every framework has a panel of its own.
class HeatRows
{
public:
    HeatRows(std::span<const TaskScore> scores, std::span<const Run> runs, bool panelsByFramework)
        : m_panelsByFramework(panelsByFramework)
    {
        std::set<QString> contracts;
        for (const auto &score : scores)
            contracts.insert(score.task.contractWord());
        m_namesContract = contracts.size() > 1;
        for (const auto &framework : frameworksInOrder(runs))
            addFramework(scores, framework);
    }

    [[nodiscard]] QString nameOf(const TaskSpec &task) const
    {
        QStringList words;
        if (m_namesContract)
            words << task.contractName();
        if (!m_panelsByFramework)
            words << task.framework;
        words << variantName(task);
        return words.join(u' ');
    }

    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] qsizetype rowOf(const TaskSpec &task) const { return m_rows.value(nameOf(task)); }

private:
    void addFramework(std::span<const TaskScore> scores, const QString &framework)
    {
        std::vector<TaskSpec> tasks;
        for (const auto &score : scores) {
            if (score.task.framework == framework)
                tasks.push_back(score.task);
        }
        std::ranges::sort(tasks, {}, placeInFramework);
        for (const auto &task : tasks) {
            const auto name = nameOf(task);
            if (m_rows.contains(name))
                continue;
            m_rows.insert(name, m_names.size());
            m_names << name;
        }
    }

    bool m_panelsByFramework;
    bool m_namesContract = false;
    QStringList m_names;
    QHash<QString, qsizetype> m_rows;
};

QString detailOf(const TaskScore &score, double assertions, double passAt1, int missing)
{
    QStringList sentences{QStringLiteral("%1: A% %2, pass@1 %3 over %4.")
            .arg(score.task.name, percentWords(assertions), percentWords(passAt1), countedWords(score.runs, u"run"))};
    if (missing > 0)
        sentences << QStringLiteral("Incomplete: %1 missing.").arg(countedWords(missing, u"run"));
    return sentences.join(u' ');
}

/// Turns scores into cells.
class HeatCells
{
public:
    HeatCells(const TableContext &context, ScoreMode mode)
        : m_context(context)
        , m_runsOf(context.runs())
        , m_trials(PlanGaps(context).trials())
        , m_mode(mode)
    { }

    [[nodiscard]] FigurePoint cell(const TaskScore &score, qsizetype column, qsizetype row) const
    {
        const auto assertions = score.assertions(m_mode);
        const auto passAt1 = score.passAt(1, m_mode);
        const int missing = std::max(0, m_trials - score.runs);
        FigurePoint point{.x = static_cast<double>(column), .y = static_cast<double>(row)};
        point.value = assertions;
        point.text = QString::number(std::round(assertions)) % (passAt1 >= allRunsSucceed ? u" ✓" : u"");
        point.n = score.runs;
        point.hollow = missing > 0;
        point.detail = detailOf(score, assertions, passAt1, missing);
        point.runs = runsOf(score);
        return point;
    }

private:
    /// Where runs were chosen one by one, a cell keeps its own alone and not a copy of all.
    [[nodiscard]] RunFilter runsOf(const TaskScore &score) const
    {
        auto runs = m_context.filter();
        if (runs.only) {
            runs.only.emplace();
            m_runsOf.collect(score, *runs.only);
            return runs;
        }
        return intersected(runs,
            {.models = {score.configuration.model},
                .scaffolds = {score.configuration.scaffold},
                .runtimes = {score.task.runtime},
                .tasks = {score.task.name}});
    }

    const TableContext &m_context;
    RunsOfTasks m_runsOf;
    int m_trials;
    ScoreMode m_mode;
};

QString inWords(const FigureSpec &figure, std::span<const TaskScore> scores, ScoreMode mode)
{
    if (scores.empty())
        return {};
    const auto passed = std::ranges::count_if(
        scores, [mode](const TaskScore &score) { return score.passAt(1, mode) >= allRunsSucceed; });
    const auto none
        = std::ranges::count_if(scores, [mode](const TaskScore &score) { return score.assertions(mode) <= 0; });
    return QStringLiteral("%1 of %2 and %3: all runs succeed in %4, none passes an assertion that counts in %5.")
        .arg(countedWords(std::ssize(scores), u"cell"), countedWords(figure.y.categories.size(), u"row"),
            countedWords(figure.x.categories.size(), u"configuration"), wholeWords(static_cast<double>(passed)),
            wholeWords(static_cast<double>(none)));
}

} // namespace

Result<FigureSpec> heatMapFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const TableContext context(study, contextOptions(request));
    const auto scores = taskScores(context.runs());
    const HeatRows rows(scores, context.runs(), request.facet == FigureFacet::Framework);
    const HeatCells cells(context, request.mode);
    auto figure = startedFigure(u"heatmap", FigureShape::Heat);
    std::map<Configuration, qsizetype> columns;
    for (const auto &configuration : configurationsInOrder(study, context.runs())) {
        columns.emplace(configuration, figure.x.categories.size());
        figure.x.categories << shownStyle(study, configuration).displayName;
    }
    figure.x.title = QStringLiteral("Configuration");
    figure.y = {.title = QStringLiteral("Task"), .categories = rows.names()};
    if (request.facet == FigureFacet::Framework)
        figure.panels = frameworksInOrder(context.runs());
    const auto panels = std::max<qsizetype>(1, figure.panels.size());
    for (int panel = 0; panel < panels; ++panel)
        figure.series.push_back({.name = QStringLiteral("A%"), .joined = false, .panel = panel, .points = {}});
    for (const auto &score : scores) {
        const auto panel = figure.panels.isEmpty() ? 0 : figure.panels.indexOf(score.task.framework);
        figure.series[static_cast<std::size_t>(panel)].points.push_back(
            cells.cell(score, columns.at(score.configuration), rows.rowOf(score.task)));
    }
    for (auto &series : figure.series)
        std::ranges::sort(series.points, {}, [](const FigurePoint &point) { return std::tuple(point.y, point.x); });
    figure.color = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    figure.card = {.estimator = request.mode == ScoreMode::Strict
            ? QStringLiteral("means over a task's runs of the strict share of passed assertions (A%)")
            : QStringLiteral("means over a task's runs of the share of passed assertions (raw A%)"),
        .interval = {},
        .unit = QStringLiteral("runs")};
    figure.notes << QStringLiteral("A cell is one configuration on one task; ✓: all its runs succeed (pass@1 = 100 %). "
                                   "A cell that is not there has no run.")
                 << QStringLiteral("Tasks are named by framework and constraints. A: Clean Architecture, S: SQLite, P: "
                                   "PostgreSQL, O: an ORM, none: no constraint.")
                 << assertionsNote(request.mode);
    figure.summary = inWords(figure, scores, request.mode);
    finishFigure(figure, context);
    return figure;
}

} // namespace Decayscope
