// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "literals.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestLiteral = 4096; ///< Longer ones are no paths.

/// How a literal is to be read.
struct Spelling
{
    QStringView body;
    bool isRaw = false;
    QStringView hole; ///< What opens a name to fill in; empty where there are none.
};

Spelling spellingOf(QStringView literal, bool isPython)
{
    Spelling spelling;
    while (!literal.isEmpty() && literal.front().isLetter()) {
        const auto prefix = literal.front().toLower();
        spelling.isRaw = spelling.isRaw || prefix == u'r';
        if (prefix == u'f')
            spelling.hole = u"{";
        literal = literal.sliced(1);
    }
    const bool isTriple = isPython && (literal.startsWith(u"\"\"\"") || literal.startsWith(u"'''"));
    const qsizetype quotes = isTriple ? 3 : 1;
    if (literal.startsWith(u'`'))
        spelling.hole = u"${";
    spelling.body = literal.size() >= 2 * quotes ? literal.sliced(quotes, literal.size() - 2 * quotes) : QStringView();
    return spelling;
}

bool isName(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'$' || c == u'.';
    });
}

QChar unescaped(QChar c)
{
    return c == u'n' ? u'\n' : c == u't' ? u'\t' : c;
}

} // namespace

std::optional<QString> literalText(QStringView literal, bool isPython, const NamedText &named)
{
    if (literal.size() > longestLiteral)
        return std::nullopt;
    const auto [body, isRaw, hole] = spellingOf(literal, isPython);
    QString text;
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] == u'\\' && !isRaw && i + 1 < body.size()) {
            text += unescaped(body[++i]);
        } else if (!hole.isEmpty() && isPython && body.sliced(i).startsWith(u"{{")) {
            text += u'{';
            ++i;
        } else if (!hole.isEmpty() && isPython && body.sliced(i).startsWith(u"}}")) {
            text += u'}';
            ++i;
        } else if (!hole.isEmpty() && body.sliced(i).startsWith(hole)) {
            const auto begin = i + hole.size();
            const auto end = body.indexOf(u'}', begin);
            const auto name = end < 0 ? QStringView() : body.sliced(begin, end - begin).trimmed();
            const auto value = isName(name) && named ? named(name) : std::nullopt;
            if (!value)
                return std::nullopt;
            text += *value;
            i = end;
        } else {
            text += body[i];
        }
    }
    return text;
}

} // namespace Decayscope
