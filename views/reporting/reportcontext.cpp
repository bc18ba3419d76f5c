// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcontext.h"

#include "reportlook.h"

#include <publishing/caption.h>
#include <publishing/provenance.h>
#include <stats/verifiermodes.h>

#include <algorithm>

namespace Decayscope {

namespace {

bool hasPoints(const FigureSpec &figure)
{
    return std::ranges::any_of(figure.series, [](const FigureSeries &series) { return !series.points.empty(); });
}

} // namespace

ReportContext::ReportContext(
    const StudySnapshot &study, std::shared_ptr<const LabelBook> labels, const StudyReportRequest &request)
    : m_study(study)
    , m_labels(std::move(labels))
    , m_request(request)
    , m_runs(judgedBy(request.verifiers, filtered(study.runs, request.filter)))
{ }

QString ReportContext::studyFingerprint() const
{
    return studyHash(m_study, m_labels.get());
}

FigureRequest ReportContext::figureRequest() const
{
    FigureRequest request;
    request.filter = m_request.filter;
    request.mode = m_request.mode;
    request.verifiers = m_request.verifiers;
    request.labels = m_labels;
    return request;
}

TableOptions ReportContext::tableOptions() const
{
    TableOptions options;
    options.filter = m_request.filter;
    options.mode = m_request.mode;
    options.verifiers = m_request.verifiers;
    options.labels = m_labels;
    return options;
}

AnalysisRequest ReportContext::analysisRequest() const
{
    AnalysisRequest request;
    request.filter = m_request.filter;
    request.mode = m_request.mode;
    request.verifiers = m_request.verifiers;
    return request;
}

std::optional<ReportBlock> ReportContext::figure(QStringView name) const
{
    return figure(name, figureRequest());
}

std::optional<ReportBlock> ReportContext::figure(QStringView name, const FigureRequest &request) const
{
    auto built = buildFigure(name, m_study, request);
    return built ? figureBlock(std::move(*built)) : std::nullopt;
}

std::optional<TableSpec> ReportContext::table(QStringView name) const
{
    auto built = buildTable(name, m_study, tableOptions());
    return built && !built->rows.empty() ? std::optional(std::move(*built)) : std::nullopt;
}

std::optional<ReportBlock> figureBlock(FigureSpec figure)
{
    if (!hasPoints(figure))
        return {};
    auto look = reportLook(figure);
    auto caption = captionText(figure);
    return ReportFigure{.figure = std::move(figure), .look = std::move(look), .caption = std::move(caption)};
}

void add(ReportSection &section, std::optional<ReportBlock> block)
{
    if (block)
        section.blocks.push_back(std::move(*block));
}

void add(ReportSection &section, std::optional<TableSpec> table)
{
    if (!table || table->rows.empty())
        return;
    table->notes.removeAll(sampleCaveat);
    section.blocks.emplace_back(ReportTable{.table = std::move(*table)});
}

} // namespace Decayscope
