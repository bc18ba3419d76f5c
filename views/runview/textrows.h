// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Text is shown and searched by rows: lines, of which very long ones are cut into several, so that no single line can
/// take the time of all others.
inline constexpr qsizetype longestRow = 4000;

struct TextRow
{
    QStringView text; ///< Without its line feed.
    qsizetype next = 0; ///< Where the next row begins; the size of the text behind the last.
};

/// The row that begins at `at`.
[[nodiscard]] TextRow rowAt(QStringView text, qsizetype at);

/// A line feed at the very end begins no row; an empty text has none.
[[nodiscard]] qint64 rowCount(QStringView text);

/// Where row number `row` begins, from 0; the size of the text where it has fewer.
[[nodiscard]] qsizetype rowStart(QStringView text, qint64 row);

/// A stretch of whole rows.
struct RowStretch
{
    QStringView text; ///< Without the last line feed.
    qint64 rows = 0;
};

/// At most so many rows from `first` on, and no more than `characters` unless it is one row.
[[nodiscard]] RowStretch rowsFrom(QStringView text, qint64 first, qint64 rows, qsizetype characters);

/// At most so many rows before the end. Lines that are long begin in their midst.
[[nodiscard]] RowStretch lastRows(QStringView text, qint64 rows, qsizetype characters);

} // namespace Decayscope
