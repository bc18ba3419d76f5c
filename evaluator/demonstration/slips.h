// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "projectfiles.h"

#include <base/result.h>

#include <vector>

namespace Decayscope {

/// A few words of a good project that a slip replaces.
struct SlipChange
{
    QString framework; ///< Empty: of every framework.
    QString file;
    QString find; ///< Stands exactly once in the file.
    QString replace;
};

/// Something that goes wrong while a project is written: it makes good code bad in one place.
struct Slip
{
    QString name;
    QString why; ///< A sentence: what is wrong.
    QString category; ///< Of the study's taxonomy, which it is expected to be called.
    QString subcategory; ///< Of logic errors.
    bool isFlat = false; ///< Of projects without layers; else of those with them.
    std::vector<ProjectStorage> storages; ///< Empty: of every storage.
    std::optional<Constraint> constraint; ///< Only of tasks with this one.
    std::vector<SlipChange> changes;
    QStringList leavesOut; ///< Files that are not written.
    QString takes; ///< "flat", or the name of a storage: the whole project is another one.
    bool isNoticeable = false; ///< A short look at the running server shows it.
    QStringList fails; ///< Requests of the study's suite, as "19. Favorite Article", that have failed assertions.
    QStringList violates; ///< Constraints, by name.

    /// Whether it can happen to a project written for a task.
    [[nodiscard]] bool fits(const TaskSpec &task, const ProjectShape &shape) const;
};

/// The program's own, from resources/demonstration/slips.json.
[[nodiscard]] const std::vector<Slip> &knownSlips();

/// The shape of a project with a slip.
[[nodiscard]] ProjectShape slippedShape(const Slip &slip, ProjectShape shape);

/// Makes the slip in the files of a project of its shape. Errors: InvalidInput where the words are not there exactly
/// once, as when another slip has replaced them.
[[nodiscard]] Result<> makeSlip(const Slip &slip, const QString &framework, ProjectFiles &files);

} // namespace Decayscope
