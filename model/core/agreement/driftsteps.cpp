// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementsteps.h"

#include <QDate>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 mostDays = 14; ///< Beyond, weeks are told apart and not days.
constexpr double millisecondsPerSecond = 1000;

/// Labels of one annotator in one span of time.
struct Span
{
    int labels = 0;
    std::map<QString, int> counts;
    std::vector<double> seconds;
};

QDate dayOf(const LabelRow &row)
{
    return QDate::fromString(row.time.left(10), Qt::ISODate);
}

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

DriftStep stepOf(const QString &annotator, QDate from, const Span &span, const QStringList &categories)
{
    DriftStep step{.annotator = annotator,
        .from = from.toString(Qt::ISODate),
        .labels = span.labels,
        .shares = {},
        .medianSeconds = median(span.seconds)};
    for (const auto &category : categories) {
        const auto count = span.counts.find(category);
        step.shares.push_back(count == span.counts.end() ? 0 : count->second / static_cast<double>(span.labels));
    }
    return step;
}

/// Outside of samples a run counts once, however often it was judged.
bool isJudgesRepeat(const LabelRow &row)
{
    return row.item.sample.isEmpty() && row.item.occurrence > 0;
}

} // namespace

std::vector<DriftStep> driftSteps(const LabelBook &book, const LabelSelection &selection, const QStringList &annotators,
    const QStringList &categories)
{
    std::vector<std::pair<QDate, const LabelRow *>> dated;
    for (const auto &row : book.rows) {
        const auto day = dayOf(row);
        const bool counts = !row.isImported && day.isValid() && annotators.contains(row.annotator)
            && selection.isAskedFor(row.item.sample) && !isJudgesRepeat(row)
            && !selection.categoryOf(row.label).isEmpty();
        if (counts)
            dated.emplace_back(day, &row);
    }
    if (dated.empty())
        return {};
    const auto [first, last] = std::ranges::minmax(dated, {}, [](const auto &entry) { return entry.first; });
    const bool byWeeks = first.first.daysTo(last.first) >= mostDays;
    std::map<std::pair<qsizetype, QDate>, Span> spans;
    for (const auto &[day, row] : dated) {
        const auto from = byWeeks ? day.addDays(1 - day.dayOfWeek()) : day;
        auto &span = spans[{annotators.indexOf(row->annotator), from}];
        ++span.labels;
        ++span.counts[selection.categoryOf(row->label)];
        if (row->milliseconds > 0)
            span.seconds.push_back(static_cast<double>(row->milliseconds) / millisecondsPerSecond);
    }
    std::vector<DriftStep> steps;
    steps.reserve(spans.size());
    for (const auto &[place, span] : spans)
        steps.push_back(stepOf(annotators[place.first], place.second, span, categories));
    return steps;
}

} // namespace Decayscope
