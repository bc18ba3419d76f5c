// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace Decayscope {

/// A record of a comma-separated text, with the line it begins in.
struct CsvRow
{
    int line = 0; ///< 1-based.
    QStringList cells;
    bool isBroken = false; ///< A quote is open at the end of the text, or something stands behind a closed one.
};

/// The records of a text (RFC 4180; LF, CR or CRLF). Blank lines are no records.
[[nodiscard]] std::vector<CsvRow> csvRows(QByteArrayView utf8);

/// A line of cells, quoted where they must be, with CRLF.
[[nodiscard]] QByteArray csvRowBytes(const QStringList &cells);

/// A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe in front.
[[nodiscard]] QString spreadsheetText(const QString &cell);

} // namespace Decayscope
