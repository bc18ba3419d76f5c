// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportcontext.h"

namespace Decayscope {

// The sections of a report, each from the file that makes it; one without blocks has nothing to say.

[[nodiscard]] ReportSection summarySection(const ReportContext &context);
[[nodiscard]] ReportSection decaySection(const ReportContext &context);
[[nodiscard]] ReportSection constraintsSection(const ReportContext &context);
[[nodiscard]] ReportSection frameworksSection(const ReportContext &context);
[[nodiscard]] ReportSection verifiersSection(const ReportContext &context);
[[nodiscard]] ReportSection featuresSection(const ReportContext &context);
[[nodiscard]] ReportSection tokensSection(const ReportContext &context);
[[nodiscard]] ReportSection terminationSection(const ReportContext &context);
[[nodiscard]] ReportSection failuresSection(const ReportContext &context);
[[nodiscard]] ReportSection agreementSection(const ReportContext &context);
[[nodiscard]] ReportSection analysesSection(const ReportContext &context);
[[nodiscard]] ReportSection coverageSection(const ReportContext &context);
[[nodiscard]] ReportSection methodSection(const ReportContext &context);
[[nodiscard]] ReportSection provenanceSection(const ReportContext &context);

} // namespace Decayscope
