// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cataloguelist.h"

#include <tables/valuedelegate.h>
#include <widgets/spacing.h>

#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

CatalogueList::CatalogueList(const QString &name, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ValueDelegate(this));
    setMinimumWidth(160);
    connect(this, &QListWidget::currentRowChanged, this, [this] {
        if (const auto entry = currentEntry(); entry >= 0)
            emit entryChosen(entry);
    });
}

void CatalogueList::addGroup(const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setFlags(Qt::NoItemFlags);
    item->setSizeHint({0, fontMetrics().height() + (count() > 1 ? Spacing::wide : Spacing::normal)});
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

void CatalogueList::addEntry(const QString &title, const QString &description)
{
    auto *item = new QListWidgetItem(title, this);
    item->setToolTip(description);
    item->setSizeHint({0, fontMetrics().height() + 10});
    m_rows.push_back(row(item));
}

int CatalogueList::currentEntry() const
{
    const auto found = std::ranges::find(m_rows, currentRow());
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void CatalogueList::setCurrentEntry(int entry)
{
    setCurrentRow(m_rows.at(static_cast<std::size_t>(entry)));
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
