// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportdocument.h"
#include "studyreport.h"

#include <analyses/analysis.h>

namespace Decayscope {

/// What tables of a made-up study say; a report says it at its head.
inline constexpr QStringView sampleCaveat = u"These numbers are a sample, made up: no agent produced them.";

/// What every section of a report is made from; in anonymous reports a study without identities.
class ReportContext
{
public:
    ReportContext(
        const StudySnapshot &study, std::shared_ptr<const LabelBook> labels, const StudyReportRequest &request);

    [[nodiscard]] const StudySnapshot &study() const { return m_study; }
    [[nodiscard]] const StudyReportRequest &request() const { return m_request; }
    /// Null: there are none.
    [[nodiscard]] const LabelBook *labels() const { return m_labels.get(); }

    [[nodiscard]] QString studyFingerprint() const; ///< studyHash() of the runs and of the labels.

    /// The runs of the filter as the verifiers of the request judge them.
    [[nodiscard]] const std::vector<Run> &runs() const { return m_runs; }

    [[nodiscard]] FigureRequest figureRequest() const;
    [[nodiscard]] TableOptions tableOptions() const;
    [[nodiscard]] AnalysisRequest analysisRequest() const;

    /// A figure of the catalogue as a block; none where it has no point or cannot be built.
    [[nodiscard]] std::optional<ReportBlock> figure(QStringView name) const;
    [[nodiscard]] std::optional<ReportBlock> figure(QStringView name, const FigureRequest &request) const;

    /// A table of the catalogue; none where it has no row or cannot be built.
    [[nodiscard]] std::optional<TableSpec> table(QStringView name) const;

private:
    const StudySnapshot &m_study;
    std::shared_ptr<const LabelBook> m_labels;
    StudyReportRequest m_request;
    std::vector<Run> m_runs;
};

/// A figure as it is to stand in a report; none for one without a point.
[[nodiscard]] std::optional<ReportBlock> figureBlock(FigureSpec figure);

/// Adds a block where there is one; tables without what stands at the report's head.
void add(ReportSection &section, std::optional<ReportBlock> block);
void add(ReportSection &section, std::optional<TableSpec> table);

} // namespace Decayscope
