// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "place.h"

namespace Decayscope {

namespace {

constexpr std::size_t mostPlaces = 200;

} // namespace

void PlaceHistory::visit(const Place &place)
{
    if (place == current())
        return;
    m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > mostPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

void PlaceHistory::goBack()
{
    if (canGoBack())
        --m_at;
}

void PlaceHistory::goForward()
{
    if (canGoForward())
        ++m_at;
}

} // namespace Decayscope
