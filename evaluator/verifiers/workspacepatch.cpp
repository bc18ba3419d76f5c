// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacepatch.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qint64 largestText = 256LL * 1024 * 1024;
constexpr qsizetype binaryProbe = 8000; // as git looks for a NUL byte

constexpr std::array leftOutFolders{"node_modules", ".git", "venv", ".venv", "env", "dist", "build", "__pycache__",
    ".pytest_cache", ".mypy_cache", "coverage"};
constexpr std::array leftOutEndings{".db", ".sqlite", ".sqlite3", ".pyc", ".log"};

/// A path as git writes it: a name with a line end in it must not write lines of the patch.
QByteArray asInPatch(const QByteArray &path)
{
    const auto isOdd
        = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '\\'; };
    if (std::ranges::none_of(path, isOdd))
        return path;
    QByteArray quoted = "\"";
    for (const char c : path) {
        if (c == '"' || c == '\\')
            quoted += QByteArray("\\") + c;
        else if (isOdd(c))
            quoted += '\\' + QByteArray::number(static_cast<int>(c), 8).rightJustified(3, '0');
        else
            quoted += c;
    }
    return quoted + '"';
}

QByteArray asAddedFile(const QByteArray &name, const QByteArray &content, bool isProgram)
{
    const auto before = asInPatch("a/" + name);
    const auto path = asInPatch("b/" + name);
    QByteArray patch
        = "diff --git " + before + ' ' + path + (isProgram ? "\nnew file mode 100755\n" : "\nnew file mode 100644\n");
    if (content.isEmpty())
        return patch;
    const auto endsWithNewline = content.endsWith('\n');
    const auto lines = content.count('\n') + (endsWithNewline ? 0 : 1);
    patch += "--- /dev/null\n+++ " + path + "\n@@ -0,0 +1," + QByteArray::number(lines) + " @@\n+";
    auto body = endsWithNewline ? content.chopped(1) : content;
    patch += body.replace('\n', "\n+");
    patch += endsWithNewline ? "\n" : "\n\\ No newline at end of file\n";
    return patch;
}

} // namespace

bool isLeftOutOfPatches(const QString &relativePath)
{
    const auto parts = relativePath.split(u'/');
    const auto inLeftOutFolder = std::ranges::any_of(parts, [](const QString &part) {
        return std::ranges::any_of(leftOutFolders, [&](const char *name) { return part == QLatin1StringView(name); });
    });
    return inLeftOutFolder || std::ranges::any_of(leftOutEndings, [&](const char *ending) {
        return relativePath.endsWith(QLatin1StringView(ending));
    });
}

Result<QByteArray> patchOfFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(ErrorKind::Refused, QStringLiteral("\"%1\" is no file; a patch is wanted.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::Unreadable, QStringLiteral("Cannot read the patch \"%1\": %2.").arg(path, file.errorString()));
    auto bytes = file.read(largestText + 1);
    if (bytes.size() > largestText)
        return failure(ErrorKind::Refused,
            QStringLiteral("\"%1\" is longer than 256 MB; is it the patch of a backend's source?").arg(path));
    return bytes;
}

Result<QByteArray> patchOfWorkspace(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return failure(ErrorKind::NotFound, QStringLiteral("There is no folder \"%1\".").arg(folder));
    const QDir root(info.absoluteFilePath());

    QStringList paths;
    QDirIterator files(root.path(), QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = root.relativeFilePath(files.next());
        if (!isLeftOutOfPatches(path))
            paths.append(path);
    }
    std::ranges::sort(paths);

    QByteArray patch;
    for (const auto &path : paths) {
        QFile file(root.filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Unreadable,
                QStringLiteral("Cannot read \"%1\": %2.").arg(file.fileName(), file.errorString()));
        if (patch.size() + file.size() > largestText)
            return failure(ErrorKind::Refused,
                QStringLiteral("The folder \"%1\" holds more than 256 MB of text; is it a backend's source?")
                    .arg(folder));
        const auto content = file.readAll();
        if (!content.first(std::min(binaryProbe, content.size())).contains('\0'))
            patch += asAddedFile(path.toUtf8(), content, QFileInfo(file).isExecutable());
    }
    return patch;
}

} // namespace Decayscope
