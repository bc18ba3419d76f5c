// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledtable.h"

#include <figures/cardwords.h>
#include <figures/tablewriters.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array bundledFormats{std::pair{TableFormat::Latex, "tex"_L1}, std::pair{TableFormat::Csv, "csv"_L1},
    std::pair{TableFormat::Markdown, "md"_L1}, std::pair{TableFormat::Html, "html"_L1}};

void addTable(BundledPart &part, const TableSpec &table, const QString &path, const BundleContext &context)
{
    auto look = context.plan.tables;
    look.caption.clear();
    look.label = u"tab:"_s + part.name;
    for (const auto &[format, ending] : bundledFormats)
        part.files.push_back({.path = QString(path % u'.' % ending), .content = writeTable(table, format, look)});
    part.words = estimatorSentence(table.card, table.card.interval);
    if (part.words.isEmpty())
        part.words = table.notes.value(0);
}

} // namespace

BundledPart tablePart(const TableInfo &info, const BundleContext &context)
{
    BundledPart part{.name = info.name, .title = info.title, .words = {}, .warnings = {}, .files = {}, .missing = {}};
    const auto &plan = context.plan;
    const auto table = buildTable(info.name, *context.data.study,
        {.filter = plan.filter, .mode = plan.mode, .verifiers = plan.verifiers, .labels = context.data.labels});
    if (!table)
        part.missing = table.error().message;
    else if (table->rows.empty())
        part.missing = u"It has no rows. "_s + table->notes.value(0);
    else
        addTable(part, *table, u"tables/"_s + info.name, context);
    return part;
}

AnalysisPart analysisPart(const AnalysisInfo &info, const BundleContext &context)
{
    AnalysisPart made{
        .part = {.name = info.name, .title = info.title, .words = {}, .warnings = {}, .files = {}, .missing = {}},
        .figure = {}};
    const auto &plan = context.plan;
    auto analysis = buildAnalysis(info.name, *context.data.study,
        {.filter = plan.filter, .mode = plan.mode, .verifiers = plan.verifiers, .plan = {}});
    if (!analysis || analysis->table.rows.empty()) {
        made.part.missing
            = analysis ? u"It has no rows. "_s + analysis->table.notes.value(0) : analysis.error().message;
        return made;
    }
    addTable(made.part, analysis->table, u"analyses/"_s + info.name, context);
    for (auto &file : analysis->files)
        made.part.files.push_back(
            {.path = u"analyses/%1/%2"_s.arg(info.name, file.name), .content = std::move(file.content)});
    made.figure = std::move(analysis->figure);
    return made;
}

} // namespace Decayscope
