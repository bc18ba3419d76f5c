// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

#include <QAbstractTableModel>

namespace Decayscope {

/// A row a constraint, and one of all: how many runs each of the four pairs of verdicts has, and how far the two
/// verifiers agree.
class VerifierMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int {
        ConstraintName,
        BothKept,
        OnlyReference,
        OnlySyntax,
        BothBroken,
        Differing,
        Runs,
        Kappa,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAgreement(std::vector<ModeAgreement> agreement);

    /// Null for the row of all.
    [[nodiscard]] const ModeAgreement *agreementOf(int row) const;
    [[nodiscard]] const std::vector<ModeAgreement> &agreement() const { return m_agreement; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] std::size_t countAt(int row, int column) const;
    [[nodiscard]] QString textAt(int row, int column) const;

    std::vector<ModeAgreement> m_agreement;
};

/// The pairs of verdicts that a column counts; of those that count nothing the ones that differ.
[[nodiscard]] std::span<const VerdictPair> pairsOfColumn(int column);

/// The runs of a row with a pair of verdicts.
[[nodiscard]] const std::set<RunId> &runsWith(const ModeAgreement &row, VerdictPair pair);

} // namespace Decayscope
