// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <contracts/contractbook.h>

namespace Decayscope {

/// Whether a path is a contract: a file contract.json, or a folder with one.
[[nodiscard]] bool isContract(const QString &path);

/// Copies a contract's folder among the user's, below `shelf`, once it reads as a contract. Gives the contract.
/// Errors: those of openContract(); InvalidInput where one of its name or word is there already, or where its folder
/// holds far more than a contract does; Unreadable where a file cannot be copied.
[[nodiscard]] Result<Contract> addContract(const QString &path, const QString &shelf);

/// Moves the folder of a contract of the user to the desktop's wastebasket. Errors: InvalidInput where it does not
/// stand below `shelf`, Unreadable where it cannot be moved.
[[nodiscard]] Result<> removeContract(const Contract &contract, const QString &shelf);

} // namespace Decayscope
