// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportdocument.h"

namespace Decayscope {

/// Every text that stands in a report or behind its figures, whatever the format shows of it.
[[nodiscard]] QStringList textsOf(const ReportDocument &report);

} // namespace Decayscope
