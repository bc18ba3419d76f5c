// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queueheader.h"

#include "inlinefield.h"
#include "labelwords.h"

#include <widgets/badge.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int barHeight = 3;
constexpr int longestName = 80;
constexpr int shownName = 24;

} // namespace

QueueHeader::QueueHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
    , m_badge(new Badge({}, this))
    , m_annotator(new QToolButton(this))
    , m_name(new InlineField(tr("Name of a new annotator"), tr("Name; Enter takes it"), this))
    , m_progress(quietLabel(this))
{
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_annotator->setPopupMode(QToolButton::InstantPopup);
    m_annotator->setFocusPolicy(Qt::StrongFocus);
    m_annotator->setAutoRaise(true);
    m_annotator->setMenu(new QMenu(m_annotator));
    layOut();
    connect(m_annotator->menu(), &QMenu::aboutToShow, this, &QueueHeader::fillMenu);
    connect(
        m_name, &InlineField::taken, this, [this](const QString &name) { emit annotatorChosen(name.simplified()); });
    setSummary({});
}

void QueueHeader::layOut()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(Spacing::normal);
    top->addWidget(m_title, 1);
    auto *who = new QHBoxLayout;
    who->setSpacing(Spacing::tight);
    who->addWidget(m_annotator);
    who->addWidget(m_name, 1);
    who->addStretch();
    who->addWidget(m_badge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal + barHeight);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addLayout(who);
    layout->addWidget(m_progress);
}

void QueueHeader::setSummary(const QueueSummary &summary)
{
    m_summary = summary;
    const auto title = summary.sample.isEmpty() ? tr("No sample") : oneLine(summary.sample);
    m_title->setToolTip(title);
    cutTitle();
    m_badge->setText(summary.isBlind ? tr("BLIND") : tr("NOT BLIND"));
    m_badge->setVisible(!summary.sample.isEmpty());
    const auto name = summary.annotator.isEmpty() ? tr("Who labels?") : oneLine(summary.annotator, shownName);
    m_annotator->setText(QString(name % u" ▾"));
    m_annotator->setAccessibleName(tr("Annotator: %1").arg(name));
    m_annotator->setToolTip(tr("Choose or add an annotator"));
    const int left = std::max(0, summary.total - summary.done);
    QStringList words{tr("%1 of %2 done").arg(summary.done).arg(summary.total)};
    if (summary.medianSeconds) {
        words << tr("%1 an item").arg(roughDuration(*summary.medianSeconds));
        if (left > 0)
            words << tr("about %1 left").arg(roughDuration(*summary.medianSeconds * left));
    }
    m_progress->setText(words.join(QStringLiteral(" · ")));
    update();
}

void QueueHeader::cutTitle()
{
    const auto title = m_title->toolTip();
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideRight, width() - 2 * Spacing::normal));
}

void QueueHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    cutTitle();
}

QString QueueHeader::progress() const
{
    return m_progress->text();
}

void QueueHeader::openName()
{
    m_name->openEmpty();
}

void QueueHeader::fillMenu()
{
    auto *menu = m_annotator->menu();
    menu->clear();
    for (const auto &name : m_summary.annotators) {
        auto *action = menu->addAction(oneLine(name, longestName).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(name == m_summary.annotator);
        connect(action, &QAction::triggered, this, [this, name] { emit annotatorChosen(name); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Another annotator…")), &QAction::triggered, this, &QueueHeader::openName);
}

void QueueHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect bar(0, height() - barHeight, width(), barHeight);
    painter.fillRect(bar, hairline(palette()));
    if (m_summary.total > 0) {
        const double share = std::clamp(double(m_summary.done) / m_summary.total, 0.0, 1.0);
        painter.fillRect(QRectF(0, bar.top(), width() * share, barHeight), palette().color(QPalette::Highlight));
    }
}

} // namespace Decayscope
