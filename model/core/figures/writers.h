// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablespec.h"

namespace Decayscope {

// One writer per format; each ends with a newline.

[[nodiscard]] QString plainTable(const TableSpec &table);
[[nodiscard]] QString markdownTable(const TableSpec &table);
[[nodiscard]] QString latexTable(const TableSpec &table);
[[nodiscard]] QString htmlTable(const TableSpec &table);
[[nodiscard]] QByteArray csvTable(const TableSpec &table);
[[nodiscard]] QByteArray jsonTable(const TableSpec &table);

} // namespace Decayscope
