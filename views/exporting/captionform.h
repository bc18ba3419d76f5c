// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace Decayscope {

/// The caption: written by the program until somebody writes it.
class CaptionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CaptionForm(QWidget *parent = nullptr);

    /// `written` is the program's; an own one that is empty or the same leaves it to the program.
    void setCaption(const QString &written, const QString &own);
    [[nodiscard]] QString own() const; ///< Empty: the program's.
    [[nodiscard]] QString shown() const; ///< Whichever holds.
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }

signals:
    void changed();
    void copied();

private:
    void take();

    QString m_written;
    QString m_own;
    QPlainTextEdit *m_edit;
    QToolButton *m_reset;
    QToolButton *m_copy;
};

} // namespace Decayscope
