// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "termination.h"

#include <map>

namespace Decayscope {

std::vector<TerminationCounts> terminationCounts(std::span<const Run> runs)
{
    std::map<Configuration, TerminationCounts> rows;
    for (const auto &run : runs) {
        if (run.task.kind == TaskKind::Generation)
            ++rows[run.key.configuration].counts.at(static_cast<std::size_t>(run.termination));
    }
    std::vector<TerminationCounts> ordered;
    for (auto &[configuration, row] : rows) {
        row.configuration = configuration;
        ordered.push_back(row);
    }
    return ordered;
}

} // namespace Decayscope
