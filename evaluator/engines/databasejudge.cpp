// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databasejudge.h"

#include "databaseconnections.h"
#include "djangodata.h"
#include "sourceplaces.h"

#include <modules/startscript.h>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// What the connections of a project say about one engine.
class DatabaseJudging
{
public:
    DatabaseJudging(const ModuleGraph &graph, Constraint database)
        : m_graph(graph)
        , m_follower(graph, startScriptOf(graph.project()).environment)
        , m_asked(database == Constraint::Sqlite ? DatabaseEngine::Sqlite : DatabaseEngine::Postgres)
    {
        m_verdict.constraint = database;
    }

    ConstraintVerdict verdict()
    {
        m_connections = connectionsOf(m_follower);
        m_isConnected
            = std::ranges::any_of(m_connections, [this](const auto &found) { return found.engine == m_asked; });
        forgiveDjango();
        forgiveCaches();
        for (const auto &connection : m_connections)
            judge(connection);
        if (!m_isConnected)
            missing();
        m_verdict.compliant = m_verdict.violations.empty();
        m_verdict.reason = reason();
        return std::move(m_verdict);
    }

private:
    [[nodiscard]] QString title(DatabaseEngine engine) const { return sourceText(engineTitle(engine)); }

    [[nodiscard]] QString place(const EngineConnection &connection) const
    {
        return sourcePlace(m_graph, connection.file, connection.line);
    }

    void remark(const QString &text) { m_verdict.evidence.append(u"remark: "_s + text); }

    /// A template's DATABASES that no model and no migration uses holds no data.
    void forgiveDjango()
    {
        const auto isByOthers = std::ranges::any_of(
            m_connections, [this](const auto &found) { return found.engine == m_asked && !found.isDjango; });
        if (!isByOthers || storesWithDjango(m_follower))
            return;
        std::erase_if(m_connections, [this](const EngineConnection &found) {
            const auto isIdle = found.isDjango && found.engine != m_asked;
            if (isIdle)
                remark(u"Django's DATABASES (%1) holds no data: %2"_s.arg(title(found.engine), place(found)));
            return isIdle;
        });
    }

    /// Redis beside the engine asked for is a cache.
    void forgiveCaches()
    {
        if (!m_isConnected)
            return;
        std::erase_if(
            m_connections, [](const EngineConnection &found) { return found.engine == DatabaseEngine::Redis; });
    }

    void judge(const EngineConnection &connection)
    {
        const auto what = sourceText(connection.what);
        if (connection.engine == m_asked) {
            const auto known = connection.isHinted ? u", as the driver says"_s : QString();
            m_verdict.evidence.append(
                u"connects: "_s + placedAt(u"%1 (%2%3)"_s.arg(what, title(m_asked), known), place(connection)));
        } else if (connection.engine == DatabaseEngine::Unknown) {
            remark(u"%1 connects to an engine that its URL does not tell"_s.arg(place(connection)));
        } else {
            const auto how = connection.isFallback ? u" in some cases"_s : QString();
            violate(connection.file, connection.line, u"engine-other"_s,
                u"%1 connects to %2%3; the task asks for %4."_s.arg(
                    what, title(connection.engine), how, title(m_asked)));
        }
    }

    void missing()
    {
        const auto unknown = std::ranges::find(m_connections, DatabaseEngine::Unknown, &EngineConnection::engine);
        const auto text = unknown == m_connections.end()
            ? u"No code that the server runs connects to %1."_s.arg(title(m_asked))
            : u"%1 connects to an engine that its URL does not tell; nothing connects to %2 for sure."_s.arg(
                  place(*unknown), title(m_asked));
        m_verdict.violations.insert(m_verdict.violations.begin(),
            Violation{.constraint = m_verdict.constraint,
                .file = {},
                .line = 0,
                .reason = text,
                .rule = u"engine-missing"_s});
    }

    void violate(int file, int line, const QString &rule, const QString &text)
    {
        m_verdict.violations.push_back({.constraint = m_verdict.constraint,
            .file = sourcePath(m_graph, file),
            .line = line,
            .reason = text,
            .rule = rule});
    }

    [[nodiscard]] QString reason() const
    {
        if (m_verdict.compliant)
            return u"The server connects to %1 and to no other engine."_s.arg(title(m_asked));
        return m_verdict.violations.front().reason;
    }

    const ModuleGraph &m_graph;
    ValueFollower m_follower;
    DatabaseEngine m_asked;
    std::vector<EngineConnection> m_connections;
    bool m_isConnected = false;
    ConstraintVerdict m_verdict;
};

} // namespace

ConstraintVerdict judgeDatabase(const ModuleGraph &graph, Constraint database)
{
    return DatabaseJudging(graph, database).verdict();
}

} // namespace Decayscope
