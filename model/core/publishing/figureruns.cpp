// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureruns.h"

#include <figures/tablewriters.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array verdictKinds{ConstraintKind::Architecture, ConstraintKind::Database, ConstraintKind::Orm};

Cell cellOf(Verdict verdict)
{
    if (verdict == Verdict::NotApplicable)
        return {};
    return verdict == Verdict::Compliant ? u"compliant"_s : u"violated"_s;
}

Cell cellOf(const std::optional<TokenCount> &tokens, qint64 TokenCount::*count)
{
    return tokens ? Cell((*tokens).*count) : Cell();
}

TableRow rowOf(const Run &run)
{
    const auto &key = run.key;
    TableRow row{.cells = {key.configuration.scaffold, key.configuration.model, key.runtime, key.task, key.date,
                     QString(u"run_" % QString::number(key.trial)), qint64{run.passed}, qint64{run.failed},
                     qint64{run.assertions}}};
    for (const auto mode : allVerifierModes) {
        const auto verdicts = run.verdictsBy(mode).value_or(RunVerdicts());
        for (const auto kind : verdictKinds)
            row.cells.push_back(cellOf(verdicts.of(kind)));
    }
    row.cells.emplace_back(terminationName(run.termination));
    row.cells.push_back(cellOf(run.tokens, &TokenCount::input));
    row.cells.push_back(cellOf(run.tokens, &TokenCount::output));
    return row;
}

} // namespace

std::vector<const Run *> runsOfFigure(const FigureSpec &figure, const StudySnapshot &study)
{
    std::vector<bool> isBehind(study.runs.size());
    for (const auto &series : figure.series) {
        for (const auto &point : series.points) {
            for (std::size_t i = 0; i < study.runs.size(); ++i)
                isBehind[i] = isBehind[i] || point.runs.accepts(study.runs[i]);
        }
    }
    std::vector<const Run *> runs;
    for (std::size_t i = 0; i < study.runs.size(); ++i) {
        if (isBehind[i])
            runs.push_back(&study.runs[i]);
    }
    return runs;
}

QByteArray runsDocument(const std::vector<const Run *> &runs)
{
    TableSpec table{.name = u"runs"_s};
    for (const auto *key : {"scaffold", "model", "runtime", "task", "date", "run", "passed", "failed", "total",
             "architecture", "database", "orm", "syntax_architecture", "syntax_database", "syntax_orm", "termination",
             "input_tokens", "output_tokens"})
        table.columns.push_back({.key = QLatin1StringView(key)});
    table.rows.reserve(runs.size());
    for (const auto *run : runs)
        table.rows.push_back(rowOf(*run));
    return writeTable(table, TableFormat::Csv);
}

} // namespace Decayscope
