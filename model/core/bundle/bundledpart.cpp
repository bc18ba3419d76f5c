// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledpart.h"

namespace Decayscope {

namespace {

constexpr qsizetype longestStem = 80;

bool isStemCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

} // namespace

QString FileStems::stemFor(const QString &text)
{
    QString stem;
    for (const auto c : text.left(longestStem)) {
        if (isStemCharacter(c))
            stem += c;
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem += u'-';
    }
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        stem = QStringLiteral("unnamed");
    auto free = stem;
    for (int number = 2; m_taken.contains(free.toLower()); ++number)
        free = stem % u'-' % QString::number(number);
    m_taken.insert(free.toLower());
    return free;
}

} // namespace Decayscope
