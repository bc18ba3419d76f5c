// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadparts.h"

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

bool isOfXml(QChar character)
{
    const auto unit = character.unicode();
    return (unit >= 0x20 && unit < 0xFFFE) || unit == '\t' || unit == '\n';
}

} // namespace

const PayloadPart *payloadPartNamed(QByteArrayView name)
{
    const auto *found
        = std::ranges::find_if(payloadParts, [name](const PayloadPart &part) { return name == part.name; });
    return found == payloadParts.end() ? nullptr : found;
}

QString isoTime(const FigureTitle &title)
{
    return title.made.isValid() ? title.made.toUTC().toString(Qt::ISODate) : QString();
}

QString textForXml(const QString &text)
{
    QString safe = QString::fromUtf8(text.toUtf8()); // Lone surrogates become replacement characters.
    safe.removeIf([](QChar character) { return !isOfXml(character); });
    return safe;
}

std::unexpected<Error> damagedPicture(const QString &cause)
{
    return failure(ErrorKind::Damaged, u"The picture is damaged and cannot carry its data."_s, cause);
}

} // namespace Decayscope
