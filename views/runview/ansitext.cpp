// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansitext.h"

#include "ansiline.h"
#include "hues.h"

#include <widgets/tones.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// The sixteen named colours, as xterm has them.
constexpr std::array<QRgb, 16> namedColors{0xff000000, 0xffcd0000, 0xff00cd00, 0xffcdcd00, 0xff0000ee, 0xffcd00cd,
    0xff00cdcd, 0xffe5e5e5, 0xff7f7f7f, 0xffff0000, 0xff00ff00, 0xffffff00, 0xff5c5cff, 0xffff00ff, 0xff00ffff,
    0xffffffff};

constexpr int cubeStart = 16;
constexpr int greyStart = 232;

/// A level of the 6×6×6 cube.
int cubeLevel(int step)
{
    return step == 0 ? 0 : 55 + 40 * step;
}

QColor indexedColor(int index)
{
    if (index < cubeStart)
        return QColor::fromRgb(namedColors.at(static_cast<size_t>(index)));
    if (index >= greyStart) {
        const int level = 8 + 10 * (index - greyStart);
        return {level, level, level};
    }
    const int place = index - cubeStart;
    return {cubeLevel(place / 36), cubeLevel(place / 6 % 6), cubeLevel(place % 6)};
}

QColor colorOf(quint32 color, const QColor &plain)
{
    if (color & AnsiStyle::indexed)
        return indexedColor(static_cast<int>(color & 0xff));
    if (color & AnsiStyle::direct)
        return QColor::fromRgb(color & 0xffffff);
    return plain;
}

bool isPlain(QStringView source)
{
    return std::ranges::none_of(source, [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || (c.unicode() >= 0x7f && c.unicode() < 0xa0)
            || c.isSurrogate() || c == QChar::ParagraphSeparator || c == QChar::LineSeparator;
    });
}

} // namespace

AnsiText ansiText(QStringView source)
{
    AnsiText result;
    if (isPlain(source)) {
        result.text = source.toString();
        return result;
    }
    AnsiLine line;
    for (qsizetype at = 0; at <= source.size();) {
        const auto feed = source.indexOf(u'\n', at);
        const auto end = feed < 0 ? source.size() : feed;
        line.write(source.sliced(at, end - at));
        line.moveTo(result);
        if (feed < 0)
            break;
        result.text.append(u'\n');
        at = feed + 1;
    }
    return result;
}

QString withoutAnsi(QStringView source)
{
    return ansiText(source).text;
}

QTextCharFormat ansiFormat(const AnsiStyle &style, const QColor &text, const QColor &background)
{
    auto ink = colorOf(style.foreground, text);
    auto paper = colorOf(style.background, background);
    if (style.flags & AnsiStyle::Inverse)
        std::swap(ink, paper);
    if (style.flags & AnsiStyle::Dim)
        ink = mixed(ink, paper, 0.35);
    QTextCharFormat format;
    if (paper != background)
        format.setBackground(paper);
    format.setForeground(style.flags & AnsiStyle::Hidden ? paper : readableOn(ink, paper));
    if (style.flags & AnsiStyle::Bold)
        format.setFontWeight(QFont::Bold);
    if (style.flags & AnsiStyle::Italic)
        format.setFontItalic(true);
    if (style.flags & AnsiStyle::Underline)
        format.setFontUnderline(true);
    if (style.flags & AnsiStyle::Strike)
        format.setFontStrikeOut(true);
    return format;
}

} // namespace Decayscope
