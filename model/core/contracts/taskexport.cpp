// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskexport.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

Result<> written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.commit())
        return {};
    return failure(ErrorKind::Unreadable, u"\"%1\" cannot be written."_s.arg(path), file.errorString());
}

} // namespace

Result<QString> writeTask(const QString &folder, const TaskDefinition &definition)
{
    const QDir place(folder);
    const auto &task = definition.task;
    const QString base = task.runtime % u'/' % task.runtime % u'-' % task.name;
    QString file = base % u".json";
    auto done = written(place.filePath(file), taskFile(definition)).and_then([&] {
        return written(place.filePath(base % u".md"), definition.prompt.toUtf8());
    });
    // A patch's name comes from outside: its last part alone.
    const auto patch = QFileInfo(definition.patchName).fileName();
    if (done && !definition.patch.isEmpty() && !patch.isEmpty())
        done = written(place.filePath(task.runtime % u'/' % patch), definition.patch);
    if (!done)
        return std::unexpected(std::move(done.error()));
    return file;
}

} // namespace Decayscope
