// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <vector>

namespace Decayscope {

/// A value of a YAML or JSON document and where it begins.
struct YamlNode
{
    enum class Kind : quint8 { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    int line = 0; ///< From 1.
    int column = 0; ///< From 1.
    QString text; ///< Of a scalar.
    std::vector<std::size_t> children; ///< Of a list its values, of a map keys and values by turns.
};

/// A YAML or JSON document that somebody else wrote, within bounds: 4 MB, 64 levels, 300,000 values and 100
/// aliases.
class YamlTree
{
public:
    /// `origin` names the document in messages. Errors: InvalidInput with line and column, Refused beyond the bounds.
    [[nodiscard]] static Result<YamlTree> parsed(QByteArrayView text, const QString &origin);

    [[nodiscard]] const YamlNode &root() const { return m_nodes.front(); }
    [[nodiscard]] const YamlNode &node(std::size_t index) const { return m_nodes[index]; }

    /// The value of a map's key; null where the node is no map or has no such key.
    [[nodiscard]] const YamlNode *member(const YamlNode &map, QStringView key) const;

    /// InvalidInput, naming the document and the node's place.
    [[nodiscard]] std::unexpected<Error> fault(const YamlNode &node, const QString &sentence) const;

private:
    explicit YamlTree(std::vector<YamlNode> nodes, QString origin);

    std::vector<YamlNode> m_nodes; ///< The root first, and at least that.
    QString m_origin;
};

} // namespace Decayscope
