// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "needsbanner.h"

#include <widgets/icons.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Decayscope {

NeedsBanner::NeedsBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_look(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_look->setText(tr("Look again"));
    m_look->setToolTip(tr("Look again for what was missing"));
    m_look->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::tight, Spacing::normal, Spacing::tight);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_look, 0, Qt::AlignTop);
    connect(m_look, &QToolButton::clicked, this, &NeedsBanner::lookRequested);
    hide();
}

void NeedsBanner::setNeeds(const std::vector<EvaluationNeed> &needs)
{
    QStringList names;
    QStringList tips;
    for (const auto &need : needs) {
        names << need.name;
        tips << QStringLiteral("%1: %2 %3").arg(need.name, need.purpose, need.remedy).trimmed();
    }
    m_text->setText(tr("Missing on this system: %1. The command ./bootstrap evaluation installs what evaluations need.")
            .arg(names.join(u", ")));
    m_text->setToolTip(tips.join(u"<br>"));
    m_icon->setPixmap(themedIcon(QStringLiteral("info")).pixmap(QSize(16, 16), devicePixelRatioF()));
    setAccessibleName(m_text->text());
    setAccessibleDescription(tips.join(u' '));
    setVisible(!needs.empty());
}

QString NeedsBanner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NeedsBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), hoverFill(palette()));
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace Decayscope
