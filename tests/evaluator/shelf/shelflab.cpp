// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shelflab.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

bool rename(const QString &file, const QString &name, const QString &word)
{
    QFile contract(file);
    if (!contract.open(QIODevice::ReadOnly))
        return false;
    auto object = QJsonDocument::fromJson(contract.readAll()).object();
    contract.close();
    object.insert(u"name"_s, name);
    object.insert(u"word"_s, word);
    return contract.open(QIODevice::WriteOnly) && contract.write(QJsonDocument(object).toJson()) > 0;
}

} // namespace

QString ShelfBackend::folder() const
{
    return QStringLiteral(DECAYSCOPE_SHELF "/backends/") + name;
}

const std::vector<ShelfBackend> &shelfBackends()
{
    static const std::vector<ShelfBackend> backends{
        {u"express"_s, u"express-shelf-unconstrained"_s},
        {u"fastapi-postgres-sqlalchemy"_s, u"fastapi-shelf-clean_architecture-postgres-sqlalchemy"_s},
        {u"flask-sqlite"_s, u"flask-shelf-clean_architecture-sqlite"_s},
    };
    return backends;
}

ShelfBackend shelfBackend(const QString &name)
{
    return *std::ranges::find(shelfBackends(), name, &ShelfBackend::name);
}

QString missingFor(const ShelfBackend &backend)
{
    if (backend.task.contains(u"postgres")) {
        if (auto missing = missingRequirement({u"PostgreSQL"_s}); !missing.isEmpty())
            return missing;
    }
    if (!backend.task.startsWith(u"express"))
        return missingForPython();
    auto missing = missingRequirement({u"bubblewrap"_s, u"Node"_s});
    return missing.isEmpty() ? missingNpmRegistry() : missing;
}

Result<EvaluationRequest> shelfRequest(const QString &task, const QString &folder, const ContractBook &book)
{
    const auto named = book.taskNamed(task);
    if (!named)
        return std::unexpected(named.error());
    auto contract = evaluatedContract(book, *named);
    if (!contract)
        return std::unexpected(std::move(contract.error()));
    auto recipe = RuntimeBook::builtIn().recipeFor(*named);
    if (!recipe)
        return std::unexpected(std::move(recipe.error()));
    return EvaluationRequest{.key = {named->runtime, {u"reference"_s, u"by-hand"_s}, named->name, u"2026-01-01"_s, 1},
        .task = *named,
        .contract = *std::move(contract),
        .runtime = recipeUnderContract(*std::move(recipe), book, *named),
        .code = WorkspaceFolder{folder},
        .network = named->runtime == u"uv" ? SetUpNetwork::Nothing : SetUpNetwork::Registries};
}

QString shelfDefectsFile()
{
    return QStringLiteral(DECAYSCOPE_SHELF "/defects.json");
}

bool copyShelf(const QString &folder, const QString &name, const QString &word)
{
    return QDir().mkpath(folder) && copyFolder(QStringLiteral(DECAYSCOPE_CONTRACTS "/shelf"), folder)
        && rename(folder + u"/contract.json", name, word);
}

} // namespace Decayscope::Test
