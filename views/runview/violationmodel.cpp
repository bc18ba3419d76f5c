// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "violationmodel.h"

#include "codetext.h"
#include "violationwords.h"

namespace Decayscope {

namespace {

QString placeOf(const Violation &violation)
{
    if (violation.file.isEmpty())
        return ViolationModel::tr("whole project");
    const auto file = shownLine(violation.file, 400);
    return violation.line > 0 ? QString(file % u':' % QString::number(violation.line)) : file;
}

} // namespace

void ViolationModel::setVerdicts(const std::vector<ConstraintVerdict> &verdicts)
{
    beginResetModel();
    m_violations.clear();
    for (const auto &verdict : verdicts)
        m_violations.insert(m_violations.end(), verdict.violations.begin(), verdict.violations.end());
    endResetModel();
}

int ViolationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_violations.size());
}

int ViolationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant ViolationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto &violation = m_violations[static_cast<size_t>(index.row())];
    const auto text = index.column() == Place ? placeOf(violation)
        : index.column() == Verifier          ? constraintTitle(violation.constraint)
        : index.column() == Rule              ? ruleTitleOf(violation)
                                              : shownLine(violation.reason, 1000);
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

Qt::ItemFlags ViolationModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QVariant ViolationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    constexpr std::array<const char *, ColumnCount> titles{
        QT_TR_NOOP("Constraint"), QT_TR_NOOP("Place"), QT_TR_NOOP("Rule"), QT_TR_NOOP("Reason")};
    return section >= 0 && section < ColumnCount ? tr(titles.at(static_cast<std::size_t>(section))) : QString();
}

} // namespace Decayscope
