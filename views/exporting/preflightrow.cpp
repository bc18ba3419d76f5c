// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightrow.h"

#include <printing/preflightfixes.h>
#include <widgets/spacing.h>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Decayscope {

namespace {

QString signOfResult(PreflightResult result)
{
    switch (result) {
    case PreflightResult::Passed:
        return QStringLiteral("✓");
    case PreflightResult::Warning:
        return QStringLiteral("⚠");
    case PreflightResult::Failed:
        return QStringLiteral("✗");
    case PreflightResult::Overridden:
        return QStringLiteral("✎");
    }
    return {};
}

} // namespace

PreflightRow::PreflightRow(const QString &rule, QWidget *parent)
    : QWidget(parent)
    , m_rule(rule)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_fix(new QPushButton(tr("Fix"), this))
    , m_reason(new QLineEdit(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fix->setAutoDefault(false);
    m_reason->setPlaceholderText(tr("Export all the same, because …"));
    m_reason->setToolTip(tr("The reason is kept in the recipe and inside the exported files"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Spacing::normal);
    grid->setVerticalSpacing(Spacing::tight);
    grid->addWidget(m_sign, 0, 0);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_fix, 0, 2);
    grid->addWidget(m_reason, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(m_fix, &QPushButton::clicked, this, [this] { emit fixRequested(m_rule); });
    connect(m_reason, &QLineEdit::textEdited, this, [this](const QString &text) { emit reasonChanged(m_rule, text); });
}

void PreflightRow::setFinding(const PreflightFinding &finding, const QString &reason)
{
    const bool isPassed = finding.result == PreflightResult::Passed;
    const bool isBlocking = finding.result == PreflightResult::Failed || finding.result == PreflightResult::Overridden;
    m_sign->setText(signOfResult(finding.result));
    m_text->setText(isPassed ? finding.title : tr("%1: %2").arg(finding.title, finding.message));
    m_fix->setVisible(!isPassed && hasFixes(m_rule));
    m_fix->setAccessibleName(tr("Fix: %1").arg(finding.title));
    m_fix->setToolTip(tr("Change the settings as little as helps"));
    m_reason->setVisible(isBlocking);
    m_reason->setAccessibleName(tr("Reason to export although this failed: %1").arg(finding.title));
    if (m_reason->text() != reason && !m_reason->hasFocus())
        m_reason->setText(reason);
}

QString PreflightRow::words() const
{
    return m_sign->text() % u' ' % m_text->text();
}

void PreflightRow::focusReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace Decayscope
