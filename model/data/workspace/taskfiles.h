// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <contracts/taskdefinition.h>
#include <domain/runbundle.h>
#include <store/taskstore.h>
#include <store/writeunit.h>

namespace Decayscope {

/// Whether a path is a task file of the study, or a folder that holds nothing but such files, their patches
/// and their prompts, as writeTask() writes them.
[[nodiscard]] bool holdsTaskFiles(const QString &path);

/// Takes task files into a store: those that cannot be read are refused, the others stored at once.
class TaskFileImporter
{
public:
    explicit TaskFileImporter(PerformWrite perform);

    void read(const QStringList &paths, const Progress &progress);

    /// Errors: what keeps the store from being written.
    [[nodiscard]] Result<> store();

    [[nodiscard]] int stored() const { return m_stored; } ///< New ones and those that changed.
    [[nodiscard]] const std::vector<ImportIssue> &refused() const { return m_refused; }
    [[nodiscard]] const std::vector<ImportIssue> &warnings() const { return m_warnings; }

private:
    void readOne(const QString &path);

    const PerformWrite m_perform;
    std::vector<StoredTaskFile> m_files;
    std::vector<ImportIssue> m_refused;
    std::vector<ImportIssue> m_warnings;
    int m_stored = 0;
};

/// The imported tasks of a study, by runtime and name. Errors: those of opening the store, Damaged.
[[nodiscard]] Result<std::vector<TaskDefinition>> storedTasks(const QString &storePath);

/// The imported definition of a task; nothing where none was imported.
[[nodiscard]] Result<std::optional<TaskDefinition>> storedTask(const QString &storePath, const TaskSpec &task);

} // namespace Decayscope
