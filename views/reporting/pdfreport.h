// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportdocument.h"

#include <base/progress.h>
#include <base/result.h>

namespace Decayscope {

/// A report as PDF, A4, with its figures as vectors and its fonts inside. Needs a QApplication. Errors: a font that is
/// not installed, Cancelled.
[[nodiscard]] Result<QByteArray> pdfReport(const ReportDocument &report, const Progress &progress);

} // namespace Decayscope
