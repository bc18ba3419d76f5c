// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/task.h>

#include <QByteArray>

namespace Decayscope {

/// One operation of an API: a method on a path.
struct ApiOperation
{
    QString id; ///< Its operationId.
    QString method; ///< Upper case.
    QString path; ///< Below the base path, with {parameters}: "/articles/{slug}".
    QString summary;
    QString group; ///< Its first tag; may be empty.
    QStringList statuses; ///< The answers it documents, as they are written: "200", "4XX", "default".

    bool operator==(const ApiOperation &) const = default;
};

/// What tasks in one language are told about the server they write.
struct ContractRuntime
{
    QString name; ///< "uv" or "node": the runtime recipe that evaluates them.
    QString language; ///< As prompts say it: "Python 3.12".
    QStringList frameworks; ///< Such as "flask".
    QString manifest; ///< "requirements.txt", "package.json".
    QStringList setUp; ///< The set-up commands, as prompts list them.
    int port = 8080;
    Constraint orm = Constraint::SqlAlchemy;

    bool operator==(const ContractRuntime &) const = default;
};

/// An API to be implemented, with the suite that tests it and the matrix of its tasks: what a study holds constant.
struct Contract
{
    QString name; ///< "conduit"
    QString word; ///< In task names; "openapi" for Conduit, else equal to `name`.
    QString title; ///< "RealWorld Conduit"
    QString version;
    QString description; ///< One sentence.
    QString origin; ///< The file it was read from; empty for the program's own.
    QByteArray openApi; ///< The API description as it stands in its file: YAML or JSON, UTF-8.
    QByteArray suite; ///< The scored suite's file, its own or one of the program's ("suite": "conduit").
    QByteArray deepSuite; ///< A second suite that is run but not scored; may be empty.
    QString collection; ///< The Postman collection that tools of the study run instead of the suite; may be empty.
    QString basePath; ///< "/api"
    QString healthPath; ///< "/api/health-check"
    QString database; ///< The PostgreSQL database of each run, as prompts name it: "conduit".
    std::vector<ContractRuntime> runtimes;
    std::vector<QStringList> variants; ///< Constraint names of each variant; "orm" stands for the runtime's ORM, the
                                       ///< name of one holds for runtimes that have it.
    std::vector<ApiOperation> operations; ///< In the order of the description.

    /// Its generation tasks: by runtime, framework and variant.
    [[nodiscard]] std::vector<TaskSpec> tasks() const;
    [[nodiscard]] const ContractRuntime *runtime(QStringView runtimeName) const; ///< Null where there is none.

    bool operator==(const Contract &) const = default;
};

/// Reads a contract: `contract.json` as resources/contracts/contract.schema.json describes it, and the files it names
/// beside it. `path` is that file or its folder. Errors: Unreadable, InvalidInput naming file and place, Refused for
/// files outside its folder or too large.
[[nodiscard]] Result<Contract> openContract(const QString &path);

/// The operations of an OpenAPI 3 description, YAML or JSON. Errors: InvalidInput naming the place.
[[nodiscard]] Result<std::vector<ApiOperation>> readOperations(QByteArrayView openApi, const QString &origin);

} // namespace Decayscope
