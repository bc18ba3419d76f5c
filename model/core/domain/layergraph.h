// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace Decayscope {

/// The layers of a generated project and which imports which, as the architecture verifier sees it.
struct LayerGraph
{
    struct Node
    {
        QString name; ///< Such as "routes".
        int rank = 0; ///< Higher may import lower.
        QStringList files;

        bool operator==(const Node &) const = default;
    };

    struct Edge
    {
        int from = 0; ///< Indexes into `nodes`.
        int to = 0;
        int imports = 0;
        bool isOffending = false; ///< Goes up a rank.
        QString file; ///< Of the first such import.
        int line = 0;

        bool operator==(const Edge &) const = default;
    };

    std::vector<Node> nodes; ///< Highest rank first; every layer the verifier knows, also without files.
    std::vector<Edge> edges;

    bool operator==(const LayerGraph &) const = default;
};

} // namespace Decayscope
