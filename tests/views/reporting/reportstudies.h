// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <reporting/reportdocument.h>
#include <reporting/studyreport.h>

namespace Decayscope::Test {

/// What is written on a fixed day by a fixed program.
[[nodiscard]] StudyReportRequest aReportRequest();

/// Labels of all failed runs by the judge, and of every third by Ada and Grace, who mostly agree.
[[nodiscard]] std::shared_ptr<const LabelBook> someLabels(const StudySnapshot &study);

/// A study whose names are markup.
[[nodiscard]] StudySnapshot aHostileStudy();

/// A report line by line: "id Title", then a line a block.
[[nodiscard]] QStringList printedReport(const ReportDocument &report);

} // namespace Decayscope::Test
