// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace Decayscope {

/// Asks for the reason of an exclusion in a line below the table, without standing in the way.
class ExclusionBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ExclusionBar(QWidget *parent = nullptr);

    void ask(int runs);

signals:
    void reasonGiven(const QString &reason);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();
    void dismiss();

    QLabel *m_question;
    QLineEdit *m_reason;
};

} // namespace Decayscope
