// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

#include <QAbstractListModel>

namespace Decayscope {

/// The steps of an evaluation.
class StepModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role : int {
        OutcomeRole = Qt::UserRole, ///< A StepOutcome as an integer.
        TimeRole, ///< Text; empty before the step began.
        MessageRole
    };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps the rows where only their content changed. `running` is the time of the step at work, in milliseconds.
    void setSteps(const std::vector<StepRecord> &steps, qint64 running = 0);
    [[nodiscard]] const StepRecord &step(int row) const { return m_steps[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString timeOf(const StepRecord &step) const;

    std::vector<StepRecord> m_steps;
    qint64 m_running = 0;
};

} // namespace Decayscope
