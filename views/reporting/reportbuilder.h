// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportdocument.h"
#include "studyreport.h"

namespace Decayscope {

/// What a report of a study says, the same for every format. Errors: Refused where an anonymous report
/// would hold an identity, Cancelled.
[[nodiscard]] Result<ReportDocument> reportDocument(const StudySnapshot &study,
    const std::shared_ptr<const LabelBook> &labels, const StudyReportRequest &request, const Progress &progress);

} // namespace Decayscope
