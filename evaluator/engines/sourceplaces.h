// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <modules/modulegraph.h>

#include <QString>

namespace Decayscope {

/// "app/db.py:12"
[[nodiscard]] QString sourcePlace(const ModuleGraph &graph, int file, int line);

/// "psycopg2.connect (PostgreSQL) at app/db.py:12"
[[nodiscard]] QString placedAt(const QString &what, const QString &place);

[[nodiscard]] QString sourcePath(const ModuleGraph &graph, int file);

/// Text of the code; what is not UTF-8 is replaced.
[[nodiscard]] QString sourceText(std::string_view text);

} // namespace Decayscope
