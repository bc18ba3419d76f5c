// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskfiles.h"

#include <store/transaction.h>

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr qint64 largestTaskFile = 4LL * 1024 * 1024;
constexpr qint64 largestTaskPatch = 16LL * 1024 * 1024;
constexpr qsizetype mostTaskFiles = 5000;
constexpr qint64 lookAhead = 64LL * 1024;

Result<QByteArray> bytesOf(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (info.isSymLink() || !info.isFile())
        return failure(ErrorKind::Refused, u"\"%1\" is no plain file."_s.arg(path));
    if (info.size() > limit)
        return failure(
            ErrorKind::Refused, u"\"%1\" has %2 bytes; at most %3 are read."_s.arg(path).arg(info.size()).arg(limit));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"\"%1\" cannot be read."_s.arg(path), file.errorString());
    return file.read(limit);
}

bool isTaskFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    return info.suffix() == u"json" && info.isFile() && !info.isSymLink() && file.open(QIODevice::ReadOnly)
        && looksLikeTaskFile(file.read(lookAhead));
}

/// The JSON files of a folder, two levels down at most, or nothing where there are others than patches and prompts too.
std::optional<QStringList> jsonFilesOf(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        const auto depth = path.sliced(folder.size()).count(u'/');
        if (depth > 3 || paths.size() > mostTaskFiles)
            return std::nullopt;
        if (path.endsWith(".json"_L1))
            paths.append(path);
        else if (!path.endsWith(".patch"_L1) && !path.endsWith(".md"_L1))
            return std::nullopt;
    }
    paths.sort();
    return paths;
}

QString kindWord(const StoredTaskFile &file)
{
    return file.runtime % u'/' % file.name;
}

} // namespace

bool holdsTaskFiles(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return isTaskFile(path);
    const auto files = jsonFilesOf(path);
    return files && !files->isEmpty() && std::ranges::all_of(*files, isTaskFile);
}

TaskFileImporter::TaskFileImporter(PerformWrite perform)
    : m_perform(std::move(perform))
{ }

void TaskFileImporter::read(const QStringList &paths, const Progress &progress)
{
    for (const auto &path : paths) {
        const auto files = QFileInfo(path).isDir() ? jsonFilesOf(path).value_or(QStringList()) : QStringList{path};
        for (const auto &file : files) {
            if (progress.isCancelled())
                return;
            readOne(file);
        }
    }
}

void TaskFileImporter::readOne(const QString &path)
{
    const auto json = bytesOf(path, largestTaskFile);
    if (!json) {
        m_refused.push_back({path, json.error().message});
        return;
    }
    const auto definition = readTaskFile(*json, path);
    if (!definition) {
        m_refused.push_back({path, definition.error().message});
        return;
    }
    StoredTaskFile file{.runtime = definition->task.runtime,
        .name = definition->task.name,
        .origin = path,
        .content = taskFile(*definition),
        .patch = {}};
    const auto patchPath = QFileInfo(path).dir().filePath(QFileInfo(definition->patchName).fileName());
    if (!definition->patchName.isEmpty()) {
        if (auto patch = bytesOf(patchPath, largestTaskPatch))
            file.patch = *std::move(patch);
        else if (QFileInfo::exists(patchPath))
            m_warnings.push_back({path, patch.error().message});
        else
            m_warnings.push_back({path,
                u"Its patch \"%1\" is not beside it; the task is taken without. Evaluating it needs --task-patch."_s
                    .arg(definition->patchName)});
    }
    m_files.push_back(std::move(file));
}

Result<> TaskFileImporter::store()
{
    if (m_files.empty())
        return {};
    return m_perform([this](Connection &connection) -> Result<> {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        int stored = 0;
        for (const auto &file : m_files) {
            const auto changed = writeTaskFile(connection, file);
            if (!changed)
                return std::unexpected(changed.error());
            stored += *changed ? 1 : 0;
        }
        m_stored = stored;
        return transaction->commit();
    });
}

Result<std::vector<TaskDefinition>> storedTasks(const QString &storePath)
{
    return Connection::open(storePath, OpenMode::ReadOnly)
        .and_then([](Connection connection) { return readTaskFiles(connection); })
        .and_then([&](const std::vector<StoredTaskFile> &files) -> Result<std::vector<TaskDefinition>> {
            std::vector<TaskDefinition> tasks;
            tasks.reserve(files.size());
            for (const auto &file : files) {
                auto task = readTaskFile(file.content, file.origin);
                if (!task)
                    return failure(ErrorKind::Damaged,
                        u"The stored task \"%1\" cannot be read. Import it again."_s.arg(kindWord(file)),
                        task.error().message);
                task->patch = file.patch;
                tasks.push_back(*std::move(task));
            }
            return tasks;
        });
}

Result<std::optional<TaskDefinition>> storedTask(const QString &storePath, const TaskSpec &task)
{
    return storedTasks(storePath).transform([&task](std::vector<TaskDefinition> tasks) {
        const auto found = std::ranges::find(tasks, task, &TaskDefinition::task);
        return found == tasks.end() ? std::nullopt : std::optional(std::move(*found));
    });
}

} // namespace Decayscope
