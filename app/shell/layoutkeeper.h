// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings.h"

#include <functional>
#include <vector>

namespace Decayscope {

/// Keeps how views are laid out: from one session to the next, and as they were at first.
class LayoutKeeper
{
public:
    /// A view with layoutState() and restoreLayoutState(), as it is now.
    template <typename View>
    void add(const SettingKey<QByteArray> &key, View *view)
    {
        m_layouts.push_back({.key = &key,
            .first = view->layoutState(),
            .state = [view] { return view->layoutState(); },
            .restore = [view](const QByteArray &state) { view->restoreLayoutState(state); }});
    }

    void restore(const Settings &settings) const
    {
        for (const auto &layout : m_layouts)
            layout.restore(settings.value(*layout.key));
    }

    void save(Settings &settings) const
    {
        for (const auto &layout : m_layouts)
            settings.set(*layout.key, layout.state());
    }

    /// All as they were when they were added.
    void reset() const
    {
        for (const auto &layout : m_layouts)
            layout.restore(layout.first);
    }

private:
    struct Layout
    {
        const SettingKey<QByteArray> *key = nullptr;
        QByteArray first;
        std::function<QByteArray()> state;
        std::function<void(const QByteArray &)> restore;
    };

    std::vector<Layout> m_layouts;
};

} // namespace Decayscope
