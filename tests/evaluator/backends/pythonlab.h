// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backendlab.h"

namespace Decayscope::Test {

/// The reference backends in Python.
[[nodiscard]] const std::vector<ReferenceBackend> &pythonBackends();

/// That of a name; it must be there.
[[nodiscard]] const ReferenceBackend &pythonBackend(const QString &name);

/// Why Python backends cannot be evaluated here, a sentence; empty where they can.
[[nodiscard]] QString missingForPython();

/// The request for a folder as a Python backend's task, set up from this system's packages without any network.
[[nodiscard]] EvaluationRequest pythonRequest(const ReferenceBackend &backend, const QString &folder);

/// Takes the set-up's commands away, where a project needs none.
void dropSetUp(EvaluationRequest &request);

} // namespace Decayscope::Test
