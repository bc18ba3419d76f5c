// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ormuse.h"

#include <set>

namespace Decayscope {

namespace {

constexpr std::size_t mostClasses = 64;

/// `@as_declarative() class Base`
bool isMadeBase(ValueFollower &follower, const ClassFact &type, int file, OriginTest test)
{
    for (std::size_t i = 0; i < std::min(type.decorators.size(), mostClasses); ++i) {
        auto origin = follower.originOf(type.decorators[i], {.file = file});
        if (!origin)
            continue;
        origin->name += "()";
        if (test(*origin))
            return true;
    }
    return false;
}

} // namespace

bool descends(ValueFollower &follower, const ClassFact &type, int file, OriginTest test)
{
    std::set<const ClassFact *> seen;
    std::vector<std::pair<const ClassFact *, int>> open{{&type, file}};
    while (!open.empty() && seen.size() < mostClasses) {
        const auto [at, atFile] = open.back();
        open.pop_back();
        if (!seen.insert(at).second)
            continue;
        if (isMadeBase(follower, *at, atFile, test))
            return true;
        for (std::size_t i = 0; i < std::min(at->bases.size(), mostClasses); ++i) {
            const auto &base = at->bases[i];
            const auto found = follower.graph().definitionOf(atFile, base);
            const auto place = found ? found->file : atFile;
            const auto *own = follower.names(place).classNamed(found ? found->name : base);
            if (own && own != at) {
                open.emplace_back(own, place);
                continue;
            }
            const auto origin = follower.originOf(base, {.file = atFile});
            if (origin && test(*origin))
                return true;
        }
    }
    return false;
}

} // namespace Decayscope
