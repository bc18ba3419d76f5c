// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people and judges said of failed runs; only where there are labels.

#include "reportsections.h"
#include "reportwords.h"

#include <figures/studytables.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QStringList annotatorsOf(const ReportContext &context)
{
    return context.labels() ? context.labels()->annotators() : QStringList();
}

/// The table of the annotator whose labels the figure shows, too.
std::optional<TableSpec> ofFirst(std::optional<TableSpec> table, const QString &annotator)
{
    if (!table)
        return {};
    const auto column = table->columnOf(u"annotator");
    if (!column)
        return table;
    std::erase_if(table->rows, [&](const TableRow &row) { return row.cells[*column] != Cell(annotator); });
    table->columns[*column].forPeople = false;
    return table;
}

} // namespace

ReportSection failuresSection(const ReportContext &context)
{
    ReportSection section{.id = u"failures"_s, .title = u"Why runs failed"_s};
    const auto annotators = annotatorsOf(context);
    if (annotators.isEmpty())
        return section;
    auto fine = context.figureRequest();
    fine.fineTaxonomy = true;
    add(section, context.figure(u"taxonomy"));
    add(section, context.figure(u"taxonomy", fine));
    add(section, ofFirst(context.table(u"taxonomy"), annotators.first()));
    if (section.blocks.empty())
        return section;
    section.blocks.insert(section.blocks.begin(),
        ReportParagraph{.text
            = u"Failed runs were read and given one reason each, logic errors also a kind. Labels shown here are those of %1."_s
                .arg(annotators.first())});
    return section;
}

ReportSection agreementSection(const ReportContext &context)
{
    ReportSection section{.id = u"agreement"_s, .title = u"Agreement of annotators"_s};
    if (annotatorsOf(context).size() < 2)
        return section;
    add(section, context.figure(u"agreement"));
    add(section, context.table(u"agreement"));
    if (section.blocks.empty())
        return section;
    section.blocks.insert(section.blocks.begin(),
        ReportParagraph{.text
            = u"How far two annotators who labelled the same runs say the same. Cohen’s κ is 1 where they always do and 0 where they do as often as chance would; below 0.6 labels are usually not relied on."_s});
    return section;
}

} // namespace Decayscope
