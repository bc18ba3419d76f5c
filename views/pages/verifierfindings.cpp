// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierfindings.h"

#include "verifiercasemodel.h"

#include <runview/violationmodel.h>
#include <runview/violationwords.h>
#include <tables/valuedelegate.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestReason = 300;
constexpr int widestPlace = 260;

QTreeView *findingsList(ViolationModel *model, VerifierMode mode, QWidget *parent)
{
    auto *list = new QTreeView(parent);
    list->setModel(model);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setTextElideMode(Qt::ElideRight);
    list->setColumnHidden(ViolationModel::Verifier, true);
    list->setColumnHidden(ViolationModel::Rule, mode == VerifierMode::Reference);
    list->setItemDelegate(new ValueDelegate(list));
    list->setAccessibleName(VerifierFindings::tr("Findings: %1").arg(verifierModeTitle(mode)));
    return list;
}

} // namespace

VerifierFindings::VerifierFindings(QWidget *parent)
    : QWidget(parent)
    , m_explanation(quietLabel(this))
{
    auto *halves = new QSplitter(Qt::Horizontal, this);
    for (const auto mode : allVerifierModes)
        halves->addWidget(makeSide(mode));
    halves->setChildrenCollapsible(false);
    halves->setSizes({100, 100});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Spacing::normal);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(halves, 1);
    m_explanation->setContentsMargins(Spacing::wide, 0, Spacing::wide, 0);
    layout->addWidget(m_explanation);
    clear();
}

QWidget *VerifierFindings::makeSide(VerifierMode mode)
{
    auto &side = m_sides[static_cast<std::size_t>(mode)];
    auto *half = new QWidget(this);
    side.headline = headingLabel({}, half);
    side.headline->setToolTip(verifierModeTip(mode));
    side.reason = quietLabel(half);
    side.model = new ViolationModel(this);
    side.list = findingsList(side.model, mode, half);
    side.nothing = quietLabel(half);
    auto *layout = new QVBoxLayout(half);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::normal, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(side.headline);
    layout->addWidget(side.reason);
    layout->addWidget(side.list, 1);
    layout->addWidget(side.nothing, 1, Qt::AlignTop);
    connect(side.list, &QTreeView::activated, this,
        [this, mode](const QModelIndex &index) { activate(mode, index.row()); });
    connect(side.list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, mode](const QModelIndex &index) { explain(mode, index.row()); });
    connect(
        side.list, &QTreeView::clicked, this, [this, mode](const QModelIndex &index) { explain(mode, index.row()); });
    return half;
}

void VerifierFindings::clear()
{
    for (const auto mode : allVerifierModes) {
        const auto &side = sideOf(mode);
        side.headline->setText(verifierModeTitle(mode));
        fill(side, {});
        side.nothing->clear();
    }
    m_explanation->clear();
    m_explanation->hide();
}

void VerifierFindings::show(const VerifierCase &one, const RunReading *reading)
{
    for (const auto mode : allVerifierModes) {
        const auto &side = sideOf(mode);
        side.headline->setText(tr("%1: %2").arg(verifierModeTitle(mode), verdictWord(one.isKeptBy(mode))));
        const auto *verdict = !reading        ? nullptr
            : mode == VerifierMode::Reference ? verdictOn(reading->verdicts, one.constraint)
                                              : verdictOn(reading->syntaxVerdicts, one.constraint);
        fill(side, verdict ? *verdict : ConstraintVerdict());
    }
    explainFirst();
}

void VerifierFindings::fill(const Side &side, const ConstraintVerdict &verdict)
{
    const bool hasFindings = !verdict.violations.empty();
    side.reason->setText(verdict.reason.left(longestReason));
    side.reason->setVisible(!verdict.reason.isEmpty());
    side.model->setVerdicts({verdict});
    side.list->setVisible(hasFindings);
    side.nothing->setVisible(!hasFindings);
    side.nothing->setText(evidenceWords(verdict.evidence));
    for (const auto column : {ViolationModel::Place, ViolationModel::Rule}) {
        side.list->resizeColumnToContents(column);
        side.list->setColumnWidth(column, std::min(side.list->columnWidth(column) + Spacing::normal, widestPlace));
    }
}

/// The first finding that names a rule is explained before any is chosen.
void VerifierFindings::explainFirst()
{
    m_explanation->clear();
    m_explanation->hide();
    for (const auto mode : {VerifierMode::Syntax, VerifierMode::Reference}) {
        const auto &violations = sideOf(mode).model->violations();
        const auto named = std::ranges::find_if(violations, [](const Violation &one) { return !one.rule.isEmpty(); });
        if (named != violations.end())
            return explain(mode, static_cast<int>(named - violations.begin()));
    }
}

void VerifierFindings::explain(VerifierMode mode, int row)
{
    const auto &violations = sideOf(mode).model->violations();
    if (row < 0 || row >= std::ssize(violations))
        return;
    const auto &violation = violations[static_cast<std::size_t>(row)];
    const auto rule = ruleExplanationOf(violation);
    m_explanation->setText(rule.isEmpty() ? violation.reason.left(longestReason) : rule);
    m_explanation->setVisible(!m_explanation->text().isEmpty());
}

void VerifierFindings::activate(VerifierMode mode, int row)
{
    const auto &violations = sideOf(mode).model->violations();
    if (row >= 0 && row < std::ssize(violations))
        emit placeRequested(
            mode, violations[static_cast<std::size_t>(row)].file, violations[static_cast<std::size_t>(row)].line);
}

const std::vector<Violation> &VerifierFindings::violations(VerifierMode mode) const
{
    return sideOf(mode).model->violations();
}

QString VerifierFindings::headline(VerifierMode mode) const
{
    return sideOf(mode).headline->text();
}

QString VerifierFindings::reason(VerifierMode mode) const
{
    return sideOf(mode).reason->text();
}

QString VerifierFindings::explanation() const
{
    return m_explanation->text();
}

} // namespace Decayscope
