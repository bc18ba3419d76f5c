// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studyreport.h"

#include "htmlreport.h"
#include "pdfreport.h"
#include "reportbuilder.h"

namespace Decayscope {

Result<QByteArray> studyReport(const StudySnapshot &study, const std::shared_ptr<const LabelBook> &labels,
    const StudyReportRequest &request, StudyReportFormat format, const Progress &progress)
{
    const auto report = reportDocument(study, labels, request, progress);
    if (!report)
        return std::unexpected(report.error());
    return format == StudyReportFormat::Html ? htmlReport(*report, progress) : pdfReport(*report, progress);
}

} // namespace Decayscope
