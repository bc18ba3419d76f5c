// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <modules/modulegraph.h>

#include <QStringList>

namespace Decayscope::Test {

/// From path → text.
using ProjectTexts = std::map<std::string, std::string>;

/// "app/a.py:3 -> app/b.py [X, Y as Z] (type only) through app/__init__.py", one line an edge.
[[nodiscard]] QStringList edgeLines(const ProjectTexts &texts);

/// "app/a.py:3 -> sqlalchemy.orm [Session]", one line an import of a package.
[[nodiscard]] QStringList packageLines(const ProjectTexts &texts);

/// "run.py, app/main.py | app/main.py, run.py": what is started, and what is reached.
[[nodiscard]] QString reachLine(const ProjectTexts &texts);

/// "app/b.py User" or "-".
[[nodiscard]] QString definitionLine(const ProjectTexts &texts, const char *file, const char *name);

/// "sqlalchemy create_engine" or "-".
[[nodiscard]] QString originLine(const ProjectTexts &texts, const char *file, const char *name);

} // namespace Decayscope::Test
