// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanscope.h"

#include <ranges>

namespace Decayscope {

const PostmanValue *PostmanScope::value(const QString &name) const
{
    for (const auto &block : m_blocks | std::views::reverse) {
        if (const auto found = block.constFind(name); found != block.constEnd())
            return &*found;
    }
    return nullptr;
}

void PostmanScope::declare(const QString &name, const PostmanValue &value)
{
    m_blocks.back().insert(name, value);
}

bool PostmanScope::assign(const QString &name, PostmanValue value)
{
    for (auto &block : m_blocks | std::views::reverse) {
        if (const auto found = block.find(name); found != block.end()) {
            *found = std::move(value);
            return true;
        }
    }
    return false;
}

} // namespace Decayscope
