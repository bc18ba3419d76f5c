// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <string_view>

namespace Decayscope {

enum class DatabaseEngine : quint8 { Unknown, Postgres, Sqlite, MySql, MongoDb, SqlServer, Oracle, Redis };

/// "PostgreSQL", "SQLite"; "an unknown engine".
[[nodiscard]] std::string_view engineTitle(DatabaseEngine engine);

/// The engine a connection URL or connection text is for; {} in it stands for what is not known. Unknown where it does
/// not say.
[[nodiscard]] DatabaseEngine engineOfUrl(std::string_view url);

/// The engine of a dialect, client, driver or back end's name: "postgresql+asyncpg", "better-sqlite3",
/// "django.db.backends.sqlite3".
[[nodiscard]] DatabaseEngine engineOfDialect(std::string_view dialect);

/// The engine a package or a module drives; drivers only: "asyncpg", "better-sqlite3".
[[nodiscard]] DatabaseEngine engineOfDriver(std::string_view package);

} // namespace Decayscope
