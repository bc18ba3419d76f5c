// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "patchtext.h"

#include <domain/layer.h>

#include <array>
#include <optional>

namespace Decayscope {

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
};

[[nodiscard]] LayerAnalysis analyseLayers(const PatchText &patch);

} // namespace Decayscope
