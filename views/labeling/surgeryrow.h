// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Decayscope {

/// Asks in place what a change of the codebook still needs: titles of new codes, and always the reason.
class SurgeryRow final : public QFrame
{
    Q_OBJECT

public:
    explicit SurgeryRow(QWidget *parent = nullptr);

    /// `titlesHint` empty: no titles are needed.
    void ask(const QString &question, const QString &titlesHint);
    void close();
    void refuse(const QString &sentence);
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString problem() const;

    [[nodiscard]] QStringList titles() const; ///< Between semicolons.
    [[nodiscard]] QString reason() const;

signals:
    void applied();
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_question;
    QLineEdit *m_titles;
    QLineEdit *m_reason;
    QLabel *m_problem;
    QPushButton *m_apply;
};

} // namespace Decayscope
