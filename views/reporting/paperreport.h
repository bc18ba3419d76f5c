// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paperflow.h"
#include "reportdocument.h"

#include <base/progress.h>
#include <base/result.h>

namespace Decayscope {

/// A report laid into pages of A4: a title page with the contents, the sections, what stands above and below. Errors: a
/// font that is not installed, Cancelled.
[[nodiscard]] Result<std::vector<std::vector<PaperItem>>> paperPages(
    const ReportDocument &report, const Progress &progress);

} // namespace Decayscope
