// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importhistory.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int undoneRole = Qt::UserRole + 1;

} // namespace

ImportHistory::ImportHistory(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_undo(new QPushButton(tr("Undo import"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Imports of this study"));
    m_list->setHeaderLabels({tr("Time"), tr("From"), tr("Imported"), tr("Updated"), tr("State")});
    auto *line = new QHBoxLayout;
    line->addWidget(headingLabel(tr("Imports"), this));
    line->addStretch(1);
    line->addWidget(m_undo);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(line);
    layout->addWidget(m_list);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ImportHistory::updateButton);
    connect(m_undo, &QPushButton::clicked, this,
        [this] { emit undoRequested(m_list->currentItem()->data(0, idRole).toLongLong()); });
    updateButton();
}

void ImportHistory::setImports(const std::vector<PastImport> &imports, bool readOnly)
{
    m_readOnly = readOnly;
    m_list->clear();
    const QLocale locale;
    for (const auto &past : imports) {
        const auto time = QDateTime::fromString(past.time, Qt::ISODate).toLocalTime();
        auto *item = new QTreeWidgetItem(m_list,
            {time.isValid() ? locale.toString(time, QLocale::ShortFormat) : past.time, past.paths.join(u", "),
                locale.toString(past.imported), locale.toString(past.updated), past.undone ? tr("undone") : QString()});
        item->setData(0, idRole, past.id);
        item->setData(0, undoneRole, past.undone);
        item->setDisabled(past.undone);
    }
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    updateButton();
}

void ImportHistory::updateButton()
{
    const auto chosen = m_list->selectedItems();
    m_undo->setEnabled(!m_readOnly && !chosen.isEmpty() && !chosen.first()->data(0, undoneRole).toBool());
}

} // namespace Decayscope
