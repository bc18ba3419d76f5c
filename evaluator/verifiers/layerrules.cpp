// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerrules.h"

#include "importscanner.h"
#include "textscan.h"

#include <algorithm>
#include <bit>
#include <string>

namespace Decayscope {

namespace {

using LayerBits = unsigned; ///< Bit n is the layer of value n: the lowest bit set is the layer that counts.

struct LayerWord
{
    std::string_view word;
    Layer layer;
};

constexpr std::array layerWords{
    LayerWord{"routes", Layer::Routes},
    LayerWord{"route", Layer::Routes},
    LayerWord{"handlers", Layer::Routes},
    LayerWord{"handler", Layer::Routes},
    LayerWord{"routers", Layer::Routes},
    LayerWord{"views", Layer::Routes},
    LayerWord{"services", Layer::Services},
    LayerWord{"service", Layer::Services},
    LayerWord{"usecases", Layer::Services},
    LayerWord{"use_cases", Layer::Services},
    LayerWord{"models", Layer::Models},
    LayerWord{"model", Layer::Models},
    LayerWord{"entities", Layer::Models},
    LayerWord{"entity", Layer::Models},
    LayerWord{"domain", Layer::Models},
    LayerWord{"repositories", Layer::Repositories},
    LayerWord{"repository", Layer::Repositories},
    LayerWord{"repos", Layer::Repositories},
    LayerWord{"data_access", Layer::Repositories},
    LayerWord{"data", Layer::Repositories},
    LayerWord{"dao", Layer::Repositories},
    LayerWord{"dal", Layer::Repositories},
};

constexpr auto longestWord
    = std::ranges::max(layerWords, {}, [](const auto &row) { return row.word.size(); }).word.size();

/// No letter outside ASCII becomes one of these words in lower case, so ASCII rules are enough here.
LayerBits bitsOfWord(std::string_view word)
{
    if (word.size() > longestWord)
        return 0;
    std::array<char, longestWord> lower{};
    std::ranges::transform(
        word, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto found = std::ranges::find(layerWords, std::string_view(lower.data(), word.size()), &LayerWord::word);
    return found == layerWords.end() ? 0U : 1U << static_cast<unsigned>(found->layer);
}

LayerBits layersOfFile(std::string_view path)
{
    LayerBits bits = 0;
    auto components = pathComponents(path);
    if (!components.empty())
        components.pop_back();
    for (const auto component : components)
        bits |= bitsOfWord(component);
    return bits;
}

std::optional<Layer> firstLayer(LayerBits bits)
{
    if (bits == 0)
        return std::nullopt;
    return static_cast<Layer>(std::countr_zero(bits));
}

void findViolations(const PatchedFile &file, Layer layer, std::vector<LayerViolation> &violations)
{
    const auto path = textOf(file.path);
    for (const auto &import : findImports(file.added)) {
        const auto target = layerOfImport(import.target);
        if (target && rankOf(*target) > rankOf(layer))
            violations.push_back({path, file.lineAt(import.offset), layer, textOf(import.target), *target});
    }
}

} // namespace

std::optional<Layer> layerOfFile(std::string_view path)
{
    return firstLayer(layersOfFile(path));
}

std::optional<Layer> layerOfImport(std::string_view target)
{
    LayerBits bits = 0;
    while (!target.empty()) {
        const auto end = std::min(target.find_first_of("./"), target.size());
        bits |= bitsOfWord(target.substr(0, end));
        target.remove_prefix(std::min(end + 1, target.size()));
    }
    return firstLayer(bits);
}

int LayerAnalysis::layersFound() const
{
    return static_cast<int>(std::ranges::count_if(sections, [](int count) { return count > 0; }));
}

LayerAnalysis analyseLayers(const PatchText &patch)
{
    LayerAnalysis analysis;
    for (const auto &path : patch.touchedPaths) {
        const auto bits = layersOfFile(path);
        for (std::size_t i = 0; i < allLayers.size(); ++i)
            analysis.sections.at(i) += static_cast<int>((bits >> i) & 1U);
    }
    for (const auto &file : patch.files) {
        if (const auto layer = layerOfFile(file.path))
            findViolations(file, *layer, analysis.violations);
    }
    return analysis;
}

} // namespace Decayscope
