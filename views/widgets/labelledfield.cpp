// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelledfield.h"

#include "spacing.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Decayscope {

QWidget *labelledField(const QString &name, QWidget *field, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::normal);
    auto *label = new QLabel(name, part);
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    field->setAccessibleName(name);
    return part;
}

} // namespace Decayscope
