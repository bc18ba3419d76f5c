// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlistarea.h"

#include <algorithm>

namespace Decayscope {

void TurnListArea::setGroups(const ShownGroups &groups)
{
    if (m_groups == groups)
        return;
    m_groups = groups;
    forgetLayouts();
    estimateAll();
    place();
}

/// Before a turn changes its height: its top stays where it is.
void TurnListArea::keepPlaceOf(int turn)
{
    const auto rect = visualRect(turn);
    if (rect.isEmpty())
        return;
    m_anchor = turn;
    m_anchorY = rect.top();
}

void TurnListArea::toggleFold()
{
    if (m_current < 0)
        return;
    auto &fold = m_folds[m_current];
    const bool anyOpen = std::ranges::any_of(fold.parts, [](const auto &part) { return part.second.isOpen; });
    const bool isOpen = anyOpen || fold.isOpen.value_or(m_isOpenByDefault);
    fold.parts.clear();
    fold.isOpen = !isOpen;
    keepPlaceOf(m_current);
    m_held[m_current].layout.reset();
    place();
}

void TurnListArea::foldAll(bool folded)
{
    m_isOpenByDefault = !folded;
    for (auto &[turn, fold] : m_folds) {
        fold.isOpen.reset();
        fold.parts.clear();
    }
    forgetLayouts();
    if (m_current >= 0)
        keepPlaceOf(m_current);
    place();
}

void TurnListArea::toggleRaw()
{
    if (m_current < 0)
        return;
    auto &fold = m_folds[m_current];
    fold.isRaw = !fold.isRaw;
    fold.parts.clear();
    keepPlaceOf(m_current);
    forget(m_current);
    place();
}

void TurnListArea::follow(const TurnLink &link)
{
    if (link.kind == TurnLink::Kind::Code) {
        emit codeRequested(link.path, link.line);
        return;
    }
    if (link.kind == TurnLink::Kind::None || m_current < 0)
        return;
    m_folds[m_current].parts[link.part] = link.fold;
    keepPlaceOf(m_current);
    m_held[m_current].layout.reset();
    place();
}

void TurnListArea::followMainLink()
{
    if (m_current >= 0)
        follow(laidOut(m_current).mainLink());
}

} // namespace Decayscope
