// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// A part of a turn, small enough to be kept: of a very long one only both ends.
struct ShownPart
{
    PartKind kind = PartKind::Text;
    int index = 0; ///< In TurnContent::parts; -1 of the raw form.
    QString text; ///< Whole, or the beginning.
    QString tail; ///< The last rows of a part that is not whole.
    bool isWhole = true;
    qint64 rows = 0; ///< Of the whole part.
    qint64 characters = 0;
    QString tool;
    std::optional<int> returnCode;
    bool isError = false;
    QString path; ///< Of an edit.
    QString effect; ///< Of an edit: "+12 −3", "deleted", …
    int line = 0; ///< Of an edit; 0 where none is known.

    bool operator==(const ShownPart &) const = default;
};

/// A turn as the list keeps it.
struct ShownTurn
{
    TurnRole role = TurnRole::Other;
    TurnKind kind = TurnKind::Other;
    QString name;
    std::vector<ShownPart> parts;
    std::optional<qint64> time;
    std::optional<double> seconds;
    std::optional<TokenCount> tokens;
    std::optional<double> cost;
    std::optional<int> returnCode;

    /// Roughly what it holds in memory.
    [[nodiscard]] qint64 bytes() const;
};

/// Parts with at most so many QChars are kept whole.
inline constexpr qsizetype wholePartLimit = qsizetype{96} * 1024;

[[nodiscard]] ShownTurn shownTurn(const TurnContent &turn);

/// The text that is shown of a part and searched: its own, or JSON that is laid out.
[[nodiscard]] QString shownText(const TurnPart &part);

/// A raw form as a part.
[[nodiscard]] ShownPart rawPart(const QString &text);

/// The title of a turn without a digest: the first line that says something, at most 160 characters.
[[nodiscard]] QString titleOf(const ShownTurn &turn);

} // namespace Decayscope
