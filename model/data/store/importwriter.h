// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "boundedqueue.h"
#include "importlog.h"
#include "importprogress.h"
#include "preparedrun.h"
#include "runwriter.h"
#include "writeunit.h"

#include <domain/importreport.h>

#include <QStringList>

namespace Decayscope {

using RunQueue = BoundedQueue<PreparedRun>;

/// The writing end of an import: takes prepared runs from the queue and stores them, several to a short transaction, so
/// that other writers get their turn. It touches the database only through the units it hands over.
class ImportWriter
{
public:
    /// What is written together with an import's record.
    using Beginning = std::function<Result<>(Connection &connection, qint64 importId)>;

    ImportWriter(
        QStringList paths, RunQueue &queue, ImportProgress &progress, PerformWrite perform, Beginning beginning = {});

    /// Writes until the queue is drained or the import cancelled. Errors: what keeps the store from being written at
    /// all; a single run that cannot be stored becomes a refusal.
    [[nodiscard]] Result<> writeAll();

    /// Notes the end in the store and lets go of the connection. To be called once, whatever happened before.
    [[nodiscard]] Result<> finish(ImportReport &report);

    [[nodiscard]] const ImportProgressRow &counts() const { return m_counts; }

private:
    [[nodiscard]] Result<> begin(Connection &connection);
    [[nodiscard]] Result<> writeBatch(Connection &connection, PreparedRun first);
    [[nodiscard]] Result<> fillBatch(Connection &connection, PreparedRun first);
    [[nodiscard]] Result<> writeRun(Connection &connection, const PreparedRun &run);
    [[nodiscard]] Result<> finishIn(Connection &connection, ImportReport &report);

    const QStringList m_paths;
    RunQueue &m_queue;
    ImportProgress &m_progress;
    const PerformWrite m_perform;
    const Beginning m_beginning;

    // Used only inside units, one after the other.
    std::unique_ptr<RunWriter> m_writer;
    qint64 m_importId = 0;
    ImportProgressRow m_counts;
    ImportProgressRow m_batch;
};

} // namespace Decayscope
