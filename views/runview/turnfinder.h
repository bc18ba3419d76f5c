// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnhit.h"
#include "turnmatcher.h"

#include <domain/turnsource.h>

#include <QObject>

#include <memory>
#include <vector>

class QTimer;

namespace Decayscope {

/// Searches all turns of a run in another thread, from one turn on and then from the start up to it.
class TurnFinder final : public QObject
{
    Q_OBJECT

public:
    explicit TurnFinder(QObject *parent = nullptr);
    ~TurnFinder() override;

    /// Forgets what it found and begins anew; an empty pattern finds nothing.
    void start(std::shared_ptr<const TurnSource> turns, const FindQuery &query, int fromTurn);
    void stop();

    [[nodiscard]] bool isRunning() const { return m_task != nullptr; }
    /// Why nothing, or not everything, is found, in a sentence; or empty.
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int count() const;
    /// Hits in the order of the run. `index` is from 0 to count() - 1.
    [[nodiscard]] const TurnHit &hit(int index) const;
    /// Of the first hit that is not before the given one; count() where there is none.
    [[nodiscard]] int indexFrom(const TurnHit &hit) const;
    [[nodiscard]] std::vector<TurnHit> hitsIn(int turn) const;
    /// The turns that hold a hit, in order, each once.
    [[nodiscard]] std::vector<int> turns() const;

signals:
    /// More was found, or the search is over.
    void changed();

private:
    struct Task;
    static void search(Task &task);
    void collect();

    std::shared_ptr<Task> m_task;
    QTimer *m_poll;
    std::vector<TurnHit> m_later; ///< From the turn where the search began.
    std::vector<TurnHit> m_earlier;
    int m_from = 0;
    QString m_problem;
};

} // namespace Decayscope
