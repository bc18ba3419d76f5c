// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "estimatorcard.h"

#include <domain/runfilter.h>

#include <variant>

namespace Decayscope {

/// A value of a table; monostate is "does not exist": null in JSON, empty in CSV, a dash for people.
using Cell = std::variant<std::monostate, QString, qint64, double>;

/// How a column's values are to be read.
enum class CellKind : quint8 {
    Text,
    Count,
    Percent, ///< A share, 0–100.
    Points, ///< A difference of shares in percentage points; shown with its sign.
    Number, ///< Any other number.
    PValue, ///< 0–1; shown with three decimals and "<0.001".
    Coefficient ///< Of agreement and the like, at most 1; shown with three decimals.
};

/// Which of a column's values is the best one.
enum class BestValue : quint8 { None, Highest, Lowest };

struct TableColumn
{
    QString key; ///< The JSON and CSV name; part of the command-line contract.
    QString title; ///< For people.
    CellKind kind = CellKind::Text;
    std::optional<int> level; ///< The column speaks of runs of this level only.
    bool forPeople = true; ///< False for columns that only JSON and CSV carry, such as interval bounds.
    QString lowKey; ///< Keys of the columns that hold this one's interval, if it has one.
    QString highKey;
    BestValue best = BestValue::None;
    int decimals = 1; ///< For people; p-values and coefficients have three.
    bool isPublished = false; ///< The study's own table has this column: paper-exact mode keeps it.
    bool isList = false; ///< The text lists names, separated by listSeparator; JSON writes an array.
    QString errorKey; ///< Key of the column that holds this one's standard error, which the study prints behind ±.
};

inline constexpr QLatin1StringView listSeparator{", "};

struct TableRow
{
    std::vector<Cell> cells; ///< One per column.
    RunFilter runs; ///< The runs behind the row, to be narrowed by the column's level.
    QString mark; ///< A short sign after the row's name, such as "*" for a subset configuration. Mostly empty.

    bool operator==(const TableRow &) const = default;
};

/// A value that stands beside the rows: `{group: {key: value}}` in JSON, or `{key: value}` where the group is empty.
struct TableField
{
    QString group;
    QString key;
    QString title;
    CellKind kind = CellKind::Number;
    Cell value;
    int decimals = 1; ///< For people.
};

/// One table as data: what the window shows, every format writes and the command line prints.
struct TableSpec
{
    QString name; ///< As on the command line: "decay".
    QString title;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<TableField> fields;
    QStringList notes; ///< Whole sentences: estimator, interval, unit, exclusions, "sample, made up".
    EstimatorCard card;
    QStringList cardNotes; ///< Those of the notes that say no more than the card.
    QString
        caveat; ///< What must stand in every export, also where notes have no place: a sample, runs excluded by hand.

    [[nodiscard]] std::optional<std::size_t> columnOf(QStringView key) const;
    [[nodiscard]] const Cell &at(std::size_t row, QStringView key) const; ///< Asserts that the column exists.
};

} // namespace Decayscope
