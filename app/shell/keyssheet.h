// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands.h"

#include <QDialog>

#include <optional>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Decayscope {

class KeyBindings;

/// All commands with their keys, to be looked up and changed. A key that another command has is refused.
class KeysSheet final : public QDialog
{
    Q_OBJECT

public:
    KeysSheet(KeyBindings &keys, QWidget *parent);

    void showAll(); ///< Opens, without a filter.
    void setFilter(const QString &words);
    void choose(Command command);
    /// Gives the chosen command another key, as typing it does; an empty one takes its keys away.
    void setKey(const QKeySequence &key);

    /// "Next turn: J" for each command shown.
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] QString message() const;

signals:
    void keysChanged(Decayscope::Command command, const QList<QKeySequence> &keys);

private:
    void layOut();
    void fill();
    void refreshRow(QTreeWidgetItem *item);
    void refreshEditor();
    void apply(const CommandRow &row, const std::optional<Command> &holder);
    [[nodiscard]] const CommandRow *chosenRow() const;

    KeyBindings &m_keys;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    QLabel *m_name;
    QKeySequenceEdit *m_editor;
    QToolButton *m_reset;
    QToolButton *m_remove;
    QLabel *m_message;
};

} // namespace Decayscope
