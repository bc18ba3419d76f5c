// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"

#include <stats/verifiermodes.h>

#include <algorithm>

namespace Decayscope {

namespace {

Cell countOf(std::size_t count)
{
    return cellOf(static_cast<int>(count));
}

std::set<RunId> runsOf(const ModeAgreement &row)
{
    auto runs = row.bothCompliant;
    for (const auto &part : {row.onlyReference, row.onlySyntax, row.neither})
        runs.insert(part.begin(), part.end());
    return runs;
}

} // namespace

TableSpec verifierModesTable(const StudySnapshot &study, const TableOptions &options)
{
    auto bothModes = options;
    bothModes.verifiers = VerifierMode::Reference;
    const TableContext context(study, bothModes);
    TableDraft draft(u"verifier-modes");
    draft.addColumn(QStringLiteral("constraint"), QStringLiteral("Constraint"), CellKind::Text);
    draft.addColumn(QStringLiteral("runs"), QStringLiteral("Runs"), CellKind::Count);
    draft.addColumn(QStringLiteral("both_compliant"), QStringLiteral("Both compliant"), CellKind::Count);
    draft.addColumn(QStringLiteral("only_reference"), QStringLiteral("Only reference"), CellKind::Count);
    draft.addColumn(QStringLiteral("only_syntax"), QStringLiteral("Only syntax"), CellKind::Count);
    draft.addColumn(QStringLiteral("neither"), QStringLiteral("Neither"), CellKind::Count);
    draft.addColumn(QStringLiteral("kappa"), QStringLiteral("κ"), CellKind::Number);
    for (const auto &row : modeAgreement(context.runs())) {
        draft.addRow({cellOf(constraintName(row.constraint)), countOf(row.runs()), countOf(row.bothCompliant.size()),
                         countOf(row.onlyReference.size()), countOf(row.onlySyntax.size()), countOf(row.neither.size()),
                         cellOf(row.kappa())},
            context.runsOf({.only = runsOf(row)}));
    }
    const auto unjudged
        = std::ranges::count_if(context.runs(), [](const Run &run) { return !run.syntaxVerdicts.has_value(); });
    draft.addNotes({QStringLiteral("Counts of generation runs whose task has the constraint. Only reference: compliant "
                                   "by the study's heuristics alone; only syntax: by the verifiers that read code "
                                   "alone. κ is Cohen's kappa of the two."),
        QStringLiteral("%1 runs are not judged by the syntax verifiers yet and left out.").arg(unjudged)});
    draft.column(u"kappa").decimals = 3;
    draft.describe(
        plainCard(QStringLiteral("counts of runs and Cohen's κ of two verdicts on them"), QStringLiteral("runs")), {});
    return draft.finished(context);
}

} // namespace Decayscope
