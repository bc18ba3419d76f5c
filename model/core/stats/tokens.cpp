// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokens.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

void add(TokenMean &sum, const TokenCount &count)
{
    sum.input += static_cast<double>(count.input);
    sum.output += static_cast<double>(count.output);
}

TokenMean divided(const TokenMean &sum, int runs)
{
    return {.input = sum.input / runs, .output = sum.output / runs};
}

TokenUse useOf(const Configuration &configuration, int level, const std::vector<const Run *> &runs)
{
    TokenUse use{.configuration = configuration, .level = level, .runs = static_cast<int>(runs.size())};
    TokenMean all;
    for (const auto *run : runs) {
        use.estimated += run->tokens->estimated ? 1 : 0;
        add(use.mean, *run->tokens);
        add(all, run->allTokens.value_or(*run->tokens));
    }
    if (std::ranges::any_of(runs, [](const Run *run) { return run->allTokens.has_value(); }))
        use.allUsages = divided(all, use.runs);
    use.mean = divided(use.mean, use.runs);
    return use;
}

} // namespace

std::vector<TokenUse> tokenUse(std::span<const Run> runs)
{
    std::map<std::pair<Configuration, int>, std::vector<const Run *>> groups;
    for (const auto &run : runs) {
        if (run.task.kind == TaskKind::Generation && run.tokens)
            groups[{run.key.configuration, run.task.level()}].push_back(&run);
    }
    std::vector<TokenUse> rows;
    rows.reserve(groups.size());
    for (const auto &[key, ofKey] : groups)
        rows.push_back(useOf(key.first, key.second, ofKey));
    return rows;
}

} // namespace Decayscope
