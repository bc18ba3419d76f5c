// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundlecontext.h"

namespace Decayscope {

/// What is different in a study from the data of a bundle, as sentences: runs by name first, then labels, then the
/// rest. Of an anonymous bundle runs and labels are compared.
[[nodiscard]] QStringList storeDifferences(
    const StudyData &bundled, const QByteArray &bundledRuns, bool isAnonymous, const StudyData &store);

} // namespace Decayscope
