// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "patchtext.h"

#include <QString>

#include <array>
#include <optional>

namespace Decayscope {

/// A layer of Clean Architecture, in the order in which a path that names several is given one.
enum class Layer : quint8 { Routes, Services, Models, Repositories };

inline constexpr std::array allLayers{Layer::Routes, Layer::Services, Layer::Models, Layer::Repositories};

/// Such as "routes".
[[nodiscard]] QString layerName(Layer layer);

/// 3 for routes, 2 for services, 1 for repositories, 0 for models; a layer may import from its own rank and below.
[[nodiscard]] int rankOf(Layer layer);

/// The layer of a file by its directories, in any case of letters.
[[nodiscard]] std::optional<Layer> layerOfFile(std::string_view path);

/// The layer an import names, in dotted or slashed spelling.
[[nodiscard]] std::optional<Layer> layerOfImport(std::string_view target);

/// An import that goes up a layer.
struct LayerViolation
{
    QString file;
    int line = 0; ///< 1-based in the file after the patch; 0 where it has none there.
    Layer fileLayer = Layer::Routes;
    QString imports;
    Layer targetLayer = Layer::Routes;

    bool operator==(const LayerViolation &) const = default;
};

/// Which layers a patch has, and which imports go up; source: method.md, "Static verifiers, reference mode".
struct LayerAnalysis
{
    std::array<int, allLayers.size()> sections{}; ///< Sections of the patch that name each layer.
    std::vector<LayerViolation> violations; ///< In the study's order: by file, then by kind of import.

    [[nodiscard]] int sectionsOf(Layer layer) const { return sections.at(static_cast<std::size_t>(layer)); }
    /// How many of the four layers are there, 0–4.
    [[nodiscard]] int layersFound() const;

    static constexpr int layersNeeded = 3;
};

[[nodiscard]] LayerAnalysis analyseLayers(const PatchText &patch);

} // namespace Decayscope
