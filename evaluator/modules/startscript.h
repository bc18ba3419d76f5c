// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourceproject.h"

namespace Decayscope {

/// A command that a start of the server runs: what stands behind wrappers such as `exec`, `npx`, `npm run` and
/// `poetry run`.
struct StartCommand
{
    std::string folder; ///< Where it runs, below the project.
    std::vector<std::string> words; ///< The program first, without the folder it lies in: "python", "node", "uvicorn".
    std::string input; ///< A here-document it reads.

    bool operator==(const StartCommand &) const = default;
};

/// How a project says its server is started: run.sh and the scripts it calls, else package.json, else a Procfile.
struct StartScript
{
    std::map<std::string, std::string> environment; ///< Set by run.sh, before commands, and by .env files.
    std::vector<StartCommand> commands; ///< In the order they run; conditions are not looked at.

    /// The value of a variable; nothing where no script gives one.
    [[nodiscard]] std::optional<std::string> variable(std::string_view name) const;

    bool operator==(const StartScript &) const = default;
};

/// Reads it. A variable that is to keep a value from outside takes its default: "x" of `${A:-x}`.
[[nodiscard]] StartScript startScriptOf(const SourceProject &project);

} // namespace Decayscope
