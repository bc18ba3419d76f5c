// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runsource.h"

#include "resultstree.h"
#include "runcatalog.h"
#include "zipsource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Decayscope {

namespace {

/// Recognised by content, never by its name: entries first, or none at all.
bool startsLikeZip(const QByteArray &head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

Result<std::unique_ptr<RunSource>> openFile(const QString &path, const Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Unreadable,
            QStringLiteral("Cannot open \"%1\". Check that you may read it.").arg(path), file.errorString());
    }
    if (startsLikeZip(file.read(4)))
        return openZipSource(path, progress);
    return failure(ErrorKind::InvalidInput,
        QStringLiteral("\"%1\" is neither a folder nor a zip archive. %2").arg(path, expectedLayout()));
}

} // namespace

Result<std::unique_ptr<RunSource>> openRunSource(const QString &path, const Progress &progress)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists()) {
        return failure(ErrorKind::NotFound,
            QStringLiteral("There is no file or folder \"%1\". Check its name and place.").arg(path));
    }
    const auto absolute = QDir::cleanPath(info.absoluteFilePath());
    if (info.isDir())
        return openResultsTree(absolute, progress);
    if (info.isFile())
        return openFile(absolute, progress);
    return failure(ErrorKind::InvalidInput,
        QStringLiteral("\"%1\" is neither a folder nor a zip archive. %2").arg(path, expectedLayout()));
}

} // namespace Decayscope
