// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <ranges>
#include <utility>
#include <vector>

namespace Decayscope {

/// The values of a range by a key, in the order of the keys and, within one, of the range.
template <typename Range, typename KeyOf>
[[nodiscard]] auto groupedBy(const Range &range, KeyOf keyOf)
{
    using Value = std::ranges::range_value_t<Range>;
    std::map<std::decay_t<std::invoke_result_t<KeyOf, const Value &>>, std::vector<Value>> groups;
    for (const auto &value : range)
        groups[std::invoke(keyOf, value)].push_back(value);
    return groups;
}

/// Small numbers for keys, counted from 0 in the order in which keys are first asked for.
template <typename Key>
class Numbering
{
public:
    [[nodiscard]] int of(const Key &key)
    {
        return m_numbers.try_emplace(key, static_cast<int>(m_numbers.size())).first->second;
    }

private:
    std::map<Key, int> m_numbers;
};

} // namespace Decayscope
