// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studysnapshot.h"

#include <algorithm>
#include <map>
#include <set>

namespace Decayscope {

namespace {

template <typename Key, typename Value, typename Projection, typename KeyOf>
std::map<Key, Value> valuesBy(const std::vector<ConfigurationStyle> &styles, KeyOf keyOf, Projection valueOf)
{
    std::map<Key, Value> values;
    for (const auto &style : styles)
        values.emplace(keyOf(style.configuration), valueOf(style));
    return values;
}

} // namespace

const ConfigurationStyle *StudySnapshot::styleOf(const Configuration &configuration) const
{
    const auto found = std::ranges::find(styles, configuration, &ConfigurationStyle::configuration);
    return found == styles.end() ? nullptr : std::to_address(found);
}

std::vector<ConfigurationStyle> completedStyles(std::vector<ConfigurationStyle> known, const std::vector<Run> &runs)
{
    auto colors
        = valuesBy<QString, int>(known, [](const auto &c) { return c.model; }, [](const auto &s) { return s.color; });
    auto lines = valuesBy<QString, LineStyle>(
        known, [](const auto &c) { return c.scaffold; }, [](const auto &s) { return s.line; });
    int nextOrder = 0;
    for (const auto &style : known)
        nextOrder = std::max(nextOrder, style.order + 1);

    std::set<Configuration> missing;
    for (const auto &run : runs)
        missing.insert(run.key.configuration);
    for (const auto &style : known)
        missing.erase(style.configuration);

    for (const auto &configuration : missing) {
        const auto color = colors.try_emplace(configuration.model, static_cast<int>(colors.size())).first->second;
        const auto line
            = lines.try_emplace(configuration.scaffold, static_cast<LineStyle>(lines.size() % 4)).first->second;
        known.push_back({.configuration = configuration,
            .displayName = configuration.model % u" · " % configuration.scaffold,
            .color = color,
            .line = line,
            .order = nextOrder++});
    }
    std::ranges::stable_sort(known, {}, &ConfigurationStyle::order);
    return known;
}

} // namespace Decayscope
