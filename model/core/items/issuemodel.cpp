// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuemodel.h"

#include "itemroles.h"

namespace Decayscope {

void IssueModel::setReport(const ImportReport &report)
{
    beginResetModel();
    m_rows.clear();
    for (const auto &issue : report.refused)
        m_rows.push_back({Kind::Refused, issue});
    for (const auto &issue : report.warnings)
        m_rows.push_back({Kind::Warning, issue});
    endResetModel();
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int IssueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Column>(index.column())) {
    case Severity:
        return static_cast<int>(row.kind);
    case Path:
        return row.issue.path;
    case Reason:
        return row.issue.reason;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Decayscope
