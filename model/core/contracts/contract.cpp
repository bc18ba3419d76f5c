// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract.h"

#include "variants.h"

#include <algorithm>

namespace Decayscope {

std::vector<TaskSpec> Contract::tasks() const
{
    std::vector<TaskSpec> tasks;
    for (const auto &runtime : runtimes) {
        for (const auto &framework : runtime.frameworks) {
            for (const auto &variant : variants) {
                const auto constraints = constraintsOf(variant, runtime.orm);
                if (!constraints)
                    continue;
                tasks.push_back({.kind = TaskKind::Generation,
                    .runtime = runtime.name,
                    .framework = framework,
                    .name = generationTaskName(framework, *constraints, word),
                    .constraints = *constraints});
            }
        }
    }
    return tasks;
}

const ContractRuntime *Contract::runtime(QStringView runtimeName) const
{
    const auto found
        = std::ranges::find_if(runtimes, [runtimeName](const auto &runtime) { return runtime.name == runtimeName; });
    return found == runtimes.end() ? nullptr : &*found;
}

} // namespace Decayscope
