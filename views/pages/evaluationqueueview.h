// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/queuedevaluation.h>

#include <QWidget>

class QLabel;
class QSpinBox;
class QTableView;
class QToolButton;

namespace Decayscope {

class EvaluationDisplayProxy;
class EvaluationQueueModel;
class StateOverlay;

/// The evaluations asked for, as a table, with what can be done with them.
class EvaluationQueueView final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationQueueView(QWidget *parent = nullptr);

    void put(const QueuedEvaluation &evaluation);
    void remove(int number);
    void setParallel(int count); ///< Emits nothing.
    void setPaused(bool paused);

    [[nodiscard]] int current() const; ///< The number of the chosen evaluation; 0 for none.
    void setCurrent(int number);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QStringList printed() const; ///< "1 | L0 flask … | …", a line an evaluation.

    void requestRetry(); ///< Of the chosen one, as the others.
    void requestCancel();
    void requestForget();
    void requestRun();

signals:
    void currentChanged(int number);
    void parallelChosen(int count);
    void pauseChosen(bool pause);
    void retryRequested(int number);
    void cancelRequested(int number);
    void forgetRequested(int number);
    void runRequested(Decayscope::RunId run); ///< Its reader wants to see it.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void refresh();

    EvaluationQueueModel *m_model;
    EvaluationDisplayProxy *m_display;
    QTableView *m_table;
    QLabel *m_summary;
    QSpinBox *m_parallel;
    QToolButton *m_pause;
    QToolButton *m_open;
    QToolButton *m_retry;
    QToolButton *m_cancel;
    QToolButton *m_forget;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
