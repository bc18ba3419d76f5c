// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace Decayscope {

/// One calm line above the content that says what happened or what failed; never in the way.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Information, Problem };

    explicit MessageBar(QWidget *parent = nullptr);

    /// With an action's text there is a button beside the sentence; `actionTriggered` says that it was pressed.
    void showMessage(Kind kind, const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_action;
    QToolButton *m_close;
};

} // namespace Decayscope
