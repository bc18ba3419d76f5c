// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "comparerows.h"

#include <QAbstractTableModel>

namespace Decayscope {

/// Rows of a comparison, a column a run.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role : int { DiffersRole = Qt::UserRole }; ///< "1" or "0".

    /// `subject` is what the rows are, such as "File".
    CompareModel(QString subject, QObject *parent = nullptr);

    void setRows(std::vector<CompareRow> rows, int runs);
    [[nodiscard]] const std::vector<CompareRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString m_subject;
    std::vector<CompareRow> m_rows;
    int m_runs = 0;
};

} // namespace Decayscope
