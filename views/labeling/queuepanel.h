// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "queueheader.h"
#include "queuemodel.h"

#include <labels/labellog.h>

class QListView;

namespace Decayscope {

class SegmentedSwitch;
class StateOverlay;

/// One item of a queue and how it stands for its annotator.
struct QueueItem
{
    QString title; ///< The task.
    ItemState state;
};

/// A queue as the panel shows it.
struct QueueContent
{
    QString title; ///< Of the sample.
    bool isBlind = true;
    QString annotator;
    QStringList annotators; ///< Those with a queue in the sample.
    std::vector<QueueItem> items; ///< In the annotator's own order; repeats look like any other.
    int current = -1; ///< The item before the annotator; -1 for none.
};

[[nodiscard]] QueueRow queueRowOf(const QueueItem &item);
/// Counts, and the median time of the items that are done and took any.
[[nodiscard]] QueueSummary queueSummaryOf(const QueueContent &content);

/// The items an annotator has to label, in the annotator's own order, and how each stands.
class QueuePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(QWidget *parent = nullptr);

    void setQueue(const QueueContent &content);
    void setCurrent(int row); ///< The item before the annotator, of all rows; emits nothing. -1 for none.
    [[nodiscard]] int current() const;

    void setPart(QueueProxy::Part part);
    [[nodiscard]] QueueHeader *header() const { return m_header; }
    [[nodiscard]] QStringList printed() const; ///< "3 express · L2, done, flagged", a line a row shown.

signals:
    void itemChosen(int row); ///< Of all rows, from 0.
    void annotatorChosen(const QString &name);

private:
    void choose(const QModelIndex &shown);

    QueueHeader *m_header;
    SegmentedSwitch *m_part;
    QueueModel *m_model;
    QueueProxy *m_proxy;
    QListView *m_list;
    StateOverlay *m_overlay;
    int m_current = -1;
};

} // namespace Decayscope
