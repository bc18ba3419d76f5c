// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Decayscope {

class MessageBar;

/// A dialog that asks for long work, shows how far it is, and stays to say what became of it.
class WorkDialog : public QDialog
{
    Q_OBJECT

public:
    /// `action` is what its button does: "&Build".
    WorkDialog(const QString &title, const QString &action, QWidget *parent);

    void setScope(const QString &words); ///< What the work is about: study, filter, score.
    void setProgress(int done, int total, const QString &what);
    void showResult(const QString &sentence, bool isProblem); ///< The work is over.
    [[nodiscard]] bool isWorking() const { return m_isWorking; }
    [[nodiscard]] MessageBar *message() const { return m_message; }

    void reject() override; ///< Cancels the work first.

signals:
    void startRequested();
    void cancelRequested();

protected:
    [[nodiscard]] QFormLayout *form() const { return m_form; }

    /// The field for the path that is written to, with a button to browse for it.
    [[nodiscard]] QLineEdit *addPathField(const QString &title, const QString &tip);
    [[nodiscard]] virtual QString browsePath() = 0; ///< Empty where nothing was chosen.

    /// What the work needs; the button waits for it.
    void setStartable(bool startable);

    void showEvent(QShowEvent *event) override;

private:
    void begin();
    void showWorking(bool isWorking);

    MessageBar *m_message;
    QLabel *m_scope;
    QFormLayout *m_form;
    QProgressBar *m_progress;
    QLabel *m_what;
    QPushButton *m_close;
    QPushButton *m_start;
    bool m_isWorking = false;
    bool m_isStartable = false;
};

} // namespace Decayscope
