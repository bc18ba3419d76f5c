// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuemodel.h"

#include <QCoreApplication>

namespace Decayscope {

QString queueStateTitle(QueueRow::State state)
{
    switch (state) {
    case QueueRow::State::ToDo:
        return QCoreApplication::translate("Decayscope::QueuePanel", "to do");
    case QueueRow::State::HalfMade:
        return QCoreApplication::translate("Decayscope::QueuePanel", "begun");
    case QueueRow::State::Done:
        return QCoreApplication::translate("Decayscope::QueuePanel", "done");
    case QueueRow::State::Skipped:
        return QCoreApplication::translate("Decayscope::QueuePanel", "skipped");
    }
    return {};
}

void QueueModel::setRows(std::vector<QueueRow> rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const auto changed = index(static_cast<int>(i));
        emit dataChanged(changed, changed);
    }
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        const auto words = tr("%1, %2, %3").arg(index.row() + 1).arg(row.title, queueStateTitle(row.state));
        return row.isFlagged ? tr("%1, flagged").arg(words) : words;
    }
    default:
        return {};
    }
}

QueueProxy::QueueProxy(QueueModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
}

void QueueProxy::setPart(Part part)
{
    m_part = part;
    invalidateRowsFilter();
}

const QueueRow &QueueProxy::queueRow(const QModelIndex &index) const
{
    return m_model->rows()[static_cast<std::size_t>(mapToSource(index).row())];
}

bool QueueProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto &item = m_model->rows()[static_cast<std::size_t>(row)];
    switch (m_part) {
    case Part::All:
        return true;
    case Part::ToDo:
        return item.state == QueueRow::State::ToDo || item.state == QueueRow::State::HalfMade;
    case Part::Flagged:
        return item.isFlagged;
    }
    return true;
}

} // namespace Decayscope
