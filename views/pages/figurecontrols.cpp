// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurecontrols.h"

#include <widgets/flowlayout.h>
#include <widgets/labelledfield.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// The annotator of a field whose first entry leaves the choice to the program.
QString chosenName(const QComboBox &field)
{
    return field.currentIndex() > 0 ? field.currentText() : QString();
}

void fill(QComboBox &field, const QStringList &names, const QString &chosen)
{
    const QSignalBlocker quiet(&field);
    field.clear();
    field.addItem(FigureControls::tr("automatic"));
    field.addItems(names);
    field.setCurrentIndex(std::max(0, field.findText(chosen)));
}

} // namespace

FigureControls::FigureControls(QWidget *parent)
    : QWidget(parent)
    , m_metric(new SegmentedSwitch(tr("Metric"), {tr("A%"), tr("pass@1")}, this))
    , m_chains(new SegmentedSwitch(tr("Tasks compared"), {tr("All tasks"), tr("Matched chains")}, this))
    , m_facet(new QComboBox(this))
    , m_published(new QCheckBox(tr("Published"), this))
    , m_pipeline(new QCheckBox(tr("16 pipeline tasks"), this))
    , m_grouping(new QComboBox(this))
    , m_detail(new SegmentedSwitch(tr("What the bars show"), {tr("Categories"), tr("Logic errors")}, this))
    , m_by(new QComboBox(this))
    , m_against(new QComboBox(this))
    , m_tokens(new SegmentedSwitch(tr("Tokens"), {tr("Input"), tr("Output"), tr("Cost")}, this))
    , m_prices(new QToolButton(this))
{
    m_grouping->addItems({tr("model"), tr("framework"), tr("level"), tr("constraint")});
    m_chains->setTips({tr("Each level as it is: 1, 3, 4 and 2 tasks a framework"),
        tr("Only paths from no constraint to three that were run as a whole, so that levels can be compared")});
    m_published->setToolTip(tr("Marks the values published with the study"));
    m_pipeline->setToolTip(tr("Compare with the 16 pipeline tasks instead of all tasks of four frameworks"));
    m_prices->setText(tr("Prices …"));
    m_prices->setToolTip(tr("What a million tokens of each model cost"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::wide);
    auto *facets = labelled(tr("Panels by"), m_facet);
    auto *groups = labelled(tr("Bars by"), m_grouping);
    m_annotatorPart = labelled(tr("Annotator"), m_by);
    m_againstPart = labelled(tr("against"), m_against);
    m_parts = {{FigureOption::Metric, m_metric}, {FigureOption::Chains, m_chains}, {FigureOption::Facet, facets},
        {FigureOption::PublishedMarks, m_published}, {FigureOption::PipelineSubset, m_pipeline},
        {FigureOption::TaxonomyBy, groups}, {FigureOption::FineTaxonomy, m_detail}, {FigureOption::Tokens, m_tokens},
        {FigureOption::Tokens, m_prices}};
    for (const auto &part : m_parts)
        layout->addWidget(part.second);
    layout->addWidget(m_annotatorPart);
    layout->addWidget(m_againstPart);
    connectControls();
}

void FigureControls::connectControls()
{
    for (auto *chosen : {m_metric, m_chains, m_detail, m_tokens})
        connect(chosen, &SegmentedSwitch::chosen, this, &FigureControls::take);
    for (auto *field : {m_facet, m_grouping, m_by, m_against})
        connect(field, &QComboBox::activated, this, &FigureControls::take);
    for (auto *box : {m_published, m_pipeline})
        connect(box, &QCheckBox::clicked, this, &FigureControls::take);
    connect(m_prices, &QToolButton::clicked, this, &FigureControls::pricesRequested);
}

QWidget *FigureControls::labelled(const QString &text, QComboBox *field)
{
    field->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return labelledField(text, field, this);
}

void FigureControls::setAnnotators(const QStringList &annotators)
{
    if (annotators == m_annotators)
        return;
    m_annotators = annotators;
    showAnnotators();
}

void FigureControls::setChoice(const FigureInfo &info, const FigureRequest &request)
{
    m_request = request;
    m_request.labels.reset(); // Whoever holds labels makes each new one dearer.
    m_metric->setCurrent(request.metric == DecayMetric::PassAt1 ? 1 : 0);
    m_chains->setCurrent(request.chains == DecayTasks::MatchedChains ? 1 : 0);
    showFacets(info);
    m_published->setChecked(request.publishedMarks);
    m_pipeline->setChecked(request.pipelineSubset);
    m_grouping->setCurrentIndex(static_cast<int>(request.taxonomyBy));
    m_detail->setCurrent(request.fineTaxonomy ? 1 : 0);
    m_tokens->setCurrent(static_cast<int>(request.tokens));
    showAnnotators();
    for (const auto &[option, part] : m_parts)
        part->setVisible(info.options.contains(option));
    const bool isOfTwo = info.options.contains(FigureOption::Annotators);
    m_annotatorPart->setVisible(isOfTwo || info.options.contains(FigureOption::Annotator));
    m_againstPart->setVisible(isOfTwo);
}

/// Only those the figure can have panels of.
void FigureControls::showFacets(const FigureInfo &info)
{
    const std::array names{tr("none"), tr("model"), tr("scaffold"), tr("framework")};
    m_facet->clear();
    m_facet->addItem(names.front(), static_cast<int>(FigureFacet::None));
    for (const auto facet : info.facets)
        m_facet->addItem(names.at(static_cast<std::size_t>(facet)), static_cast<int>(facet));
    m_facet->setCurrentIndex(std::max(0, m_facet->findData(static_cast<int>(m_request.facet))));
}

void FigureControls::showAnnotators()
{
    fill(*m_by, m_annotators, m_request.by);
    fill(*m_against, m_annotators, m_request.against);
}

void FigureControls::take()
{
    m_request.metric = m_metric->current() == 1 ? DecayMetric::PassAt1 : DecayMetric::AssertionsStrict;
    m_request.chains = m_chains->current() == 1 ? DecayTasks::MatchedChains : DecayTasks::All;
    m_request.facet = static_cast<FigureFacet>(m_facet->currentData().toInt());
    m_request.publishedMarks = m_published->isChecked();
    m_request.pipelineSubset = m_pipeline->isChecked();
    m_request.taxonomyBy = static_cast<TaxonomyGrouping>(m_grouping->currentIndex());
    m_request.fineTaxonomy = m_detail->current() == 1;
    m_request.tokens = static_cast<TokenMeasure>(m_tokens->current());
    m_request.by = chosenName(*m_by);
    m_request.against = chosenName(*m_against);
    emit chosen(m_request);
}

} // namespace Decayscope
