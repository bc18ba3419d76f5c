// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turngroups.h"
#include "turntext.h"

#include <functional>
#include <map>

namespace Decayscope {

/// How far a long part is opened: some pages from a row on.
struct PartFold
{
    bool isOpen = false;
    qint64 first = 0;
    int pages = 1;

    bool operator==(const PartFold &) const = default;
};

/// How one turn is shown.
struct TurnFold
{
    std::optional<bool> isOpen; ///< All its parts; nothing follows the list.
    bool isRaw = false;
    bool showsAll = false; ///< Also parts whose group is hidden: something was found there.
    std::map<int, PartFold> parts;
};

/// What a click on a block does.
struct TurnLink
{
    enum class Kind : quint8 { None, Open, Close, Earlier, Later, Code };

    Kind kind = Kind::None;
    int part = 0;
    PartFold fold; ///< Of the part afterwards.
    QString path; ///< Of code.
    int line = 0;

    bool operator==(const TurnLink &) const = default;
};

/// A stretch of a turn's body, still without fonts and places.
struct TurnBlock
{
    enum class Kind : quint8 { Markdown, Reasoning, Command, Output, Error, Raw, Edit, Link, Note };

    Kind kind = Kind::Note;
    int part = -1;
    qint64 firstRow = 0; ///< Of the part.
    QString text; ///< As it came; rows are lines.
    TurnLink link;
    QString effect; ///< Of an edit.

    bool operator==(const TurnBlock &) const = default;
};

/// Gives the rows of a page of a part that is not held whole; nothing while they are being read.
using PageSource = std::function<std::optional<QString>(int part, const PartFold &fold)>;

struct BlockRequest
{
    const ShownTurn &turn;
    const TurnFold &fold;
    bool isOpenByDefault = false;
    ShownGroups groups;
    PageSource page;
};

/// The body of a turn: long parts folded to a preview unless they are opened.
[[nodiscard]] std::vector<TurnBlock> blocksOf(const BlockRequest &request);

/// Whether the part is long enough to be folded, and how many of its rows a folded one shows at its head.
[[nodiscard]] bool isLong(const ShownPart &part, TurnRole role);
[[nodiscard]] qint64 headRows(const ShownPart &part, TurnRole role);

/// The rows of an opened part, one a line.
[[nodiscard]] QString pageOf(const QString &text, const PartFold &fold);
inline constexpr qint64 rowsPerPage = 300;
inline constexpr int mostPages = 4;

} // namespace Decayscope
