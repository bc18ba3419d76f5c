// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

class QTimer;

namespace Decayscope {

/// A memo that is told when its writer rests, leaves it, or something else is about to happen. What is being typed is
/// never overwritten.
class MemoField final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MemoField(QWidget *parent = nullptr);

    void setMemo(const QString &memo); ///< The stored one, of the same thing as before.
    void start(const QString &memo); ///< Of another thing; what was typed must have been flushed.
    void flush(); ///< Tells now what was not told yet.
    /// Longer than is laid out here: its beginning is shown, and it must not be edited.
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void noted(const QString &memo);
    void left(); ///< By Escape.
    void finished(); ///< By Ctrl+Enter.

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer *m_rest;
    QString m_stored; ///< As it came.
    QString m_known; ///< As this field shows it: line ends and blanks may differ.
    bool m_isTooLong = false;
};

} // namespace Decayscope
