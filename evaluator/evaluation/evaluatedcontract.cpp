// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluatedcontract.h"

#include <suite/postman.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// How messages name a contract: by its file where it has one.
QString placeOf(const Contract &contract)
{
    return u"the suite of "_s + (contract.origin.isEmpty() ? contract.name : contract.origin);
}

Result<HttpSuite> suiteIn(const QByteArray &bytes, const Contract &contract)
{
    const bool isCollection = isPostmanCollection(QJsonDocument::fromJson(bytes).object());
    auto suite = isCollection ? readPostman(bytes, placeOf(contract)) : readSuite(bytes, placeOf(contract));
    if (!suite)
        return suite;
    if (suite->checkCount() == 0)
        return failure(ErrorKind::InvalidInput,
            u"\"%1\" checks nothing, so nothing could be scored by it. Give its requests checks."_s.arg(
                placeOf(contract)));
    return suite;
}

std::unexpected<Error> noContractFor(const ContractBook &book, const TaskSpec &task)
{
    QStringList words;
    for (const auto &contract : book.contracts())
        words << contract.word;
    return failure(ErrorKind::NotFound,
        u"The task \"%1\" is for a contract \"%2\", which is not there. Known in names of tasks are: %3. Add its folder to \"%4\", or name it with --contract."_s
            .arg(task.name, task.contractWord(), words.join(u", "), ContractBook::userFolder()));
}

} // namespace

Result<HttpSuite> scoredSuiteOf(const Contract &contract)
{
    return suiteIn(contract.suite, contract);
}

Result<EvaluatedContract> evaluatedContract(const ContractBook &book, const TaskSpec &task)
{
    const auto *contract = book.contractOf(task);
    if (contract == nullptr)
        return noContractFor(book, task);
    auto suite = scoredSuiteOf(*contract);
    if (!suite)
        return std::unexpected(std::move(suite.error()));
    EvaluatedContract evaluated{.name = contract->name,
        .version = contract->version,
        .database = contract->database,
        .suite = *std::move(suite),
        .deepSuite = {}};
    if (contract->deepSuite.isEmpty())
        return evaluated;
    auto deepSuite = suiteIn(contract->deepSuite, *contract);
    if (!deepSuite)
        return std::unexpected(std::move(deepSuite.error()));
    evaluated.deepSuite = *std::move(deepSuite);
    return evaluated;
}

RuntimeRecipe recipeUnderContract(RuntimeRecipe recipe, const ContractBook &book, const TaskSpec &task)
{
    const auto *contract = task.kind == TaskKind::Generation ? book.contractOf(task) : nullptr;
    if (contract == nullptr || contract->word == studyContractWord)
        return recipe;
    if (const auto *runtime = contract->runtime(task.runtime))
        recipe.port = runtime->port;
    recipe.basePath = contract->basePath;
    recipe.healthPath = contract->healthPath;
    return recipe;
}

} // namespace Decayscope
