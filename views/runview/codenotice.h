// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Decayscope {

/// Stands in place of code that cannot be shown, says why, and offers the turn where it can.
class CodeNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeNotice(QWidget *parent = nullptr);

    /// `turn` below 0 offers none.
    void showNotice(const QString &title, const QString &text, int turn = -1);
    [[nodiscard]] QString text() const; ///< Title, text and what the button says, a line each.

signals:
    void turnRequested(int turn);

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    int m_turn = -1;
};

} // namespace Decayscope
