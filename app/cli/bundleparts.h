// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verb.h"

#include <bundle/studydocuments.h>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

/// The commands below `bundle`.
[[nodiscard]] std::unique_ptr<Verb> makeBundleBuild();
[[nodiscard]] std::unique_ptr<Verb> makeBundleVerify();

/// The study of a store with its labels.
[[nodiscard]] Result<StudyData> studyDataOfStore(const QString &store);

/// The files of a bundle as answers of the command line list them: [{path, sha256}].
[[nodiscard]] nlohmann::ordered_json manifestJson(const std::vector<ManifestLine> &lines);

/// What stands in bundles as the program that made them.
[[nodiscard]] QString bundlingProgram();

} // namespace Decayscope
