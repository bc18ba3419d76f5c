// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <engines/databasejudge.h>
#include <engines/ormjudge.h>

namespace Decayscope::Test {

/// A project written as one text: lines "== path" begin its files.
[[nodiscard]] SourceProject projectOf(std::string_view text);

/// A verdict as lines: "kept" or "broken", then "file:line rule: reason", then the evidence.
[[nodiscard]] QStringList verdictLines(const ConstraintVerdict &verdict);

/// The verdict on a project by a constraint's name.
[[nodiscard]] QStringList judgedLines(QStringView constraint, const SourceProject &project);

/// Reads the rows of a file in judged/ as test data. Each begins with "### constraint name", then come the files of its
/// project as projectOf() reads them, then ">>>" and the lines of the expected verdict; "#### " begins a group.
void addJudgedRows(const QString &file);

/// Compares the row at hand, and prints what was found where it is something else.
void compareJudgedRow();

} // namespace Decayscope::Test
