// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuedisplayproxy.h"

#include <items/issuemodel.h>

namespace Decayscope {

QVariant IssueDisplayProxy::data(const QModelIndex &index, int role) const
{
    const auto raw = QIdentityProxyModel::data(index, Qt::DisplayRole);
    if (role == Qt::ToolTipRole && index.column() != IssueModel::Severity)
        return raw;
    if (role == Qt::DisplayRole && index.column() == IssueModel::Severity)
        return static_cast<IssueModel::Kind>(raw.toInt()) == IssueModel::Kind::Refused ? tr("Refused") : tr("Warning");
    return QIdentityProxyModel::data(index, role);
}

QVariant IssueDisplayProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (section) {
    case IssueModel::Severity:
        return tr("Kind");
    case IssueModel::Path:
        return tr("Path");
    default:
        return tr("Reason");
    }
}

} // namespace Decayscope
