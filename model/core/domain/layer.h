// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>
#include <vector>

namespace Decayscope {

/// A layer of Clean Architecture, in the order in which a path that names several is given one by the study.
enum class Layer : quint8 { Routes, Services, Models, Repositories };

inline constexpr std::array allLayers{Layer::Routes, Layer::Services, Layer::Models, Layer::Repositories};

/// Such as "routes".
[[nodiscard]] QString layerName(Layer layer);

/// 3 for routes, 2 for services, 1 for repositories, 0 for models; a layer may import from its own rank and below.
[[nodiscard]] int rankOf(Layer layer);

/// All layers, the highest rank first.
[[nodiscard]] std::vector<Layer> layersByRank();

/// How many of the four layers a project needs.
inline constexpr int layersNeeded = 3;

} // namespace Decayscope
