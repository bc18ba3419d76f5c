// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filenames.h"

#include <modules/modulegraph.h>

#include <deque>
#include <memory>

namespace Decayscope {

/// Where a value stands: whose names it speaks in.
struct ValuePlace
{
    int file = 0; ///< Index into SourceProject::files.
    std::string className;
    std::string functionName;
    int line = 0;
};

/// A value that was followed to where it is written.
struct PlacedValue
{
    const SourceValue *value = nullptr; ///< As long as its ValueFollower and the project live.
    ValuePlace place;
    bool isGiven = false; ///< From the environment the server is started with: no default counts beside it.
};

/// A text that a value can be, {} where a part is not known.
struct FollowedText
{
    std::string text;
    ValuePlace place;
    bool isGiven = false;
    bool isHint = false; ///< Not what it is, but what it is compared with or replaced by: for want of better.
};

/// Follows values through names, imports, classes, functions and the environment. Nothing is run; each question takes a
/// bounded number of steps, so that odd code gives fewer answers and no long wait. The graph must live as long.
class ValueFollower
{
public:
    ValueFollower(const ModuleGraph &graph, std::map<std::string, std::string> environment);

    [[nodiscard]] const ModuleGraph &graph() const { return m_graph; }
    [[nodiscard]] const std::map<std::string, std::string> &environment() const { return m_environment; }
    [[nodiscard]] const FileFacts &facts(int file) const;
    [[nodiscard]] const FileNames &names(int file);

    /// The file itself and the first of the production files that import it.
    [[nodiscard]] const std::vector<int> &callersOf(int file) const;

    /// The values it can be: no names of the project any more, as far as they could be followed. Alternatives that
    /// only tests take are left out.
    [[nodiscard]] std::vector<PlacedValue> valuesOf(const SourceValue &value, const ValuePlace &place);

    /// The texts it can be; what is only a hint stands there only if nothing better is known. Wholly unknown ones are
    /// "{}".
    [[nodiscard]] std::vector<FollowedText> textsOf(const SourceValue &value, const ValuePlace &place);

    /// The outside package that what a name stands for comes from, through variables that hold what it gave:
    /// {"sqlite3", "connect()"} for `conn` and {"sqlite3", "connect().cursor"} for `conn.cursor` after
    /// `conn = sqlite3.connect(path)`, {"sqlalchemy", "orm.Session"} for a parameter of that type.
    [[nodiscard]] std::optional<ModuleGraph::Origin> originOf(std::string_view dottedName, const ValuePlace &place);

    /// Keeps a value that stands nowhere in the code for as long as the follower lives.
    [[nodiscard]] const SourceValue *keep(SourceValue value);

    /// The origin of a call's callee, also where the callee is a member of what another call gave:
    /// {"sqlite3", "connect().cursor().execute"}.
    [[nodiscard]] std::optional<ModuleGraph::Origin> originOfCall(const CallFact &call, int file);

    /// The origin of what a value that was followed names or is given by.
    [[nodiscard]] std::optional<ModuleGraph::Origin> originOfValue(
        const SourceValue &value, const ValuePlace &place, int depth = 0);

private:
    [[nodiscard]] std::optional<ModuleGraph::Origin> originOfVariable(
        std::string_view dottedName, const ValuePlace &place);
    [[nodiscard]] std::optional<ModuleGraph::Origin> originOfParameter(
        std::string_view dottedName, const ValuePlace &place);

    const ModuleGraph &m_graph;
    std::map<std::string, std::string> m_environment;
    std::vector<std::unique_ptr<FileNames>> m_names; ///< Made when they are asked for.
    std::vector<std::vector<int>> m_callers;
    std::deque<SourceValue> m_made;
    std::unordered_map<std::string, std::optional<ModuleGraph::Origin>> m_origins;
    int m_originDepth = 0; ///< Of the origins that are looked for to find another.
};

/// Where a fact stands.
[[nodiscard]] ValuePlace placeOf(int file, const SourceScope &scope, int line);

/// The callee as written, with the call before it where it begins with one: "knex().where".
[[nodiscard]] std::string calleeText(const CallFact &call);

} // namespace Decayscope
