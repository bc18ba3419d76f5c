// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layergraph.h"

#include "importscanner.h"
#include "layerrules.h"
#include "textscan.h"

#include <algorithm>

namespace Decayscope {

namespace {

class GraphBuilder
{
public:
    GraphBuilder()
    {
        for (const auto layer : m_layers)
            m_graph.nodes.push_back({.name = layerName(layer), .rank = rankOf(layer), .files = {}});
    }

    void add(const PatchedFile &file)
    {
        const auto layer = layerOfFile(file.path);
        if (!layer)
            return;
        const auto path = textOf(file.path);
        m_graph.nodes[static_cast<std::size_t>(placeOf(*layer))].files.append(path);
        for (const auto &import : findImports(file.added)) {
            const auto target = layerOfImport(import.target);
            if (target && *target != *layer)
                count(*layer, *target, path, file.lineAt(import.offset));
        }
    }

    [[nodiscard]] LayerGraph finish() { return std::move(m_graph); }

private:
    [[nodiscard]] int placeOf(Layer layer) const
    {
        return static_cast<int>(std::ranges::find(m_layers, layer) - m_layers.begin());
    }

    void count(Layer from, Layer to, const QString &file, int line)
    {
        const int start = placeOf(from);
        const int end = placeOf(to);
        const auto known = std::ranges::find_if(
            m_graph.edges, [=](const LayerGraph::Edge &edge) { return edge.from == start && edge.to == end; });
        if (known != m_graph.edges.end())
            ++known->imports;
        else
            m_graph.edges.push_back({start, end, 1, rankOf(to) > rankOf(from), file, line});
    }

    std::vector<Layer> m_layers = layersByRank();
    LayerGraph m_graph;
};

} // namespace

LayerGraph layerGraph(QByteArrayView patch)
{
    GraphBuilder builder;
    for (const auto &file : readPatch(patch).files)
        builder.add(file);
    return builder.finish();
}

} // namespace Decayscope
