// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exitstatus.h"

#include <domain/verdict.h>

#include <functional>
#include <memory>
#include <variant>

namespace Decayscope {

/// The window is wanted, on this study (empty: the last one).
struct OpenWindow
{
    QString store;
};

/// A verb is wanted; calling `run` does it. Needs a QCoreApplication, or a QApplication without a display if it paints.
struct RunVerb
{
    std::function<ExitStatus()> run;
    bool paints = false;
};

/// What the words of a call ask for. An ExitStatus means all is said already: help, version, or a usage error.
using Request = std::variant<ExitStatus, OpenWindow, RunVerb>;

/// Reads the program's arguments. Usage is checked here, before anything is opened.
[[nodiscard]] Request readCommandLine(int argc, const char *const *argv, const Verifiers &verifiers);

} // namespace Decayscope
