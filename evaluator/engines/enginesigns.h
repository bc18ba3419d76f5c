// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "databaseengine.h"

namespace Decayscope {

/// What tells which engine a connecting call connects to.
enum class EngineSource : quint8 {
    Driver, ///< The call itself: its package knows one engine.
    Arguments, ///< A URL, a dialect or an object with one, among its arguments.
    Prisma, ///< schema.prisma
};

/// A call of an outside package that opens connections, or prepares to.
struct EngineSign
{
    std::string_view package;
    std::string_view name; ///< Its name there or the last member of it; "" for the package or its default export.
    DatabaseEngine engine = DatabaseEngine::Unknown; ///< Of drivers.
    EngineSource source = EngineSource::Driver;
};

/// The sign of a callee by its origin; null where it opens no connection.
[[nodiscard]] const EngineSign *engineSign(std::string_view package, std::string_view name);

/// The engine that a plugin of a web framework connects to, once it is registered; Unknown for other packages.
[[nodiscard]] DatabaseEngine engineOfPlugin(std::string_view package);

} // namespace Decayscope
