// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementview.h"

#include "agreementbar.h"
#include "agreementrows.h"
#include "confusionview.h"
#include "labelwords.h"
#include "plaintable.h"

#include <widgets/clampedlabel.h>
#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>

namespace Decayscope {

AgreementView::AgreementView(QWidget *parent)
    : QWidget(parent)
    , m_bar(new AgreementBar(this))
    , m_tabs(new QTabWidget(this))
    , m_confusion(new ConfusionView(this))
    , m_twin(new PlainTable(tr("Confusion matrix as a table"), this))
    , m_axes(quietLabel(this))
    , m_coefficients(new PlainTable(tr("Coefficients"), this))
    , m_categories(new PlainTable(tr("Categories"), this))
    , m_steps(new PlainTable(tr("Rounds and repeats"), this))
    , m_drift(new PlainTable(tr("Labels over time"), this))
    , m_noSteps(new StateOverlay(m_steps))
    , m_noDrift(new StateOverlay(m_drift))
    , m_notes(new ClampedLabel(2, this))
    , m_allNotes(quietLabel(this))
{
    m_coefficients->setWordColumns({0, 4});
    m_coefficients->setStretched({4});
    m_twin->setWordColumns({0, 1});
    m_twin->setStretched({0, 1});
    m_drift->setStretched({});
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Agreement"));
    m_tabs->addTab(makeConfusionTab(), tr("Confusion"));
    m_tabs->addTab(makeCoefficientTab(), tr("Coefficients"));
    m_tabs->addTab(m_categories, tr("Categories"));
    m_tabs->addTab(makeTimeTab(), tr("Rounds and drift"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_bar);
    layout->addWidget(makeHeadlines());
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_notes);
    connect(m_bar, &AgreementBar::requestChanged, this, &AgreementView::requestChanged);
    connect(m_confusion, &ConfusionView::cellChosen, this, &AgreementView::cellChosen);
}

QWidget *AgreementView::makeHeadlines()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::section);
    for (auto &headline : m_headlines) {
        headline = {.number = largeLabel(box), .note = quietLabel(box)};
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(headline.number);
        column->addWidget(headline.note);
        column->addStretch(1);
        row->addLayout(column, 1);
    }
    return box;
}

/// The matrix, or the same as a table of its cells for people who do not see it.
QWidget *AgreementView::makeConfusionTab()
{
    auto *tab = new QWidget(this);
    auto *ways = new SegmentedSwitch(tr("Confusion shown as"), {tr("Matrix"), tr("Table")}, tab);
    auto *stack = new QStackedWidget(tab);
    stack->addWidget(m_confusion);
    stack->addWidget(m_twin);
    auto *head = new QHBoxLayout;
    head->addWidget(m_axes, 1);
    head->addWidget(ways);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, Spacing::normal, 0, 0);
    layout->addLayout(head);
    layout->addWidget(stack, 1);
    connect(ways, &SegmentedSwitch::chosen, stack, &QStackedWidget::setCurrentIndex);
    return tab;
}

/// With the notes in full.
QWidget *AgreementView::makeCoefficientTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_coefficients, 1);
    layout->addWidget(m_allNotes);
    return tab;
}

QWidget *AgreementView::makeTimeTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, Spacing::normal, 0, 0);
    layout->addWidget(m_steps, 1);
    layout->addWidget(headingLabel(tr("Shares of labels over time"), tab));
    layout->addWidget(m_drift, 1);
    return tab;
}

void AgreementView::setChoices(const QStringList &annotators, const std::vector<Sample> &samples)
{
    m_bar->setChoices(annotators, samples);
}

void AgreementView::setReport(const AgreementReport &report, const AgreementRequest &request)
{
    m_bar->setRequest(request);
    m_confusion->setConfusion(report.by, report.against, report.titles, report.confusion);
    m_twin->setContent(
        {tr("%1 said").arg(oneLine(report.by, 40)), tr("%1 said").arg(oneLine(report.against, 40)), tr("Units")},
        confusionRows(report));
    m_axes->setText(tr("Rows: %1. Columns: %2. Enter or a click opens the runs of a cell.")
            .arg(oneLine(report.by, 60), oneLine(report.against, 60)));
    showHeadlines(report);
    m_coefficients->setContent({tr("Coefficient"), tr("Value"), tr("95 % interval"), tr("Units"), tr("What it says")},
        coefficientRows(report));
    m_categories->setContent(
        {tr("Category"), tr("Precision"), tr("Recall"), tr("F1"), tr("κ"), tr("Prevalence"), tr("Bias"), tr("Units")},
        categoryRows(report));
    m_steps->setContent({tr("Round, or annotator with themselves"), tr("κ"), tr("Units")}, stepRows(report));
    QStringList titles{tr("Annotator, from"), tr("Labels"), tr("Median time")};
    m_drift->setContent(titles + report.titles, driftRows(report));
    m_notes->setText(clipped(report.notes.join(u' '), longestCard));
    m_allNotes->setText(clipped(report.notes.join(u'\n'), longestCard));
    m_noSteps->setState(report.rounds.empty() && report.intraRater.empty()
            ? ViewState::empty(
                  tr("No rounds yet"), tr("Rounds are samples that both labelled; repeats show how steady one is."))
            : ViewState::ready());
    m_noDrift->setState(report.drift.empty()
            ? ViewState::empty(
                  tr("No times"), tr("Labels that say when they were made show whether a taxonomy drifts."))
            : ViewState::ready());
}

void AgreementView::showHeadlines(const AgreementReport &report)
{
    const auto show = [](const Headline &headline, const Coefficient &coefficient, const QString &name) {
        headline.number->setText(coefficient.value ? numberText(*coefficient.value, 3) : QStringLiteral("–"));
        headline.note->setText(coefficientSentence(name, coefficient));
    };
    show(m_headlines[0], report.kappa, tr("Cohen's κ"));
    show(m_headlines[1], report.accuracy, tr("Accuracy"));
    m_headlines[2].number->setText(report.macroF1 ? numberText(*report.macroF1, 3) : QStringLiteral("–"));
    m_headlines[2].note->setText(
        tr("Macro F1 over %n category(s)", nullptr, static_cast<int>(report.categories.size())));
}

QStringList AgreementView::headlines() const
{
    QStringList lines;
    for (const auto &headline : m_headlines)
        lines << QString(headline.number->text() % u" — " % headline.note->text());
    return lines;
}

QStringList AgreementView::printedCoefficients() const
{
    return m_coefficients->printed();
}

QStringList AgreementView::printedCategories() const
{
    return m_categories->printed();
}

QStringList AgreementView::printedSteps() const
{
    return m_steps->printed();
}

QStringList AgreementView::printedDrift() const
{
    return m_drift->printed();
}

} // namespace Decayscope
