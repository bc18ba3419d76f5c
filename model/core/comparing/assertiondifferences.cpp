// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertiondifferences.h"

#include "assertioncounts.h"
#include "exactsignflip.h"

#include <figures/figurewords.h>
#include <stats/permutation.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double logarithmStep = 1e-9; ///< Of p-values that count as equal, however small they are.
constexpr qsizetype namedAssertions = 12;

/// One row before it is text.
struct AssertionRow
{
    const AssertionCounts *counts = nullptr;
    int runsA = 0;
    int runsB = 0;
    double shareA = 0; ///< Means over tasks, percent.
    double shareB = 0;
    Estimate difference; ///< Clusters = tasks.
    double pValue = 1;
    double adjustedP = 1;
    bool isDrawn = false;

    [[nodiscard]] QLatin1StringView change() const;

    /// Worst first, then the surest, then by name; rounding decides nothing.
    [[nodiscard]] std::tuple<double, double, QString> place() const
    {
        return {roundedPercent(difference.mean), std::round(std::log(pValue) / logarithmStep), counts->name};
    }
};

QLatin1StringView AssertionRow::change() const
{
    if (counts->failedA.empty() != counts->failedB.empty())
        return counts->failedA.empty() ? newFailureWord : mendedWord;
    if (std::abs(difference.mean) < roundingOfPercent)
        return sameWord;
    return difference.mean < 0 ? worseWord : betterWord;
}

/// The shares of one task, means over its pairs.
struct TaskShares
{
    double a = 0;
    double b = 0;
    int pairs = 0;
    qint64 denominator = 1; ///< Of the shares as fractions of 1, before the mean over pairs.
};

std::vector<TaskShares> sharesByTask(const AssertionCounts &counts)
{
    std::vector<TaskShares> tasks;
    std::optional<std::size_t> last;
    for (const auto &pair : counts.pairs) {
        if (last != pair.task)
            tasks.emplace_back();
        last = pair.task;
        auto &task = tasks.back();
        task.a += pair.a.passedShare();
        task.b += pair.b.passedShare();
        ++task.pairs;
        if (task.denominator > 0 && task.denominator < 1'000'000) // Else a common one is no longer looked for.
            task.denominator = std::lcm(task.denominator, std::lcm(qint64{pair.a.counted}, qint64{pair.b.counted}));
    }
    for (auto &task : tasks) {
        task.a /= task.pairs;
        task.b /= task.pairs;
        task.denominator *= task.pairs;
    }
    return tasks;
}

/// p-values of rows whose tasks differ by the same amounts are the same: most assertions pass or fail together.
class PValues
{
public:
    /// Fills the row's p-value.
    void test(AssertionRow &row, std::span<const TaskShares> tasks)
    {
        const auto [place, isNew] = m_known.try_emplace(keyOf(tasks));
        if (isNew)
            place->second = tested(tasks);
        std::tie(row.pValue, row.isDrawn) = place->second;
    }

private:
    using Key = std::vector<std::pair<double, qint64>>;

    /// The differences that are not zero, sizes in order; with the observed sum, all that a p-value depends on.
    static Key keyOf(std::span<const TaskShares> tasks)
    {
        Key key;
        double sum = 0;
        for (const auto &task : tasks) {
            const auto difference = task.b - task.a;
            sum += difference;
            if (std::abs(difference) > roundingOfPercent)
                key.emplace_back(std::round(std::abs(difference) * 1e9), task.denominator);
        }
        std::ranges::sort(key);
        key.emplace_back(std::round(std::abs(sum) * 1e6), 0);
        return key;
    }

    static std::pair<double, bool> tested(std::span<const TaskShares> tasks)
    {
        std::vector<WholeDifference> whole;
        std::vector<double> sums;
        for (const auto &task : tasks) {
            const auto difference = (task.b - task.a) / 100;
            if (std::abs(difference) * 100 <= roundingOfPercent)
                continue;
            whole.push_back({.value = difference, .denominator = task.denominator});
            sums.push_back(difference);
        }
        if (const auto exact = exactSignFlipPValue(whole))
            return {*exact, false};
        return {signFlipPValue(sums), sums.size() > exactClusters};
    }

