// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace Decayscope {

class CommandSet;

/// Finds a command by typing parts of its words, and does it. Stands over the window's upper half until a command is
/// chosen or Escape is pressed.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(const CommandSet &commands, QWidget *window);

    void open();
    void setQuery(const QString &words);
    [[nodiscard]] QStringList offered() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void trigger();

    const CommandSet &m_commands;
    QLineEdit *m_query;
    QListWidget *m_list;
};

} // namespace Decayscope
