// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiercasemodel.h"

#include "runheader.h"

#include <items/itemroles.h>
#include <stats/scores.h>

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Decayscope {

namespace {

constexpr qsizetype longestReason = 300;

struct TitleRow
{
    const char *title;
    const char *tip;
};

constexpr std::array<TitleRow, VerifierCaseModel::ColumnCount> titleRows{{
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Constraint"), nullptr},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Configuration"), nullptr},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Task"), nullptr},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Trial"), nullptr},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Tests passed"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Passed assertions of all in the report")},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Reference"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "What the published heuristics say")},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "Syntax"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierCaseModel", "What the verifiers that read code say")},
}};

/// "✗ broken: One import goes up."
QString verdictText(const VerifierCase &one, VerifierMode mode)
{
    const auto &reason = one.reasons.at(static_cast<std::size_t>(mode));
    const auto word = verdictWord(one.isKeptBy(mode));
    return reason.isEmpty() ? word : QString(word % u": " % reason.left(longestReason).simplified());
}

bool isNumber(int column)
{
    return column == VerifierCaseModel::Trial || column == VerifierCaseModel::Passed;
}

} // namespace

QString verdictWord(bool kept)
{
    return kept ? VerifierCaseModel::tr("✓ kept") : VerifierCaseModel::tr("✗ broken");
}

void VerifierCaseModel::setCases(std::vector<VerifierCase> cases, const std::vector<ConfigurationStyle> &styles)
{
    beginResetModel();
    m_cases = std::move(cases);
    m_styles.clear();
    for (const auto &style : styles)
        m_styles[style.configuration] = {style.displayName, style.color};
    endResetModel();
}

int VerifierCaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

int VerifierCaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QString VerifierCaseModel::textOf(const VerifierCase &one, int column) const
{
    switch (column) {
    case ConstraintName:
        return constraintTitle(one.constraint);
    case ConfigurationName: {
        const auto &who = one.run.key.configuration;
        const auto style = m_styles.find(who);
        return style == m_styles.end() ? QString(who.model % u" · " % who.scaffold) : style->second.name;
    }
    case Task:
        return taskTitle(one.run.task);
    case Trial:
        return QString::number(one.run.key.trial);
    case Reference:
        return verdictText(one, VerifierMode::Reference);
    case Syntax:
        return verdictText(one, VerifierMode::Syntax);
    default:
        return one.run.assertions == 0 ? tr("no report") : tr("%1 of %2").arg(one.run.passed).arg(one.run.assertions);
    }
}

QVariant VerifierCaseModel::sortValueOf(const VerifierCase &one, int column) const
{
    switch (column) {
    case ConstraintName:
        return static_cast<int>(one.constraint);
    case Trial:
        return one.run.key.trial;
    case Passed:
        return one.run.assertions == 0 ? QVariant() : QVariant(rawShare(one.run));
    default:
        return textOf(one, column);
    }
}

QVariant VerifierCaseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &one = at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(one, index.column());
    if (role == SortRole)
        return sortValueOf(one, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == ColorRole && index.column() == ConfigurationName) {
        const auto style = m_styles.find(one.run.key.configuration);
        return style == m_styles.end() ? QVariant() : QVariant(style->second.color);
    }
    return {};
}

QVariant VerifierCaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto &row = titleRows.at(static_cast<std::size_t>(section));
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("Decayscope::VerifierCaseModel", row.title);
    if (role == Qt::ToolTipRole && row.tip)
        return QCoreApplication::translate("Decayscope::VerifierCaseModel", row.tip);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace Decayscope
