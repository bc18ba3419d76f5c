// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "terminaltext.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr QChar escape = u'\x1b';

/// A longer sequence is none; what follows its beginning is text.
constexpr qsizetype maxSequence = 4096;

bool isSpoiling(QChar c)
{
    const auto code = c.unicode();
    const bool isControl = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
    const bool turns
        = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
    return isControl || turns;
}

/// `ESC [ parameters final`. Source: ECMA-48, 5.4.
qsizetype controlSequence(QStringView rest)
{
    const auto *end = std::find_if(rest.begin() + 2, rest.end(), [](QChar c) { return c < u'\x20' || c > u'\x3f'; });
    const auto length = static_cast<qsizetype>(end - rest.begin());
    const bool isFinal = end != rest.end() && *end >= u'\x40' && *end <= u'\x7e';
    return isFinal ? length + 1 : length;
}

/// `ESC ] text BEL` and its like, which end with BEL or ESC \. Source: ECMA-48, 5.6.
qsizetype controlString(QStringView rest)
{
    for (qsizetype i = 2; i < rest.size(); ++i) {
        if (rest[i] == u'\x07')
            return i + 1;
        if (rest[i] == escape)
            return i + (i + 1 < rest.size() && rest[i + 1] == u'\\' ? 2 : 0);
    }
    return 2;
}

/// The length of the escape sequence a text begins with.
qsizetype sequenceLength(QStringView rest)
{
    rest = rest.first(std::min(rest.size(), maxSequence));
    if (rest.size() < 2)
        return rest.size();
    if (rest[1] == u'[')
        return controlSequence(rest);
    if (QStringView(u"]PX^_").contains(rest[1]))
        return controlString(rest);
    return rest[1] >= u'\x20' && rest[1] <= u'\x7e' ? 2 : 1;
}

} // namespace

QString terminalText(QStringView text)
{
    QString safe;
    safe.reserve(text.size());
    while (!text.isEmpty()) {
        const auto length = static_cast<qsizetype>(std::ranges::find_if(text, isSpoiling) - text.begin());
        safe += text.first(length);
        text = text.sliced(length);
        if (text.isEmpty())
            break;
        if (text.front() != escape && !text.startsWith(u"\r\n"))
            safe += u' ';
        text = text.sliced(text.front() == escape ? sequenceLength(text) : 1);
    }
    return safe;
}

QString terminalLine(QStringView text, qsizetype length)
{
    // Simplifying shortens: a few times as much is enough to fill the line.
    auto line = terminalText(text.first(std::min(text.size(), length * 8))).simplified();
    if (line.size() <= length)
        return line;
    return QString(line.first(length - 1) + u'…');
}

} // namespace Decayscope
