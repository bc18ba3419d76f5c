// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runfiles.h"

#include <base/progress.h>
#include <base/result.h>
#include <domain/runbundle.h>

#include <functional>
#include <memory>

namespace Decayscope {

/// One file of a run, by its path inside the run's folder.
struct RawFile
{
    QString path;
    QByteArray bytes; ///< May be a part of the file, or nothing, where there is a problem.
    QString problem; ///< A sentence on what kept the file from being read whole; empty where nothing did.
    std::optional<RunFileKind> kind; ///< Where its content says what it is; else its path does.

    [[nodiscard]] RunFileKind runFileKind() const { return kind ? *kind : kindOfRunFile(path); }
};

/// A run that was found and can be loaded, in any thread.
struct PendingRun
{
    RunKey key;
    TaskSpec task;
    QString origin; ///< The folder, or `archive.zip/folder`.
    qint64 bytes = 0; ///< Of all its files; 0 while they have not been looked at.
    std::function<Result<std::vector<RawFile>>()> load; ///< Only the files that count in a run; may be called again.
};

/// Where runs come from: a folder of the study's layout, or an archive of one.
class RunSource
{
public:
    virtual ~RunSource() = default;

    /// Runs there are to come and were; an archive may refuse some of them on the way.
    [[nodiscard]] virtual qint64 runCount() const = 0;

    /// Bytes of all runs, uncompressed; 0 where that would take a look at every file.
    [[nodiscard]] virtual qint64 byteCount() const = 0;

    /// What was found beside runs and cannot be taken, each with a reason. Complete once `next` gave nothing more.
    [[nodiscard]] virtual std::vector<ImportIssue> refused() const = 0;

    /// The next run, or nothing at the end. Called by one thread at a time.
    /// Errors: Cancelled, Refused (an archive that turns out hostile while it is read), Unreadable.
    [[nodiscard]] virtual Result<std::optional<PendingRun>> next(const Progress &progress) = 0;
};

/// Looks through a folder (at or above or below the level of the study's tree) or a .zip archive of one. Where there is
/// no such tree, trajectories, conversations and reports found in the folder, archive or single file are runs of tasks
/// outside the study (`TaskKind::Other`).
/// Errors: NotFound, Unreadable, InvalidInput (no run), Refused (hostile archive), Cancelled.
[[nodiscard]] Result<std::unique_ptr<RunSource>> openRunSource(const QString &path, const Progress &progress);

} // namespace Decayscope
