// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansistyle.h"

#include <array>
#include <optional>

namespace Decayscope {

namespace {

struct FlagCode
{
    int on = 0;
    int off = 0;
    quint8 flags = 0;
};

constexpr std::array flagCodes{FlagCode{1, 22, AnsiStyle::Bold}, FlagCode{2, 22, AnsiStyle::Dim},
    FlagCode{3, 23, AnsiStyle::Italic}, FlagCode{4, 24, AnsiStyle::Underline}, FlagCode{7, 27, AnsiStyle::Inverse},
    FlagCode{8, 28, AnsiStyle::Hidden}, FlagCode{9, 29, AnsiStyle::Strike}, FlagCode{21, 24, AnsiStyle::Underline}};

std::vector<int> numbersOf(QStringView parameters)
{
    std::vector<int> numbers;
    for (const auto part : parameters.tokenize(u';')) {
        for (const auto piece : part.tokenize(u':'))
            numbers.push_back(piece.toInt());
    }
    return numbers;
}

/// The colour behind "38" or "48" at `at`, which moves to its last number.
std::optional<quint32> longColor(const std::vector<int> &numbers, size_t &at)
{
    const auto number = [&](size_t i) { return static_cast<quint32>(i < numbers.size() ? numbers[i] & 0xff : 0); };
    const auto kind = at + 1 < numbers.size() ? numbers[at + 1] : 0;
    if (kind == 5) {
        at += 2;
        return AnsiStyle::indexed | number(at);
    }
    if (kind != 2)
        return std::nullopt;
    at += 4;
    return AnsiStyle::direct | number(at - 2) << 16 | number(at - 1) << 8 | number(at);
}

std::optional<quint32> shortColor(int code, int start, int brightStart)
{
    if (code >= start && code < start + 8)
        return AnsiStyle::indexed | static_cast<quint32>(code - start);
    if (code >= brightStart && code < brightStart + 8)
        return AnsiStyle::indexed | static_cast<quint32>(code - brightStart + 8);
    if (code == start + 9)
        return 0;
    return std::nullopt;
}

void applyFlags(AnsiStyle &style, int code)
{
    for (const auto &row : flagCodes) {
        if (code == row.on)
            style.flags |= row.flags;
        else if (code == row.off)
            style.flags &= static_cast<quint8>(~row.flags);
    }
}

} // namespace

AnsiStyle styleAfter(AnsiStyle style, QStringView parameters)
{
    const auto numbers = numbersOf(parameters);
    for (size_t i = 0; i < numbers.size(); ++i) {
        const int code = numbers[i];
        if (code == 0)
            style = {};
        else if (code == 38 || code == 48) {
            const auto color = longColor(numbers, i);
            (code == 38 ? style.foreground : style.background) = color.value_or(0);
        } else if (const auto ink = shortColor(code, 30, 90))
            style.foreground = *ink;
        else if (const auto paper = shortColor(code, 40, 100))
            style.background = *paper;
        else
            applyFlags(style, code);
    }
    return style;
}

} // namespace Decayscope
