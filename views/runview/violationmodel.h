// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

#include <QAbstractTableModel>

#include <vector>

namespace Decayscope {

/// The places that break a constraint, in the order of the verdicts.
class ViolationModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Verifier, Place, Rule, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVerdicts(const std::vector<ConstraintVerdict> &verdicts);
    [[nodiscard]] const std::vector<Violation> &violations() const { return m_violations; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override; ///< Rows can be dragged.

private:
    std::vector<Violation> m_violations;
};

} // namespace Decayscope
