// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runbundle.h>
#include <store/runcontents.h>

namespace Decayscope {

/// Whether a text can be a name of a configuration, task or file from elsewhere: of some length, without control
/// characters, without steps to other folders.
[[nodiscard]] bool isHarmlessName(QStringView name);

/// Whether it can be the path of a file inside a folder.
[[nodiscard]] bool isSoundPath(QStringView path);

// Each fails with Refused or Damaged and says what is wrong.

[[nodiscard]] Result<> checkRun(const Run &run, const RunContent &content); ///< Names and numbers.
[[nodiscard]] Result<> checkWeight(const RunWeight &weight); ///< Before its content is read.
[[nodiscard]] Result<> checkBundle(const RunBundle &bundle, const Run &run); ///< Its content against what it says.

} // namespace Decayscope
