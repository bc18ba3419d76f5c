// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filefields.h"
#include "taskdefinition.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

using Need = FileFields::Need;

constexpr int mostLines = std::numeric_limits<int>::max();

/// The name of the folder a file lies in.
QString folderOf(const QString &path)
{
    return path.section(u'/', -2, -2);
}

QString runtimeOf(const QString &dockerFolder, const QString &path)
{
    return dockerFolder.isEmpty() ? folderOf(path) : dockerFolder;
}

/// A generation task may have a runtime the study does not know; what starts from a repository is a feature task.
Result<TaskSpec> taskOf(const TaskDefinition &definition, const QString &runtime)
{
    const bool fromNothing = definition.repository.isEmpty() && definition.patchName.isEmpty();
    if (!fromNothing || !frameworksOf(runtime).isEmpty())
        return taskFromFolder(runtime, definition.task.name);
    auto task = taskFromFolder(u"uv"_s, definition.task.name);
    if (!task)
        return taskFromFolder(runtime, definition.task.name);
    task->runtime = runtime;
    return task;
}

void readRepository(FileFields fields, TaskDefinition &definition)
{
    definition.repository = fields.line("repoUrl"_L1);
    definition.commit = fields.line("repoCommit"_L1);
    definition.setUp = fields.lines("setupCmds"_L1);
    definition.run = fields.lines("runCmds"_L1);
    definition.port = fields.number("port"_L1, 0, 65535).value_or(0);
    definition.basePath = fields.line("baseUrl"_L1);
    definition.healthPath = fields.line("healthcheckEndpoint"_L1);
}

TaskChange readChange(FileFields fields)
{
    return {.linesAdded = fields.number("linesAdded"_L1, 0, mostLines).value_or(0),
        .linesRemoved = fields.number("linesRemoved"_L1, 0, mostLines).value_or(0),
        .filesChanged = fields.number("numChangedFiles"_L1, 0, mostLines).value_or(0)};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject repositoryObject(const TaskDefinition &definition)
{
    return {{"repoUrl"_L1, textOrNull(definition.repository)}, {"repoCommit"_L1, textOrNull(definition.commit)},
        {"setupCmds"_L1, QJsonArray::fromStringList(definition.setUp)},
        {"runCmds"_L1, QJsonArray::fromStringList(definition.run)}, {"port"_L1, definition.port},
        {"baseUrl"_L1, definition.basePath}, {"healthcheckEndpoint"_L1, definition.healthPath}};
}

QJsonValue changeObject(const std::optional<TaskChange> &change)
{
    if (!change)
        return QJsonValue::Null;
    return QJsonObject{{"linesAdded"_L1, change->linesAdded}, {"linesRemoved"_L1, change->linesRemoved},
        {"linesOfChange"_L1, qint64{change->linesAdded} + change->linesRemoved},
        {"numChangedFiles"_L1, change->filesChanged}};
}

} // namespace

Result<TaskDefinition> readTaskFile(QByteArrayView json, const QString &path)
{
    auto fields = FileFields::parsed(json, path);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    TaskDefinition definition;
    definition.origin = path;
    definition.task.name = fields->line("name"_L1, Need::Required);
    definition.description = fields->line("description"_L1).simplified();
    definition.prompt = fields->text("prompt"_L1, Need::Required);
    definition.dockerFolder = fields->line("dockerFolder"_L1);
    definition.patchName = fields->line("patch"_L1);
    definition.collection = fields->line("postmanCollection"_L1);
    readRepository(fields->object("repoMetadata"_L1), definition);
    if (fields->has("taskMetadata"_L1))
        definition.change = readChange(fields->object("taskMetadata"_L1));
    const auto runtime = runtimeOf(definition.dockerFolder, path);
    if (runtime.isEmpty())
        fields->refuse(u"dockerFolder"_s, u"is missing; it must say the runtime or framework, such as \"uv\"."_s);
    if (!fields->isSound())
        return fields->error();
    auto task = taskOf(definition, runtime);
    if (!task)
        return failure(task.error().kind, u"\"%1\" cannot be used: %2"_s.arg(path, task.error().message));
    definition.task = *std::move(task);
    return definition;
}

QByteArray taskFile(const TaskDefinition &definition)
{
    const QJsonObject object{{"name"_L1, definition.task.name}, {"description"_L1, definition.description},
        {"prompt"_L1, definition.prompt}, {"patch"_L1, textOrNull(definition.patchName)},
        {"dockerFolder"_L1, definition.dockerFolder.isEmpty() ? definition.task.runtime : definition.dockerFolder},
        {"repoMetadata"_L1, repositoryObject(definition)}, {"taskMetadata"_L1, changeObject(definition.change)},
        {"postmanCollection"_L1, textOrNull(definition.collection)}};
    return QJsonDocument(object).toJson();
}

} // namespace Decayscope
