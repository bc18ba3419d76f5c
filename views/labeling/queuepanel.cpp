// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuepanel.h"

#include "keepkeys.h"
#include "labelwords.h"
#include "queuedelegate.h"

#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

QueueRow queueRowOf(const QueueItem &item)
{
    using enum QueueRow::State;
    const auto &state = item.state;
    QueueRow row{.title = oneLine(item.title), .isFlagged = state.isFlagged};
    if (state.isHalfMade())
        row.state = HalfMade;
    else if (state.committed)
        row.state = Done;
    else if (state.skipped)
        row.state = Skipped;
    return row;
}

QueueSummary queueSummaryOf(const QueueContent &content)
{
    QueueSummary summary{.sample = content.title,
        .isBlind = content.isBlind,
        .annotator = content.annotator,
        .annotators = content.annotators,
        .total = static_cast<int>(content.items.size())};
    std::vector<qint64> times;
    for (const auto &item : content.items) {
        summary.done += item.state.isDone() ? 1 : 0;
        if (item.state.isDone() && item.state.milliseconds > 0)
            times.push_back(item.state.milliseconds);
    }
    if (!times.empty()) {
        const auto middle = times.begin() + std::ssize(times) / 2;
        std::ranges::nth_element(times, middle);
        summary.medianSeconds = static_cast<double>(*middle) / 1000.0;
    }
    return summary;
}

QueuePanel::QueuePanel(QWidget *parent)
    : QWidget(parent)
    , m_header(new QueueHeader(this))
    , m_part(new SegmentedSwitch(tr("Items shown"), {tr("All"), tr("To do"), tr("Flagged")}, this))
    , m_model(new QueueModel(this))
    , m_proxy(new QueueProxy(m_model, this))
    , m_list(new QListView(this))
    , m_overlay(new StateOverlay(m_list))
{
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    keepKeys(m_list, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Up, Qt::Key_Down});
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Items to label"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    filter->addWidget(m_part);
    filter->addStretch();
    layout->addWidget(m_header);
    layout->addLayout(filter);
    layout->addWidget(m_list, 1);
    connect(m_header, &QueueHeader::annotatorChosen, this, &QueuePanel::annotatorChosen);
    connect(m_part, &SegmentedSwitch::chosen, this, [this](int part) { setPart(static_cast<QueueProxy::Part>(part)); });
    connect(m_list, &QListView::clicked, this, &QueuePanel::choose);
    connect(m_list, &QListView::activated, this, &QueuePanel::choose);
    setQueue({});
}

void QueuePanel::setQueue(const QueueContent &content)
{
    m_header->setSummary(queueSummaryOf(content));
    std::vector<QueueRow> rows;
    rows.reserve(content.items.size());
    std::ranges::transform(content.items, std::back_inserter(rows), queueRowOf);
    m_model->setRows(std::move(rows));
    m_current = content.current;
    setPart(static_cast<QueueProxy::Part>(m_part->current()));
}

void QueuePanel::setCurrent(int row)
{
    m_current = row;
    const auto shown = m_proxy->mapFromSource(m_model->index(row));
    m_list->setCurrentIndex(shown);
    if (shown.isValid())
        m_list->scrollTo(shown);
}

int QueuePanel::current() const
{
    return m_current;
}

void QueuePanel::setPart(QueueProxy::Part part)
{
    m_part->setCurrent(static_cast<int>(part));
    m_proxy->setPart(part);
    setCurrent(m_current);
    if (m_model->rowCount() == 0)
        m_overlay->setState(ViewState::empty(tr("Nothing to label"), tr("Design a sample to begin.")));
    else if (m_proxy->rowCount() == 0)
        m_overlay->setState(part == QueueProxy::Part::ToDo
                ? ViewState::empty(tr("All done"), tr("Every item of this queue is labelled or skipped."))
                : ViewState::empty(tr("Nothing flagged"), tr("Flag items that are to be discussed.")));
    else
        m_overlay->setState(ViewState::ready());
}

QStringList QueuePanel::printed() const
{
    QStringList lines;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        lines << m_proxy->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return lines;
}

/// A double click chooses twice what one click did; the second time nothing changes.
void QueuePanel::choose(const QModelIndex &shown)
{
    const int row = m_proxy->mapToSource(shown).row();
    if (row < 0 || row == m_current)
        return;
    m_current = row;
    emit itemChosen(row);
}

} // namespace Decayscope
