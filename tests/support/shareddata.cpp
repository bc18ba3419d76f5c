// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shareddata.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace Decayscope::Test {

QString sharedFolder()
{
    const auto chosen = qEnvironmentVariable("DECAYSCOPE_SHARED");
    const QFileInfo folder(chosen.isEmpty() ? QStringLiteral(DECAYSCOPE_SOURCE_DIR "/../shared") : chosen);
    return folder.isDir() ? folder.canonicalFilePath() : QString();
}

QString sharedFile(const QString &relativePath)
{
    const auto folder = sharedFolder();
    if (folder.isEmpty() || !QFileInfo::exists(folder + u'/' + relativePath))
        return {};
    return folder + u'/' + relativePath;
}

bool makeResultsTree(const QString &folder, const QStringList &arguments)
{
    const auto generator = sharedFile(QStringLiteral("tools/make_results.py"));
    const auto python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (generator.isEmpty() || python.isEmpty())
        return false;
    QProcess process;
    process.start(python, QStringList{generator, folder} + arguments);
    return process.waitForFinished(120'000) && process.exitCode() == 0;
}

} // namespace Decayscope::Test
