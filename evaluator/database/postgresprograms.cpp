// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgresserver.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int oldestVersion = 16;

bool hasPrograms(const QString &folder)
{
    constexpr std::array programs{"postgres", "initdb", "psql"};
    return std::ranges::all_of(programs, [&folder](const char *program) {
        return QFileInfo(folder + u'/' + QLatin1StringView(program)).isExecutable();
    });
}

/// Folders of one version each, as Debian and the PostgreSQL project lay them: their names end with the version.
void lookInto(const QString &around, const QString &pattern, int &newest, QString &folder)
{
    const auto names = QDir(around).entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &name : names) {
        static const QRegularExpression number(u"^(?:pgsql-)?([0-9]{1,4})$"_s);
        const int version = number.match(name).captured(1).toInt();
        const QString programs = around + u'/' + name + u"/bin";
        if (version > newest && hasPrograms(programs)) {
            newest = version;
            folder = programs;
        }
    }
}

} // namespace

Result<QString> postgresPrograms(const QString &root)
{
    QString folder;
    int newest = oldestVersion - 1;
    lookInto(root + u"/usr/lib/postgresql", u"*"_s, newest, folder);
    lookInto(root + u"/usr"_s, u"pgsql-*"_s, newest, folder);
    // Others keep a single version among the rest; the cluster made with it tells which one that is.
    if (folder.isEmpty() && hasPrograms(root + u"/usr/bin"))
        folder = root + u"/usr/bin";
    if (folder.isEmpty())
        return failure(ErrorKind::NotFound,
            u"PostgreSQL %1 or newer is not installed, with initdb and psql. On Debian 13, ./bootstrap evaluation installs it."_s
                .arg(oldestVersion));
    return folder;
}

} // namespace Decayscope
