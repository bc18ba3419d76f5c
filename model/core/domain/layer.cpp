// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layer.h"

#include <algorithm>

namespace Decayscope {

QString layerName(Layer layer)
{
    switch (layer) {
    case Layer::Routes:
        return QStringLiteral("routes");
    case Layer::Services:
        return QStringLiteral("services");
    case Layer::Models:
        return QStringLiteral("models");
    case Layer::Repositories:
        return QStringLiteral("repositories");
    }
    return {};
}

int rankOf(Layer layer)
{
    constexpr std::array<int, allLayers.size()> ranks{3, 2, 0, 1};
    return ranks.at(static_cast<std::size_t>(layer));
}

std::vector<Layer> layersByRank()
{
    std::vector<Layer> layers(allLayers.begin(), allLayers.end());
    std::ranges::sort(layers, std::ranges::greater(), rankOf);
    return layers;
}

} // namespace Decayscope
