// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

#include <QHash>
#include <QStringList>

namespace Decayscope {

/// What a place with runs must look like, as a sentence for messages.
[[nodiscard]] QString expectedLayout();

/// Whether a folder's name is `run_` and digits.
[[nodiscard]] bool isRunFolderName(QStringView name);

/// The runs of one source, each key once, and what was refused while they were looked for.
class RunCatalog
{
public:
    /// Takes the run whose folder is named by the last of `folders`; the five names before it say runtime, scaffold,
    /// model, task and date. Gives its index, or nothing where the run is refused.
    std::optional<std::size_t> add(const QStringList &folders, const QString &origin);

    void refuse(const QString &path, const QString &reason) { m_refused.push_back({path, reason}); }

    /// Sorts by key. Indexes given before are void afterwards.
    void sort();

    [[nodiscard]] std::vector<PendingRun> &runs() { return m_runs; }
    [[nodiscard]] const std::vector<PendingRun> &runs() const { return m_runs; }
    [[nodiscard]] const std::vector<ImportIssue> &refused() const { return m_refused; }
    [[nodiscard]] bool sawRunFolder() const { return m_sawRunFolder; }

private:
    std::vector<PendingRun> m_runs;
    std::vector<ImportIssue> m_refused;
    QHash<QString, std::size_t> m_indexOfPlace;
    bool m_sawRunFolder = false;
};

} // namespace Decayscope
