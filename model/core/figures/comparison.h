// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablebuilder.h"

namespace Decayscope {

/// A published value beside the one a study gives with the published definitions.
struct ComparedValue
{
    QString column; ///< Key in the table.
    QString title; ///< The column's, without its level; the key where the table has no such column.
    std::optional<int> level; ///< That the column speaks of.
    double published = 0;
    std::optional<double> here; ///< Absent: not run here.
    std::optional<qint64> n; ///< The table's own count, or the runs behind the value.
    bool isSame = false; ///< At the printed precision.
    QString cause; ///< Why not; empty where they are the same.
    RunFilter runs;
    QString mark; ///< Of the row.
};

/// Compares published values with a study's tables, which it builds when they are asked for and keeps.
class PublishedComparison
{
public:
    /// `options` are the view's; they are taken as published, and where a value differs without parts of them.
    PublishedComparison(const StudySnapshot &study, const TableOptions &options);

    /// All values of a row, in the order of the table's columns.
    [[nodiscard]] std::vector<ComparedValue> compared(const PublishedRow &row);

private:
    /// What could make a difference: ways to count that the published values do not follow.
    enum class Variant : quint8 { AsPublished, WithoutFilter, AllDates, ExcludedToo, OtherScore };

    using TableKey = std::tuple<QString, ScoreMode, Variant>;

    [[nodiscard]] bool isPossible(Variant variant) const;
    [[nodiscard]] TableOptions optionsOf(Variant variant, ScoreMode mode) const;
    [[nodiscard]] const TableSpec &table(const PublishedRow &row, Variant variant);
    [[nodiscard]] std::optional<double> valueIn(const PublishedRow &row, const QString &column, Variant variant);
    [[nodiscard]] ComparedValue compared(const PublishedRow &row, const QString &column, double published);
    [[nodiscard]] QString causeOf(const PublishedRow &row, const ComparedValue &value);
    [[nodiscard]] std::optional<qint64> countOf(
        const TableSpec &table, const TableRow &row, const RunFilter &runs) const;

    const StudySnapshot &m_study;
    TableOptions m_options;
    std::map<TableKey, TableSpec> m_tables;
};

} // namespace Decayscope