    std::map<Key, std::pair<double, bool>> m_known;
};

AssertionRow rowOf(const AssertionCounts &counts, PValues &pValues)
{
    AssertionRow row{.counts = &counts, .difference = {}};
    for (const auto &pair : counts.pairs) {
        row.runsA += pair.a.counted;
        row.runsB += pair.b.counted;
    }
    const auto tasks = sharesByTask(counts);
    std::vector<ClusteredValue> differences;
    differences.reserve(tasks.size());
    for (const auto &task : tasks) {
        row.shareA += task.a / static_cast<double>(tasks.size());
        row.shareB += task.b / static_cast<double>(tasks.size());
        differences.push_back({task.b - task.a, static_cast<int>(differences.size())});
    }
    row.difference = clusteredMean(differences).value_or(Estimate{});
    pValues.test(row, tasks);
    return row;
}

std::vector<AssertionRow> rowsOf(const CountedAssertions &counted, Adjustment adjustment)
{
    PValues known;
    std::vector<AssertionRow> rows;
    std::vector<double> pValues;
    rows.reserve(counted.assertions.size());
    pValues.reserve(counted.assertions.size());
    for (const auto &counts : counted.assertions) {
        rows.push_back(rowOf(counts, known));
        pValues.push_back(rows.back().pValue);
    }
    const auto adjusted = adjustedPValues(pValues, adjustment);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].adjustedP = adjusted[i];
    std::ranges::stable_sort(rows, {}, &AssertionRow::place);
    return rows;
}

void addAssertionColumns(TableDraft &draft)
{
    const std::tuple<QString, QString, CellKind> columns[] = {
        {QStringLiteral("request"), QStringLiteral("Request"), CellKind::Text},
        {QStringLiteral("assertion"), QStringLiteral("Assertion"), CellKind::Text},
        {QStringLiteral("tasks"), QStringLiteral("Tasks"), CellKind::Count},
        {QStringLiteral("runs_a"), QStringLiteral("Runs of A"), CellKind::Count},
        {QStringLiteral("runs_b"), QStringLiteral("Runs of B"), CellKind::Count},
        {QStringLiteral("a"), QStringLiteral("Passed on A %"), CellKind::Percent},
        {QStringLiteral("b"), QStringLiteral("Passed on B %"), CellKind::Percent},
        {QStringLiteral("difference"), QStringLiteral("Difference"), CellKind::Points},
        {QStringLiteral("p_value"), QStringLiteral("p"), CellKind::PValue},
        {QStringLiteral("p_adjusted"), QStringLiteral("p (adjusted)"), CellKind::PValue},
        {QStringLiteral("change"), QStringLiteral("Change"), CellKind::Text},
    };
    for (const auto &[key, title, kind] : columns)
        draft.addColumn(key, title, kind);
    draft.addInterval(QStringLiteral("difference"), QStringLiteral("low"), QStringLiteral("high"));
}

std::vector<Cell> cellsOf(const AssertionRow &row)
{
    const auto &name = row.counts->name;
    const auto at = name.indexOf(assertionSeparator);
    const auto request = at < 0 ? QString() : name.first(at);
    const auto assertion = at < 0 ? name : name.sliced(at + assertionSeparator.size());
    return {cellOf(request), cellOf(assertion), cellOf(row.difference.n), cellOf(row.runsA), cellOf(row.runsB),
        cellOf(row.shareA), cellOf(row.shareB), cellOf(row.difference.mean), cellOf(row.pValue), cellOf(row.adjustedP),
        cellOf(QString(row.change())), cellOf(row.difference.low), cellOf(row.difference.high)};
}

void addNames(QStringList &notes, const QString &lead, const QStringList &names)
{
    if (names.isEmpty())
        return;
    const auto rest = names.size() - namedAssertions;
    notes << QStringLiteral("Left out: %1%2: %3%4.")
                 .arg(countedWords(names.size(), u"assertion"), lead,
                     names.first(std::min(names.size(), namedAssertions)).join(u"; "),
                     rest > 0 ? QStringLiteral("; and %1 more").arg(rest) : QString());
}

