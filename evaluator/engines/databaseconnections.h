// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "databaseengine.h"
#include "enginesigns.h"
#include "valuefollowing.h"

namespace Decayscope {

/// A place where code that the server runs opens a connection, or tells a framework to.
struct EngineConnection
{
    DatabaseEngine engine = DatabaseEngine::Unknown;
    std::string what; ///< As written: "psycopg2.connect", "SQLALCHEMY_DATABASE_URI".
    int file = 0;
    int line = 0;
    bool isFallback = false; ///< Under a condition, or one of several that a value can be.
    bool isDjango = false; ///< By Django's settings.
    bool isHinted = false; ///< The engine is known by the driver alone.
    const EngineSign *sign = nullptr; ///< Null for what is set in a configuration.
};

/// All connections of the reachable production code, by file and line; one for each engine that a place can connect to.
/// Where a place does not say the engine, the drivers that the project uses decide.
[[nodiscard]] std::vector<EngineConnection> connectionsOf(ValueFollower &follower);

/// The engines that a call's arguments speak of.
[[nodiscard]] std::vector<DatabaseEngine> enginesInArguments(
    ValueFollower &follower, const SourceValue &call, const ValuePlace &place);

/// The engines that the texts of a value are URLs of.
[[nodiscard]] std::vector<DatabaseEngine> enginesOfUrls(
    ValueFollower &follower, const SourceValue &value, const ValuePlace &place);

/// Whether a file counts for what the server runs.
[[nodiscard]] bool isServed(const ModuleGraph &graph, int file);

// The parts of connectionsOf().
void addCalledConnections(ValueFollower &follower, std::vector<EngineConnection> &found);
void addPluginConnection(ValueFollower &follower, const CallFact &call, int file, std::vector<EngineConnection> &found);
void addFlaskConnections(ValueFollower &follower, std::vector<EngineConnection> &found);
void addDjangoConnections(ValueFollower &follower, std::vector<EngineConnection> &found);
void settleByDrivers(const ModuleGraph &graph, std::vector<EngineConnection> &found);

} // namespace Decayscope
