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

QByteArray asAddedFile(const QByteArray &path, const QByteArray &content, bool isProgram)
{
    QByteArray patch
        = "diff --git a/" + path + " b/" + path + (isProgram ? "\nnew file mode 100755\n" : "\nnew file mode 100644\n");
    if (content.isEmpty())
        return patch;
    const auto endsWithNewline = content.endsWith('\n');
    const auto lines = content.count('\n') + (endsWithNewline ? 0 : 1);
    patch += "--- /dev/null\n+++ b/" + path + "\n@@ -0,0 +1," + QByteArray::number(lines) + " @@\n+";
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
