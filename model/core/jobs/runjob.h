// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <utility>

namespace Decayscope {

/// Progress values of a job's future run from 0 to this.
inline constexpr int jobProgressSteps = 1000;

/// Runs `work(const Progress &) -> Result<T>` in a pool. Cancelling the future asks the work to stop; its progress
/// arrives as the future's progress value and text.
///
/// The work takes values and holds no QObject; use `.then(context, …)` to come back to a thread.
template <typename Work>
[[nodiscard]] auto runJob(QThreadPool *pool, Work work)
{
    using Answer = std::invoke_result_t<Work, const Progress &>;
    return QtConcurrent::run(pool, [work = std::move(work)](QPromise<Answer> &promise) mutable {
        promise.setProgressRange(0, jobProgressSteps);
        const Progress progress([&promise] { return promise.isCanceled(); },
            [&promise](const ProgressUpdate &update) {
                const auto done = update.total > 0 ? update.done * jobProgressSteps / update.total : 0;
                promise.setProgressValueAndText(static_cast<int>(done), update.what);
            });
        promise.addResult(work(progress));
    });
}

} // namespace Decayscope
