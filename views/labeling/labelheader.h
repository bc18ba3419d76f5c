// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Decayscope {

class Badge;
struct LabelPanelItem;

/// Which item is before the annotator, and what can be done to it besides labelling.
class LabelHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit LabelHeader(QWidget *parent = nullptr);

    void setItem(const LabelPanelItem &item);

signals:
    void undoRequested();
    void redoRequested();
    void historyRequested();
    void revealRequested();

private:
    void layOut();

    QLabel *m_position;
    Badge *m_badge;
    QLabel *m_title;
    QLabel *m_others;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_history;
    QToolButton *m_reveal;
};

} // namespace Decayscope
