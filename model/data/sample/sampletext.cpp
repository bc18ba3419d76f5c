// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampletext.h"

#include <algorithm>

namespace Decayscope {

QByteArray filled(QByteArrayView text, std::initializer_list<SampleFill> fills)
{
    QByteArray result;
    result.reserve(text.size() * 2);
    while (!text.isEmpty()) {
        const auto open = text.indexOf('$');
        const auto close = open < 0 ? -1 : text.indexOf('$', open + 1);
        if (close < 0)
            break;
        const auto key = text.sliced(open + 1, close - open - 1);
        const auto *fill = std::ranges::find(fills, key, &SampleFill::key);
        const bool isKnown = fill != fills.end();
        result += text.first(isKnown ? open : close);
        if (isKnown)
            result += fill->value;
        text = text.sliced(isKnown ? close + 1 : close);
    }
    return result.append(text);
}

QByteArray camelCase(QByteArrayView name)
{
    QByteArray result;
    bool isStart = false;
    for (const char letter : name) {
        if (letter != '_')
            result += isStart && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        isStart = letter == '_';
    }
    return result;
}

QByteArray upperCamelCase(QByteArrayView name)
{
    QByteArray marked(1, '_');
    marked += name;
    return camelCase(marked);
}

QByteArray lineWith(const QByteArray &text, QByteArrayView part)
{
    const auto at = text.indexOf(part);
    if (at < 0)
        return {};
    const auto begin = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const auto end = text.indexOf('\n', at);
    return text.mid(begin, end < 0 ? -1 : end - begin).trimmed();
}

} // namespace Decayscope
