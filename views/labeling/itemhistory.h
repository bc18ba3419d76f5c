// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>
#include <labels/labellog.h>

#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace Decayscope {

/// One thing that was done to an item.
struct HistoryLine
{
    QString event;
    QString time; ///< ISO 8601.
    QString sentence;
    bool isUndone = false;
    bool isRevertible = false; ///< A label that was committed and does not stand now.

    bool operator==(const HistoryLine &) const = default;
};

/// All events of an item, newest first.
[[nodiscard]] std::vector<HistoryLine> historyLines(
    const LabelLog &log, const ItemState &state, const Codebook &codebook);

/// What was done to an item, with earlier labels to go back to.
class ItemHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemHistory(QWidget *parent = nullptr);

    void setLines(const std::vector<HistoryLine> &lines);
    void setEditable(bool editable);
    [[nodiscard]] QStringList printed() const;

signals:
    void revertRequested(const QString &event);
    void left(); ///< Back to the label.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void revert(const QListWidgetItem *item);
    void refresh();

    QListWidget *m_list;
    QPushButton *m_revert;
    bool m_isEditable = true;
};

} // namespace Decayscope
