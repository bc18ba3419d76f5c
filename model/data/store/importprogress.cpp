// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importprogress.h"

namespace Decayscope {

namespace {

constexpr qint64 millisecondsBetweenReports = 150;

} // namespace

void ImportProgress::setTotal(qint64 runs)
{
    const std::lock_guard lock(m_mutex);
    m_total = runs;
}

void ImportProgress::addBytes(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_bytes += bytes;
}

void ImportProgress::addUnchanged(const QString &origin)
{
    const std::lock_guard lock(m_mutex);
    ++m_unchanged;
    step(origin);
}

void ImportProgress::addFinished(const QString &origin)
{
    const std::lock_guard lock(m_mutex);
    step(origin);
}

void ImportProgress::addRefused(const QString &path, const QString &reason)
{
    const std::lock_guard lock(m_mutex);
    m_refused.push_back({path, reason});
}

void ImportProgress::addRefused(const std::vector<ImportIssue> &issues)
{
    const std::lock_guard lock(m_mutex);
    m_refused.insert(m_refused.end(), issues.begin(), issues.end());
}

void ImportProgress::addWarnings(const std::vector<ImportIssue> &issues)
{
    const std::lock_guard lock(m_mutex);
    m_warnings.insert(m_warnings.end(), issues.begin(), issues.end());
}

void ImportProgress::step(const QString &origin)
{
    ++m_done;
    const bool isLast = m_done == m_total;
    if (!isLast && m_sinceReport.isValid() && m_sinceReport.elapsed() < millisecondsBetweenReports)
        return;
    m_sinceReport.start();
    m_progress.report({.done = m_done, .total = m_total, .bytes = m_bytes, .what = origin});
}

} // namespace Decayscope
