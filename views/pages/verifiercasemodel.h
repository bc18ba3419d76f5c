// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

#include <QAbstractTableModel>

#include <map>

namespace Decayscope {

/// Runs with what both verifiers say of one of their constraints, in words; SortRole gives what to sort by.
class VerifierCaseModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { ConstraintName, ConfigurationName, Task, Trial, Passed, Reference, Syntax, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCases(std::vector<VerifierCase> cases, const std::vector<ConfigurationStyle> &styles);
    [[nodiscard]] const VerifierCase &at(int row) const { return m_cases[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct StyleWords
    {
        QString name;
        int color = 0;
    };

    [[nodiscard]] QString textOf(const VerifierCase &one, int column) const;
    [[nodiscard]] QVariant sortValueOf(const VerifierCase &one, int column) const;

    std::vector<VerifierCase> m_cases;
    std::map<Configuration, StyleWords> m_styles;
};

/// "✓ kept", "✗ broken"
[[nodiscard]] QString verdictWord(bool kept);

} // namespace Decayscope
