// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verb.h"

#include <bundle/studydocuments.h>

namespace Decayscope {

/// The commands below `bundle`.
[[nodiscard]] std::unique_ptr<Verb> makeBundleBuild();
[[nodiscard]] std::unique_ptr<Verb> makeBundleVerify();

/// The study of a store with its labels.
[[nodiscard]] Result<StudyData> studyDataOfStore(const QString &store);

/// What stands in bundles as the program that made them.
[[nodiscard]] QString bundlingProgram();

} // namespace Decayscope
