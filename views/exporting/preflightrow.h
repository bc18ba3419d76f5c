// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <printing/preflight.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Decayscope {

/// One rule of the preflight: its sign, what is wrong, a button that sets it right, a field for why it does not matter.
class PreflightRow final : public QWidget
{
    Q_OBJECT

public:
    PreflightRow(const QString &rule, QWidget *parent);

    void setFinding(const PreflightFinding &finding, const QString &reason);
    [[nodiscard]] QString words() const;
    void focusReason();

signals:
    void fixRequested(const QString &rule);
    void reasonChanged(const QString &rule, const QString &reason);

private:
    QString m_rule;
    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_fix;
    QLineEdit *m_reason;
};

} // namespace Decayscope
