// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "textunits.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace Decayscope {

/// Names as a tree of letters, found at a place of a text in one walk. Separators inside of a name, and those one may
/// write between its letters and digits, can be others in the text or missing.
class NameTree
{
public:
    NameTree();

    void add(QStringView name);

    /// Whether a name can begin with this unit.
    [[nodiscard]] bool begins(const TextUnit &unit) const { return unit.isWord() && child(0, unit.folded) >= 0; }

    /// The end of the longest name that begins at a place, with what belongs to it ("gpt" takes "-4o-mini" along);
    /// nothing where none begins there. `first` is the unit at the place.
    template <typename Text>
    [[nodiscard]] std::optional<qsizetype> endOfName(Text text, qsizetype place, const TextUnit &first) const;

private:
    struct Node
    {
        std::map<char32_t, int> children;
        int separator = -1; ///< The node behind a separator; -1 for none.
        bool isEnd = false;
    };

    [[nodiscard]] int child(int node, char32_t letter) const;
    [[nodiscard]] std::vector<int> behindSeparator(const std::vector<int> &nodes) const;
    [[nodiscard]] std::vector<int> behindLetter(const std::vector<int> &nodes, char32_t letter) const;
    [[nodiscard]] bool hasEnd(const std::vector<int> &nodes) const;
    int grown(int node, char32_t letter);
    int grownSeparator(int node);

    std::vector<Node> m_nodes;
};

} // namespace Decayscope
