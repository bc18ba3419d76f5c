// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace Decayscope {

/// Rows of texts under titles. The columns of words are left-bound, the others right-bound.
class StringTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const QStringList &titles, std::vector<QStringList> rows);
    void setWordColumns(const QList<int> &columns) { m_wordColumns = columns; }
    [[nodiscard]] const QStringList &titles() const { return m_titles; }
    [[nodiscard]] const std::vector<QStringList> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant alignment(int column) const;

    QStringList m_titles;
    std::vector<QStringList> m_rows;
    QList<int> m_wordColumns{0};
};

} // namespace Decayscope
