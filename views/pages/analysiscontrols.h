// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <analyses/analysis.h>

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace Decayscope {

/// What can be chosen of an analysis besides the filter and the score: only what it looks at is shown.
class AnalysisControls final : public QWidget
{
    Q_OBJECT

public:
    explicit AnalysisControls(QWidget *parent = nullptr);

    void setChoice(const AnalysisInfo &info, const AnalysisRequest &request); ///< Emits nothing.

    /// The request that was set, with what is chosen here.
    [[nodiscard]] const AnalysisRequest &request() const { return m_request; }

signals:
    void chosen(const Decayscope::AnalysisRequest &request);

private:
    void connectControls();
    void show(const AnalysisRequest &request);
    void take(); ///< Reads the controls and tells.
    [[nodiscard]] QDoubleSpinBox *numberField(double least, double most, double step, int decimals);

    AnalysisRequest m_request;
    QComboBox *m_adjustment;
    QSpinBox *m_draws;
    QSpinBox *m_seed;
    QDoubleSpinBox *m_difference;
    QDoubleSpinBox *m_power;
    QDoubleSpinBox *m_significance;
    std::vector<std::pair<AnalysisOption, QWidget *>> m_parts; ///< What is shown for an option.
};

} // namespace Decayscope
