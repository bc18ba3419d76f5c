// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Decayscope {

namespace {

/// Characters with which code can look other than it runs, or that a text document takes for the end of a paragraph.
bool isTreacherous(char16_t unit)
{
    return (unit >= 0x2028 && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0xfdd0 || unit == 0xfdd1;
}

QChar shown(QChar character)
{
    const auto unit = character.unicode();
    if (unit < 0x20 && unit != u'\t')
        return QChar(static_cast<char16_t>(0x2400 + unit)); // The pictures of the control characters, in their order.
    if (unit == 0x7f)
        return QChar(u'\u2421');
    return isTreacherous(unit) ? QChar(QChar::ReplacementCharacter) : character;
}

} // namespace

QString shownLine(QStringView line, qsizetype limit)
{
    QString text;
    text.reserve(qMin(line.size(), limit));
    for (const auto character : line.first(qMin(line.size(), limit)))
        text.append(shown(character));
    if (line.size() > limit) {
        const auto rest = line.size() - limit;
        text += u' '
            + QCoreApplication::translate("Decayscope::CodeText", "… and %1 more characters")
                  .arg(QLocale().toString(rest));
    }
    return text;
}

} // namespace Decayscope
