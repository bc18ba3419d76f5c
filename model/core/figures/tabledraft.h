// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablespec.h"

#include <domain/configuration.h>

#include <initializer_list>

namespace Decayscope {

class TableContext;

[[nodiscard]] Cell cellOf(const QString &text);
[[nodiscard]] Cell cellOf(int count);
[[nodiscard]] Cell cellOf(double number);
[[nodiscard]] Cell cellOf(const std::optional<double> &number); ///< Absent stays absent.

/// "a_l2" for ("a", 2).
[[nodiscard]] QString levelKey(QStringView prefix, int level);

/// A table under construction: columns first, then rows with a cell for each, then what stands beside them.
class TableDraft
{
public:
    explicit TableDraft(QStringView name); ///< Of the catalogue, which knows the title.
    TableDraft(const QString &name, const QString &title); ///< Of any other.

    void addColumn(const QString &key, const QString &title, CellKind kind);

    /// The columns scaffold and model.
    void addConfigurationColumns();

    /// One column a level: `prefix_l0` … with titles "title L0" …
    void addLevelColumns(const QString &prefix, const QString &title, CellKind kind);

    /// Columns `key_low` and `key_high` (or the two names given) with the interval of a column that stands already.
    void addInterval(const QString &key, const QString &lowKey, const QString &highKey);

    [[nodiscard]] TableColumn &column(QStringView key);

    void addRow(std::vector<Cell> cells, RunFilter runs, QString mark = {});
    void addField(TableField field) { m_table.fields.push_back(std::move(field)); }
    void addNotes(const QStringList &notes) { m_table.notes << notes; }

    /// Says what kind of value is the best one of these columns.
    void rank(BestValue best, std::initializer_list<QStringView> keys);

    /// The columns that the study's own table has.
    void publish(std::initializer_list<QStringView> keys);

    /// The card of the numbers, and those of the notes that say no more than it; counts and exclusions of runs are
    /// added when the table is finished.
    void describe(EstimatorCard card, const QStringList &notes);

    /// The finished table, with the notes and the caveat that all tables carry.
    [[nodiscard]] TableSpec finished(const TableContext &context);

    /// The same of a table that rests on labels, whose notes count them and not the runs of the store.
    [[nodiscard]] TableSpec finishedOfLabels(const TableContext &context);

private:
    TableSpec m_table;
};

} // namespace Decayscope
