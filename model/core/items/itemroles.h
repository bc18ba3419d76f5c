// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace Decayscope {

/// What the item models of this folder answer beside the raw display value.
enum ItemRole {
    SortRole = Qt::UserRole, ///< A value to sort by; invalid where there is none.
    LowRole, ///< Lower end of the value's interval, or invalid.
    HighRole, ///< Upper end.
    ColorRole, ///< Index into the chart palette, or invalid.
    MarkRole ///< A short sign to stand after the text, or invalid.
};

} // namespace Decayscope
