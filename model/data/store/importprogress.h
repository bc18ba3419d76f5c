// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/runbundle.h>

#include <QElapsedTimer>

#include <mutex>
#include <vector>

namespace Decayscope {

/// What an import's threads count and collect together, reported a few times a second.
class ImportProgress
{
public:
    explicit ImportProgress(const Progress &progress)
        : m_progress(progress)
    { }

    [[nodiscard]] bool isCancelled() const { return m_progress.isCancelled(); }
    [[nodiscard]] const Progress &progress() const { return m_progress; }

    void setTotal(qint64 runs);
    void addBytes(qint64 bytes);
    void addUnchanged(const QString &origin);
    void addFinished(const QString &origin); ///< A run that was written or refused.
    void addRefused(const QString &path, const QString &reason);
    void addRefused(const std::vector<ImportIssue> &issues);
    void addWarnings(const std::vector<ImportIssue> &issues);

    /// After the threads have ended.
    [[nodiscard]] int unchanged() const { return m_unchanged; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<ImportIssue> &refused() const { return m_refused; }
    [[nodiscard]] const std::vector<ImportIssue> &warnings() const { return m_warnings; }

private:
    void step(const QString &origin);

    const Progress &m_progress;
    std::mutex m_mutex;
    QElapsedTimer m_sinceReport;
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_bytes = 0;
    int m_unchanged = 0;
    std::vector<ImportIssue> m_refused;
    std::vector<ImportIssue> m_warnings;
};

} // namespace Decayscope
