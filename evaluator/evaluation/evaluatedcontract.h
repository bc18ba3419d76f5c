// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <contracts/contractbook.h>
#include <runtimes/runtimerecipe.h>
#include <suite/httpsuite.h>

#include <optional>

namespace Decayscope {

/// What an evaluation has of the contract that the code is for.
struct EvaluatedContract
{
    QString name; ///< "conduit"
    QString version;
    QString database = QStringLiteral("conduit"); ///< The database that PostgreSQL has for the run.
    HttpSuite suite; ///< The scored one.
    std::optional<HttpSuite> deepSuite; ///< One that stands beside it; absent where the contract has none.

    bool operator==(const EvaluatedContract &) const = default;
};

/// The contract of a task with its suites read. Errors: NotFound, naming the contracts there are; InvalidInput, for a
/// suite that is none.
[[nodiscard]] Result<EvaluatedContract> evaluatedContract(const ContractBook &book, const TaskSpec &task);

/// The recipe for a task of a contract. The study's own is evaluated as its recipe says; for any other, port, base path
/// and health path are those the contract tells its tasks.
[[nodiscard]] RuntimeRecipe recipeUnderContract(RuntimeRecipe recipe, const ContractBook &book, const TaskSpec &task);

/// The scored suite of a contract. Errors: InvalidInput, naming file and place.
[[nodiscard]] Result<HttpSuite> scoredSuiteOf(const Contract &contract);

} // namespace Decayscope
