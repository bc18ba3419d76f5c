// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qtmodules.h"

#include <QDir>
#include <QHash>
#include <QLibraryInfo>

namespace Decayscope::Test {

namespace {

QHash<QString, QString> readModules()
{
    QHash<QString, QString> modules;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const auto &module : headers.entryList({QStringLiteral("Qt*")}, QDir::Dirs)) {
        for (const auto &header : QDir(headers.filePath(module)).entryList(QDir::Files))
            modules.insert(header, module);
    }
    return modules;
}

} // namespace

QString qtModuleOf(const QString &header)
{
    static const auto modules = readModules();
    return modules.value(header);
}

} // namespace Decayscope::Test
