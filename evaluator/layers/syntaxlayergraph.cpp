// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerreading.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

int placeOf(const std::vector<Layer> &order, Layer layer)
{
    return static_cast<int>(std::ranges::find(order, layer) - order.begin());
}

LayerGraph::Edge &edgeBetween(LayerGraph &graph, int from, int to)
{
    const auto known = std::ranges::find_if(
        graph.edges, [=](const LayerGraph::Edge &edge) { return edge.from == from && edge.to == to; });
    if (known != graph.edges.end())
        return *known;
    graph.edges.push_back({.from = from, .to = to, .imports = 0, .isOffending = false, .file = {}, .line = 0});
    return graph.edges.back();
}

} // namespace

LayerGraph syntaxLayerGraph(const ModuleGraph &graph)
{
    const auto &files = graph.project().files;
    const auto layers = readLayers(graph);
    const auto order = layersByRank();
    LayerGraph result;
    result.nodes.reserve(order.size());
    for (const auto layer : order)
        result.nodes.push_back({.name = layerName(layer), .rank = rankOf(layer), .files = {}});
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (layers[i].layer) {
            auto &node = result.nodes[static_cast<std::size_t>(placeOf(order, *layers[i].layer))];
            node.files.append(QString::fromStdString(files[i].path));
        }
    }
    for (const auto &edge : graph.edges()) {
        const auto from = layers[static_cast<std::size_t>(edge.from)].layer;
        const auto to = layers[static_cast<std::size_t>(edge.to)].layer;
        if (!from || !to || *from == *to)
            continue;
        auto &drawn = edgeBetween(result, placeOf(order, *from), placeOf(order, *to));
        if (drawn.imports++ > 0)
            continue;
        drawn.isOffending = rankOf(*to) > rankOf(*from);
        drawn.file = QString::fromStdString(files[static_cast<std::size_t>(edge.from)].path);
        drawn.line = edge.line;
    }
    return result;
}

LayerGraph syntaxLayerGraphOfPatch(QByteArrayView patch)
{
    const auto project = SourceProject::ofPatch(patch);
    return syntaxLayerGraph(ModuleGraph(project));
}

} // namespace Decayscope
