// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <QStringList>

namespace Decayscope {

/// The schema this program writes: the number of its last migration.
[[nodiscard]] int newestSchema();

/// The statements of a migration, 1 … newestSchema().
[[nodiscard]] QStringList migrationStatements(int schema);

/// Brings an open database up to date where it may be written, makes the schema of an empty one where it may be
/// created, and refuses everything else. Errors: Damaged (no store), TooNew, Busy, ReadOnly (old, but cannot be
/// changed).
[[nodiscard]] Result<> checkSchema(Connection &connection, OpenMode mode);

/// Runs the migrations from one schema to another, ends included. Within the caller's transaction.
[[nodiscard]] Result<> applyMigrations(Connection &connection, int first, int last);

/// The schema number of an open store.
[[nodiscard]] Result<int> schemaOf(Connection &connection);

} // namespace Decayscope
