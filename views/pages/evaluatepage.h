// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationdraft.h"

#include <domain/queuedevaluation.h>

#include <QWidget>

#include <map>

class QSplitter;

namespace Decayscope {

class EvaluationDetail;
class EvaluationForm;
class EvaluationQueueView;
class NeedsBanner;
class StateOverlay;

/// Where generated code is evaluated: the form at the left, the queue over the chosen evaluation at the right.
class EvaluatePage final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluatePage(QWidget *parent = nullptr);

    void put(const QueuedEvaluation &evaluation); ///< A new one, or what became of one.
    void remove(int number);
    void appendLog(int number, const QByteArray &output);

    [[nodiscard]] EvaluationForm *form() const { return m_form; }
    [[nodiscard]] EvaluationQueueView *queue() const { return m_queue; }
    [[nodiscard]] EvaluationDetail *detail() const { return m_detail; }
    [[nodiscard]] NeedsBanner *needs() const { return m_needs; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void pathsDropped(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void showCurrent(int number);

    std::map<int, QueuedEvaluation> m_evaluations;
    std::map<int, QByteArray> m_logs; ///< The end of each.
    NeedsBanner *m_needs;
    EvaluationForm *m_form;
    EvaluationQueueView *m_queue;
    EvaluationDetail *m_detail;
    QSplitter *m_sides;
    QSplitter *m_right;
    StateOverlay *m_drop;
};

} // namespace Decayscope
