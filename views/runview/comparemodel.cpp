// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparemodel.h"

#include "codetext.h"
#include "codetones.h"

#include <QFont>
#include <QGuiApplication>

#include <utility>

namespace Decayscope {

namespace {

QVariant ink(CompareRow::Sign sign)
{
    const auto tones = codeTones(QGuiApplication::palette());
    switch (sign) {
    case CompareRow::Sign::Good:
        return tones.added;
    case CompareRow::Sign::Bad:
        return tones.problem;
    case CompareRow::Sign::None:
        break;
    }
    return {};
}

} // namespace

CompareModel::CompareModel(QString subject, QObject *parent)
    : QAbstractTableModel(parent)
    , m_subject(std::move(subject))
{ }

void CompareModel::setRows(std::vector<CompareRow> rows, int runs)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_runs = runs;
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_runs + 1;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows[static_cast<size_t>(index.row())];
    if (role == DiffersRole)
        return row.differs ? QStringLiteral("1") : QStringLiteral("0");
    if (index.column() == 0) {
        const auto title = shownLine(row.title, 500);
        if (role == Qt::ToolTipRole)
            return title.toHtmlEscaped();
        return role == Qt::DisplayRole ? QVariant(row.isInner ? QString(u"      " + title) : title) : QVariant();
    }
    const auto &cell = row.cells[static_cast<size_t>(index.column()) - 1];
    if (role == Qt::DisplayRole)
        return cell.text;
    if (role == Qt::ForegroundRole)
        return ink(cell.sign);
    return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignCenter) : QVariant();
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_subject : runLetter(section - 1);
}

} // namespace Decayscope
