// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationbench.h"

#include <domain/verdict.h>

namespace Decayscope {

/// The bench that really evaluates, in sandboxes by bubblewrap, with the runtimes of the user. `programFolder` is where
/// this program and `decayscope-suite` stand.
[[nodiscard]] std::unique_ptr<EvaluationBench> makeSandboxBench(
    const Verifiers &verifiers, const QString &programFolder);

} // namespace Decayscope
