// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

#include <QListView>

namespace Decayscope {

class StepModel;

/// The steps of an evaluation one below the other: sign, name, time, and what became of them.
class StepList final : public QListView
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    /// `running` is the time of the step at work, in milliseconds.
    void setSteps(const std::vector<StepRecord> &steps, qint64 running = 0);
    [[nodiscard]] QStringList printed() const; ///< "✓ Set up 1.2 s: message", a line a step.

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    StepModel *m_model;
};

} // namespace Decayscope
