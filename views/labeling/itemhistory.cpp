// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "itemhistory.h"

#include "keepkeys.h"
#include "labelwords.h"
#include "twolinedelegate.h"

#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <ranges>

namespace Decayscope {

namespace {

constexpr int eventRole = TwoLineDelegate::Second + 1;
constexpr std::size_t mostLines = 5000;

QListWidgetItem *rowOf(const HistoryLine &line)
{
    const auto time = clockText(line.time);
    auto *row = new QListWidgetItem(QString(line.sentence % u", " % time));
    row->setToolTip(line.sentence);
    row->setData(TwoLineDelegate::Title, line.sentence);
    row->setData(TwoLineDelegate::Second, line.isUndone ? ItemHistory::tr("%1, undone").arg(time) : time);
    row->setData(eventRole, line.isRevertible ? line.event : QString());
    QFont font;
    font.setStrikeOut(line.isUndone);
    if (line.isRevertible)
        font.setWeight(QFont::DemiBold);
    row->setFont(font);
    return row;
}

} // namespace

std::vector<HistoryLine> historyLines(const LabelLog &log, const ItemState &state, const Codebook &codebook)
{
    std::vector<HistoryLine> lines;
    for (const auto number : std::views::reverse(state.events) | std::views::take(mostLines)) {
        if (number >= log.events().size())
            continue;
        const auto &event = log.events()[number];
        const bool isUndone = log.isUndone(event.id);
        lines.push_back({.event = event.id,
            .time = event.time,
            .sentence = actionSentence(event.action, codebook),
            .isUndone = isUndone,
            .isRevertible = std::holds_alternative<Committed>(event.action) && event.id != state.committedEvent});
    }
    return lines;
}

ItemHistory::ItemHistory(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_revert(new QPushButton(tr("Let this label stand again"), this))
{
    m_list->setItemDelegate(new TwoLineDelegate(TwoLineDelegate::SecondLine::Words, m_list));
    m_list->setUniformItemSizes(true);
    keepKeys(m_list, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("History of this item"));
    m_revert->setAutoDefault(false);
    auto *back = iconButton(QStringLiteral("back"), tr("Back to the label"), this);
    auto *head = new QHBoxLayout;
    head->addWidget(back);
    head->addWidget(headingLabel(tr("History"), this), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_revert);
    setFocusProxy(m_list);
    connect(back, &QToolButton::clicked, this, &ItemHistory::left);
    connect(m_revert, &QPushButton::clicked, this, [this] { revert(m_list->currentItem()); });
    connect(m_list, &QListWidget::itemActivated, this, &ItemHistory::revert);
    connect(m_list, &QListWidget::currentItemChanged, this, &ItemHistory::refresh);
    refresh();
}

void ItemHistory::setLines(const std::vector<HistoryLine> &lines)
{
    m_list->clear();
    for (const auto &line : lines)
        m_list->addItem(rowOf(line));
    m_list->setCurrentRow(0);
    refresh();
}

void ItemHistory::setEditable(bool editable)
{
    m_isEditable = editable;
    refresh();
}

QStringList ItemHistory::printed() const
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row) {
        const auto *item = m_list->item(row);
        lines << QString(QString(item->font().strikeOut() ? u"− " : u"") % item->data(TwoLineDelegate::Title).toString()
            % QString(item->data(eventRole).toString().isEmpty() ? u"" : u" [revert]"));
    }
    return lines;
}

void ItemHistory::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

void ItemHistory::revert(const QListWidgetItem *item)
{
    const auto event = item ? item->data(eventRole).toString() : QString();
    if (m_isEditable && !event.isEmpty())
        emit revertRequested(event);
}

void ItemHistory::refresh()
{
    const auto *item = m_list->currentItem();
    m_revert->setEnabled(m_isEditable && item && !item->data(eventRole).toString().isEmpty());
}

} // namespace Decayscope
