// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtablemodel.h"

#include <domain/runfilter.h>
#include <stats/scores.h>

#include <array>

namespace Decayscope {

namespace {

QVariant verdictOf(const Run &run, ConstraintKind kind)
{
    const auto verdict = run.verdicts.of(kind);
    return verdict == Verdict::NotApplicable ? QVariant() : QVariant(static_cast<int>(verdict));
}

QVariant valueOf(const Run &run, RunColumn column)
{
    switch (column) {
    case RunColumn::Model:
        return run.key.configuration.model;
    case RunColumn::Scaffold:
        return run.key.configuration.scaffold;
    case RunColumn::Framework:
        return run.task.framework;
    case RunColumn::Level:
        return run.task.kind == TaskKind::Other ? -1 : run.task.level();
    case RunColumn::Constraints:
        return run.task.constraints.joined(u" ");
    case RunColumn::Trial:
        return run.key.trial;
    case RunColumn::Outcome:
        return static_cast<int>(outcomeOf(run));
    case RunColumn::Passed:
        return run.assertions > 0 ? QVariant(run.passed) : QVariant();
    case RunColumn::Raw:
        return rawShare(run);
    case RunColumn::Strict:
        return strictShare(run);
    case RunColumn::Architecture:
        return verdictOf(run, ConstraintKind::Architecture);
    case RunColumn::Database:
        return verdictOf(run, ConstraintKind::Database);
    case RunColumn::Orm:
        return verdictOf(run, ConstraintKind::Orm);
    case RunColumn::Ending:
        return static_cast<int>(run.termination);
    case RunColumn::Turns:
        return run.turns > 0 ? QVariant(run.turns) : QVariant();
    case RunColumn::TokensIn:
        return run.tokens ? QVariant(run.tokens->input) : QVariant();
    case RunColumn::TokensOut:
        return run.tokens ? QVariant(run.tokens->output) : QVariant();
    case RunColumn::Warnings:
        return run.warnings > 0 ? QVariant(run.warnings) : QVariant();
    case RunColumn::Date:
        return run.key.date;
    case RunColumn::Task:
        return run.key.task;
    case RunColumn::Exclusion:
        return run.exclusion ? QVariant(*run.exclusion) : QVariant();
    }
    return {};
}

} // namespace

QString runColumnKey(RunColumn column)
{
    static constexpr std::array keys{u"model", u"scaffold", u"framework", u"level", u"trial", u"outcome", u"passed",
        u"raw", u"strict", u"architecture", u"database", u"orm", u"termination", u"turns", u"input", u"output",
        u"constraints", u"warnings", u"date", u"task", u"exclusion"};
    static_assert(keys.size() == runColumnCount);
    return QString(keys[static_cast<std::size_t>(column)]);
}

void RunTableModel::setRuns(std::vector<Run> runs, const std::vector<ConfigurationStyle> &styles)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_colors.clear();
    for (const auto &style : styles)
        m_colors.emplace(style.configuration, style.color);
    endResetModel();
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : runColumnCount;
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto column = static_cast<RunColumn>(index.column());
    const auto &row = run(index.row());
    if (role == Qt::DisplayRole || role == SortRole)
        return valueOf(row, column);
    if (role == ColorRole && column == RunColumn::Model) {
        const auto found = m_colors.find(row.key.configuration);
        return found == m_colors.end() ? QVariant() : QVariant(found->second);
    }
    return {};
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section < runColumnCount ? QVariant(runColumnKey(static_cast<RunColumn>(section))) : QVariant();
}

} // namespace Decayscope
