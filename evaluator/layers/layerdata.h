// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layersigns.h"

#include <unordered_map>
#include <unordered_set>

namespace Decayscope {

enum class DataShape : quint8 {
    Neutral, ///< Exceptions, protocols, empty classes.
    Data, ///< Fields, and methods that only turn them into other shapes.
    Table, ///< Of an ORM.
    Working ///< Has methods that do something.
};

/// Tells which classes and calls of a file declare data. The graph must live as long.
class DataReader
{
public:
    DataReader(const ModuleGraph &graph, int file);

    [[nodiscard]] DataShape shapeOf(const ClassFact &type) const;

    /// Whether a call declares a table: `sequelize.define("User", …)`, `User.init({…}, …)`, `Table("users", …)`.
    [[nodiscard]] bool declaresTable(const CallFact &call) const;

    /// Whether a function is one that data may have beside it: it reads, prints or checks itself, to judge by its name.
    [[nodiscard]] static bool isHarmless(std::string_view name);

private:
    [[nodiscard]] NameUse useOfBases(const ClassFact &type) const;

    const ModuleGraph &m_graph;
    int m_file;
    bool m_isSequelize = false;
    std::unordered_set<std::string_view> m_withColumns; ///< Classes in which columns are made.
    std::unordered_set<std::string_view> m_working; ///< Classes with functions that do something.
    std::unordered_set<std::string_view> m_withFields; ///< Classes whose instances are given members.
};

} // namespace Decayscope
