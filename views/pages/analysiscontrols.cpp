// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysiscontrols.h"

#include <widgets/flowlayout.h>
#include <widgets/labelledfield.h>
#include <widgets/spacing.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QSpinBox>

#include <limits>

namespace Decayscope {

namespace {

constexpr int drawStep = 1'000;

/// The seed that the field shows; larger ones come from recipes alone and stay as they are.
int shownSeed(quint64 seed)
{
    return static_cast<int>(std::min<quint64>(seed, std::numeric_limits<int>::max()));
}

} // namespace

AnalysisControls::AnalysisControls(QWidget *parent)
    : QWidget(parent)
    , m_adjustment(new QComboBox(this))
    , m_draws(new QSpinBox(this))
    , m_seed(new QSpinBox(this))
    , m_difference(numberField(0.1, 100, 1, 1))
    , m_power(numberField(0.01, 0.99, 0.05, 2))
    , m_significance(numberField(0.001, 0.5, 0.01, 3))
{
    m_adjustment->addItems({tr("none"), tr("Holm"), tr("Benjamini–Hochberg")});
    m_adjustment->setToolTip(tr("How p-values are adjusted for their number"));
    m_draws->setRange(1, mostDraws);
    m_draws->setSingleStep(drawStep);
    m_draws->setGroupSeparatorShown(true);
    m_draws->setToolTip(tr("How often clusters are drawn anew"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("The same seed gives the same draws"));
    m_difference->setSuffix(tr(" points"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::wide);
    m_parts = {{AnalysisOption::Adjustment, labelledField(tr("p-values adjusted by"), m_adjustment, this)},
        {AnalysisOption::Resampling, labelledField(tr("Draws"), m_draws, this)},
        {AnalysisOption::Resampling, labelledField(tr("Seed"), m_seed, this)},
        {AnalysisOption::Power, labelledField(tr("Difference to find"), m_difference, this)},
        {AnalysisOption::Power, labelledField(tr("Power"), m_power, this)},
        {AnalysisOption::Power, labelledField(tr("Significance"), m_significance, this)}};
    for (const auto &part : m_parts)
        layout->addWidget(part.second);
    connectControls();
}

void AnalysisControls::connectControls()
{
    connect(m_adjustment, &QComboBox::activated, this, &AnalysisControls::take);
    for (auto *field : {m_draws, m_seed}) {
        field->setKeyboardTracking(false);
        connect(field, &QSpinBox::valueChanged, this, &AnalysisControls::take);
    }
    for (auto *field : {m_difference, m_power, m_significance}) {
        field->setKeyboardTracking(false);
        connect(field, &QDoubleSpinBox::valueChanged, this, &AnalysisControls::take);
    }
}

QDoubleSpinBox *AnalysisControls::numberField(double least, double most, double step, int decimals)
{
    auto *field = new QDoubleSpinBox(this);
    field->setDecimals(decimals);
    field->setRange(least, most);
    field->setSingleStep(step);
    return field;
}

void AnalysisControls::setChoice(const AnalysisInfo &info, const AnalysisRequest &request)
{
    m_request = request;
    show(request);
    for (const auto &[option, part] : m_parts)
        part->setVisible(info.options.contains(option));
}

void AnalysisControls::show(const AnalysisRequest &request)
{
    const QSignalBlocker draws(m_draws);
    const QSignalBlocker seed(m_seed);
    const QSignalBlocker difference(m_difference);
    const QSignalBlocker power(m_power);
    const QSignalBlocker significance(m_significance);
    m_adjustment->setCurrentIndex(static_cast<int>(request.adjustment));
    m_draws->setValue(request.plan.draws);
    m_seed->setValue(shownSeed(request.plan.seed));
    m_difference->setValue(request.difference);
    m_power->setValue(request.power);
    m_significance->setValue(request.significance);
}

void AnalysisControls::take()
{
    m_request.adjustment = static_cast<Adjustment>(m_adjustment->currentIndex());
    m_request.plan.draws = m_draws->value();
    if (m_seed->value() != shownSeed(m_request.plan.seed))
        m_request.plan.seed = static_cast<quint64>(m_seed->value());
    m_request.difference = m_difference->value();
    m_request.power = m_power->value();
    m_request.significance = m_significance->value();
    emit chosen(m_request);
}

} // namespace Decayscope
