// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportdocument.h"

#include <base/progress.h>
#include <base/result.h>

namespace Decayscope {

/// A report as one HTML file, UTF-8: its figures inside as SVG, without scripts and without references to anything
/// outside; also well-formed XML. Needs a QApplication. Errors: a font that is not installed, Cancelled.
[[nodiscard]] Result<QByteArray> htmlReport(const ReportDocument &report, const Progress &progress);

} // namespace Decayscope
