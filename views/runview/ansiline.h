// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ansitext.h"

namespace Decayscope {

/// One line of a terminal: characters are written at a column that sequences move. Colours last from line to line.
class AnsiLine
{
public:
    /// `source` holds no line feed.
    void write(QStringView source);
    /// Appends what stands in the line to `result` and starts an empty line.
    void moveTo(AnsiText &result);

private:
    struct Cell
    {
        char16_t unit = u' ';
        AnsiStyle style;
    };

    /// Each takes the place behind what it knows and returns the place behind what it took.
    qsizetype control(QStringView source, qsizetype at);
    qsizetype escape(QStringView source, qsizetype at);
    qsizetype controlSequence(QStringView source, qsizetype at);
    void obey(char16_t command, QStringView parameters);
    void put(char16_t unit);
    void goTo(qsizetype column);
    void erase(int which);

    std::vector<Cell> m_cells;
    size_t m_column = 0;
    AnsiStyle m_style;
};

} // namespace Decayscope
