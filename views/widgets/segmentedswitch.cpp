// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "segmentedswitch.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace Decayscope {

SegmentedSwitch::SegmentedSwitch(const QString &name, const QStringList &choices, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QPushButton(choices[i], this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setProperty("segment", i == 0 ? 1 : i == choices.size() - 1 ? 3 : 2);
        button->setAccessibleName(QString(name % u": " % choices[i]));
        m_group->addButton(button, i);
        layout->addWidget(button);
    }
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::chosen);
}

int SegmentedSwitch::current() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setCurrent(int index)
{
    if (auto *button = m_group->button(index)) {
        button->setChecked(true);
    } else if (auto *chosen = m_group->checkedButton()) {
        m_group->setExclusive(false);
        chosen->setChecked(false);
        m_group->setExclusive(true);
    }
}

void SegmentedSwitch::setTips(const QStringList &tips)
{
    for (int i = 0; i < tips.size(); ++i)
        m_group->button(i)->setToolTip(tips[i]);
}

} // namespace Decayscope
