// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace Decayscope {

namespace {

std::optional<double> numberOf(const Cell &cell)
{
    if (const auto *count = std::get_if<qint64>(&cell))
        return static_cast<double>(*count);
    const auto *number = std::get_if<double>(&cell);
    return number && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
}

QString nameOf(const Cell &cell)
{
    if (const auto *count = std::get_if<qint64>(&cell))
        return QString::number(*count);
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : QString();
}

bool isNamed(const TableSpec &table, const TableRow &row, const PublishedRow &published)
{
    return std::ranges::all_of(published.names, [&](const auto &entry) {
        const auto column = table.columnOf(entry.first);
        return column && nameOf(row.cells[*column]).compare(entry.second, Qt::CaseInsensitive) == 0;
    });
}

const TableRow *rowOf(const TableSpec &table, const PublishedRow &published)
{
    const auto found
        = std::ranges::find_if(table.rows, [&](const TableRow &row) { return isNamed(table, row, published); });
    return found == table.rows.end() ? nullptr : std::to_address(found);
}

/// Whether the published value can be the other one rounded; both ways at a tie, as programs differ there.
bool areSame(double published, double here, int decimals)
{
    constexpr double tolerance = 1e-9; // Of sums in another order.
    return std::abs(published - here) <= 0.5 * std::pow(10.0, -decimals) + tolerance;
}

/// "A%" of "A% L0".
QString titleWithoutLevel(const TableColumn &column)
{
    auto title = column.title;
    const QString suffix = column.level ? QString(u" L" % QString::number(*column.level)) : QString();
    if (!suffix.isEmpty() && title.endsWith(suffix))
        title.chop(suffix.size());
    return title;
}

} // namespace

PublishedComparison::PublishedComparison(const StudySnapshot &study, const TableOptions &options)
    : m_study(study)
    , m_options(asPublished(options))
{ }

bool PublishedComparison::isPossible(Variant variant) const
{
    switch (variant) {
    case Variant::AsPublished:
        return true;
    case Variant::WithoutFilter:
        return !m_options.filter.restrictsNothing();
    case Variant::AllDates:
        return std::ranges::any_of(m_study.runs, [](const Run &run) { return !run.newestDate; });
    case Variant::ExcludedToo:
        return std::ranges::any_of(m_study.runs, [](const Run &run) { return run.exclusion.has_value(); });
    case Variant::OtherScore:
        return true;
    }
    return false;
}

TableOptions PublishedComparison::optionsOf(Variant variant, ScoreMode mode) const
{
    auto options = m_options;
    options.mode = mode;
    switch (variant) {
    case Variant::AsPublished:
        break;
    case Variant::WithoutFilter:
        options.filter = {};
        break;
    case Variant::AllDates:
        options.filter.allDates = true;
        break;
    case Variant::ExcludedToo:
        options.filter.excludedToo = true;
        break;
    case Variant::OtherScore:
        options.mode = mode == ScoreMode::Strict ? ScoreMode::Raw : ScoreMode::Strict;
        break;
    }
    return options;
}

const TableSpec &PublishedComparison::table(const PublishedRow &row, Variant variant)
{
    const TableKey key(row.table, row.mode, variant);
    const auto known = m_tables.find(key);
    if (known != m_tables.end())
        return known->second;
    const auto options = optionsOf(variant, row.mode);
    auto name = row.table; // Two names mean the mode as well.
    if (name == u"decay" && options.mode == ScoreMode::Raw)
        name = QStringLiteral("decay-raw");
    else if (name == u"decay-raw" && variant == Variant::OtherScore)
        name = QStringLiteral("decay");
    auto built = buildTable(name, m_study, options);
    return m_tables.emplace(key, built ? std::move(*built) : TableSpec{.name = row.table}).first->second;
}

std::optional<double> PublishedComparison::valueIn(const PublishedRow &row, const QString &column, Variant variant)
{
    const auto &in = table(row, variant);
    const auto *found = rowOf(in, row);
    const auto index = in.columnOf(column);
    return found && index ? numberOf(found->cells[*index]) : std::nullopt;
}

std::optional<qint64> PublishedComparison::countOf(
    const TableSpec &table, const TableRow &row, const RunFilter &runs) const
{
    if (const auto column = table.columnOf(u"n"))
        return std::get_if<qint64>(&row.cells[*column]) ? std::optional(std::get<qint64>(row.cells[*column]))
                                                        : std::nullopt;
    return std::ranges::count_if(m_study.runs, [&](const Run &run) { return runs.accepts(run); });
}

QString PublishedComparison::causeOf(const PublishedRow &row, const ComparedValue &value)
{
    struct Cause
    {
        Variant variant;
        const char *words;
    };
    constexpr std::array causes{Cause{Variant::WithoutFilter, "filter: the same without it"},
        Cause{Variant::AllDates, "newest-date rule: the same with the runs of older dates"},
        Cause{Variant::ExcludedToo, "exclusions: the same with the runs excluded by hand"},
        Cause{Variant::OtherScore, "strict zeroing: the same by the other score, strict or raw"}};
    if (!table(row, Variant::AsPublished).columnOf(value.column))
        return QStringLiteral("no such column");
    for (const auto &[variant, words] : causes) {
        const auto other = isPossible(variant) ? valueIn(row, value.column, variant) : std::nullopt;
        if (other && areSame(value.published, *other, row.decimals))
            return QString::fromLatin1(words);
    }
    if (!value.here)
        return QStringLiteral("not run here");
    if (!value.mark.isEmpty())
        return QStringLiteral("subset configuration (%1)").arg(value.mark);
    const auto published = row.value(QStringLiteral("n")).value_or(row.value(QStringLiteral("runs")).value_or(-1));
    const auto here = valueIn(
        row, row.value(QStringLiteral("n")) ? QStringLiteral("n") : QStringLiteral("runs"), Variant::AsPublished);
    if (published >= 0 && here && !areSame(published, *here, 0))
        return QStringLiteral("different n: %1 published, %2 here").arg(published).arg(*here);
    if (isPossible(Variant::WithoutFilter))
        return QStringLiteral("other runs, and a filter");
    return QStringLiteral("other runs");
}

ComparedValue PublishedComparison::compared(const PublishedRow &row, const QString &column, double published)
{
    const auto &in = table(row, Variant::AsPublished);
    ComparedValue value{.column = column, .title = column, .published = published};
    const auto index = in.columnOf(column);
    if (index) {
        value.title = titleWithoutLevel(in.columns[*index]);
        value.level = in.columns[*index].level;
    }
    if (const auto *found = rowOf(in, row); found && index) {
        value.here = numberOf(found->cells[*index]);
        value.runs = value.level ? intersected(found->runs, {.levels = {*value.level}}) : found->runs;
        value.n = value.here ? countOf(in, *found, value.runs) : std::nullopt;
        value.mark = found->mark;
    }
    value.isSame = value.here && areSame(published, *value.here, row.decimals);
    if (!value.isSame)
        value.cause = causeOf(row, value);
    return value;
}

std::vector<ComparedValue> PublishedComparison::compared(const PublishedRow &row)
{
    std::vector<ComparedValue> values;
    values.reserve(row.values.size());
    for (const auto &[column, published] : row.values)
        values.push_back(compared(row, column, published));
    const auto place = [&columns = table(row, Variant::AsPublished)](const ComparedValue &value) {
        return columns.columnOf(value.column).value_or(columns.columns.size());
    };
    std::ranges::stable_sort(values, {}, place);
    return values;
}

} // namespace Decayscope
