// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablespec.h>

namespace Decayscope {

enum class TableFormat : quint8 { Text, Csv, Json, Latex, Markdown, Html };

[[nodiscard]] std::optional<TableFormat> tableFormatFromName(QStringView name);

/// The names of all formats as the command line takes them.
[[nodiscard]] QStringList tableFormatNames();

/// A table in a format, UTF-8, ending with a newline. JSON and CSV carry every column unrounded; the others carry the
/// columns meant for people, rounded to one decimal, with intervals in brackets and the notes below.
[[nodiscard]] QByteArray writeTable(const TableSpec &table, TableFormat format);

} // namespace Decayscope
