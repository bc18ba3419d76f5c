// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnmatcher.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Decayscope {

/// The line that asks what to find. It finds nothing itself.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    [[nodiscard]] FindQuery query() const;
    void setSwitches(bool isRegularExpression, bool isCaseSensitive);
    void setStatus(const QString &status, bool isProblem = false);
    [[nodiscard]] QString status() const;
    /// Shows the bar with its text selected.
    void open();

signals:
    void queryChanged();
    void stepRequested(int step);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_text;
    QToolButton *m_expression;
    QToolButton *m_case;
    QLabel *m_status;
};

} // namespace Decayscope
