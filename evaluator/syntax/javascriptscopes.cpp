// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptscopes.h"

#include <algorithm>

namespace Decayscope {

namespace {

// Far beyond hand-written code; made-up code must not tell ever longer stories.
constexpr std::size_t longestName = 200;
constexpr std::size_t mostConditions = 16;

} // namespace

void JavaScriptScopes::moveTo(int node)
{
    while (!m_frames.empty() && m_frames.back().past <= node)
        m_frames.pop_back();
}

JavaScriptScopes::Frame &JavaScriptScopes::enter(int past)
{
    Frame frame = m_frames.empty() ? Frame() : m_frames.back();
    if (!frame.condition.empty())
        frame.conditionAround = static_cast<int>(m_frames.size()) - 1;
    frame.condition.clear();
    frame.past = past;
    m_frames.push_back(std::move(frame));
    return m_frames.back();
}

void JavaScriptScopes::enterClass(int past, std::string_view name)
{
    auto &frame = enter(past);
    if (!name.empty() && frame.className.size() + name.size() < longestName)
        frame.className += (frame.className.empty() ? "" : ".") + std::string(name);
}

void JavaScriptScopes::enterFunction(int past, std::string_view name)
{
    auto &frame = enter(past);
    frame.isFunction = true;
    frame.returnsForName = !name.empty();
    if (!name.empty())
        frame.functionName = name.substr(0, longestName);
}

void JavaScriptScopes::enterExportedFunction(int past)
{
    enterFunction(past, {});
    m_frames.back().returnsForName = true;
}

void JavaScriptScopes::enterCondition(int past, std::string condition)
{
    enter(past).condition = std::move(condition);
}

bool JavaScriptScopes::isTop() const
{
    return m_frames.empty() || (!m_frames.back().isFunction && m_frames.back().className.empty());
}

bool JavaScriptScopes::returnsForName() const
{
    return !m_frames.empty() && m_frames.back().returnsForName;
}

SourceScope JavaScriptScopes::scope() const
{
    SourceScope scope;
    if (m_frames.empty())
        return scope;
    scope.className = m_frames.back().className;
    scope.functionName = m_frames.back().functionName;
    for (int frame = static_cast<int>(m_frames.size()) - 1; frame >= 0 && scope.conditions.size() < mostConditions;
        frame = m_frames[std::size_t(frame)].conditionAround) {
        if (!m_frames[std::size_t(frame)].condition.empty())
            scope.conditions.push_back(m_frames[std::size_t(frame)].condition);
    }
    std::ranges::reverse(scope.conditions);
    return scope;
}

} // namespace Decayscope
