// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskdefinition.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// Task files begin with their prompt, which is well below this.
constexpr qsizetype longestLook = qsizetype{512} * 1024;

/// In the study's files the first comes before the second, in those written here after it.
constexpr std::array<QByteArrayView, 2> taskSigns{"prompt", "dockerFolder"};

/// The end of the text that begins with the quotation mark at `at`: the place of the closing one, or of the end.
qsizetype textEnd(QByteArrayView json, qsizetype at)
{
    for (qsizetype i = at + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i;
    }
    return json.size();
}

bool isKey(QByteArrayView json, qsizetype end)
{
    const auto rest = json.sliced(std::min(end + 1, json.size()));
    const auto next
        = std::ranges::find_if(rest, [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    return next != rest.end() && *next == ':';
}

} // namespace

bool looksLikeTaskFile(QByteArrayView json)
{
    const auto text = json.first(std::min(json.size(), longestLook));
    std::array<bool, taskSigns.size()> found{};
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (depth == 0 && c == '[')
            break;
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        if (depth == 0 && c != ' ' && c != '\n' && c != '\r' && c != '\t' && static_cast<unsigned char>(c) < 0x80)
            break;
        if (c != '"')
            continue;
        const auto end = textEnd(text, i);
        const auto sign = std::ranges::find(taskSigns, text.sliced(i + 1, std::max(end - i - 1, qsizetype{0})));
        if (depth == 1 && sign != taskSigns.end() && isKey(text, end))
            found[static_cast<std::size_t>(sign - taskSigns.begin())] = true;
        i = end;
    }
    return std::ranges::all_of(found, std::identity());
}

} // namespace Decayscope
