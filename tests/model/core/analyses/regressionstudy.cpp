// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionstudy.h"

#include <stats/counterrandom.h>
#include <support/arun.h>

#include <array>

namespace Decayscope::Test {

namespace {

constexpr quint64 seed = 8;

/// A number from 0 to 1 that is always the same for a place.
double evenly(quint64 place)
{
    return static_cast<double>(randomBits(seed, place) >> 11) / 9007199254740992.0;
}

} // namespace

StudySnapshot regressionStudy()
{
    StudySnapshot study;
    quint64 place = 0;
    constexpr std::array models{"good", "middling", "n\xe9 \"quoted\", with comma", "x\")\nwriteLines('', 'pwned')\n#"};
    for (std::size_t model = 0; model < models.size(); ++model) {
        quint64 number = 1'000'000;
        for (const auto &task : generationTasks()) {
            const double hard = evenly(++number);
            for (int trial = 0; trial < 3; ++trial) {
                const double chance = 1.1 - 0.15 * task.level() - 0.1 * static_cast<double>(model) - 0.6 * hard;
                const bool succeeds = model < 3 && evenly(++place) < chance;
                const int passed = succeeds ? 20 : static_cast<int>(19 * evenly(++place));
                study.runs.push_back(aRun()
                        .of(models.at(model))
                        .on(task.framework.toUtf8().constData(), task.constraints)
                        .trial(trial)
                        .passing(passed, 20));
            }
        }
    }
    study.styles = completedStyles({}, study.runs);
    return study;
}

} // namespace Decayscope::Test
