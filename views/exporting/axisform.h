// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figureview.h>

#include <QWidget>

#include <array>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QToolButton;

namespace Decayscope {

/// Which part of a figure is exported: the ranges of its value axes, and its series that are switched off.
class AxisForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AxisForm(QWidget *parent = nullptr);

    /// `built` is the whole figure. Emits nothing.
    void setFigure(const FigureSpec &built, const FigureView &view);
    [[nodiscard]] const FigureView &view() const { return m_view; }

signals:
    void changed();

private:
    /// The fields of one axis.
    struct AxisFields
    {
        std::optional<AxisRange> FigureView::*range = nullptr;
        FigureAxis FigureSpec::*axis = nullptr;
        QWidget *box = nullptr;
        QLabel *label = nullptr;
        QDoubleSpinBox *low = nullptr;
        QDoubleSpinBox *high = nullptr;
        QToolButton *whole = nullptr;
    };

    void addAxis(QFormLayout &form, AxisFields &row, const QString &title);
    void connectAxis(AxisFields &row);
    void fillAxis(AxisFields &row);
    void takeAxis(const AxisFields &row);
    void fillHidden();

    FigureSpec m_figure;
    FigureView m_view;
    bool m_isFilling = false;
    std::array<AxisFields, 2> m_axes;
    QLabel *m_heading;
    QWidget *m_hiddenBox;
    QLabel *m_hidden;
    QToolButton *m_showAll;
};

} // namespace Decayscope
