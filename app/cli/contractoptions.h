// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <contracts/contractbook.h>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Decayscope {

/// Declares --contract, which adds contracts for one call; repeatable.
void declareContracts(CLI::App &command, std::vector<std::string> &paths);

/// The program's contracts, the user's, and those named by --contract. What cannot be used of the user's is a warning.
/// Errors: those of ContractBook::add().
[[nodiscard]] Result<ContractBook> chosenContracts(const std::vector<std::string> &paths, Console &console);

} // namespace Decayscope
