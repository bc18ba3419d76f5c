// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <code/codehistory.h>

#include <QString>

#include <vector>

namespace Decayscope {

/// One line of a code view.
struct CodeRow
{
    enum class Kind : quint8 {
        Line,
        Added,
        Removed,
        Filler, ///< Nothing stands here; the other side of a diff has a line.
        Gap ///< Stands for lines that are folded or unknown; `text` says how many.
    };

    Kind kind = Kind::Line;
    QString text;
    int number = 0; ///< 1-based in the file; 0 where there is none.
    int oldNumber = 0; ///< Of diffs in one column: in the left text.
    int writer = unknownWriter;

    bool operator==(const CodeRow &) const = default;
};

/// The lines of a file as it was after a turn; none where that is unknown.
[[nodiscard]] std::vector<CodeRow> codeRows(const FileVersion &version);

/// The known lines of a final file, with gaps for what the patch does not show.
[[nodiscard]] std::vector<CodeRow> codeRows(const FinalFile &file);

} // namespace Decayscope
