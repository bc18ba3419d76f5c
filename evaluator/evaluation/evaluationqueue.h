// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationrun.h"

#include <domain/queuedevaluation.h>

#include <QObject>

namespace Decayscope {

/// The evaluations asked for: runs so many at a time, each in a thread of its own. Lives in the thread that made it;
/// what it tells comes there. Destroying it cancels what runs, and waits.
class EvaluationQueue : public QObject
{
    Q_OBJECT

public:
    explicit EvaluationQueue(std::shared_ptr<const EvaluationTools> tools, QObject *parent = nullptr);
    ~EvaluationQueue() override;

    /// Adds one to the end; gives its number, counted from 1 and never used again.
    int add(EvaluationRequest request);

    void setParallel(int count); ///< At least 1; 2 at first.
    void pause(); ///< Starts no further ones; what runs goes on.
    void resume();
    void cancel(int number); ///< Waiting or running; what has ended stays as it is.
    void retry(int number); ///< One that failed, was cancelled or is done waits again, at the end.
    void forget(int number); ///< Takes an ended or waiting one off the list.

    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] const std::vector<QueuedEvaluation> &evaluations() const; ///< In the order they were added.

signals:
    void added(int number);
    void changed(int number); ///< Its state, steps or resources; at most ten times a second each.
    void exchanged(int number); ///< Further exchanges are there.
    void logGrew(int number, const QByteArray &text);
    void forgotten(int number);

    /// An evaluation has its run. The receiver stores it and then calls stored().
    void finished(int number, const std::shared_ptr<Decayscope::RunBundle> &bundle);

public slots:
    /// What became of the storing: the run's id, or why it could not be stored.
    void stored(int number, const Decayscope::Result<Decayscope::RunId> &run);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Decayscope
