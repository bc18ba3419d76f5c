// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headlinepanel.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace Decayscope {

namespace {

QString signedNumber(double value)
{
    const auto text = QLocale().toString(std::abs(value), 'f', 1);
    return value < 0 ? QString(u'−' % text) : value > 0 ? QString(u'+' % text) : text;
}

} // namespace

HeadlinePanel::HeadlinePanel(QWidget *parent)
    : QWidget(parent)
    , m_number(largeLabel(this))
    , m_words(quietLabel(this))
{
    m_words->setMinimumWidth(200);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, 0);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(m_number);
    layout->addWidget(m_words, 1, Qt::AlignVCenter);
    clear();
}

void HeadlinePanel::setHeadline(const DecayHeadline &headline, ScoreChoice score)
{
    if (headline.configurations == 0) {
        clear();
        return;
    }
    m_number->setText(tr("%1 points").arg(signedNumber(headline.meanDelta)));
    m_words->setText(tr("Mean change of %1 from L0 to L3 over %n capable configuration(s), those above 50 % at L0: a "
                        "relative loss of %2 %.",
        nullptr, headline.configurations)
            .arg(scoreMetricTitle(score), QLocale().toString(headline.meanRelativeLoss, 'f', 1)));
    setAccessibleName(text());
}

void HeadlinePanel::clear()
{
    m_number->setText(QStringLiteral("–"));
    m_words->setText(tr("No configuration is above 50 % at L0 and has runs at L3: there is no mean drop to show."));
    setAccessibleName(text());
}

QString HeadlinePanel::text() const
{
    return QString(m_number->text() % u". " % m_words->text());
}

} // namespace Decayscope
