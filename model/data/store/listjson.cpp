// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Decayscope {

QString listToJson(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFromJson(const QString &text)
{
    QStringList list;
    const auto array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

} // namespace Decayscope
