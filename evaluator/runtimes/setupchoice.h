// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runtimerecipe.h>

#include <functional>

namespace Decayscope {

/// Whether a program is there for the commands of a run.
using ProgramLookup = std::function<bool(const QString &program)>;

/// Whether a program is in a system folder: those are what a sandbox shows, not the user's own ones.
[[nodiscard]] bool isSystemProgram(const QString &program);

/// The way a project will be set up. In a container the image decides which programs are there: `lookup` is given by
/// the caller then. Errors: NotFound, naming the missing programs and the command that installs them
/// (`./bootstrap evaluation`), or the network that is not allowed.
[[nodiscard]] Result<SetUpWay> chosenWay(
    const RuntimeRecipe &recipe, SetUpNetwork network, const ProgramLookup &lookup = isSystemProgram);

} // namespace Decayscope
