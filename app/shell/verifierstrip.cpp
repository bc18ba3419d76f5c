// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierstrip.h"

#include <widgets/iconbutton.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace Decayscope {

namespace {

constexpr int barWidth = 90;
constexpr int barHeight = 6;
constexpr int barSteps = 1000;

} // namespace

VerifierStrip::VerifierStrip(QWidget *parent)
    : QWidget(parent)
    , m_words(new QToolButton(this))
    , m_bar(new QProgressBar(this))
    , m_stop(iconButton(
          QStringLiteral("stop"), tr("Stop judging; the rest is judged when the study is opened again"), this))
{
    m_words->setAutoRaise(true);
    m_words->setFocusPolicy(Qt::StrongFocus);
    m_words->setToolTip(tr("Go to the verifiers"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(barWidth, barHeight);
    m_bar->setRange(0, barSteps);
    m_bar->setAccessibleName(tr("Runs judged"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    connect(m_words, &QToolButton::clicked, this, &VerifierStrip::pageRequested);
    connect(m_stop, &QToolButton::clicked, this, &VerifierStrip::cancelRequested);
    hide();
}

void VerifierStrip::setProgress(qint64 done, qint64 total)
{
    const QLocale locale;
    m_words->setText(tr("Judging runs: %1 of %2").arg(locale.toString(done), locale.toString(total)));
    m_bar->setValue(static_cast<int>(total > 0 ? done * barSteps / total : 0));
    show();
}

QString VerifierStrip::text() const
{
    return isHidden() ? QString() : m_words->text();
}

} // namespace Decayscope
