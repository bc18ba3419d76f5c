// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <modules/modulegraph.h>

#include <unordered_set>

namespace Decayscope {

enum class StorageRole : quint8 {
    None,
    Connects,
    Queries,
    Sends ///< A text of SQL that reads or writes data.
};

/// What is known of the files of a project as far as storage is concerned, by their index.
struct StorageFiles
{
    std::vector<bool> importing; ///< Import an ORM or a driver.
    std::vector<bool> tables; ///< Declare tables of an ORM: calls of their classes are queries. Empty if not known yet.

    [[nodiscard]] static StorageFiles of(const ModuleGraph &graph);
};

/// Tells what code of a file does with stored data. The graph must live as long.
class StorageReader
{
public:
    StorageReader(const ModuleGraph &graph, int file, const StorageFiles &files);

    [[nodiscard]] StorageRole roleOf(const CallFact &call) const;

    /// The line of the first text in a file near storage that is a statement of SQL on data.
    [[nodiscard]] std::optional<int> statement() const;

private:
    [[nodiscard]] bool isTable(std::string_view receiver) const;
    [[nodiscard]] bool isSession(const CallFact &call, std::string_view receiver) const;

    const ModuleGraph &m_graph;
    int m_file;
    const FileFacts &m_facts;
    bool m_isNear = false; ///< Imports storage, or a project file that does.
    std::unordered_set<std::string_view> m_tables; ///< Names of this file that come from files with tables.
    std::unordered_set<std::string> m_sessions; ///< Parameters and variables that are sessions or connections.
};

} // namespace Decayscope
