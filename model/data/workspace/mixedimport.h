// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Decayscope {

/// Imports paths of any kind: label files among them are merged, task files stored, everything else is read as runs.
/// The report counts the labels and tasks that were new. Errors: as of runImport().
[[nodiscard]] Result<ImportReport> importAnything(ImportJob job, const Progress &progress);

} // namespace Decayscope
