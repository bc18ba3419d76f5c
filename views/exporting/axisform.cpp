// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "axisform.h"

#include "formparts.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr int steps = 20; ///< Of a field through a whole axis.
constexpr double beyond = 10; ///< Times an axis' length: how far a range may reach past it.

/// Decimals that tell a hundredth of an axis from the next.
int decimalsOf(double span)
{
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(std::max(span, 1e-6)))), 0, 6);
}

} // namespace

AxisForm::AxisForm(QWidget *parent)
    : QWidget(parent)
    , m_heading(headingLabel(tr("Axes"), this))
    , m_hidden(quietLabel(this))
    , m_showAll(new QToolButton(this))
{
    auto *form = new QFormLayout(this);
    arrangeForm(*form);
    form->addRow(m_heading);
    m_axes[0].range = &FigureView::y;
    m_axes[0].axis = &FigureSpec::y;
    m_axes[1].range = &FigureView::x;
    m_axes[1].axis = &FigureSpec::x;
    addAxis(*form, m_axes[0], tr("&Y from"));
    addAxis(*form, m_axes[1], tr("X fro&m"));
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(tr("Show the series that were switched off in the figure"));
    m_hiddenBox = new QWidget(this);
    auto *hidden = new QHBoxLayout(m_hiddenBox);
    hidden->setContentsMargins(0, 0, 0, 0);
    hidden->setSpacing(Spacing::normal);
    hidden->addWidget(m_hidden, 1);
    hidden->addWidget(m_showAll);
    form->addRow(m_hiddenBox);
    connect(m_showAll, &QToolButton::clicked, this, [this] {
        m_view.hidden.clear();
        fillHidden();
        emit changed();
    });
}

void AxisForm::addAxis(QFormLayout &form, AxisFields &row, const QString &title)
{
    row.low = numberField({}, this);
    row.high = numberField({}, this);
    row.whole = new QToolButton(this);
    row.whole->setText(tr("Whole"));
    row.whole->setToolTip(tr("The whole axis"));
    row.box = fieldRow({row.low, new QLabel(tr("to"), this), row.high, row.whole}, this);
    const auto name = plainTitle(title);
    row.low->setAccessibleName(name);
    row.high->setAccessibleName(tr("%1, to").arg(name));
    row.label = new QLabel(title, this);
    row.label->setBuddy(row.low);
    form.addRow(row.label, row.box);
    connectAxis(row);
}

void AxisForm::connectAxis(AxisFields &row)
{
    for (auto *field : {row.low, row.high})
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, &row] { takeAxis(row); });
    connect(row.whole, &QToolButton::clicked, this, [this, &row] {
        m_view.*row.range = std::nullopt;
        fillAxis(row);
        emit changed();
    });
}

void AxisForm::setFigure(const FigureSpec &built, const FigureView &view)
{
    m_figure = built;
    m_view = view;
    for (auto &row : m_axes)
        fillAxis(row);
    fillHidden();
}

void AxisForm::fillAxis(AxisFields &row)
{
    const QScopedValueRollback filling(m_isFilling, true);
    const auto &axis = m_figure.*row.axis;
    const double span = axis.maximum - axis.minimum;
    const bool isValueAxis = axis.categories.isEmpty() && span > 0 && m_figure.shape != FigureShape::Lattice;
    row.label->setVisible(isValueAxis);
    row.box->setVisible(isValueAxis);
    if (isValueAxis) {
        const auto range = (m_view.*row.range).value_or(AxisRange{axis.minimum, axis.maximum});
        for (auto *field : {row.low, row.high}) {
            field->setDecimals(decimalsOf(span));
            field->setRange(
                axis.logarithmic ? axis.minimum / beyond : axis.minimum - beyond * span, axis.maximum + beyond * span);
            field->setSingleStep(span / steps);
            field->setToolTip(axis.title);
        }
        row.low->setValue(range.minimum);
        row.high->setValue(range.maximum);
        row.whole->setEnabled((m_view.*row.range).has_value());
    }
    m_heading->setVisible(
        std::ranges::any_of(m_axes, [](const AxisFields &each) { return each.box && !each.box->isHidden(); }));
}

void AxisForm::takeAxis(const AxisFields &row)
{
    if (m_isFilling)
        return;
    const bool isRange = row.low->value() < row.high->value();
    if (isRange)
        m_view.*row.range = AxisRange{row.low->value(), row.high->value()};
    row.whole->setEnabled((m_view.*row.range).has_value());
    if (isRange)
        emit changed();
}

void AxisForm::fillHidden()
{
    m_hiddenBox->setVisible(!m_view.hidden.isEmpty());
    m_hidden->setText(tr("Not shown: %1").arg(m_view.hidden.join(QStringLiteral(", "))));
}

} // namespace Decayscope
