// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runreading.h>

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <vector>

namespace Decayscope {

class CompareView;
class StudyController;

/// Opens the runs to be compared and hands them to their view once all have come.
class CompareController final : public QObject
{
    Q_OBJECT

public:
    CompareController(StudyController &study, CompareView &view, QObject *parent);

    /// Shows these runs; the ones shown already change nothing.
    void show(const std::vector<RunId> &runs);
    void close();

    [[nodiscard]] bool isBusy() const { return m_waiting > 0; }

signals:
    void failed(const QString &sentence);

private:
    using Opened = Result<std::shared_ptr<const RunReading>>;

    void take(std::size_t place, const Opened &reading, quint64 ticket);

    StudyController &m_study;
    CompareView &m_view;
    std::vector<RunId> m_runs;
    std::vector<std::shared_ptr<const RunReading>> m_readings;
    std::size_t m_waiting = 0;
    quint64 m_ticket = 0; ///< Of the newest request.
};

} // namespace Decayscope
