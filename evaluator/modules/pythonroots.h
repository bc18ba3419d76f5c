// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pythonresolver.h"
#include "startscript.h"

namespace Decayscope {

/// The folders where Python looks for modules once a start script has run: of what it starts, where it stands then, of
/// PYTHONPATH and of what code adds to sys.path.
[[nodiscard]] PythonRoots pythonRootsOf(const SourceProject &project, const StartScript &script);

} // namespace Decayscope
