// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <utility>

namespace Decayscope {

/// How far a long job is.
struct ProgressUpdate
{
    qint64 done = 0;
    qint64 total = 0; ///< 0 while it is not known.
    qint64 bytes = 0; ///< Input bytes handled so far.
    QString what; ///< The unit at hand, such as a run's folder.
};

/// Handed to every long job: it asks whether to stop and says how far it is.
///
/// Both functions are called from the job's threads and must be thread-safe. A default-made one never cancels and
/// tells nobody.
class Progress
{
public:
    using CancelCheck = std::function<bool()>;
    using Sink = std::function<void(const ProgressUpdate &)>;

    Progress() = default;
    explicit Progress(CancelCheck isCancelled, Sink sink = {})
        : m_isCancelled(std::move(isCancelled))
        , m_sink(std::move(sink))
    { }

    [[nodiscard]] bool isCancelled() const { return m_isCancelled && m_isCancelled(); }

    void report(const ProgressUpdate &update) const
    {
        if (m_sink)
            m_sink(update);
    }

private:
    CancelCheck m_isCancelled;
    Sink m_sink;
};

} // namespace Decayscope
