// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace Decayscope {

/// One row of two texts laid side by side.
struct DiffRow
{
    enum class Kind : quint8 { Same, Removed, Added, Changed };

    Kind kind = Kind::Same;
    int left = 0; ///< 1-based line of the left text; 0 where it has none here.
    int right = 0; ///< The same of the right text.

    bool operator==(const DiffRow &) const = default;
};

/// The lines of a text: split at LF, CR before it taken off; a last line feed opens no further line.
[[nodiscard]] QStringList linesOf(QStringView text);

/// Lines `left` to `left + leftCount - 1` of one text stand where `right` to `right + rightCount - 1` of the other do;
/// 0-based. Between such differences the texts agree.
struct LineChange
{
    int left = 0;
    int leftCount = 0;
    int right = 0;
    int rightCount = 0;

    bool operator==(const LineChange &) const = default;
};

/// The differences of two texts in order; line ends do not count. Texts that differ over more lines than can be aligned
/// in sensible time come as one difference from the first to the last line that differs.
[[nodiscard]] std::vector<LineChange> lineChanges(QStringView left, QStringView right);

/// How many lines linesOf() gives.
[[nodiscard]] int lineCount(QStringView text);

/// Aligns two texts line by line. Texts too large for it in sensible time come, from the first to the last line that
/// differs, as all removed, all added.
[[nodiscard]] std::vector<DiffRow> lineDiff(const QString &left, const QString &right);

} // namespace Decayscope
