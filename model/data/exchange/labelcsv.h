// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelfiles.h"

namespace Decayscope {

// The bytes of one format each; rows are those to write, in their order.

[[nodiscard]] QByteArray failureCsv(const LabelBook &book, std::span<const LabelRow> rows);
[[nodiscard]] QByteArray subcategoryCsv(const LabelBook &book, std::span<const LabelRow> rows);
[[nodiscard]] QByteArray longCsv(const LabelBook &book, std::span<const LabelRow> rows, std::span<const Run> runs);
[[nodiscard]] QByteArray wideCsv(const LabelBook &book, std::span<const LabelRow> rows, std::span<const Run> runs);
[[nodiscard]] QByteArray labelJsonLines(
    const LabelBook &book, std::span<const LabelRow> rows, std::span<const Run> runs);

} // namespace Decayscope
