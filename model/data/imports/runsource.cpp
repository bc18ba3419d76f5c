// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runsource.h"

#include "loosesource.h"
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

/// The study's layout comes first; where it is not there, what else may be. Where neither is, the first complaint
/// stands: it says what the study expects.
Result<std::unique_ptr<RunSource>> orLoose(
    Result<std::unique_ptr<RunSource>> tree, const std::function<Result<std::unique_ptr<RunSource>>()> &open)
{
    if (tree || tree.error().kind != ErrorKind::InvalidInput)
        return tree;
    auto loose = open();
    const auto isNothing = !loose && loose.error().kind == ErrorKind::InvalidInput;
    return isNothing ? std::move(tree) : std::move(loose);
}

Result<std::unique_ptr<RunSource>> openFile(const QString &path, const Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Unreadable,
            QStringLiteral("Cannot open \"%1\". Check that you may read it.").arg(path), file.errorString());
    }
    if (!startsLikeZip(file.read(4)))
        return openLooseFile(path, progress);
    return orLoose(openZipSource(path, progress), [&] { return openLooseZip(path, progress); });
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
        return orLoose(openResultsTree(absolute, progress), [&] { return openLooseFolder(absolute, progress); });
    if (info.isFile())
        return openFile(absolute, progress);
    return failure(ErrorKind::InvalidInput,
        QStringLiteral("\"%1\" is neither a file nor a folder. %2").arg(path, expectedLayout()));
}

} // namespace Decayscope
