// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablelook.h"
#include "tablespec.h"

namespace Decayscope {

// One writer per format; each ends with a newline.

[[nodiscard]] QString plainTable(const TableSpec &table, const TableLook &look);
[[nodiscard]] QString markdownTable(const TableSpec &table, const TableLook &look);
[[nodiscard]] QString latexTable(const TableSpec &table, const TableLook &look);
[[nodiscard]] QString htmlTable(const TableSpec &table, const TableLook &look);
[[nodiscard]] QByteArray csvTable(const TableSpec &table);
[[nodiscard]] QByteArray jsonTable(const TableSpec &table);

/// A number for markup: its hyphens are minus signs.
[[nodiscard]] QString withMinus(QString number);

/// A sentence for markup: a hyphen between a space and a digit is a minus sign.
[[nodiscard]] QString withMinusSigns(QString sentence);

} // namespace Decayscope
