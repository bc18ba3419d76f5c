// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sourceplaces.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

QString sourceText(std::string_view text)
{
    return QString::fromUtf8(QByteArrayView(text));
}

QString sourcePath(const ModuleGraph &graph, int file)
{
    return sourceText(graph.project().files[static_cast<std::size_t>(file)].path);
}

QString sourcePlace(const ModuleGraph &graph, int file, int line)
{
    return sourcePath(graph, file) + u':' + QString::number(line);
}

QString placedAt(const QString &what, const QString &place)
{
    return what + u" at "_s + place;
}

} // namespace Decayscope
