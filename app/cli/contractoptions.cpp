// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractoptions.h"

#include <CLI/CLI.hpp>

namespace Decayscope {

void declareContracts(CLI::App &command, std::vector<std::string> &paths)
{
    command.add_option("--contract", paths, "A contract to know beside the program's and the user's; may be repeated")
        ->allow_extra_args(false)
        ->type_name("FILE-OR-FOLDER");
}

Result<ContractBook> chosenContracts(const std::vector<std::string> &paths, Console &console)
{
    auto book = ContractBook::open(ContractBook::userFolder());
    for (const auto &problem : book.problems())
        console.warn(problem);
    for (const auto &path : paths) {
        if (auto added = book.add(QString::fromStdString(path)); !added)
            return std::unexpected(std::move(added.error()));
    }
    return book;
}

} // namespace Decayscope
