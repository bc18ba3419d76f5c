// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runbundle.h>

namespace Decayscope {

/// Writes a run's documents below `root` as the study's results tree has them, so that importing the tree reads the
/// same run, and gives its folder. The folder is there whole or not at all, and on the disk when this returns.
///
/// Errors: Refused where names would climb out of the run's folder or clash, or where an import would read the task as
/// another one; Busy where there is a folder of this run already: it is left alone; Unreadable where nothing can be
/// written.
[[nodiscard]] Result<QString> writeRunFolder(const QString &root, const RunBundle &run);

/// Removes what a program that was killed left of writing this run.
void removeUnfinished(const QString &root, const RunKey &key);

} // namespace Decayscope
