// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace Decayscope {

/// One item in an annotator's own order. Repeats look like any other.
struct QueueRow
{
    enum class State : quint8 { ToDo, HalfMade, Done, Skipped };

    QString title; ///< The task.
    State state = State::ToDo;
    bool isFlagged = false;

    bool operator==(const QueueRow &) const = default;
};

[[nodiscard]] QString queueStateTitle(QueueRow::State state);

/// The items of a queue; of a new state of the same queue only the rows that changed are announced.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<QueueRow> rows);
    [[nodiscard]] const std::vector<QueueRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<QueueRow> m_rows;
};

/// The part of a queue that is asked for.
class QueueProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Part : quint8 { All, ToDo, Flagged };

    explicit QueueProxy(QueueModel *model, QObject *parent = nullptr);

    void setPart(Part part);
    [[nodiscard]] const QueueRow &queueRow(const QModelIndex &index) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QueueModel *m_model;
    Part m_part = Part::All;
};

} // namespace Decayscope
