// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cataloguelist.h"

#include <tables/valuedelegate.h>
#include <widgets/spacing.h>

#include <QVBoxLayout>

namespace Decayscope {

CatalogueList::CatalogueList(const QString &name, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ValueDelegate(this));
    setMinimumWidth(160);
}

void CatalogueList::addEntry(const QString &title, const QString &description)
{
    auto *item = new QListWidgetItem(title, this);
    item->setToolTip(description);
    item->setSizeHint({0, fontMetrics().height() + 10});
}

QWidget *CatalogueList::inColumn()
{
    auto *column = new QWidget(parentWidget());
    auto *margin = new QVBoxLayout(column);
    margin->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, 0);
    margin->addWidget(this);
    return column;
}

} // namespace Decayscope
