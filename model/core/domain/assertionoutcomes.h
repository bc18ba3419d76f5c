// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

#include <QStringList>

#include <map>
#include <vector>

namespace Decayscope {

/// What stands between a request and its assertion in their names.
inline constexpr QStringView assertionSeparator = u" › ";

/// Which assertions failed in each run of a study. Assertions are numbered by their place in `names`.
struct AssertionOutcomes
{
    QStringList names; ///< "request › assertion"; the second of a name is "Login #2 › …", and so with assertions.
    std::map<RunId, std::vector<int>> counted; ///< Assertions a run's report has, sorted.
    std::map<RunId, std::vector<int>> failed; ///< Those of them that failed or were skipped, sorted.
};

} // namespace Decayscope
