// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace Decayscope {

/// A field that opens where something has to be said, and goes again: Enter takes what was typed, Escape does not.
/// Both are its own even where they are shortcuts of the window.
class InlineField final : public QLineEdit
{
    Q_OBJECT

public:
    InlineField(const QString &name, const QString &hint, QWidget *parent);

    void openEmpty(); ///< Shown, with the focus.
    void closeEmpty();

signals:
    void taken(const QString &text); ///< Trimmed, never empty; the field is closed before.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Decayscope
