// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace Decayscope {

/// Something evaluations need from this system.
struct Requirement
{
    QString name; ///< Such as "bubblewrap".
    QString purpose; ///< What it is for, a sentence.
    QString found; ///< Where or which version; empty where it is missing.
    QString remedy; ///< What helps where it is missing; empty otherwise.

    [[nodiscard]] bool isMet() const { return !found.isEmpty(); }

    bool operator==(const Requirement &) const = default;
};

/// Where evaluations look for programs: the system's own folders, which a sandbox shows.
struct ProgramFolders
{
    QStringList programs{QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/local/bin"),
        QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/sbin"), QStringLiteral("/bin")};
    QString postgres{QStringLiteral("/usr/lib/postgresql")}; ///< Holds a folder of each major version.
};

/// Everything evaluations may need, and whether it is there: bubblewrap and the right to make namespaces, PostgreSQL 16
/// or newer, Node and npm, Python with pip or uv, git. Looks anew each time; takes up to a second, so call it in a job.
[[nodiscard]] std::vector<Requirement> evaluationRequirements(const ProgramFolders &folders = {});

} // namespace Decayscope