QStringList leftOutNotes(const CountedAssertions &counted)
{
    QStringList notes;
    addNames(notes, QStringLiteral(" that only A's runs have"), counted.onlyA);
    addNames(notes, QStringLiteral(" that only B's runs have"), counted.onlyB);
    addNames(notes, QStringLiteral(" that no task has on both sides"), counted.apart);
    if (counted.silentRuns > 0)
        notes << QStringLiteral("%1 without a report count as failing every assertion.")
                     .arg(countedWords(counted.silentRuns, u"run"));
    if (counted.namelessRuns > 0)
        notes << QStringLiteral("Left out: %1 whose report names no assertion.")
                     .arg(countedWords(counted.namelessRuns, u"run"));
    return notes;
}

QStringList methodNotes(const ComparisonContext &context, bool isDrawn)
{
    const auto adjusted = context.adjustmentWords();
    return {QStringLiteral(
                "The share of runs that pass an assertion, whatever the verifiers say; a run whose report was cut "
                "counts for the assertions it has. Each task weighs the same."),
        QStringLiteral(
            "Brackets: 95 % interval of the mean difference over tasks, t(tasks − 1), clusters = tasks; none "
            "for one task. It takes tasks for independent: where tasks of one framework fail alike, it is "
            "too narrow."),
        QStringLiteral(
            "p: two-sided sign-flip permutation of the tasks' differences, each by itself as in the intervals, %1. %2")
            .arg(isDrawn
                    ? QStringLiteral("exact where shares have a small common denominator, else %L1 draws with seed %2")
                          .arg(permutationDraws)
                          .arg(permutationSeed)
                    : QStringLiteral("exact"),
                adjusted.isEmpty() ? QStringLiteral("p-values are not adjusted for the number of assertions.")
                                   : QStringLiteral("Adjusted over all assertions of the table (%1).").arg(adjusted)),
        QStringLiteral("Change: \"%1\" never failed on A, \"%2\" never fails on B; the other words say which way the "
                       "difference points, not that it is sure.")
            .arg(newFailureWord, mendedWord)};
}

EstimatorCard cardOf(bool isDrawn)
{
    return {
        .estimator = QStringLiteral("means over tasks of the difference in the share of runs that pass an assertion, "
                                    "B less A on the same tasks"),
        .interval = QStringLiteral("95 % t intervals of the mean over tasks, clusters = tasks"),
        .unit = QStringLiteral("tasks"),
        .count = {},
        .resamples = isDrawn ? permutationDraws : 0,
        .seed = isDrawn ? std::optional(permutationSeed) : std::nullopt,
        .exclusions = {}};
}

AssertionDifferences withoutRows(const ComparisonContext &context, TableDraft &draft, const QStringList &notes)
{
    draft.addNotes(notes);
    draft.describe(cardOf(false), {});
    return {.table = context.finished(draft), .leftFailures = {}};
}

std::set<RunId> setOf(const std::vector<RunId> &runs)
{
    return {runs.begin(), runs.end()};
}

} // namespace

AssertionDifferences assertionDifferences(const ComparisonContext &context)
{
    auto draft = context.startedTable(QStringLiteral("compare-assertions"), QStringLiteral("Differences by assertion"));
    addAssertionColumns(draft);
    if (!context.a().assertions || !context.b().assertions)
        return withoutRows(context, draft, {QStringLiteral("Assertions are not compared: a side's were not read.")});
    const auto counted = countedAssertions(context.sides(), *context.a().assertions, *context.b().assertions);
    if (counted.assertions.empty())
        return withoutRows(
            context, draft, leftOutNotes(counted) << QStringLiteral("No assertion was asked on both sides of a task."));
    AssertionDifferences differences;
    const auto rows = rowsOf(counted, context.options().adjustment);
    for (const auto &row : rows) {
        differences.leftFailures.push_back(context.runsOfA(setOf(row.counts->failedA)));
        draft.addRow(cellsOf(row), context.runsOfB(setOf(row.counts->failedB)));
    }
    const bool isDrawn = std::ranges::any_of(rows, &AssertionRow::isDrawn);
    const auto method = methodNotes(context, isDrawn);
    draft.addNotes(method + leftOutNotes(counted));
    draft.describe(cardOf(isDrawn), {});
    differences.table = context.finished(draft);
    return differences;
}

} // namespace Decayscope
