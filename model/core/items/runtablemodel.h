// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "itemroles.h"

#include <domain/studysnapshot.h>

#include <QAbstractTableModel>

#include <map>

namespace Decayscope {

/// The columns of the run table, in their first order.
enum class RunColumn : quint8 {
    Model,
    Scaffold,
    Framework,
    Level,
    Trial,
    Outcome,
    Passed,
    Raw,
    Strict,
    Architecture,
    Database,
    Orm,
    Ending,
    Turns,
    TokensIn,
    TokensOut,
    Constraints,
    Warnings,
    Date,
    Task,
    Exclusion
};

inline constexpr int runColumnCount = static_cast<int>(RunColumn::Exclusion) + 1;

/// The stable name of a column, for settings.
[[nodiscard]] QString runColumnKey(RunColumn column);

/// Runs as raw values: text and numbers; outcomes, verdicts and endings as the integers of their enums; levels as
/// integers. Passed sorts by the passed assertions; Raw and Strict are shares 0–100.
class RunTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<Run> runs, const std::vector<ConfigurationStyle> &styles);
    [[nodiscard]] const Run &run(int row) const { return m_runs[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Horizontally the column's key, vertically the row from 1.
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Run> m_runs;
    std::map<Configuration, int> m_colors;
};

} // namespace Decayscope
