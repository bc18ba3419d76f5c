// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conduitsuite.h"

#include <domain/runbundle.h>

namespace Decayscope {

/// The three lists of a report's row: names joined by ", ", without quotes around them.
struct JoinedNames
{
    QString passed;
    QString failed;
    QString skipped;
};

/// Takes joined names apart. Names of `known`, in the suite's order, are found even where they hold ", ", and come
/// first and in that order; whatever else stands there is split at ", " and follows.
[[nodiscard]] std::vector<AssertionResult> splitAssertions(const JoinedNames &names, const QStringList &known);

} // namespace Decayscope
