// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablespec.h"

#include <algorithm>

namespace Decayscope {

std::optional<std::size_t> TableSpec::columnOf(QStringView key) const
{
    const auto found = std::ranges::find_if(columns, [key](const TableColumn &column) { return column.key == key; });
    if (found == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

const Cell &TableSpec::at(std::size_t row, QStringView key) const
{
    const auto column = columnOf(key);
    Q_ASSERT(column);
    return rows[row].cells[*column];
}

} // namespace Decayscope
