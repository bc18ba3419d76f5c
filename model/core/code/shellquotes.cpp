// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellquotes.h"

namespace Decayscope {

namespace {

using PieceKind = ShellPiece::Kind;

bool isNameStart(QChar letter)
{
    return (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z') || letter == u'_';
}

bool isNamePart(QChar letter)
{
    return isNameStart(letter) || (letter >= u'0' && letter <= u'9');
}

QChar letterAt(QStringView text, qsizetype at)
{
    return at < text.size() ? text[at] : QChar(u'\0');
}

QuotedText singleQuoted(QStringView text, qsizetype at)
{
    const auto end = text.indexOf(u'\'', at + 1);
    const auto stop = end < 0 ? text.size() : end;
    return {{{PieceKind::Text, text.sliced(at + 1, stop - at - 1).toString()}}, qMin(stop + 1, text.size()), end < 0};
}

/// The letter an escape of `$'…'` stands for; nothing for those by number, which are left to the shell.
std::optional<QChar> ansiEscape(QChar letter)
{
    switch (letter.unicode()) {
    case u'n':
        return u'\n';
    case u't':
        return u'\t';
    case u'r':
        return u'\r';
    case u'\\':
    case u'\'':
    case u'"':
    case u'?':
        return letter;
    default:
        return std::nullopt;
    }
}

QuotedText ansiQuoted(QStringView text, qsizetype at)
{
    QString value;
    auto isKnown = true;
    auto end = at + 2;
    for (; end < text.size() && text[end] != u'\''; ++end) {
        if (text[end] != u'\\' || end + 1 == text.size()) {
            value += text[end];
            continue;
        }
        ++end;
        const auto letter = ansiEscape(text[end]);
        isKnown &= letter.has_value();
        value += letter.value_or(QChar());
    }
    return {{{isKnown ? PieceKind::Text : PieceKind::Unknown, isKnown ? value : QString()}}, qMin(end + 1, text.size()),
        end >= text.size()};
}

QuotedText backquoted(QStringView text, qsizetype at)
{
    auto end = at + 1;
    while (end < text.size() && text[end] != u'`')
        end += text[end] == u'\\' ? 2 : 1;
    return {{{PieceKind::Unknown, {}}}, qMin(end + 1, text.size()), end >= text.size()};
}

QuotedText variable(QStringView text, qsizetype at)
{
    auto end = at + 1;
    if (letterAt(text, end) == u'(') {
        auto isBroken = false;
        end = endOfSubstitution(text, end, isBroken);
        return {{{PieceKind::Unknown, {}}}, end, isBroken};
    }
    const auto isBraced = letterAt(text, end) == u'{';
    const auto start = isBraced ? end + 1 : end;
    end = start;
    if (isNameStart(letterAt(text, start))) {
        while (isNamePart(letterAt(text, end)))
            ++end;
    }
    const auto name = text.sliced(qMin(start, text.size()), end - start).toString();
    if (!isBraced)
        return {{{name.isEmpty() ? PieceKind::Unknown : PieceKind::Variable, name}},
            name.isEmpty() ? qMin(end + 1, text.size()) : end, false};
    if (!name.isEmpty() && letterAt(text, end) == u'}')
        return {{{PieceKind::Variable, name}}, end + 1, false};
    auto isBroken = false;
    return {{{PieceKind::Unknown, {}}}, endOfSubstitution(text, at + 1, isBroken), isBroken};
}

void addText(std::vector<ShellPiece> &pieces, QChar letter)
{
    if (pieces.empty() || pieces.back().kind != PieceKind::Text)
        pieces.push_back({PieceKind::Text, {}});
    pieces.back().text += letter;
}

QuotedText doubleQuoted(QStringView text, qsizetype at)
{
    QuotedText result{{{PieceKind::Text, {}}}, at + 1, false};
    auto &end = result.end;
    while (end < text.size() && text[end] != u'"') {
        const auto letter = text[end];
        if (letter == u'\\' && QStringView(u"$`\"\\\n").contains(letterAt(text, end + 1))) {
            if (text[end + 1] != u'\n')
                addText(result.pieces, text[end + 1]);
            end += 2;
        } else if (letter == u'`'
            || (letter == u'$' && opensExpansion(text, end) && letterAt(text, end + 1) != u'\''
                && letterAt(text, end + 1) != u'"')) {
            auto inner = letter == u'`' ? backquoted(text, end) : variable(text, end);
            result.pieces.push_back(std::move(inner.pieces.front()));
            result.isBroken |= inner.isBroken;
            end = inner.end;
        } else {
            addText(result.pieces, letter);
            ++end;
        }
    }
    result.isBroken |= end >= text.size();
    end = qMin(end + 1, text.size());
    return result;
}

/// The brackets and quotations that are open, from the outside in: `)`, `}`, `"` or `` ` ``.
class OpenBrackets
{
public:
    bool isEmpty() const { return m_open.isEmpty(); }
    bool isInQuotes() const { return !m_open.isEmpty() && m_open.back() == u'"'; }
    void open(QChar closing) { m_open += closing; }
    bool isClosing(QChar letter) const { return !m_open.isEmpty() && m_open.back() == letter; }
    void close() { m_open.chop(1); }

private:
    QString m_open;
};

/// Opens or closes brackets by the letter at `at`; the place behind what was read.
qsizetype stepBrackets(QStringView text, qsizetype at, OpenBrackets &open)
{
    const auto letter = text[at];
    if (letter == u'\\')
        return at + 2;
    if (open.isClosing(letter)) {
        open.close();
        return at + 1;
    }
    if (letter == u'\'' && !open.isInQuotes()) {
        const auto end = text.indexOf(u'\'', at + 1);
        return end < 0 ? text.size() : end + 1;
    }
    if (letter == u'"' || letter == u'`')
        open.open(letter);
    else if (letter == u'(' && (!open.isInQuotes() || text[at - 1] == u'$'))
        open.open(u')');
    else if (letter == u'{' && at > 0 && text[at - 1] == u'$')
        open.open(u'}');
    return at + 1;
}

} // namespace

bool opensExpansion(QStringView text, qsizetype at)
{
    const auto next = letterAt(text, at + 1);
    return isNamePart(next) || (!next.isNull() && QStringView(u"{('\"@*#?$!-[").contains(next));
}

qsizetype endOfSubstitution(QStringView text, qsizetype at, bool &isBroken)
{
    OpenBrackets open;
    open.open(text[at] == u'{' ? u'}' : u')');
    ++at;
    while (at < text.size() && !open.isEmpty())
        at = stepBrackets(text, at, open);
    isBroken |= !open.isEmpty();
    return qMin(at, text.size());
}

QuotedText readQuoted(QStringView text, qsizetype at)
{
    if (text[at] == u'\'')
        return singleQuoted(text, at);
    if (text[at] == u'"')
        return doubleQuoted(text, at);
    if (text[at] == u'`')
        return backquoted(text, at);
    if (letterAt(text, at + 1) == u'\'')
        return ansiQuoted(text, at);
    if (letterAt(text, at + 1) == u'"')
        return doubleQuoted(text, at + 1);
    return variable(text, at);
}

bool unescapeHereDocument(QString &body)
{
    if (!body.contains(u'\\') && !body.contains(u'$') && !body.contains(u'`'))
        return true;
    QString plain;
    plain.reserve(body.size());
    for (qsizetype at = 0; at < body.size(); ++at) {
        const auto letter = body.at(at);
        const auto next = letterAt(body, at + 1);
        if (letter == u'`' || (letter == u'$' && opensExpansion(body, at) && next != u'\'' && next != u'"'))
            return false;
        if (letter != u'\\' || !QStringView(u"$`\\\n").contains(next) || next.isNull()) {
            plain += letter;
            continue;
        }
        ++at;
        if (next != u'\n')
            plain += next;
    }
    body = plain;
    return true;
}

} // namespace Decayscope
