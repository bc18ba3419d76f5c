// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outputfile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace Decayscope {

Result<> writeOutput(const OutputFile &file)
{
    QSaveFile saved(file.path);
    if (!saved.open(QIODevice::WriteOnly) || saved.write(file.bytes) != file.bytes.size() || !saved.commit())
        return failure(
            ErrorKind::Unreadable, QStringLiteral("\"%1\" cannot be written: %2.").arg(file.path, saved.errorString()));
    return {};
}

QString besideOf(const QString &path, QStringView ending)
{
    return path.chopped(QFileInfo(path).suffix().size() + 1) % ending;
}

} // namespace Decayscope
