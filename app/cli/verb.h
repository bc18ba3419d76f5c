// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"
#include "exitstatus.h"

#include <domain/verdict.h>

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace Decayscope {

/// What every verb works with, put together once by the command line.
struct VerbContext
{
    QString store; ///< The study file; never empty.
    bool isStoreNamed = false; ///< With --store; else it is the environment's or the user's own.
    Verifiers verifiers;
};

/// One verb of the command line. Options are declared, CLI11 fills them, then the verb runs.
class Verb
{
public:
    virtual ~Verb() = default;

    /// Adds the verb's command with its options to the program's. The verb must outlive the parsing.
    virtual void declare(CLI::App &program) = 0;

    [[nodiscard]] virtual bool wasChosen() const = 0;

    /// Whether it paints, and so needs an application with fonts; no display.
    [[nodiscard]] virtual bool paints() const { return false; }

    /// Does the work, headless. Everything that went wrong has been said when it returns.
    [[nodiscard]] virtual ExitStatus run(const VerbContext &context, Console &console) = 0;
};

/// All verbs, in the order in which `--help` lists them.
[[nodiscard]] std::vector<std::unique_ptr<Verb>> allVerbs();

} // namespace Decayscope
