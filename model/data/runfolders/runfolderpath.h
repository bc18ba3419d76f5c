// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/run.h>

namespace Decayscope {

/// The place of a run in a results tree, "runtime/scaffold/model/task/date/run_N". Errors: Refused where a name of it
/// would lead out of the tree, be overlooked by imports or read as something else.
[[nodiscard]] Result<QString> runFolderPath(const RunKey &key);

/// Whether a name can be that of a file or folder that stays where it is put: none that is empty, hidden or long, or
/// that holds a slash or control characters.
[[nodiscard]] bool isPlainName(QStringView name);

} // namespace Decayscope
