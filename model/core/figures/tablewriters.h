// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablelook.h"
#include "tablespec.h"

namespace Decayscope {

enum class TableFormat : quint8 { Text, Csv, Json, Latex, Markdown, Html };

[[nodiscard]] std::optional<TableFormat> tableFormatFromName(QStringView name);

/// The names of all formats as the command line takes them.
[[nodiscard]] QStringList tableFormatNames();

/// A table in a format, UTF-8, ending with a newline. JSON and CSV carry every column unrounded, whatever the look; the
/// others carry the columns meant for people in the forms that the look asks for, intervals cut to what shares (0–100)
/// and their differences (±100) can be, and the notes below. CSV (RFC 4180) has no place for notes: a table with a
/// caveat gets it as a last column `caveat`. LaTeX says in a comment which packages it needs; with a caption or a label
/// it is a table environment, else a tabular.
[[nodiscard]] QByteArray writeTable(const TableSpec &table, TableFormat format, const TableLook &look = {});

} // namespace Decayscope
