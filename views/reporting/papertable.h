// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paperflow.h"

#include <figures/tablespec.h>

#include <vector>

namespace Decayscope {

/// A table in its parts, ready to be laid into pages.
class PaperTable
{
public:
    explicit PaperTable(const TableSpec &table);
    ~PaperTable();
    Q_DISABLE_COPY_MOVE(PaperTable)

    /// How much of a page it should find where it begins: all it takes where that is little, else some rows.
    [[nodiscard]] double leastRoom() const;

    /// Lays it into pages: its head is repeated on each, parts stand below each other.
    void lay(PaperFlow &flow) const;

private:
    struct Part;

    std::vector<Part> m_parts;
};

} // namespace Decayscope
