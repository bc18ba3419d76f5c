// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

#include <QStringList>

#include <map>
#include <vector>

namespace Decayscope {

/// Which assertions failed in each run of a study. Assertions are numbered by their place in `names`.
struct AssertionOutcomes
{
    QStringList names; ///< "request › assertion"; requests of one name are told apart by their place: "Login #2 › …".
    std::map<RunId, std::vector<int>> counted; ///< Assertions a run's report has, sorted.
    std::map<RunId, std::vector<int>> failed; ///< Those of them that failed, sorted.
};

} // namespace Decayscope
