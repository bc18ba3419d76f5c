// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/importreport.h>

#include <QAbstractTableModel>

namespace Decayscope {

/// What an import refused and what it warned of: one row an issue, the refused first.
class IssueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Severity, Path, Reason, ColumnCount };
    enum class Kind : quint8 { Refused, Warning };

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const ImportReport &report);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

    /// Severity answers a Kind as an integer; the others text.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Kind kind;
        ImportIssue issue;
    };

    std::vector<Row> m_rows;
};

} // namespace Decayscope
