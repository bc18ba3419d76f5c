// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightpanel.h"

#include "preflightrow.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

qsizetype countOf(const std::vector<PreflightFinding> &findings, PreflightResult result)
{
    return std::ranges::count(findings, result, &PreflightFinding::result);
}

} // namespace

PreflightPanel::PreflightPanel(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_all(new QToolButton(this))
    , m_good(quietLabel(this))
{
    m_all->setText(tr("All checks"));
    m_all->setCheckable(true);
    m_all->setToolTip(tr("Also list what passed"));
    auto *top = new QHBoxLayout;
    top->setSpacing(Spacing::wide);
    top->addWidget(headingLabel(tr("Preflight"), this));
    top->addWidget(m_summary, 1);
    top->addWidget(m_all);
    auto *rows = new QWidget;
    m_list = new QVBoxLayout(rows);
    m_list->setContentsMargins(0, 0, Spacing::normal, 0);
    m_list->setSpacing(Spacing::normal);
    m_good->setText(tr("Nothing to put right: the figure can be printed as it is."));
    m_list->addWidget(m_good);
    m_list->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidget(rows);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Checks of the figure"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(top);
    layout->addWidget(area, 1);
    connect(m_all, &QToolButton::toggled, this, &PreflightPanel::refresh);
}

void PreflightPanel::setFindings(
    const std::vector<PreflightFinding> &findings, const std::map<QString, QString> &reasons)
{
    m_findings = findings;
    for (const auto &finding : findings) {
        const auto reason = reasons.find(finding.rule);
        rowOf(finding)->setFinding(finding, reason == reasons.end() ? QString() : reason->second);
    }
    refresh();
}

void PreflightPanel::setChecking()
{
    m_summary->setText(tr("checking …"));
}

PreflightRow *PreflightPanel::rowOf(const PreflightFinding &finding)
{
    auto &row = m_rows[finding.rule];
    if (!row) {
        row = new PreflightRow(finding.rule, this);
        m_list->insertWidget(m_list->count() - 1, row);
        connect(row, &PreflightRow::fixRequested, this, &PreflightPanel::fixRequested);
        connect(row, &PreflightRow::reasonChanged, this, &PreflightPanel::reasonChanged);
    }
    return row;
}

void PreflightPanel::refresh()
{
    for (const auto &finding : m_findings)
        rowOf(finding)->setVisible(m_all->isChecked() || finding.result != PreflightResult::Passed);
    const bool isGood = countOf(m_findings, PreflightResult::Passed) == std::ssize(m_findings);
    m_good->setVisible(isGood && !m_findings.empty() && !m_all->isChecked());
    m_summary->setText(summary());
    setAccessibleDescription(summary());
}

QString PreflightPanel::summary() const
{
    const auto failed = static_cast<int>(countOf(m_findings, PreflightResult::Failed));
    const auto warned = static_cast<int>(countOf(m_findings, PreflightResult::Warning));
    const auto excused = static_cast<int>(countOf(m_findings, PreflightResult::Overridden));
    const auto passed = static_cast<int>(countOf(m_findings, PreflightResult::Passed));
    QStringList parts;
    if (failed > 0)
        parts << tr("✗ %n failed", nullptr, failed);
    if (warned > 0)
        parts << tr("⚠ %n warning(s)", nullptr, warned);
    if (excused > 0)
        parts << tr("✎ %n excused", nullptr, excused);
    parts << tr("✓ %n passed", nullptr, passed);
    return parts.join(QStringLiteral("   "));
}

QStringList PreflightPanel::shownRows() const
{
    QStringList rows;
    for (const auto &finding : m_findings) {
        const auto row = m_rows.find(finding.rule);
        if (row != m_rows.end() && !row->second->isHidden())
            rows << row->second->words();
    }
    return rows;
}

bool PreflightPanel::focusFirstFailure()
{
    const auto failed = std::ranges::find(m_findings, PreflightResult::Failed, &PreflightFinding::result);
    if (failed == m_findings.end())
        return false;
    rowOf(*failed)->focusReason();
    return true;
}

} // namespace Decayscope
