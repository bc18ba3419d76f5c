// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract.h"

#include <optional>

namespace Decayscope {

/// How many lines a feature task's patch takes out of a repository.
struct TaskChange
{
    int linesAdded = 0;
    int linesRemoved = 0;
    int filesChanged = 0;

    bool operator==(const TaskChange &) const = default;
};

/// Everything a task file says: what an agent is told, and how its work is set up and started.
struct TaskDefinition
{
    TaskSpec task;
    QString description; ///< One line.
    QString prompt; ///< The whole task text.
    QString origin; ///< The file it came from; "built-in" for tasks of a contract.
    QString dockerFolder; ///< The artefact's name for the environment; kept as it came.
    QString repository; ///< Feature tasks: address of the repository; empty for generation tasks.
    QString commit; ///< The commit of it to start from.
    QString patchName; ///< Feature tasks: the file of the patch that takes the feature out.
    QByteArray patch; ///< Its bytes, where the file was found.
    QString collection; ///< The Postman collection's file; may be empty.
    QStringList setUp;
    QStringList run;
    int port = 0; ///< 0 where it is not said.
    QString basePath;
    QString healthPath;
    std::optional<TaskChange> change;

    bool operator==(const TaskDefinition &) const = default;
};

/// What an agent is told for a task of a contract: the API description, the framework, the constraints, the files that
/// must be there, the server, and how it will be evaluated. The same bytes for the same contract, always.
[[nodiscard]] QString promptOf(const Contract &contract, const TaskSpec &task);

/// The definition of a task of a contract.
[[nodiscard]] TaskDefinition definitionOf(const Contract &contract, const TaskSpec &task);

/// Whether a JSON document looks like a task file of the study: quick, without reading all of it.
[[nodiscard]] bool looksLikeTaskFile(QByteArrayView json);

/// Reads a task file of the study: keys name, description, prompt, patch, dockerFolder, repoMetadata, taskMetadata,
/// postmanCollection. `path` says runtime or framework by its folder where dockerFolder does not, and names the file in
/// messages. Errors: InvalidInput naming file, key and what is expected.
[[nodiscard]] Result<TaskDefinition> readTaskFile(QByteArrayView json, const QString &path);

/// The definition as a task file that readTaskFile() and the study's own scripts read.
[[nodiscard]] QByteArray taskFile(const TaskDefinition &definition);

} // namespace Decayscope
