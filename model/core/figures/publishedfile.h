// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <stats/scores.h>

#include <QStringList>

#include <map>
#include <vector>

namespace Decayscope {

/// A row of a table as somebody printed it.
struct PublishedRow
{
    QString table; ///< Of the catalogue: "decay".
    QString label; ///< How the source calls the table: "Table 1".
    ScoreMode mode = ScoreMode::Strict;
    int decimals = 1; ///< Of the printed numbers.
    std::map<QString, QString> names; ///< What names the row, by the key of its column.
    std::map<QString, double> values; ///< By the key of their column.

    /// A name of the row, empty where it has none of this column.
    [[nodiscard]] QString name(const QString &column) const;
    [[nodiscard]] std::optional<double> value(const QString &column) const;

    bool operator==(const PublishedRow &) const = default;
};

/// Values from one source.
struct PublishedBook
{
    QString source; ///< Whose they are, and where they are printed.
    std::vector<PublishedRow> rows;

    bool operator==(const PublishedBook &) const = default;
};

/// Reads published values. Refuses with InvalidInput, naming place and remedy, what is no such file: more than 4 MiB or
/// 5,000 rows, tables that are not in `tables`, numbers that are none.
[[nodiscard]] Result<PublishedBook> readPublished(
    const QByteArray &document, const QString &file, const QStringList &tables);

/// The names of the books that travel with the program; the first is the study's.
[[nodiscard]] QStringList publishedNames();

/// Where users keep books of their own, as NAME.json.
[[nodiscard]] QString publishedFolder();

/// A book by its name, of the program or in the user's folder, or else by its path.
[[nodiscard]] Result<PublishedBook> publishedBook(const QString &nameOrPath);

} // namespace Decayscope
